import type { DeviceInfo } from '../../../contract/process';
import { SCOPES, type ScopeName } from '../../../contract/surroundings';

type Words = Readonly<Record<ScopeName, string>>;

/** In the order of `SCOPES`. */
function wordsOf(...texts: readonly string[]): Words {
  return Object.fromEntries(SCOPES.map((scope, index) => [scope, texts[index] ?? scope])) as Words;
}

const zhCN = wordsOf(
  ...['用户信息', '位置信息', '模糊位置信息', '后台位置信息', '麦克风', '摄像头', '蓝牙'],
  ...['添加到相册', '添加到通讯录', '添加到日历', '微信运动步数', '通讯地址', '发票', '发票抬头'],
);
const zhTW = wordsOf(
  ...['使用者資訊', '位置資訊', '概略位置資訊', '背景位置資訊', '麥克風', '相機', '藍牙'],
  ...['加入相簿', '加入通訊錄', '加入行事曆', '微信運動步數', '通訊地址', '發票', '發票抬頭'],
);
const en = wordsOf(
  ...['User info', 'Location', 'Approximate location', 'Background location', 'Microphone'],
  ...['Camera', 'Bluetooth', 'Add to album', 'Add to contacts', 'Add to calendar'],
  ...['WeRun steps', 'Address', 'Invoice', 'Invoice title'],
);
const ja = wordsOf(
  ...['ユーザー情報', '位置情報', 'おおよその位置情報', 'バックグラウンドの位置情報', 'マイク'],
  ...['カメラ', 'Bluetooth', 'アルバムに追加', '連絡先に追加', 'カレンダーに追加', '歩数'],
  ...['住所', '領収書', '領収書の宛名'],
);

/** What a program asks for, as WeChat calls it on its sheet and in the settings. */
export function scopeWords(language: DeviceInfo['language']): Words {
  return { zh_CN: zhCN, zh_TW: zhTW, zh_HK: zhTW, en, ja }[language];
}
