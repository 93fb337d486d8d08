import type { Said } from './said';

/** The log-in screen and its sheet. */
export const loginWords = {
  'list.comma': ['、', '、', ', ', '、'],
  'list.and': ['和', '和', ' and ', 'と'],
  'login.heading': ['登录{app}', '登入{app}', 'Log in to {app}', '{app}にログイン'],
  'login.asking': [
    '{app}应用请求用您的微信登录',
    '{app}應用程式請求用您的微信登入',
    'The {app} app asks to log you in with WeChat',
    '{app}アプリが WeChat でのログインを求めています',
  ],
  'login.onBehalf': ['由{operator}提供服务', '由{operator}提供服務', 'On behalf of {operator}', '提供：{operator}'],
  'login.shared': ['登录时会提供', '登入時會提供', 'What you share', '提供される情報'],
  'login.wechat': ['微信身份', '微信身分', 'WeChat identity', 'WeChat の識別情報'],
  'login.wechat.detail': [
    '用来认出您的账号，不含聊天和好友',
    '用來認出您的帳號，不含聊天和好友',
    'To recognise your account. No chats, no contacts.',
    'アカウントの確認に使います。トークや友だちは含まれません。',
  ],
  'login.phone': ['手机号', '手機號碼', 'Phone number', '電話番号'],
  'login.phone.detail': [
    '您点“允许”后才由微信提供，用来创建或找回账号',
    '您點「允許」後才由微信提供，用來建立或找回帳號',
    'WeChat gives it only after you tap Allow. To create your account or find it again.',
    '「許可」をタップした後に WeChat から提供され、アカウントの作成や確認に使います。',
  ],
  'login.phone.optional': [
    '可以不提供；提供后可用它找回账号',
    '可以不提供；提供後可用它找回帳號',
    'Your choice. It helps you find your account again.',
    '提供は任意です。アカウントの確認に役立ちます。',
  ],
  'login.consent': [
    '我已阅读并同意{list}',
    '我已閱讀並同意{list}',
    'I have read and agree to {list}',
    '{list}を読み、同意します',
  ],
  'login.primary.phone': ['手机号快捷登录', '手機號碼快速登入', 'Log in with phone', '電話番号でログイン'],
  'login.primary.wechat': ['微信登录', '微信登入', 'Log in with WeChat', 'WeChat でログイン'],
  'login.withoutPhone': [
    '不提供手机号，直接登录',
    '不提供手機號碼，直接登入',
    'Log in without phone number',
    '電話番号なしでログイン',
  ],
  'login.decline': ['暂不登录', '暫不登入', 'Not now', '今はしない'],
  'sheet.heading': ['同意后继续登录', '同意後繼續登入', 'Agree to continue', '同意して続ける'],
  'sheet.consent': [
    '请阅读并同意{list}',
    '請閱讀並同意{list}',
    'Please read and agree to {list}',
    '{list}をお読みのうえ、同意してください',
  ],
  'sheet.agree': ['同意并继续', '同意並繼續', 'Agree and continue', '同意して続ける'],
  'sheet.cancel': ['不同意', '不同意', 'Disagree', '同意しない'],
  'notice.phone_denied': [
    '您没有提供手机号。登录需要手机号，可以再试一次。',
    '您沒有提供手機號碼。登入需要手機號碼，可以再試一次。',
    'You did not share your phone number. Logging in needs it; you can try again.',
    '電話番号が提供されませんでした。ログインには電話番号が必要です。もう一度お試しください。',
  ],
  'notice.phone_denied.optional': [
    '您没有提供手机号。可以再试一次，或不提供手机号直接登录。',
    '您沒有提供手機號碼。可以再試一次，或不提供手機號碼直接登入。',
    'You did not share your phone number. Try again, or log in without it.',
    '電話番号が提供されませんでした。もう一度試すか、電話番号なしでログインできます。',
  ],
  'notice.privacy_refused': [
    '您没有同意微信的隐私保护指引。同意后才能登录。',
    '您沒有同意微信的隱私保護指引。同意後才能登入。',
    "You did not agree to WeChat's privacy guidelines. Logging in needs it.",
    'WeChat のプライバシー保護ガイドラインに同意していません。ログインには同意が必要です。',
  ],
  'notice.consent_refused': [
    '同意协议后才能登录。',
    '同意協議後才能登入。',
    'Logging in needs your agreement.',
    'ログインには同意が必要です。',
  ],
} as const satisfies Readonly<Record<string, Said>>;
