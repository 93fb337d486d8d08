/** What a launch's `lang` can be (docs/host-app.md#launch). */
const languages = ['zh-CN', 'zh-TW', 'en', 'ja'] as const;
export type LaunchLanguage = (typeof languages)[number];

/** Where Chinese is written with traditional characters. */
const traditional = /^zh-(?:.*-)?(?:hant|tw|hk|mo)(?:-|$)/;

/**
 * An app hands over the phone's language as the system writes it (`zh-Hant-HK`, `en_US`). Null
 * when none of the contract's languages is meant: WeChat's own language decides then, and nothing
 * that a stranger wrote gets into the launch.
 */
export function mapLanguage(tag: unknown): LaunchLanguage | null {
  if (typeof tag !== 'string' || tag.length > 100) return null;
  const normal = tag.trim().replaceAll('_', '-').toLowerCase();
  if (!/^[a-z]{2,8}(?:-[a-z0-9]{1,8})*$/.test(normal)) return null;
  const [language] = normal.split('-');
  if (language === 'zh') {
    const simplified = /^zh-(?:.*-)?hans(?:-|$)/.test(normal);
    return traditional.test(normal) && !simplified ? 'zh-TW' : 'zh-CN';
  }
  return languages.find((known) => known === language) ?? null;
}
