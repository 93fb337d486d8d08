import type { Brand } from '../brand';
import type { Lang } from '../view';

/** What a person most likely reads, after their own language. */
const nearest: Readonly<Record<Lang, readonly Lang[]>> = {
  'zh-CN': ['zh-CN', 'zh-TW'],
  'zh-TW': ['zh-TW', 'zh-CN'],
  en: ['en'],
  ja: ['ja', 'en'],
};

export function isLang(value: string): value is Lang {
  return Object.keys(nearest).includes(value);
}

/** WeChat's language (`zh_CN`, `zh_HK`, `en`, `ja`, ...) as one of the brand's: English for those that we do not speak. */
export function langOf(language: unknown, brand: Brand): Lang {
  const tag = typeof language === 'string' ? language.slice(0, 16).replace('_', '-').toLowerCase() : '';
  if (/^zh-(?:tw|hk|mo|hant)/.test(tag)) return spoken('zh-TW', brand);
  if (tag.startsWith('zh')) return spoken('zh-CN', brand);
  return spoken(tag.startsWith('ja') ? 'ja' : 'en', brand);
}

/** The language itself where the brand speaks it, else the nearest that it does. */
export function spoken(lang: Lang, { languages }: Brand): Lang {
  return nearest[lang].find((one) => languages.includes(one)) ?? languages[0];
}
