import type { Lang } from '../view';

const langs: readonly Lang[] = ['zh-CN', 'zh-TW', 'en', 'ja'];

export function isLang(value: string): value is Lang {
  return langs.some((lang) => lang === value);
}

/** WeChat's language (`zh_CN`, `zh_HK`, `en`, `ja`, ...) as one of ours: English for those that we do not speak. */
export function langOf(language: unknown): Lang {
  const tag = typeof language === 'string' ? language.slice(0, 16).replace('_', '-').toLowerCase() : '';
  if (/^zh-(?:tw|hk|mo|hant)/.test(tag)) return 'zh-TW';
  if (tag.startsWith('zh')) return 'zh-CN';
  if (tag.startsWith('ja')) return 'ja';
  return 'en';
}
