import type { Said } from './said';

/** The way back to the app. */
export const returningWords = {
  'returning.ok': ['就差一步', '只差一步', 'Almost done', 'もうすぐ完了です'],
  'returning.error': ['没有登录', '沒有登入', 'Not logged in', 'ログインしていません'],
  'returning.detail': [
    '正在返回{app}…',
    '正在返回{app}…',
    'Going back to {app}…',
    '{app}に戻っています…',
  ],
  'returning.byHand': [
    '如果没有自动回到{app}，请点下面的按钮。',
    '如果沒有自動回到{app}，請點下面的按鈕。',
    'If {app} did not open by itself, tap the button.',
    '{app}が自動で開かない場合は、下のボタンをタップしてください。',
  ],
  'returning.button': ['返回{app}', '返回{app}', 'Back to {app}', '{app}に戻る'],
  'returning.again': [
    '刚才没有打开{app}。请检查网络，再点一次。',
    '剛才沒有開啟{app}。請檢查網路，再點一次。',
    '{app} did not open. Check your network, and tap again.',
    '{app}を開けませんでした。通信環境を確認し、もう一度タップしてください。',
  ],
  'finished.ok': ['登录成功', '登入成功', 'You are logged in', 'ログインしました'],
  'finished.ok.detail': [
    '请切换回{app}继续使用，这里可以关闭了。',
    '請切換回{app}繼續使用，這裡可以關閉了。',
    'Switch back to {app} to go on. You can close this mini program.',
    '{app}に切り替えてご利用ください。このミニプログラムは閉じてかまいません。',
  ],
  'finished.unknown': [
    '请到{app}看一下',
    '請到{app}看一下',
    'Please check {app}',
    '{app}を確認してください',
  ],
  'finished.unknown.detail': [
    '登录结果可能没有送到。如果{app}还没有登录，请从{app}重新开始。',
    '登入結果可能沒有送到。如果{app}還沒有登入，請從{app}重新開始。',
    'The login may not have arrived. If {app} is not signed in, start again from {app}.',
    'ログイン結果が届いていない可能性があります。{app}がログインしていない場合は、{app}からやり直してください。',
  ],
  'finished.error': [
    '请切换回{app}，这里可以关闭了。',
    '請切換回{app}，這裡可以關閉了。',
    'Switch back to {app}. You can close this mini program.',
    '{app}に切り替えてください。このミニプログラムは閉じてかまいません。',
  ],
  'finished.lost': [
    '没能返回{app}',
    '沒能返回{app}',
    'Could not go back to {app}',
    '{app}に戻れませんでした',
  ],
  'finished.lost.detail': [
    '请切换到{app}，重新登录一次。',
    '請切換到{app}，重新登入一次。',
    'Switch to {app} and log in once more.',
    '{app}に切り替えて、もう一度ログインしてください。',
  ],
  'finished.exit': ['关闭小程序', '關閉小程式', 'Close mini program', 'ミニプログラムを閉じる'],
} as const satisfies Readonly<Record<string, Said>>;
