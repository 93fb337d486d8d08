import { cancel, multiselect, text } from '@clack/prompts';
import type { z } from 'zod';
import { questions as words } from '../messages/brand';
import { say, type Text } from '../messages/say';
import type { Answers } from './create';
import { BrandError } from './pack/pack';
import { appId, colour, connection, id24, lang, line, origin } from './pack/schema-parts';

/**
 * The questions, in the order in which they are asked; `field` checks an answer as brand.json will
 * be checked.
 */
export const questions = {
  appName: { asks: words.appName, field: line(60) },
  operator: { asks: words.operator, field: line(100) },
  contact: {
    asks: words.contact,
    field: line(100),
  },
  colour: { asks: words.colour, field: colour },
  logo: { asks: words.logo, field: line(1_000) },
  appId: { asks: words.appId, field: appId },
  mobileAppId: {
    asks: words.mobileAppId,
    field: appId,
  },
  host: { asks: words.host, field: origin },
  app: { asks: words.app, field: id24 },
  connection: { asks: words.connection, field: connection },
} as const satisfies Readonly<
  Record<
    Exclude<keyof Answers, 'languages'>,
    { readonly asks: () => Text; readonly field: z.ZodType<string> }
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
        message: say(words.languages()),
        options,
        initialValues: [...standard.languages],
      }),
    );
  }
  for (const [key, { asks, field }] of Object.entries(questions)) {
    if (Reflect.get(given, key) !== undefined) continue;
    const optional = mayLack.includes(key);
    const said = await text({
      message: say(asks()),
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
  cancel(say(words.nothingWritten()));
  throw new BrandError([say(words.givenUp())]);
}
