/** https://developers.weixin.qq.com/miniprogram/dev/reference/configuration/app.html; only what the simulator acts on or may ignore. */
export const APP_KEYS: ReadonlySet<string> = new Set([
  'entryPagePath',
  'pages',
  'window',
  'subPackages',
  'subpackages',
  'preloadRule',
  'networkTimeout',
  'debug',
  'usingComponents',
  'componentFramework',
  'renderer',
  'style',
  'darkmode',
  'themeLocation',
  'lazyCodeLoading',
  'sitemapLocation',
  'permission',
  'requiredPrivateInfos',
  'requiredBackgroundModes',
  '__usePrivacyCheck__',
  'resizable',
  'convertRpxToVw',
]);

export const WINDOW_KEYS: ReadonlySet<string> = new Set([
  'navigationBarTitleText',
  'navigationBarBackgroundColor',
  'navigationBarTextStyle',
  'navigationStyle',
  'homeButton',
  'backgroundColor',
  'backgroundColorContent',
  'backgroundColorTop',
  'backgroundColorBottom',
  'backgroundTextStyle',
  'enablePullDownRefresh',
  'onReachBottomDistance',
  'pageOrientation',
  'restartStrategy',
  'initialRenderingCache',
  'visualEffectInBackground',
  'handleWebviewPreload',
]);

/** https://developers.weixin.qq.com/miniprogram/dev/framework/custom-component/ */
export const COMPONENT_KEYS: ReadonlySet<string> = new Set([
  'component',
  'usingComponents',
  'componentGenerics',
  'componentPlaceholder',
  'componentFramework',
  'renderer',
  'styleIsolation',
  'addGlobalClass',
  'pureDataPattern',
  'virtualHost',
]);

/** https://developers.weixin.qq.com/miniprogram/dev/reference/configuration/page.html */
export const PAGE_KEYS: ReadonlySet<string> = new Set([
  ...WINDOW_KEYS,
  ...COMPONENT_KEYS,
  'disableScroll',
  'style',
  'singlePage',
]);
