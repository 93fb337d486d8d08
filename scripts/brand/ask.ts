import { cancel, multiselect, text } from '@clack/prompts';
import type { z } from 'zod';
import type { Answers } from './create';
import { BrandError } from './pack/pack';
import { appId, colour, connection, id24, lang, line, origin } from './pack/schema-parts';

/**
 * The questions, in the order in which they are asked; `field` checks an answer as brand.json will
 * be checked.
 */
export const questions = {
  appName: { asks: 'The app that asks, as its users call it', field: line(60) },
  operator: { asks: 'The company behind it, as registered with WeChat', field: line(100) },
  contact: {
    asks: 'Where a person gets help (an address or a phone number; empty hides it)',
    field: line(100),
  },
  colour: { asks: 'The brand’s colour, #rrggbb', field: colour },
  logo: { asks: 'The logo, a square PNG file (empty: a plain one for now)', field: line(1_000) },
  appId: { asks: 'The mini program’s AppID, from mp.weixin.qq.com', field: appId },
  mobileAppId: {
    asks: 'The AppID of the app that may open it, from open.weixin.qq.com',
    field: appId,
  },
  host: { asks: 'GenAuth’s origin', field: origin },
  app: { asks: 'The application’s id at GenAuth', field: id24 },
  connection: { asks: 'The Unique ID of the identity source at GenAuth', field: connection },
} as const satisfies Readonly<
  Record<
    Exclude<keyof Answers, 'languages'>,
    { readonly asks: string; readonly field: z.ZodType<string> }
  >
>;

/** These may be left empty. */
const mayLack: readonly string[] = ['contact', 'logo'];

/**
 * Asks for what was not given. Throws `BrandError` when the person gives up: nothing was written.
 */
export async function ask(given: Partial<Answers>, standard: Answers): Promise<Answers> {
  const answers: Record<string, unknown> = { ...standard, ...given };
  if (given.languages === undefined) {
    const options = lang.options.map((value) => ({ value, label: value }));
    answers.languages = unlessGivenUp(
      await multiselect({
        message: 'Which languages does it speak?',
        options,
        initialValues: [...standard.languages],
      }),
    );
  }
  for (const [key, { asks, field }] of Object.entries(questions)) {
    if (Reflect.get(given, key) !== undefined) continue;
    const optional = mayLack.includes(key);
    const said = await text({
      message: asks,
      initialValue: String(Reflect.get(standard, key) ?? ''),
      validate: (value = '') =>
        optional && value === '' ? undefined : field.safeParse(value).error?.issues[0]?.message,
    });
    answers[key] = unlessGivenUp(said) || null;
  }
  return { ...standard, ...answers };
}

function unlessGivenUp<T extends string | readonly string[]>(answer: T | symbol): T {
  if (typeof answer !== 'symbol') return answer;
  cancel('Nothing was written.');
  throw new BrandError(['Given up.']);
}
