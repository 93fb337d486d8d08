/** A part of the side bar: its title in both languages, and its pages in English, in order. */
export interface Group {
  readonly title: { readonly en: string; readonly zh: string };
  readonly pages: readonly string[];
}

/** Every page of the site, by the path of its English file in the repository. */
export const groups: readonly Group[] = [
  { title: { en: 'Start', zh: '开始' }, pages: ['README.md', 'CHANGELOG.md'] },
  {
    title: { en: 'For apps and their servers', zh: 'App 与服务端' },
    pages: [
      ...['docs/host-app.md', 'docs/host-app/android.md', 'docs/host-app/ios.md'],
      ...['docs/host-app/flutter.md', 'docs/host-app/harmonyos.md'],
      ...['kits/README.md', 'kits/javascript/README.md', 'kits/server/README.md'],
      ...['kits/kotlin/README.md', 'kits/swift/README.md', 'kits/flutter/README.md'],
      ...['kits/harmonyos/README.md', 'kits/vectors/README.md'],
    ],
  },
  {
    title: { en: 'Your own program', zh: '做成自己的小程序' },
    pages: ['docs/tenant.md', 'docs/provider.md'],
  },
  {
    title: { en: 'Testing', zh: '测试' },
    pages: [
      ...['docs/qa.md', 'docs/sandbox.md', 'docs/device-check.md'],
      ...['scripts/sandbox/README.md', 'scripts/simulator/README.md'],
      'scripts/simulator/APIS.md',
    ],
  },
  { title: { en: 'Security', zh: '安全' }, pages: ['docs/security.md', 'SECURITY.md'] },
  {
    title: { en: 'How it works', zh: '工作原理' },
    pages: [
      ...['docs/architecture.md', 'docs/flow.md', 'docs/wechat.md', 'docs/genauth.md'],
      ...['docs/glossary.md', 'docs/decisions/README.md'],
    ],
  },
  {
    title: { en: 'Taking part', zh: '参与开发' },
    pages: [
      ...['CONTRIBUTING.md', 'CODE_OF_CONDUCT.md', 'docs/releasing.md', 'scripts/README.md'],
      ...['scripts/local-server/README.md', 'scripts/platform/README.md', 'scripts/site/README.md'],
    ],
  },
];

/** Pages that others lead to: one file for each decision. */
export const isUnlisted = (page: string) => /^docs\/decisions\/(?!README)/.test(page);

/** Where a page of the repository stands on the site, both as paths with `/`. */
export function sitePathOf(page: string): string {
  const english = page.replace('.zh-CN.md', '.md');
  const path =
    english === 'SECURITY.md'
      ? // docs/security.md has the name already, where letters' cases are the same.
        'security-policy.md'
      : english
          .replace(/^docs\//, '')
          .replace(/(^|\/)README\.md$/, '$1index.md')
          .toLowerCase();
  return page === english ? path : `zh/${path}`;
}
