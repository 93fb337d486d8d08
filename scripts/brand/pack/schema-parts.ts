import { z } from 'zod';
import { isForbiddenHeader } from '../../../miniprogram/login/hosted/headers';
import { langs } from '../../../miniprogram/login/lang';
import type { fields } from '../../messages/fields';
import { say, type Text } from '../../messages/say';
import { values } from '../../messages/values';
import { hasVisible } from './characters';
import { hostProblem, originProblem, urlProblem } from './host';

/**
 * Values that a brand pack is made of. Every refusal says what is expected, because a tenant reads
 * it and not a developer.
 */

/** In the language of whoever reads it, which is known only then. */
export function because(message: () => Text): { readonly error: () => string } {
  return { error: () => say(message()) };
}

/** In the schema stands the name of a description, which is put in for one language. */
export function about(key: keyof typeof fields): string {
  return key;
}

/**
 * One line that may be shown: no line breaks, and nothing that turns the direction of what follows.
 */
export function line(max: number) {
  return z
    .string(because(values.textExpected))
    .trim()
    .min(1, because(values.empty))
    .max(
      max,
      because(() => values.tooLong(max)),
    )
    .refine((text) => text === '' || hasVisible(text), because(values.invisible))
    .regex(/^[^\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]*$/u, because(values.oneLine));
}

export const lang = z.enum(
  langs,
  because(() => values.oneOf(...langs)),
);

/** In the brand's languages; which ones is checked when they are known. */
export function words(max: number) {
  return z.partialRecord(lang, line(max), because(values.words));
}

export const colour = z
  .string(because(values.colour))
  .regex(/^#[0-9a-f]{6}$/i, because(values.colour));

/** A text for which `problemOf` finds nothing wrong. */
function checkedText(problemOf: (value: string) => Text | null, otherwise: () => Text) {
  return z.string(because(otherwise)).check((context) => {
    const problem = problemOf(context.value);
    if (problem !== null)
      context.issues.push({ code: 'custom', message: say(problem), input: context.value });
  });
}

export const hostName = checkedText(
  (value) => (/[/?#\\\s]/.test(value) ? values.hostShape() : hostProblem(value)),
  values.hostShape,
);

export const origin = checkedText(originProblem, values.origin);

export const pageUrl = checkedText(
  (value) => (value.length > 1_024 ? values.urlLong() : urlProblem(value)),
  values.url,
);

/** A path is put at its end. */
export const baseUrl = checkedText((value) => {
  if (value.length > 1_024) return values.urlLong();
  return /[?#]|\/$/.test(value) ? values.baseUrl() : urlProblem(value);
}, values.url);

export const id24 = z.string(because(values.id24)).regex(/^[0-9a-f]{24}$/, because(values.id24));

export const headerName = z
  .string(because(values.headerName))
  .regex(/^[a-z][a-z0-9-]{0,63}$/, because(values.headerName))
  .refine((name) => !isForbiddenHeader(name), because(values.headerForbidden));

export const fileName = z
  .string(because(values.fileName))
  .regex(/^[\w-][\w.-]{0,63}$/, because(values.fileName));

export const textName = z
  .string(because(values.textName))
  .regex(/^[a-z0-9-]{1,32}$/, because(values.textName));

export const appId = z
  .string(because(values.appId))
  .regex(/^wx[0-9a-f]{16}$/, because(values.appId));

export const connection = z
  .string(because(values.connection))
  .regex(/^[a-z0-9-]{1,31}$/, because(values.connection));

export const projectName = z
  .string(because(values.projectName))
  .regex(/^[\w-]{1,64}$/, because(values.projectName));

export const contract = z.enum(
  ['session', 'codes', 'ticket'],
  because(() => values.oneOf('session', 'codes', 'ticket')),
);

/** At least one, and each once; `key` is what makes two the same. */
export function listOf<T>(
  item: z.ZodType<T>,
  none: () => Text,
  key: (value: T) => unknown = (value) => value,
  twice: () => Text = values.once,
) {
  return z
    .array(item, because(none))
    .min(1, because(none))
    .max(50, because(values.atMost50))
    .refine((list) => new Set(list.map(key)).size === list.length, because(twice))
    .transform(nonEmpty);
}

function nonEmpty<T>([first, ...rest]: readonly T[]): readonly [T, ...T[]] {
  // Not reached: the length was checked before.
  if (first === undefined) throw new Error('The list is empty');
  return [first, ...rest];
}
