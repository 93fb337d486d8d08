import type { Translations } from './translations';

/** Opened by hand, and the agreement reader. */
export const aboutWords = {
  'about.heading': [
    '用微信登录{app}',
    '用微信登入{app}',
    'Log in to {app} with WeChat',
    'WeChat で{app}にログイン',
  ],
  'about.body': [
    '本小程序为{app}用户提供微信登录，由{operator}运营。请从{app}应用开始登录。',
    '本小程式為{app}使用者提供微信登入，由{operator}營運。請從{app}應用程式開始登入。',
    'This mini program, run by {operator}, lets users of {app} log in with WeChat. To log in, start in the {app} app.',
    'このミニプログラムは、{app}の利用者が WeChat でログインするためのもので、{operator}が運営しています。ログインは{app}アプリから始めます。',
  ],
  'about.how': ['使用方法', '使用方法', 'How it works', '使い方'],
  'about.how.1': [
    '打开手机上的{app}应用',
    '打開手機上的{app}應用程式',
    'Open the {app} app on your phone',
    'スマートフォンで{app}アプリを開く',
  ],
  'about.how.2': [
    '点“微信登录”，会自动来到这里',
    '點「微信登入」，會自動來到這裡',
    'Tap “Log in with WeChat” to come here',
    '「WeChat でログイン」をタップすると、ここに移ります',
  ],
  'about.how.3': [
    '同意协议并登录，然后自动回到{app}',
    '同意協議並登入，然後自動回到{app}',
    'Agree and log in to return to {app}',
    '同意してログインすると、{app}に戻ります',
  ],
  'about.agreements': ['协议', '協議', 'Agreements', '規約'],
  'about.contact': ['联系我们', '聯絡我們', 'Contact us', 'お問い合わせ'],
  'agreement.missing': [
    '协议暂时无法打开，请稍后重试。',
    '協議暫時無法開啟，請稍後重試。',
    'This agreement cannot be opened right now. Try again later.',
    'この規約は現在開けません。しばらくしてからもう一度お試しください。',
  ],
} as const satisfies Readonly<Record<string, Translations>>;
