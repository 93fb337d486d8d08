import type { Translations } from './translations';

/** What only a hosted program can say: packaged ones ship without it. */
export const directoryWords = {
  app_not_registered: [
    '这个应用还没有登记',
    '這個應用程式還沒有登記',
    'This app is not registered here',
    'このアプリは登録されていません',
  ],
  program_mismatch: [
    '这个应用登记的是另一个小程序',
    '這個應用程式登記的是另一個小程式',
    'This app is set up for another mini program',
    'このアプリは別のミニプログラム用に登録されています',
  ],
  directory_invalid: [
    '这个应用的登记信息有误',
    '這個應用程式的登記資料有誤',
    'This app is registered incorrectly',
    'このアプリの登録情報に誤りがあります',
  ],
  directory_unavailable: [
    '暂时查不到是哪个应用',
    '暫時查不到是哪個應用程式',
    'The app cannot be looked up',
    'アプリを確認できません',
  ],
} as const satisfies Readonly<Record<string, Translations>>;

/** What only a template can say. */
export const templateWords = {
  ext_invalid: [
    '这个小程序的品牌设置无法使用',
    '這個小程式的品牌設定無法使用',
    'The settings of this mini program cannot be used',
    'このミニプログラムの設定を使用できません',
  ],
} as const satisfies Readonly<Record<string, Translations>>;

/** Where a hosted program says another thing than a packaged one. */
export const hostedWords = {
  'working.preparing.detail': [
    '正在确认是哪个应用',
    '正在確認是哪個應用程式',
    'Finding out which app asks',
    'どのアプリからかを確認しています',
  ],
  'fault.brand': [
    '需要应用方处理，不是您的原因。',
    '需要應用程式方處理，不是您的原因。',
    'The app’s company has to look into it. You did nothing wrong.',
    'アプリ提供元での対応が必要です。お客様に原因はありません。',
  ],
  'login.onBehalf': [
    '由{operator}提供服务，经{provider}登录',
    '由{operator}提供服務，經{provider}登入',
    'On behalf of {operator}, through {provider}',
    '提供：{operator}（{provider}経由でログイン）',
  ],
  'about.body': [
    '这个小程序由{operator}运营，为许多应用提供微信登录。登录从这些应用里开始。',
    '這個小程式由{operator}營運，為許多應用程式提供微信登入。登入從這些應用程式裡開始。',
    'This mini program, run by {operator}, lets people log in to many apps with WeChat. Logging in starts in the app.',
    'このミニプログラムは{operator}が運営し、多くのアプリに WeChat でのログインを提供しています。ログインは各アプリから始めます。',
  ],
} as const satisfies Readonly<Record<string, Translations>>;

/** To the users of an app that the provider does not know, where it is served all the same. */
export const unregisteredWords = {
  'login.heading': [
    '登录一个未登记的应用',
    '登入一個未登記的應用程式',
    'Log in to an app that is not registered',
    '登録されていないアプリにログイン',
  ],
  'login.asking': [
    '{operator}不认识打开这里的应用。请确认是您自己打开的。',
    '{operator}不認識打開這裡的應用程式。請確認是您自己打開的。',
    '{operator} does not know the app that opened this. Make sure that you opened it yourself.',
    '{operator}はこのページを開いたアプリを確認できません。ご自身で開いたかご確認ください。',
  ],
} as const satisfies Readonly<Record<string, Translations>>;
