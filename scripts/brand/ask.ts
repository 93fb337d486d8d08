import type { z } from 'zod';
import type { Lang } from '../../miniprogram/login/lang';
import { questions as words } from '../messages/brand';
import { pack as messages } from '../messages/pack';
import { say, type Text } from '../messages/say';
import { type Answers, refuseName } from './create';
import { logoFileProblem } from './pack/logo';
import { BrandError } from './pack/pack';
import { appId, colour, connection, id24, lang, line, origin } from './pack/schema-parts';

const logoFile = line(1_000).check((context) => {
  const problem = logoFileProblem(context.value);
  if (problem !== null)
    context.issues.push({ code: 'custom', message: problem, input: context.value });
});

interface Question {
  readonly asks: () => Text;
  /** Checks an answer as brand.json will be checked. */
  readonly field: z.ZodType<string>;
  /** Asked once for each language. */
  readonly each?: true;
}

type Key = Exclude<keyof Answers, 'languages'>;

/** The questions, in the order in which they are asked. */
export const questions: Readonly<Record<Key, Question>> = {
  appName: { asks: words.appName, field: line(60), each: true },
  operator: { asks: words.operator, field: line(100), each: true },
  contact: { asks: words.contact, field: line(100), each: true },
  colour: { asks: words.colour, field: colour },
  logo: { asks: words.logo, field: logoFile },
  appId: { asks: words.appId, field: appId },
  mobileAppId: { asks: words.mobileAppId, field: appId },
  host: { asks: words.host, field: origin },
  app: { asks: words.app, field: id24 },
  connection: { asks: words.connection, field: connection },
};

/** These may be left empty. */
const mayLack: readonly string[] = ['contact', 'logo'] satisfies Key[];

/** At the end of an answer, so that what stands in the line already need not be removed. */
const BACK = '<';

/** What a person has answered until now: by question, or by question and language. */
type Replies = ReadonlyMap<string, string>;

interface Step {
  readonly id: string;
  readonly key: Key;
  readonly lang: Lang | null;
}

/**
 * Asks for what was not given, each answer checked where it is asked. Throws `BrandError` when the
 * person cancels: nothing was written.
 */
export async function ask(given: Partial<Answers>, standard: Answers): Promise<Answers> {
  const { log } = await loadPrompts();
  log.info(say(words.back()));
  let languages = given.languages ?? (await askLanguages(standard.languages));
  let replies: Replies = new Map();
  for (let at = 0; at < stepsIn(languages, given).length; ) {
    const steps = stepsIn(languages, given);
    const step = steps[at];
    if (step === undefined) break;
    const answer = await askStep(step, languages, replies, { ...standard, ...given });
    if (answer !== null) {
      replies = new Map([...replies, [step.id, answer]]);
      at += 1;
    } else if (at > 0) at -= 1;
    else if (given.languages === undefined) languages = await askLanguages(languages);
  }
  return { ...standard, ...given, ...answersOf(languages, replies, given) };
}

/** Only now: most command lines ask nothing. */
const loadPrompts = () => import('@clack/prompts');

/** Under which name it is kept. Throws `BrandError` when the person cancels. */
export async function askName(root: string): Promise<string> {
  const { text } = await loadPrompts();
  return await unlessCancelled<string>(
    await text({
      message: say(words.name()),
      placeholder: 'acme',
      validate: (typed = '') => {
        try {
          refuseName(root, typed);
          return undefined;
        } catch (error) {
          if (error instanceof BrandError) return error.problems.join('\n');
          throw error;
        }
      },
    }),
  );
}

function stepsIn(languages: readonly Lang[], given: Partial<Answers>): readonly Step[] {
  return keys.flatMap((key): readonly Step[] => {
    if (given[key] !== undefined) return [];
    if (questions[key].each !== true) return [{ id: key, key, lang: null }];
    return languages.map((one) => ({ id: `${key}.${one}`, key, lang: one }));
  });
}

const keys = Object.keys(questions).filter((key): key is Key => Object.hasOwn(questions, key));

/** Null: back to the question before. */
async function askStep(
  { id, key, lang: inLang }: Step,
  languages: readonly Lang[],
  replies: Replies,
  standard: Answers,
): Promise<string | null> {
  const { asks, field } = questions[key];
  const isOptional = mayLack.includes(key);
  const asked =
    inLang === null || languages.length === 1
      ? asks()
      : words.inLanguage(say(asks()), nameOf[inLang]);
  const first = inLang === null ? undefined : replies.get(`${key}.${languages[0]}`);
  const { text } = await loadPrompts();
  // In grey, and gone with the first key: what stands in the line has to be removed first.
  const proposed = first ?? String(standard[key] ?? '');
  const given = await unlessCancelled<string>(
    await text({
      message: say(asked),
      initialValue: replies.get(id) ?? '',
      placeholder: proposed,
      defaultValue: proposed,
      validate: (typed = '') => {
        const value = typed.trim() || proposed;
        if (value.endsWith(BACK) || (isOptional && value === '')) return undefined;
        const problem = field.safeParse(value).error?.issues[0]?.message;
        return problem ?? sameAppId(key, value, replies.get('appId') ?? standard.appId);
      },
    }),
  );
  const answer = given.trim();
  return answer.endsWith(BACK) ? null : answer;
}

/** The one answer that has to fit another. */
function sameAppId(key: Key, value: string, appId: string): string | undefined {
  return key === 'mobileAppId' && value === appId ? say(messages.sameAppId()) : undefined;
}

function answersOf(
  languages: readonly Lang[],
  replies: Replies,
  given: Partial<Answers>,
): Partial<Answers> {
  const entries = keys.flatMap((key): [string, unknown][] => {
    if (given[key] !== undefined) return [];
    if (questions[key].each !== true) return [[key, replies.get(key) || null]];
    const texts = languages.flatMap((one): [Lang, string][] => {
      const answer = replies.get(`${key}.${one}`);
      return answer ? [[one, answer]] : [];
    });
    return [[key, texts.length === 0 ? null : Object.fromEntries(texts)]];
  });
  return { languages, ...Object.fromEntries(entries) };
}

/** Each in itself, as people look for theirs. */
const nameOf: Readonly<Record<Lang, string>> = {
  'zh-CN': '简体中文',
  'zh-TW': '繁體中文',
  en: 'English',
  ja: '日本語',
};

async function askLanguages(before: readonly Lang[]): Promise<readonly Lang[]> {
  const { log, multiselect } = await loadPrompts();
  for (;;) {
    const chosen = await unlessCancelled<readonly Lang[]>(
      await multiselect({
        message: say(words.languages()),
        options: lang.options.map((value) => ({ value, label: nameOf[value], hint: value })),
        initialValues: [...before],
        // Both are clack's own words, which are English alone.
        required: false,
        showInstructions: false,
      }),
    );
    if (chosen.length > 0) return chosen;
    log.warn(say(words.oneLanguage()));
  }
}

async function unlessCancelled<T extends string | readonly string[]>(
  answer: T | symbol,
): Promise<T> {
  if (typeof answer !== 'symbol') return answer;
  const { cancel } = await loadPrompts();
  cancel(say(words.nothingWritten()));
  throw new BrandError([say(words.givenUp())]);
}
