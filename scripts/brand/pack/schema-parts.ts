import { z } from 'zod';
import { langs } from '../../../miniprogram/login/lang';
import { hasVisible } from './characters';
import { isForbiddenHeader } from './headers';
import { hostProblem, originProblem, originShape, urlProblem } from './host';

/**
 * Values that a brand pack is made of. Every refusal says what is expected, because a tenant reads
 * it and not a developer.
 */

/**
 * One line that may be shown: no line breaks, and nothing that turns the direction of what follows.
 */
export function line(max: number) {
  return z
    .string({ error: 'a text is expected' })
    .trim()
    .min(1, 'must not be empty')
    .max(max, `has more than ${max} characters; make it shorter`)
    .refine(hasVisible, 'nothing in it shows; write something that people can see')
    .regex(
      /^[^\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]*$/u,
      'must be one line, without line breaks and control characters',
    );
}

const oneOf = new Intl.ListFormat('en-GB', { type: 'disjunction' });
export const lang = z.enum(langs, {
  error: `${oneOf.format(langs.map((tag) => `"${tag}"`))} is expected`,
});

/** In the brand's languages; which ones is checked when they are known. */
export function words(max: number) {
  return z.partialRecord(lang, line(max), {
    error: "a text in each of the brand's languages is expected",
  });
}

export const colour = z
  .string({ error: 'a colour as #rrggbb is expected, e.g. #0b6478' })
  .regex(/^#[0-9a-f]{6}$/i, 'a colour as #rrggbb is expected, e.g. #0b6478');

/** A text for which `problemOf` finds nothing wrong. */
function checkedText(problemOf: (value: string) => string | null, otherwise: string) {
  return z.string({ error: otherwise }).check((context) => {
    const problem = problemOf(context.value);
    if (problem !== null)
      context.issues.push({ code: 'custom', message: problem, input: context.value });
  });
}

const hostShape =
  'a host name in lower case is expected, without https://, port or path, e.g. www.example.com';

export const hostName = checkedText(
  (value) => (/[/?#\\\s]/.test(value) ? hostShape : hostProblem(value)),
  hostShape,
);

export const origin = checkedText(originProblem, originShape);

export const pageUrl = checkedText(
  (value) => (value.length > 1_024 ? 'an address has at most 1024 characters' : urlProblem(value)),
  'an https address is expected; WeChat opens no other',
);

export const id24 = z
  .string({ error: '24 hexadecimal digits are expected' })
  .regex(
    /^[0-9a-f]{24}$/,
    '24 hexadecimal digits in lower case are expected; GenAuth shows the id in its console',
  );

export const headerName = z
  .string({ error: 'a header name is expected' })
  .regex(/^[a-z][a-z0-9-]{0,63}$/, 'a header name in lower case is expected, e.g. x-authing-app-id')
  .refine(
    (name) => !isForbiddenHeader(name),
    'WeChat or the program sets this header itself; choose another name, e.g. x-authing-app-id',
  );

export const fileName = z
  .string({ error: 'the name of a file is expected' })
  .regex(
    /^[\w-][\w.-]{0,63}$/,
    'the name of a file in the brand folder is expected, without a path',
  );

export const textName = z
  .string({ error: 'the first part of the file names is expected' })
  .regex(
    /^[a-z0-9-]{1,32}$/,
    'the first part of the file names is expected: lower case letters, digits, "-"',
  );

export const appId = z
  .string({ error: 'an AppID is expected' })
  .regex(/^wx[0-9a-f]{16}$/, 'an AppID is expected: "wx" and 16 hexadecimal digits');

export const connection = z
  .string({ error: "the identity source's Unique ID is expected" })
  .regex(
    /^[a-z0-9-]{1,31}$/,
    'the identity source\'s Unique ID is expected: lower case letters, digits, "-", at most 31',
  );

export const projectName = z
  .string({ error: 'a name is expected' })
  .regex(/^[\w-]{1,64}$/, 'letters, digits, "-" and "_" are expected');

export const contract = z.enum(['session', 'codes', 'ticket'], {
  error: '"session", "codes" or "ticket" is expected',
});

/** At least one, and each once; `key` is what makes two the same. */
export function listOf<T>(
  item: z.ZodType<T>,
  none: string,
  key: (value: T) => unknown = (value) => value,
) {
  return z
    .array(item, { error: none })
    .min(1, none)
    .max(50, 'at most 50 are allowed')
    .refine((list) => new Set(list.map(key)).size === list.length, 'each may stand once')
    .transform(nonEmpty);
}

function nonEmpty<T>([first, ...rest]: readonly T[]): readonly [T, ...T[]] {
  // Not reached: the length was checked before.
  if (first === undefined) throw new Error('The list is empty');
  return [first, ...rest];
}
