/** What the recorder says, in its reader's language. */
export interface RecorderWords {
  readonly title: string;
  readonly phone: string;
  readonly name: string;
  readonly recorded: string;
  readonly pick: string;
  readonly seesIt: string;
  readonly seesText: string;
  readonly choose: string;
  readonly stopChoosing: string;
  readonly back: string;
  readonly home: string;
  readonly toProgram: string;
  readonly again: string;
  readonly undo: string;
  readonly copy: string;
  readonly copied: string;
  readonly save: string;
  readonly saved: (file: string) => string;
  readonly notSaved: (why: string) => string;
  readonly matches: (count: number) => string;
  readonly steps: (count: number) => string;
  readonly nothing: string;
  readonly test: string;
  readonly noPhone: (why: string) => string;
}

const en: RecorderWords = {
  title: 'Recorder',
  phone: 'The phone',
  name: 'Name of the test',
  recorded: 'recorded',
  pick: 'Pick locator',
  seesIt: 'Expect visible',
  seesText: 'Expect text',
  choose: 'Choose an element on the phone',
  stopChoosing: 'Cancel',
  back: 'Back',
  home: 'Home',
  toProgram: 'Return',
  again: 'Start again',
  undo: 'Undo',
  copy: 'Copy',
  copied: 'Copied',
  save: 'Save',
  saved: (file) => `Saved as ${file}`,
  notSaved: (why) => `Not saved: ${why}`,
  matches: (count) => `${count} found`,
  steps: (count) => (count === 1 ? '1 step' : `${count} steps`),
  nothing: 'Tap on the phone: each step appears here.',
  test: 'Test',
  noPhone: (why) => `The program does not start: ${why}`,
};

const zhCN: RecorderWords = {
  title: '录制测试',
  phone: '手机',
  name: '测试名称',
  recorded: '录制的测试',
  pick: '取定位器',
  seesIt: '断言可见',
  seesText: '断言文字',
  choose: '在手机上点选一个元素',
  stopChoosing: '取消',
  back: '返回',
  home: '回桌面',
  toProgram: '回小程序',
  again: '重新开始',
  undo: '撤销',
  copy: '复制',
  copied: '已复制',
  save: '保存',
  saved: (file) => `已保存为 ${file}`,
  notSaved: (why) => `未保存：${why}`,
  matches: (count) => `匹配 ${count} 个`,
  steps: (count) => `${count} 步`,
  nothing: '在手机上操作，每一步都会出现在这里。',
  test: '测试',
  noPhone: (why) => `小程序没有启动：${why}`,
};

/** Chinese when the browser prefers any Chinese, else English. */
export function wordsFor(languages: readonly string[]): RecorderWords {
  const preferred = languages.find((language) => /^(?:zh|en)\b/i.test(language));
  return preferred !== undefined && /^zh/i.test(preferred) ? zhCN : en;
}
