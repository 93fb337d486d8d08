import type { CheckId } from '@mini-login/server';
import type { DeviceInfo } from '@mini-login/simulator/contract';

/** The demo app's words. Refusals are worded by the code that the app got, as a real app would. */
export interface HarborWords {
  /** As a brand tags this language. */
  readonly tag: string;
  readonly appName: string;
  readonly city: string;
  readonly greeting: string;
  readonly welcome: (name: string) => string;
  readonly pitch: string;
  /** Of an app that nothing is known of. */
  readonly plainPitch: string;
  readonly logIn: string;
  readonly tryAgain: string;
  readonly signOut: string;
  readonly services: readonly [
    ferries: string,
    parking: string,
    library: string,
    bills: string,
    permits: string,
    repairs: string,
  ];
  readonly ferry: { readonly title: string; readonly line: string; readonly next: string };
  readonly waiting: {
    readonly title: string;
    readonly body: string;
    readonly again: string;
    readonly cancel: string;
  };
  readonly completing: string;
  readonly signedInWith: string;
  readonly checked: string;
  readonly checks: Readonly<Record<CheckId, string>>;
  readonly asSent: string;
  /** In place of the checks when the contract leaves none to the app. */
  readonly askedGenauth: string;
  readonly claims: string;
  readonly noPhone: string;
  readonly refused: {
    readonly title: string;
    readonly cancelled: string;
    readonly phone: string;
    readonly consent: string;
    readonly offline: string;
    readonly account: string;
    readonly other: string;
    readonly got: string;
  };
}

const zhCN: HarborWords = {
  tag: 'zh-CN',
  appName: '港湾',
  city: '港湾市 · 多云 21°',
  greeting: '城市就在手边',
  welcome: (name) => `你好，${name}`,
  pitch: '登录后查看你的账单、预约和证件。',
  plainPitch: '登录后继续使用。',
  logIn: '微信登录',
  tryAgain: '再试一次',
  signOut: '退出登录',
  services: ['轮渡', '停车', '图书馆', '缴费', '办证', '报修'],
  ferry: { title: '2 号轮渡', line: '东码头 → 灯塔岛', next: '7 分钟后开船' },
  waiting: {
    title: '请在微信里继续',
    body: '完成后会自动回到这里。',
    again: '回到微信',
    cancel: '不登录了',
  },
  completing: '正在核对登录结果…',
  signedInWith: '已通过微信登录',
  checked: '本应用已核对',
  checks: {
    state: 'state',
    seal: '密封',
    signature: '签名',
    issuer: '签发者',
    audience: '受众',
    expiry: '有效期',
    issued: '签发时间',
    nonce: 'nonce',
    access_token: 'access token',
  },
  asSent: '与发出的一致',
  askedGenauth: '此契约不带 token：应用直接向 GenAuth 询问是谁登录了。',
  claims: '得到的信息',
  noPhone: '未提供手机号',
  refused: {
    title: '没有登录',
    cancelled: '你取消了登录。',
    phone: '你没有提供手机号，我们无法为你登录。',
    consent: '需要同意协议才能登录。',
    offline: '网络不通，稍后再试。',
    account: '这个账号现在不能登录，请联系客服。',
    other: '这次没有成功。',
    got: '应用收到',
  },
};

const zhTW: HarborWords = {
  tag: 'zh-TW',
  appName: '港灣',
  city: '港灣市 · 多雲 21°',
  greeting: '城市就在手邊',
  welcome: (name) => `你好，${name}`,
  pitch: '登入後查看你的帳單、預約和證件。',
  plainPitch: '登入後繼續使用。',
  logIn: '微信登入',
  tryAgain: '再試一次',
  signOut: '登出',
  services: ['渡輪', '停車', '圖書館', '繳費', '辦證', '報修'],
  ferry: { title: '2 號渡輪', line: '東碼頭 → 燈塔島', next: '7 分鐘後開船' },
  waiting: {
    title: '請在微信繼續',
    body: '完成後會自動回到這裡。',
    again: '回到微信',
    cancel: '不登入了',
  },
  completing: '正在核對登入結果…',
  signedInWith: '已透過微信登入',
  checked: '本應用程式已核對',
  checks: {
    state: 'state',
    seal: '密封',
    signature: '簽章',
    issuer: '簽發者',
    audience: '受眾',
    expiry: '有效期限',
    issued: '簽發時間',
    nonce: 'nonce',
    access_token: 'access token',
  },
  asSent: '與送出的一致',
  askedGenauth: '此契約不帶 token：應用程式直接向 GenAuth 詢問是誰登入了。',
  claims: '得到的資訊',
  noPhone: '未提供手機號碼',
  refused: {
    title: '沒有登入',
    cancelled: '你取消了登入。',
    phone: '你沒有提供手機號碼，我們無法為你登入。',
    consent: '需要同意協議才能登入。',
    offline: '網路不通，請稍後再試。',
    account: '這個帳號現在不能登入，請聯絡客服。',
    other: '這次沒有成功。',
    got: '應用程式收到',
  },
};

const en: HarborWords = {
  tag: 'en',
  appName: 'Harbor',
  city: 'Harbor City · Cloudy 21°',
  greeting: 'Your city, at hand',
  welcome: (name) => `Hello, ${name}`,
  pitch: 'Log in to see your bills, bookings and permits.',
  plainPitch: 'Log in to go on.',
  logIn: 'Log in with WeChat',
  tryAgain: 'Try again',
  signOut: 'Log out',
  services: ['Ferries', 'Parking', 'Library', 'Bills', 'Permits', 'Repairs'],
  ferry: { title: 'Ferry 2', line: 'East Pier → Lighthouse Island', next: 'leaves in 7 min' },
  waiting: {
    title: 'Continue in WeChat',
    body: 'You come back here when it is done.',
    again: 'Back to WeChat',
    cancel: 'Never mind',
  },
  completing: 'Checking the result…',
  signedInWith: 'Logged in with WeChat',
  checked: 'Checked by this app',
  checks: {
    state: 'State',
    seal: 'Seal',
    signature: 'Signature',
    issuer: 'Issuer',
    audience: 'Audience',
    expiry: 'Expiry',
    issued: 'Issued',
    nonce: 'Nonce',
    access_token: 'Access token',
  },
  asSent: 'as sent',
  askedGenauth: 'This contract brings no token: the app asked GenAuth itself who signed in.',
  claims: 'Claims',
  noPhone: 'no phone number given',
  refused: {
    title: 'Not logged in',
    cancelled: 'You cancelled.',
    phone: 'You did not share your phone number. We need it to log you in.',
    consent: 'You can log in once you agree to the terms.',
    offline: 'There is no connection. Try again later.',
    account: 'This account cannot log in right now. Please contact us.',
    other: 'It did not work this time.',
    got: 'The app received',
  },
};

const ja: HarborWords = {
  tag: 'ja',
  appName: 'ハーバー',
  city: 'ハーバー市 · くもり 21°',
  greeting: '街のことを、手元で',
  welcome: (name) => `こんにちは、${name}さん`,
  pitch: 'ログインすると、請求・予約・証明書を確認できます。',
  plainPitch: 'ログインして続けます。',
  logIn: 'WeChatでログイン',
  tryAgain: 'もう一度試す',
  signOut: 'ログアウト',
  services: ['フェリー', '駐車場', '図書館', '支払い', '申請', '修理'],
  ferry: { title: 'フェリー2号', line: '東埠頭 → 灯台島', next: '7分後に出航' },
  waiting: {
    title: 'WeChatで続けてください',
    body: '完了するとここに戻ります。',
    again: 'WeChatに戻る',
    cancel: 'やめる',
  },
  completing: '結果を確認しています…',
  signedInWith: 'WeChatでログイン済み',
  checked: 'アプリによる検証',
  checks: {
    state: 'state',
    seal: '封印',
    signature: '署名',
    issuer: '発行者',
    audience: '対象',
    expiry: '有効期限',
    issued: '発行日時',
    nonce: 'nonce',
    access_token: 'access token',
  },
  asSent: '送信時と一致',
  askedGenauth: 'この方式ではトークンを受け取らず、アプリがGenAuthに直接確認しました。',
  claims: 'クレーム',
  noPhone: '電話番号なし',
  refused: {
    title: 'ログインしていません',
    cancelled: 'キャンセルされました。',
    phone: '電話番号が共有されなかったため、ログインできません。',
    consent: '規約に同意するとログインできます。',
    offline: '接続できません。後でもう一度お試しください。',
    account: 'このアカウントは現在ログインできません。お問い合わせください。',
    other: '今回はうまくいきませんでした。',
    got: 'アプリが受け取った値',
  },
};

export function harborWords(language: DeviceInfo['language']): HarborWords {
  switch (language) {
    case 'zh_CN':
      return zhCN;
    case 'zh_TW':
    case 'zh_HK':
      return zhTW;
    case 'en':
      return en;
    case 'ja':
      return ja;
  }
}

/** What the person reads for a code of the contract's closed list. */
export function refusalText(code: string, { refused }: HarborWords): string {
  if (/^(user_cancelled|denied)$/.test(code)) return refused.cancelled;
  if (/^(consent|privacy)_/.test(code)) return refused.consent;
  if (code.startsWith('phone_')) return refused.phone;
  if (/^(network|timeout)$/.test(code)) return refused.offline;
  if (/^(account_|user_not_found|registration_|needs_)/.test(code)) return refused.account;
  return refused.other;
}
