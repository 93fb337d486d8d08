import { type Language, languageOf } from '@mini-login/platform/language';
import { inWords, type Join } from '@mini-login/platform/lists';

export type { Language };

/** One message in every language: a language that is missing is a type error. */
export type Text = Readonly<Record<Language, string>>;

export function text(en: string, zh: string): Text {
  return { en, zh };
}

/** Between the names of a list. */
const between: Readonly<Record<Language, string>> = { en: ', ', zh: '、' };

let chosen: Language | null = null;

/** In the language of this process, or of `inLanguage`. */
export function say(message: Text): string {
  return message[currentLanguage()];
}

/** Names behind a colon or in brackets, as that language writes a list. */
export function listed(names: readonly string[]): string {
  return names.join(between[currentLanguage()]);
}

/** Names in a sentence: "a, b and c". */
export function listedInWords(names: readonly string[], join: Join = 'and'): string {
  return inWords(names, join, currentLanguage());
}

export function currentLanguage(): Language {
  return chosen ?? languageOf(process.env);
}

/** For a reader with a language of their own, such as a page that this process serves. */
export function inLanguage<T>(language: Language, work: () => T): T {
  const before = chosen;
  chosen = language;
  try {
    return work();
  } finally {
    chosen = before;
  }
}
