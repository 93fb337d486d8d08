/**
 * The languages of the program, each in one row, with what a person who reads it most likely reads
 * as well. `words/translations.ts` holds the order by type.
 */
const rows = [
  { lang: 'zh-CN', nearest: 'zh-TW' },
  { lang: 'zh-TW', nearest: 'zh-CN' },
  { lang: 'en', nearest: 'en' },
  { lang: 'ja', nearest: 'en' },
] as const;

/** Where Chinese is written in traditional characters, by CLDR's likely subtags. */
const traditional = /^(?:hant|au|bn|gb|gf|hk|id|mo|pa|pf|ph|sr|th|tw|us|vn)$/;

export type Lang = (typeof rows)[number]['lang'];

/** The place of each language in a row of texts. */
export type Places = {
  readonly [I in Extract<keyof typeof rows, `${number}`> as (typeof rows)[I]['lang']]: I;
};

export const langs: readonly Lang[] = rows.map(({ lang }) => lang);

/** A text in each language of the brand. */
export type LangWords = Readonly<Partial<Record<Lang, string>>>;

type Languages = readonly [Lang, ...Lang[]];

/**
 * WeChat's language (`zh_CN`, `zh_HK`, `en`, `ja`, ...) as one that is spoken: English, or what
 * stands in for it, for those that are not ours.
 */
export function langOf(language: unknown, spoken: Languages): Lang {
  return nearestLang([langOfTag(language) ?? 'en'], spoken);
}

/**
 * Any BCP 47 tag as a language of ours, also with `_` and in any case; null: it is none of them.
 * What writes Chinese counts before where it is spoken: `zh-Hans-HK` is simplified.
 */
export function langOfTag(tag: unknown): Lang | null {
  if (typeof tag !== 'string' || !/^[a-z]{2,3}(?:[-_][a-z0-9]{1,8}){0,15}$/i.test(tag)) return null;
  const [language, ...all] = tag.toLowerCase().split(/[-_]/);
  // Extensions and private use say nothing about the language.
  const singleton = all.findIndex((subtag) => subtag.length === 1);
  const subtags = singleton < 0 ? all : all.slice(0, singleton);
  if (language === 'en' || language === 'ja') return language;
  if (language !== 'zh' && language !== 'cmn' && language !== 'yue') return null;
  if (subtags.includes('hans')) return 'zh-CN';
  const isCantonese = language === 'yue' || subtags.includes('yue');
  return subtags.some((one) => traditional.test(one)) || (isCantonese && !subtags.includes('cn'))
    ? 'zh-TW'
    : 'zh-CN';
}

/** The first that is spoken, each itself or by the nearest to it. */
export function nearestLang(wanted: readonly (Lang | null)[], spoken: Languages): Lang {
  return wanted.flatMap(withNearest).find((one) => spoken.includes(one)) ?? spoken[0];
}

/** A language, and the one that who reads it most likely reads as well. */
export function withNearest(lang: Lang | null): readonly Lang[] {
  return rows.flatMap((row) => (row.lang === lang ? [row.lang, row.nearest] : []));
}
