import type { Translations } from './translations';

/** While something is under way. */
export const workingWords = {
  'working.preparing': ['正在准备登录', '正在準備登入', 'Getting ready', 'ログインの準備中'],
  'working.preparing.detail': [
    '正在加载协议',
    '正在載入協議',
    'Loading the agreements',
    '規約を読み込んでいます',
  ],
  'working.heading': ['正在登录{app}', '正在登入{app}', 'Logging in to {app}', '{app}にログイン中'],
  'working.detail': [
    '通常需要一两秒',
    '通常需要一兩秒',
    'Usually takes a second or two',
    '通常は 1～2 秒です',
  ],
  'working.consent': ['已同意协议', '已同意協議', 'Agreements accepted', '規約に同意しました'],
  'working.wechat': [
    '确认微信身份',
    '確認微信身分',
    'Confirming your WeChat identity',
    'WeChat の識別情報を確認',
  ],
  'working.account': [
    '核对{app}账号',
    '核對{app}帳號',
    'Checking your {app} account',
    '{app}のアカウントを確認',
  ],
  'working.result': ['加密登录结果', '加密登入結果', 'Encrypting the result', '結果を暗号化'],
  'working.cancel': ['取消登录', '取消登入', 'Cancel', 'キャンセル'],
  'step.done': ['已完成', '已完成', 'Done', '完了'],
  'step.active': ['进行中', '進行中', 'In progress', '処理中'],
  'step.waiting': ['未开始', '尚未開始', 'Not started', '未開始'],
} as const satisfies Readonly<Record<string, Translations>>;
