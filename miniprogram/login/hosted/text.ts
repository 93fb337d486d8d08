import { inLanguage } from '../brand';
import { own } from '../json';
import { type Lang, type LangWords, langs } from '../lang';

/*
 * Somebody else's text: it is shown, and never obeyed. What could make a sentence read as another,
 * or looks like markup, is refused and not repaired.
 */

const shows = /(?!\p{Default_Ignorable_Code_Point})[\p{L}\p{N}]/u;
const misleads = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/u;
const markup = /[<>]|&#?\w+;/;

/** One line that may be shown; null: it may not. `max` characters, as JSON Schema counts them. */
export function readLine(value: unknown, max: number): string | null {
  if (typeof value !== 'string' || [...value].length > max) return null;
  return shows.test(value) && !misleads.test(value) && !markup.test(value) ? value.trim() : null;
}

/** A text of several lines: an agreement. */
export function readText(value: unknown, max: number): string | null {
  if (typeof value !== 'string' || [...value].length > max || !shows.test(value)) return null;
  return misleads.test(value.replace(/[\t\n\r]/g, '')) || markup.test(value)
    ? null
    : value.replace(/\r\n?/g, '\n').trim();
}

/**
 * A text in some of the program's languages; a single one is for all of them. Each of `languages`
 * has one then, as what is agreed to has to be the same whatever is shown.
 */
export function readWords(
  value: unknown,
  languages: readonly Lang[],
  read: (text: unknown) => string | null,
): LangWords | null {
  const given: [Lang, unknown][] =
    typeof value === 'string'
      ? languages.map((lang) => [lang, value])
      : langs.map((lang): [Lang, unknown] => [lang, own(value, lang)]);
  const there = given.filter(([, text]) => text !== undefined);
  const words: Partial<Record<Lang, string>> = {};
  for (const [lang, text] of there) {
    const line = read(text);
    if (line === null) return null;
    words[lang] = line;
  }
  if (there.length === 0) return null;
  for (const lang of languages) words[lang] ??= inLanguage(words, lang);
  return words;
}
