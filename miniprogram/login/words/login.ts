import type { Translations } from './translations';

/** The login screen and its sheet. */
export const loginWords = {
  'list.comma': ['、', '、', ', ', '、'],
  'list.and': ['和', '和', ' and ', 'と'],
  'login.heading': ['登录{app}', '登入{app}', 'Log in to {app}', '{app}にログイン'],
  'login.asking': [
    '{app}应用申请使用您的微信登录',
    '{app}應用程式要求使用您的微信登入',
    'The {app} app asks to log you in with WeChat',
    '{app}アプリが WeChat でのログインを求めています',
  ],
  'login.onBehalf': [
    '由{operator}提供服务',
    '由{operator}提供服務',
    'On behalf of {operator}',
    '提供：{operator}',
  ],
  'login.shared': ['登录时会提供', '登入時會提供', 'What you share', '提供される情報'],
  'login.wechat': ['微信身份', '微信身分', 'WeChat identity', 'WeChat の識別情報'],
  'login.wechat.detail': [
    '用于识别您的账号，不含聊天和好友',
    '用於識別您的帳號，不含聊天和好友',
    'Used to recognise your account. No chats, no contacts.',
    'アカウントの確認に使います。トークや友だちは含まれません。',
  ],
  'login.phone': ['手机号', '手機號碼', 'Phone number', '電話番号'],
  'login.phone.detail': [
    '您点“允许”后才由微信提供，用于创建或找回账号',
    '您點「允許」後才由微信提供，用於建立或找回帳號',
    'Shared by WeChat only after you tap Allow. Used to create or find your account.',
    '「許可」をタップした後に WeChat から提供され、アカウントの作成や確認に使います。',
  ],
  'login.phone.existing': [
    '您点“允许”后才由微信提供，用于找到您的账号',
    '您點「允許」後才由微信提供，用於找到您的帳號',
    'Shared by WeChat only after you tap Allow. Used to find your account.',
    '「許可」をタップした後に WeChat から提供され、アカウントの確認に使います。',
  ],
  'login.phone.optional': [
    '可以不提供；提供后可用于找回账号',
    '可以不提供；提供後可用於找回帳號',
    'Optional. Helps you find your account again.',
    '提供は任意です。アカウントの確認に役立ちます。',
  ],
  'login.scopes': ['其他资料', '其他資料', 'Other information', 'その他の情報'],
  'login.scopes.detail': [
    '{app}还请求：{scopes}',
    '{app}還請求：{scopes}',
    '{app} also asks for: {scopes}',
    '{app}はほかに次の情報を求めています：{scopes}',
  ],
  'scope.email': ['邮箱', '電子郵件', 'email address', 'メールアドレス'],
  'scope.address': ['地址', '地址', 'address', '住所'],
  'scope.offline_access': ['保持登录', '保持登入', 'keeping you logged in', 'ログイン状態の維持'],
  'login.consent': [
    '我已阅读并同意{list}',
    '我已閱讀並同意{list}',
    'I have read and agree to {list}',
    '{list}を読み、同意します',
  ],
  // Titles of GenAuth's are sentences of the tenant's own.
  'login.consent.titles': [
    '我已阅读并同意以下内容：{list}',
    '我已閱讀並同意以下內容：{list}',
    'I have read and agree to the following: {list}',
    '次の内容を読み、同意します：{list}',
  ],
  'login.option': ['{list}（可选）', '{list}（可選）', '{list} (optional)', '{list}（任意）'],
  'login.primary.phone': [
    '手机号快捷登录',
    '手機號碼快速登入',
    'Log in with phone',
    '電話番号でログイン',
  ],
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
  'sheet.cancel': ['不同意', '不同意', 'Do not agree', '同意しない'],
  'notice.phone_denied': [
    '您没有提供手机号，登录需要手机号。',
    '您沒有提供手機號碼，登入需要手機號碼。',
    'You did not share your phone number. You need it to log in.',
    '電話番号が提供されませんでした。ログインに必要です。',
  ],
  // Not who has refused: WeChat may answer so without having asked.
  'notice.privacy_refused': [
    '同意微信的隐私保护指引后才能登录。',
    '同意微信的隱私保護指引後才能登入。',
    'You need to accept WeChat’s privacy guidelines before you can log in.',
    'ログインには WeChat のプライバシー保護ガイドラインへの同意が必要です。',
  ],
  'notice.noPhone': [
    '未能从微信获取手机号，可以直接登录。',
    '未能從微信取得手機號碼，可以直接登入。',
    'WeChat did not share your phone number. You can log in without it.',
    'WeChat から電話番号を取得できませんでした。電話番号なしでログインできます。',
  ],
  'notice.consent_refused': [
    '同意协议后才能登录。',
    '同意協議後才能登入。',
    'You need to agree before you can log in.',
    'ログインには同意が必要です。',
  ],
} as const satisfies Readonly<Record<string, Translations>>;
