/**
 * The languages of the program, each in one row: how WeChat writes it (in lower case, `-` for `_`),
 * how GenAuth tags its texts, and what a person who reads it most likely reads besides. A `Said` of
 * `words/` holds its texts in this order.
 */
const rows = {
  'zh-CN': { wechat: /^zh(?!-(?:tw|hk|mo|hant))/, genauth: 'zh-CN', nearest: 'zh-TW' },
  'zh-TW': { wechat: /^zh-(?:tw|hk|mo|hant)/, genauth: 'zh-TW', nearest: 'zh-CN' },
  en: { wechat: /^en/, genauth: 'en-US', nearest: 'en' },
  ja: { wechat: /^ja/, genauth: 'ja-JP', nearest: 'en' },
} as const;

export type Lang = keyof typeof rows;

export const langs: readonly Lang[] = Object.keys(rows).filter(isLang);

/** A text in each language of the brand. */
export type Words = Readonly<Partial<Record<Lang, string>>>;

type Languages = readonly [Lang, ...Lang[]];

function isLang(value: string): value is Lang {
  return Object.keys(rows).includes(value);
}

/**
 * WeChat's language (`zh_CN`, `zh_HK`, `en`, `ja`, ...) as one that is spoken: English, or what
 * stands in for it, for those that are not ours.
 */
export function langOf(language: unknown, spoken: Languages): Lang {
  const tag =
    typeof language === 'string' ? language.slice(0, 16).replace('_', '-').toLowerCase() : '';
  return nearestLang(langs.find((lang) => rows[lang].wechat.test(tag)) ?? 'en', spoken);
}

/** The language itself where it is spoken, else the nearest that is. */
export function nearestLang(lang: Lang, spoken: Languages): Lang {
  return [lang, rows[lang].nearest].find((one) => spoken.includes(one)) ?? spoken[0];
}

/** GenAuth's tag for a language, as its configuration writes it. */
export function genauthTag(lang: Lang): string {
  return rows[lang].genauth;
}
