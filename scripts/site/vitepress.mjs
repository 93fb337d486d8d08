import { slugOf } from '../probe/facts.ts';

/**
 * @typedef {object} Site What scripts/site/build.ts found out, as JSON.
 * @property {string} base Where the site stands on its host: `/` or `/mini-login/`.
 * @property {string} version
 * @property {readonly string[]} released Older and newer versions in the changelog.
 * @property {string | null} repository
 * @property {boolean} hasDemo
 * @property {{ en: readonly object[], zh: readonly object[] }} sidebar
 */

/**
 * VitePress' configuration. Headings have the addresses that GitHub gives them, so that one link
 * works in both places.
 *
 * @param {Site} site
 */
export function configOf(site) {
  return {
    title: 'Mini-login',
    base: site.base,
    cleanUrls: false,
    markdown: { anchor: { slugify: slugOf } },
    // A shell of 500 KB is what a search in two languages and many code samples take.
    vite: { build: { chunkSizeWarningLimit: 2000 }, publicDir: '../public' },
    locales: {
      root: {
        label: 'English',
        lang: 'en',
        description: 'Sign people in to a native app with WeChat and GenAuth',
        themeConfig: {
          nav: navigationOf(site, ''),
          sidebar: site.sidebar.en,
        },
      },
      zh: {
        label: '简体中文',
        lang: 'zh-CN',
        description: '用微信和 GenAuth 登录原生 App',
        themeConfig: {
          nav: navigationOf(site, '/zh'),
          sidebar: site.sidebar.zh,
          outline: { level: [2, 3], label: '本页目录' },
          docFooter: { prev: '上一页', next: '下一页' },
          darkModeSwitchLabel: '外观',
          lightModeSwitchTitle: '切换到浅色',
          darkModeSwitchTitle: '切换到深色',
          sidebarMenuLabel: '目录',
          returnToTopLabel: '回到顶部',
          langMenuLabel: '语言',
          notFound: {
            title: '没有这个页面',
            quote: '',
            linkText: '回到首页',
            linkLabel: '回到首页',
          },
        },
      },
    },
    themeConfig: {
      outline: { level: [2, 3] },
      socialLinks: site.repository === null ? [] : [{ icon: 'github', link: site.repository }],
      search: {
        provider: 'local',
        options: {
          miniSearch: { options: { tokenize } },
          locales: {
            zh: {
              translations: {
                button: { buttonText: '搜索', buttonAriaLabel: '搜索' },
                modal: {
                  displayDetails: '显示详情',
                  resetButtonTitle: '清空',
                  backButtonTitle: '返回',
                  noResultsText: '没有找到',
                  footer: { selectText: '打开', navigateText: '选择', closeText: '关闭' },
                },
              },
            },
          },
        },
      },
    },
  };
}

/**
 * @param {Site} site
 * @param {'' | '/zh'} at
 */
function navigationOf(site, at) {
  const isChinese = at === '/zh';
  /** @param {string} en @param {string} zh */
  const say = (en, zh) => (isChinese ? zh : en);
  return [
    { text: say('Apps', 'App 接入'), link: `${at}/host-app` },
    { text: say('Your brand', '自有品牌'), link: `${at}/tenant` },
    { text: say('Testing', '测试'), link: `${at}/qa` },
    { text: say('Screens', '界面'), link: `${at}/screens` },
    ...(site.hasDemo ? [{ text: say('Demo', '演示'), link: `${at}/demo` }] : []),
    { text: 'API', link: '/api/' },
    {
      text: site.version,
      items: [
        { text: say('Changes', '更新日志'), link: `${at}/changelog` },
        ...site.released.map((title) => ({
          text: title,
          link: `${at}/changelog#${slugOf(title)}`,
        })),
      ],
    },
  ];
}

/**
 * Words as a reader means them, also where no space is between them. VitePress sends this function
 * to the browser as text, so it uses nothing from around it.
 *
 * @param {string} text
 * @returns {string[]}
 */
function tokenize(text) {
  const words = new Intl.Segmenter('zh', { granularity: 'word' });
  return [...words.segment(text)].filter((one) => one.isWordLike).map((one) => one.segment);
}
