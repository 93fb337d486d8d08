import type { DeviceInfo } from '../../../contract/process';
import type { NativePageKind } from '../../../contract/surroundings';

/** WeChat's own words on its own sheets, in the phone's language. */
export interface ClientWords {
  readonly asks: (program: string) => string;
  readonly phoneTitle: string;
  readonly phoneNote: string;
  readonly allow: string;
  readonly reject: string;
  readonly privacyTitle: string;
  readonly privacyBefore: (program: string) => string;
  readonly privacyAfter: string;
  readonly agree: string;
  readonly disagree: string;
  readonly contractTitle: string;
  readonly contractBody: (program: string) => string;
  readonly confirm: string;
  readonly cancel: string;
  readonly copied: string;
  readonly noQuota: string;
  readonly more: string;
  readonly close: string;
  readonly back: string;
  readonly loading: string;
  /** Between what is asked for and its name. */
  readonly scopeTitle: (scope: string) => string;
  readonly opens: (appId: string) => string;
  readonly nativeTitle: Readonly<Record<NativePageKind, string>>;
}

const zhCN: ClientWords = {
  asks: (program) => `${program} 申请`,
  phoneTitle: '获取并验证你的手机号',
  phoneNote: '微信绑定号码',
  allow: '允许',
  reject: '不允许',
  privacyTitle: '用户隐私保护提示',
  privacyBefore: (program) => `在使用「${program}」的服务之前，请仔细阅读`,
  privacyAfter: '。如果你同意，请点击“同意”开始使用。',
  agree: '同意',
  disagree: '拒绝',
  contractTitle: '小程序用户隐私保护指引',
  contractBody: (program) =>
    `本指引说明「${program}」的开发者如何处理你的个人信息。模拟器中只显示这一页，不含正式条款。`,
  confirm: '确定',
  cancel: '取消',
  copied: '内容已复制',
  noQuota: '该功能使用次数已达当前小程序上限，暂时无法使用',
  more: '更多',
  close: '关闭',
  back: '返回',
  loading: '正在打开',
  scopeTitle: (scope) => `获取你的「${scope}」`,
  opens: (appId) => `即将打开小程序 ${appId}`,
  nativeTitle: { setting: '设置', places: '选择位置', album: '相册', preview: '预览' },
};

const zhTW: ClientWords = {
  asks: (program) => `${program} 申請`,
  phoneTitle: '取得並驗證你的手機號碼',
  phoneNote: '微信綁定號碼',
  allow: '允許',
  reject: '不允許',
  privacyTitle: '使用者隱私保護提示',
  privacyBefore: (program) => `使用「${program}」的服務前，請仔細閱讀`,
  privacyAfter: '。如果你同意，請點選「同意」開始使用。',
  agree: '同意',
  disagree: '拒絕',
  contractTitle: '小程式使用者隱私保護指引',
  contractBody: (program) =>
    `本指引說明「${program}」的開發者如何處理你的個人資訊。模擬器中只顯示這一頁，不含正式條款。`,
  confirm: '確定',
  cancel: '取消',
  copied: '內容已複製',
  noQuota: '此功能的使用次數已達目前小程式上限，暫時無法使用',
  more: '更多',
  close: '關閉',
  back: '返回',
  loading: '正在開啟',
  scopeTitle: (scope) => `取得你的「${scope}」`,
  opens: (appId) => `即將開啟小程式 ${appId}`,
  nativeTitle: { setting: '設定', places: '選擇位置', album: '相簿', preview: '預覽' },
};

const en: ClientWords = {
  asks: (program) => `${program} requests to`,
  phoneTitle: 'Get and verify your phone number',
  phoneNote: 'Linked to WeChat',
  allow: 'Allow',
  reject: "Don't Allow",
  privacyTitle: 'Privacy Protection',
  privacyBefore: (program) => `Before using ${program}, please read the `,
  privacyAfter: ' carefully. If you agree to it, tap "Agree" to start.',
  agree: 'Agree',
  disagree: 'Decline',
  contractTitle: 'Mini Program Privacy Guidelines',
  contractBody: (program) =>
    `These guidelines say how the developer of ${program} handles your personal information. The simulator shows this page only, without the terms themselves.`,
  confirm: 'OK',
  cancel: 'Cancel',
  copied: 'Copied',
  noQuota: 'This feature has reached the mini program’s usage limit and is unavailable for now',
  more: 'More',
  close: 'Close',
  back: 'Back',
  loading: 'Opening',
  scopeTitle: (scope) => `Use: ${scope}`,
  opens: (appId) => `Open the mini program ${appId}`,
  nativeTitle: {
    setting: 'Settings',
    places: 'Choose a place',
    album: 'Album',
    preview: 'Preview',
  },
};

const ja: ClientWords = {
  asks: (program) => `${program} からのリクエスト`,
  phoneTitle: '電話番号の取得と確認',
  phoneNote: 'WeChat に登録された番号',
  allow: '許可',
  reject: '許可しない',
  privacyTitle: 'プライバシー保護について',
  privacyBefore: (program) => `「${program}」のご利用前に、`,
  privacyAfter: 'をよくお読みください。同意する場合は「同意」をタップしてください。',
  agree: '同意',
  disagree: '拒否',
  contractTitle: 'ミニプログラム プライバシー保護ガイドライン',
  contractBody: (program) =>
    `「${program}」の開発者による個人情報の取り扱いについての案内です。シミュレーターではこの画面のみを表示し、正式な条項は含まれません。`,
  confirm: 'OK',
  cancel: 'キャンセル',
  copied: 'コピーしました',
  noQuota: 'この機能はミニプログラムの利用上限に達したため、現在ご利用いただけません',
  more: 'その他',
  close: '閉じる',
  back: '戻る',
  loading: '起動中',
  scopeTitle: (scope) => `「${scope}」の利用`,
  opens: (appId) => `ミニプログラム ${appId} を開く`,
  nativeTitle: { setting: '設定', places: '場所を選択', album: 'アルバム', preview: 'プレビュー' },
};

export function clientWords(language: DeviceInfo['language']): ClientWords {
  return { zh_CN: zhCN, zh_TW: zhTW, zh_HK: zhTW, en, ja }[language];
}
