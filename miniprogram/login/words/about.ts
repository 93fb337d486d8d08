import type { Said } from './said';

/** Opened by hand, and the agreement reader. */
export const aboutWords = {
  'about.heading': [
    '用微信登录{app}',
    '用微信登入{app}',
    'Log in to {app} with WeChat',
    'WeChat で{app}にログイン',
  ],
  'about.body': [
    '这个小程序为{app}的用户提供微信登录，由{operator}运营。登录从{app}应用里开始。',
    '這個小程式為{app}的使用者提供微信登入，由{operator}營運。登入從{app}應用程式裡開始。',
    'This mini program lets users of {app} log in with WeChat. It is run by {operator}. Logging in starts in the {app} app.',
    'このミニプログラムは、{app}の利用者が WeChat でログインするためのもので、{operator}が運営しています。ログインは{app}アプリから始めます。',
  ],
  'about.how': ['怎样使用', '怎樣使用', 'How it works', '使い方'],
  'about.how.1': [
    '打开手机上的{app}应用',
    '打開手機上的{app}應用程式',
    'Open the {app} app on your phone',
    'スマートフォンで{app}アプリを開く',
  ],
  'about.how.2': [
    '点“微信登录”，会自动来到这里',
    '點「微信登入」，會自動來到這裡',
    'Tap “Log in with WeChat”; you will come here',
    '「WeChat でログイン」をタップすると、ここに移ります',
  ],
  'about.how.3': [
    '同意协议并登录，然后自动回到{app}',
    '同意協議並登入，然後自動回到{app}',
    'Agree and log in; you will be back in {app}',
    '同意してログインすると、{app}に戻ります',
  ],
  'about.agreements': ['协议', '協議', 'Agreements', '規約'],
  'about.contact': ['联系我们', '聯絡我們', 'Contact', 'お問い合わせ'],
  'agreement.missing': [
    '这份协议暂时打不开。请返回后再试。',
    '這份協議暫時打不開。請返回後再試。',
    'This agreement cannot be opened right now. Go back and try again.',
    'この規約は現在開けません。戻ってからもう一度お試しください。',
  ],
} as const satisfies Readonly<Record<string, Said>>;
