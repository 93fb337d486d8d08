import type { Lang } from '../../../../miniprogram/login/lang';
import type { Theme } from './choice';

const en = {
  lang: 'en',
  title: 'Gallery',
  tagline: 'Every screen of the program, drawn by the program itself',
  workbench: 'Workbench',
  brand: 'Brand',
  languages: 'Languages',
  sizes: 'Screens',
  themes: 'Themes',
  search: 'Find a screen',
  sizeNames: {
    320: '320 × 568',
    667: '375 × 667',
    375: '375 × 812',
    430: '430 × 932',
    largest: 'Largest text',
    tightest: '320, largest text',
    tablet: 'Tablet',
  } as Readonly<Record<string, string>>,
  themeNames: { light: 'Light', dark: 'Dark' } as Readonly<Record<Theme, string>>,
  progress: (drawn: number, all: number) =>
    drawn === all ? `${all} pictures` : `${drawn} of ${all} pictures`,
  nothing: 'No screen has this in its name.',
  problem: 'The program could not be drawn:',
  changing: (brand: string) => `Changing to ${brand}`,
  enlarge: (tile: string) => `Enlarge ${tile}`,
  close: 'Close',
  phone: 'The phone that is drawn',
  scenes: null as Readonly<Record<string, string>> | null,
};

export type GalleryWords = typeof en;

const zh: GalleryWords = {
  lang: 'zh-CN',
  title: '画廊',
  tagline: '小程序的全部界面，由小程序自己绘制',
  workbench: '工作台',
  brand: '品牌',
  languages: '语言',
  sizes: '屏幕',
  themes: '主题',
  search: '查找界面',
  sizeNames: {
    320: '320 × 568',
    667: '375 × 667',
    375: '375 × 812',
    430: '430 × 932',
    largest: '最大字号',
    tightest: '320，最大字号',
    tablet: '平板',
  },
  themeNames: { light: '浅色', dark: '深色' },
  progress: (drawn, all) => (drawn === all ? `共 ${all} 张` : `已绘制 ${drawn} / ${all} 张`),
  nothing: '没有名称包含这些文字的界面。',
  problem: '小程序无法绘制：',
  changing: (brand) => `正在切换到 ${brand}`,
  enlarge: (tile) => `放大 ${tile}`,
  close: '关闭',
  phone: '用于绘制的手机',
  scenes: {
    login: '登录，未勾选协议',
    'login-agreed': '登录，已勾选协议',
    'login-getting-ready': '已同意，微信尚未给出 code',
    'login-sheet': '未勾选时点击了按钮',
    'login-options': '协议来自 GenAuth，其中一项可选',
    'login-sheet-options': '同上，在弹层中，已勾选可选项',
    'login-genauth-agreed': '协议来自 GenAuth，已全部勾选',
    'login-denied': '拒绝了提供手机号',
    'login-optional': '手机号可选',
    'login-scopes': 'App 请求了更多权限',
    'login-no-phone': '不需要手机号',
    'login-fullest': '所有内容同时出现',
    'working-preparing': '正在读取 GenAuth 中的协议',
    'working-identifying': '正在向目录查询是哪家公司的 App',
    'working-minting': '正在为 App 换取 ticket',
    working: '正在登录',
    'working-sealing': '正在加密结果',
    returning: '正在返回，已登录',
    'returning-declined': '正在返回，未登录',
    'returning-manual': '微信没有切换',
    'returning-again': '按钮没有起作用，可再试一次',
    finished: 'App 已收到结果，用户又回来了',
    'finished-unknown': '结果可能已送达',
    'finished-lost': '结果无法送达',
    'failure-network': '没有网络',
    'failure-server': 'GenAuth 出现问题',
    'failure-mfa': '账号需要更多验证',
    'failure-setting': '品牌设置有误',
    'failure-expired': '用时过长，只能从 App 重新开始',
    about: '手动打开',
    'about-genauth': '手动打开，协议保存在 GenAuth',
    'login-no-agreement': '有一份协议打不开',
    'working-renewing': '正在向微信重新获取 code',
    'finished-declined': 'App 已知道用户拒绝，用户又回来了',
    'about-no-agreement': '手动打开，有一份协议打不开',
  },
};

/** Chinese when the browser prefers any Chinese, else English. */
export function wordsFor(languages: readonly string[]): GalleryWords {
  const preferred = languages.find((language) => /^(zh|en)\b/i.test(language));
  return preferred !== undefined && /^zh/i.test(preferred) ? zh : en;
}

/** Names of languages stand in their own language. */
export const languageNames: Readonly<Record<Lang, string>> = {
  'zh-CN': '简体中文',
  'zh-TW': '繁體中文',
  en: 'English',
  ja: '日本語',
};
