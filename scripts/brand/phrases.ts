import type { Brand } from '../../miniprogram/login/brand';
import type { Lang } from '../../miniprogram/login/lang';
import { loadParser, type PhraseParser } from './budoux';

/**
 * A place where a line may end. The program says U+200B for it, which is three bytes a time
 * (https://www.unicode.org/reports/tr14/#ZW).
 */
export const MAY_BREAK = '|';

/** A place where no line may end, between signs where one could (https://www.unicode.org/reports/tr14/#WJ). */
export const NO_BREAK = '\u2060';

/** Chinese and Japanese write no spaces: BudouX finds the phrases. */
const models: ReadonlyMap<string, string> = new Map<Lang, string>([
  ['zh-CN', 'zh-hans'],
  ['zh-TW', 'zh-hant'],
  ['ja', 'ja'],
]);
const parsers = new Map<string, PhraseParser>();

/** Read when the first text of a language is divided: most who load this divide none. */
function parserOf(lang: string): PhraseParser | undefined {
  const model = models.get(lang);
  if (model === undefined) return undefined;
  const parser = parsers.get(model) ?? loadParser(model);
  parsers.set(model, parser);
  return parser;
}

/** Words of ours that stand in no dictionary as one. */
const whole =
  /手机号码?|手機號碼|小程序|小程式|应用程序|應用程式|账号|重试|重試|客服|只能|不开|不開/g;
/** Belongs to what stands before it. */
const trailing = /^(?:[的了着過过吗嗎里裡后後时時们們中上下出]|[回到](?!到))/;
/** Belongs to what comes after it. */
const leading =
  /[从從向在为為由把被请請或和与與并並不没沒未已可再先这這那只还還您用需要是有才一两兩都]$/;

/** The names that stand in braces. `provider`: the operator, where the program has no other. */
type Names = Pick<Brand, 'appName' | 'operator' | 'provider'>;

type Texts = Readonly<Partial<Record<Lang, Readonly<Record<string, string>>>>>;

/**
 * The same for words that stand in place of others: the program shows them as they are, so that the
 * place itself is U+200B.
 */
export function withBreaks<T extends Texts>(texts: T, names: Names): T;
export function withBreaks(texts: Texts, names: Names): Texts {
  return Object.fromEntries(
    Object.entries(withPhrases(texts, names)).map(([lang, said]) => [
      lang,
      Object.fromEntries(
        Object.entries(said).map(([key, text]) => [key, text.replaceAll(MAY_BREAK, '\u200b')]),
      ),
    ]),
  );
}

/** What the program says, with the places where a line may end. */
export function withPhrases<T extends Texts>(texts: T, names: Names): T;
export function withPhrases(
  texts: Texts,
  { appName, operator, provider = operator }: Names,
): Texts {
  return Object.fromEntries(
    Object.entries(texts).map(([lang, said]) => {
      const names = {
        app: nameIn(appName, lang),
        operator: nameIn(operator, lang),
        provider: nameIn(provider, lang),
      };
      return [
        lang,
        Object.fromEntries(
          Object.entries(said).map(([key, text]) => [
            key,
            key === 'list.and' ? bindAnd(text, lang) : markPhrases(text, lang, names),
          ]),
        ),
      ];
    }),
  );
}

function nameIn(words: Brand['appName'], lang: string): string {
  return Object.entries(words).find(([one]) => one === lang)?.[1] ?? Object.values(words)[0] ?? '';
}

/** "And" between two names: Chinese keeps it with the second, Japanese with the first. */
function bindAnd(and: string, lang: string): string {
  if (lang === 'ja') return `${NO_BREAK}${and}${MAY_BREAK}`;
  return models.has(lang) ? `${MAY_BREAK}${and}${NO_BREAK}` : and;
}

/** What a list of agreements ends like. */
const listed: ReadonlyMap<string, string> = new Map<Lang, string>([
  ['zh-CN', '《协议》'],
  ['zh-TW', '《協議》'],
  ['ja', '規約》'],
]);

/** Buttons and other short texts stand on a line of their own and are left alone. */
const SHORT = 7;

/**
 * One text, its `{names}` in place while the phrases are looked for, because what follows a name
 * depends on it, and never taken apart.
 */
export function markPhrases(
  template: string,
  lang: string,
  names: Readonly<Record<string, string>>,
): string {
  // One that a tenant writes is shown; this looks like it and means nothing else.
  const text = template.replaceAll(MAY_BREAK, '｜');
  if (text.length <= SHORT) return text;
  const parser = parserOf(lang);
  if (!parser) return text;
  const { full, at } = fill(text, { list: listed.get(lang) ?? '', ...names });
  const ends = endsIn(full, lang, parser);
  const before = (index: number) => (ends.has(at[index] ?? Number.NaN) ? MAY_BREAK : '');
  return (
    text
      .split('')
      .map((unit, index) => before(index) + unit)
      .join('')
      // を after 》.
      .replace(/(?<=\{list\})(?=\p{sc=Hiragana})/u, NO_BREAK)
  );
}

function endsIn(full: string, lang: string, parser: PhraseParser): ReadonlySet<number> {
  const words = new Set(boundaries(wordsIn(full, lang)));
  const possible = [...words].filter((end) => mayEnd(full, end, lang, words));
  const phrases = new Set(boundaries(parser.parse(full)));
  const ends = possible.filter((end) => phrases.has(end));
  return new Set(lang === 'ja' ? splitLongJapanese(full, ends) : splitLong(full, ends, possible));
}

/** `at`: for each character of the text, where it stands in the full one; none inside a name. */
function fill(text: string, names: Readonly<Record<string, string>>) {
  const at: (number | undefined)[] = [];
  let full = '';
  for (const [part, name] of text.matchAll(/\{(\w+)\}|[^{]+|\{/g)) {
    const value = name === undefined ? part : (names[name] ?? part);
    for (let index = 0; index < part.length; index += 1)
      at.push(name === undefined || index === 0 ? full.length + index : undefined);
    full += value;
  }
  return { full, at };
}

/** No phrase of Chinese is longer, so that it fits a small phone in WeChat's largest text. */
const LONG = 5;

function splitLong(full: string, ends: readonly number[], possible: readonly number[]): number[] {
  // After a mark a line may end anyhow.
  const marks = [...full.matchAll(/[\s、。，：！？；]/g)].map(({ index }) => index + 1);
  const sorted = [...new Set([...marks, ...possible])].sort((one, other) => one - other);
  const all = [...ends];
  let from = 0;
  for (const [index, end] of sorted.entries()) {
    const next = sorted[index + 1] ?? full.length;
    const isEnd = marks.includes(end) || ends.includes(end);
    if (!isEnd && next - from <= LONG) continue;
    if (!isEnd) all.push(end);
    from = end;
  }
  return all;
}

/** No longer part of a text fits a small phone in WeChat's largest text, and of a heading. */
const LONG_JAPANESE = 10;
const LONG_IN_HEADING = 7;
const HEADING = /^[^。]{1,24}$/;
/** Before the verb of ログインする, before いる and ください. */
const beforeVerb =
  /(?<=[\p{sc=Katakana}ー])(?=し[てま])|(?<=[\p{sc=Han}\p{sc=Katakana}ー])(?=でき)|(?<=て)(?=いま|くだ)/gu;
/** Of a heading. */
const beforeEnd = /(?<=ません)(?=でした)/g;

function splitLongJapanese(full: string, ends: readonly number[]): readonly number[] {
  const isHeading = HEADING.test(full);
  const longest = isHeading ? LONG_IN_HEADING : LONG_JAPANESE;
  const verbs = [...full.matchAll(beforeVerb), ...(isHeading ? full.matchAll(beforeEnd) : [])].map(
    ({ index }) => index,
  );
  const marks = [...full.matchAll(/[\s、。]/g)].map(({ index }) => index + 1);
  const all = [...new Set([0, ...marks, ...ends, full.length])].sort((one, other) => one - other);
  const isLong = (at: number) =>
    (all.find((end) => end > at) ?? 0) - (all.findLast((end) => end <= at) ?? 0) > longest;
  return [...ends, ...verbs.filter(isLong)];
}

/** Between two loanwords, which katakana joins without a sign. */
const seams =
  /(?<=プライバシー|プライバシー保護)(?=ポリシー|ガイドライン)|(?<=メール)(?=アドレス)/g;

/** The title of an agreement, which on a small phone in WeChat's largest text is longer than a line. */
export function withSeams(title: Brand['appName']): Brand['appName'] {
  return title.ja === undefined ? title : { ...title, ja: title.ja.replace(seams, '\u200b') };
}

/** One for each language: it takes longer to make than to use. */
const segmenters = new Map<string, Intl.Segmenter>();

/** BudouX takes a word apart at times, mostly in Chinese; a dictionary does not. */
function wordsIn(text: string, lang: string): string[] {
  const segmenter = segmenters.get(lang) ?? new Intl.Segmenter(lang, { granularity: 'word' });
  segmenters.set(lang, segmenter);
  return [...segmenter.segment(text)].map(({ segment }) => segment);
}

function boundaries(phrases: readonly string[]): number[] {
  let end = 0;
  return phrases.map((phrase) => {
    end += phrase.length;
    return end;
  });
}

function mayEnd(full: string, end: number, lang: string, words: ReadonlySet<number>): boolean {
  const [before, after] = [full.slice(0, end), full.slice(end)];
  // After a space or a mark a line may end anyhow, and before a closing one it may not.
  if (/[\s、。，：！？；]$/.test(before) || /^[\s\p{Pe}\p{Pf}\p{Po}]|^$/u.test(after)) return false;
  if (/[\p{Ps}\p{Pi}「]$/u.test(before)) return false;
  if (lang === 'ja') return true;
  // A word of its own: 请 is one, and the end of 申请 is not.
  if (leading.test(before) && (words.has(end - 1) || end === 1)) return false;
  if (trailing.test(after) || isAlone(before, after)) return false;
  return ![...full.matchAll(whole)].some(
    ({ index, 0: word }) => index < end && end < index + word.length,
  );
}

/** One character between a mark and a break. */
function isAlone(before: string, after: string): boolean {
  return (
    /(?:^|[\s、。，：！？；“「])\p{sc=Han}$/u.test(before) || /^\p{sc=Han}(?:$|\p{P})/u.test(after)
  );
}
