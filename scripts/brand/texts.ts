import type { Brand as AppliedBrand } from '../../miniprogram/login/brand';
import type { Lang } from '../../miniprogram/login/lang';
import { words as allWords, type WordKey, wordIn } from '../../miniprogram/login/words/index';
import type { BrandPack } from './schema';

const keys = Object.keys(allWords).filter(isWordKey);

/** What the program says in the brand's languages, with the tenant's own words in place of ours. */
export function textsOf({ languages, words }: Pick<BrandPack, 'languages' | 'words'>): AppliedBrand['texts'] {
  return Object.fromEntries(
    languages.map((lang) => [lang, Object.fromEntries(keys.map((key) => [key, words[lang]?.[key] ?? wordIn(lang, key)]))]),
  );
}

/** An override may change what is said, not what is named: the same `{placeholders}`. */
export function checkWords({ languages, words }: BrandPack): string[] {
  return Object.entries(words).flatMap(([lang, overrides]) => {
    const spoken = languages.find((one) => one === lang);
    if (spoken === undefined) return [`words.${lang}: this language is not in languages; add it there, or take its words out`];
    return Object.entries(overrides).flatMap(([key, text]) => checkWord(spoken, key, text));
  });
}

function checkWord(lang: Lang, key: string, text: string): string[] {
  if (!isWordKey(key)) return [`words.${lang}.${key}: no such text; the keys are in miniprogram/login/words/`];
  const known = placeholders(wordIn(lang, key));
  const strange = placeholders(text).filter((name) => !known.includes(name));
  return strange.map(
    (name) =>
      `words.${lang}.${key}: {${name}} is not known here; known are ${known.map((one) => `{${one}}`).join(', ') || 'none'}`,
  );
}

export function isWordKey(key: string): key is WordKey {
  return Object.hasOwn(allWords, key);
}

function placeholders(text: string): string[] {
  return [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '').sort();
}
