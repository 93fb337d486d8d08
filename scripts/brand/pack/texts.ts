import type { Brand as ProgramBrand } from '../../../miniprogram/login/brand';
import type { Lang } from '../../../miniprogram/login/lang';
import {
  directoryWords,
  hostedWords,
  templateWords,
  unregisteredWords,
} from '../../../miniprogram/login/words/directory';
import { wordIn } from '../../../miniprogram/login/words/index';
import { type Translations, translationIn } from '../../../miniprogram/login/words/translations';
import { pack as messages, notes } from '../../messages/pack';
import { listedInWords, say } from '../../messages/say';
import type { BrandPack } from './schema';
import { isWordKey, wordKeys } from './word-keys';

/** What the program says in the brand's languages, with the tenant's own words in place of ours. */
export function textsOf({
  languages,
  words,
  directory,
  template,
}: Pick<BrandPack, 'languages' | 'words'> & {
  readonly directory?: object | undefined;
  readonly template?: object | undefined;
}): ProgramBrand['texts'] {
  const isHosted = directory !== undefined;
  const spoken = wordKeys.filter(
    (key) =>
      (isHosted || !Object.hasOwn(directoryWords, key)) &&
      (template !== undefined || !Object.hasOwn(templateWords, key)),
  );
  const hosted = (lang: Lang) => (isHosted ? inOneLanguage(hostedWords, lang) : {});
  return Object.fromEntries(
    languages.map((lang) => {
      const own = { ...hosted(lang), ...words[lang] };
      return [lang, Object.fromEntries(spoken.map((key) => [key, own[key] ?? wordIn(lang, key)]))];
    }),
  );
}

/** What the users of an app are told that the provider does not know. */
export function unregisteredTexts({ languages }: Pick<BrandPack, 'languages'>) {
  return Object.fromEntries(
    languages.map((lang) => [lang, inOneLanguage(unregisteredWords, lang)]),
  );
}

function inOneLanguage(
  texts: Readonly<Record<string, Translations>>,
  lang: Lang,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(texts).map(([key, translations]) => [key, translationIn(lang, translations)]),
  );
}

/** An override may change what is said, not what is named: the same `{placeholders}`. */
export function checkWords({ languages, words }: BrandPack): string[] {
  return Object.entries(words).flatMap(([lang, overrides]) => {
    const spoken = languages.find((one) => one === lang);
    if (spoken === undefined) return [`words.${lang}: ${say(messages.wordLang())}`];
    return Object.entries(overrides).flatMap(([key, text]) => checkWord(spoken, key, text));
  });
}

function checkWord(lang: Lang, key: string, text: string): string[] {
  const field = `words.${lang}.${key}`;
  if (!isWordKey(key)) return [`${field}: ${say(messages.wordUnknown(similar(key)))}`];
  const known = placeholders(wordIn(lang, key));
  const used = placeholders(text);
  const names = listedInWords(known.map((one) => `{${one}}`)) || say(messages.none());
  const strange = used.filter((name) => !known.includes(name));
  const problems = strange.map((name) => `${field}: ${say(messages.wordBraces(name, names))}`);
  // As other tools write them, or a Chinese keyboard: people would read the braces.
  if (
    /[{}｛｝]/.test(text.replace(/\{\w+\}/g, (_, at: number) => (text[at - 1] === '$' ? '{' : '')))
  )
    problems.push(`${field}: ${say(messages.wordBraceShape(names))}`);
  // Without its list a sentence of consent would name no agreement.
  if (known.includes('list') && used.filter((name) => name === 'list').length !== 1) {
    problems.push(`${field}: ${say(messages.wordList())}`);
  }
  return problems;
}

/** Words of one's own in some of the languages only: allowed, and worth a look. One line each. */
export function noteWords({ languages, words }: BrandPack): string[] {
  const own = new Set(languages.flatMap((lang) => Object.keys(words[lang] ?? {})));
  return [...own].flatMap((key) => {
    const missing = languages.filter((lang) => words[lang]?.[key] === undefined);
    return missing.length === 0
      ? []
      : [`words: ${say(notes.wordsMissing(key, listedInWords(missing)))}`];
  });
}

/** A key with the same last part, or the one that starts alike. */
function similar(key: string): string {
  const start = key.slice(0, Math.max(4, key.length - 3));
  const found =
    wordKeys.find((one) => one.startsWith(start)) ??
    wordKeys.find((one) => one.split('.').at(-1) === key.split('.').at(-1));
  return found ?? '';
}

function placeholders(text: string): string[] {
  return [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '').sort();
}
