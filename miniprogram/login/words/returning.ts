import type { Translations } from './translations';

/** The way back to the app. */
export const returningWords = {
  // In the place of a name: an app that is not one of the brand's, or not known yet.
  'app.unknown': ['原应用', '原應用程式', 'the app', '元のアプリ'],
  'returning.ok': ['即将完成', '即將完成', 'Almost done', 'もうすぐ完了です'],
  'returning.error': ['没有登录', '沒有登入', 'Not logged in', 'ログインしていません'],
  'returning.detail': [
    '正在返回{app}…',
    '正在返回{app}…',
    'Going back to {app}…',
    '{app}に戻っています…',
  ],
  'returning.manual': [
    '如果没有自动回到{app}，请点下面的按钮。',
    '如果沒有自動回到{app}，請點下面的按鈕。',
    'If {app} does not open by itself, tap the button below.',
    '{app}が自動で開かない場合は、下のボタンをタップしてください。',
  ],
  'returning.again': [
    '未能打开{app}。请检查网络，再点一次。',
    '未能開啟{app}。請檢查網路，再點一次。',
    '{app} did not open. Check your network, then tap again.',
    '{app}を開けませんでした。通信環境を確認し、もう一度タップしてください。',
  ],
  'finished.ok': ['登录成功', '登入成功', 'You are logged in', 'ログインしました'],
  'finished.ok.detail': [
    '请切换回{app}。如果显示未登录，请重新登录。',
    '請切換回{app}。如果顯示未登入，請重新登入。',
    'Switch back to {app}. If it shows you logged out, log in again.',
    '{app}に切り替えてください。未ログインと表示される場合は、やり直してください。',
  ],
  'finished.unknown': [
    '请到{app}确认',
    '請到{app}確認',
    'Please check {app}',
    '{app}を確認してください',
  ],
  'finished.unknown.detail': [
    '如果尚未登录，请在{app}重新登录。',
    '如果尚未登入，請在{app}重新登入。',
    'If you are not logged in to {app}, log in again.',
    '{app}にログインされていない場合は、やり直してください。',
  ],
  'finished.error': [
    '请切换回{app}，这里可以关闭了。',
    '請切換回{app}，這裡可以關閉了。',
    'Switch back to {app}. You can close this mini program.',
    '{app}に切り替えてください。このミニプログラムは閉じてかまいません。',
  ],
  'finished.lost': [
    '未能返回{app}',
    '未能返回{app}',
    'Could not go back to {app}',
    '{app}に戻れませんでした',
  ],
  'finished.lost.detail': [
    '请切换到{app}重新登录。',
    '請切換到{app}重新登入。',
    'Switch to {app} and log in again.',
    '{app}に切り替えて、もう一度ログインしてください。',
  ],
  'finished.exit': ['关闭小程序', '關閉小程式', 'Close mini program', 'ミニプログラムを閉じる'],
} as const satisfies Readonly<Record<string, Translations>>;
