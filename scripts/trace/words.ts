/**
 * What a trace says of its own, in Chinese. The page is written in English and changed where it is
 * read: who opens it is known there alone.
 */
export const chinese: Readonly<Record<string, string>> = {
  passed: '通过',
  failed: '失败',
  Screens: '界面',
  Steps: '步骤',
  Timeline: '时间线',
  Wire: '通信',
  Console: '控制台',
  Filter: '筛选',
  Screen: '界面',
  'The screen at that moment': '当时的界面',
  'over before a picture could be taken': '来不及截图\u200b就过去了',
  'no program is in front': '前台没有小程序',
  ', waited': '，其中等待',
  before: '之前',
  after: '之后',
};
