import type { UiStatus } from '../../ui/model';

/** What UI mode says, in its reader's language. */
export interface UiWords {
  readonly lang: string;
  readonly title: string;
  readonly tests: string;
  readonly filter: string;
  readonly noMatch: string;
  readonly runAll: string;
  readonly runShown: string;
  readonly run: (name: string) => string;
  readonly rerun: string;
  readonly stop: string;
  readonly stepping: string;
  readonly watching: string;
  readonly next: string;
  readonly continueTest: string;
  readonly waits: string;
  readonly steps: string;
  readonly setUp: string;
  readonly noSteps: string;
  readonly ranWithoutSteps: string;
  readonly choose: string;
  readonly phone: string;
  readonly before: string;
  readonly after: string;
  readonly live: string;
  readonly noPicture: string;
  readonly pick: string;
  readonly pickHint: string;
  readonly found: (count: number) => string;
  readonly copy: string;
  readonly copied: string;
  readonly error: string;
  readonly source: string;
  readonly timeline: string;
  readonly nothingHappened: string;
  readonly output: string;
  readonly gone: string;
  readonly listing: string;
  readonly status: Readonly<Record<UiStatus, string>>;
  readonly counts: (passed: number, failed: number, all: number) => string;
  readonly waited: (ms: string) => string;
}

const en: UiWords = {
  lang: 'en',
  title: 'UI mode',
  tests: 'Tests',
  filter: 'Filter',
  noMatch: 'No test has these words.',
  runAll: 'Run all',
  runShown: 'Run shown',
  run: (name) => `Run ${name}`,
  rerun: 'Run again',
  stop: 'Stop',
  stepping: 'Pause before each step',
  watching: 'Run again on save',
  next: 'Next step',
  continueTest: 'Go on',
  waits: 'Paused before this step',
  steps: 'Steps',
  setUp: 'Before and after all tests of the file',
  noSteps: 'No steps yet. Run the test, and each step appears here.',
  ranWithoutSteps: 'It made no step: it used nothing of this package’s test API.',
  choose: 'Choose a test.',
  phone: 'Phone',
  before: 'Before',
  after: 'After',
  live: 'Now',
  noPicture: 'No picture of this moment.',
  pick: 'Pick locator',
  pickHint: 'Point at an element; arrow keys and Enter do it too',
  found: (count) => `${count} found`,
  copy: 'Copy',
  copied: 'Copied',
  error: 'Error',
  source: 'Source',
  timeline: 'What happened on the phone',
  nothingHappened: 'Nothing.',
  output: 'Jest’s output',
  gone: 'UI mode has ended.',
  listing: 'Reading the tests...',
  status: {
    idle: 'not run',
    queued: 'waiting',
    running: 'running',
    passed: 'passed',
    failed: 'failed',
    skipped: 'skipped',
    flaky: 'flaky',
  },
  counts: (passed, failed, all) => `${passed} passed, ${failed} failed, ${all} in all`,
  waited: (ms) => `waited ${ms}`,
};

const zhCN: UiWords = {
  lang: 'zh-CN',
  title: 'UI 模式',
  tests: '测试',
  filter: '筛选',
  noMatch: '没有匹配的测试。',
  runAll: '全部运行',
  runShown: '运行列出的测试',
  run: (name) => `运行 ${name}`,
  rerun: '重新运行',
  stop: '停止',
  stepping: '每一步之前暂停',
  watching: '保存后重新运行',
  next: '下一步',
  continueTest: '继续运行',
  waits: '在这一步之前暂停',
  steps: '步骤',
  setUp: '文件内所有测试之前和之后',
  noSteps: '还没有步骤。运行测试后，每一步都会出现在这里。',
  ranWithoutSteps: '没有步骤：它没有用到本包的测试 API。',
  choose: '请选择一个测试。',
  phone: '手机',
  before: '之前',
  after: '之后',
  live: '当前',
  noPicture: '这一刻没有截图。',
  pick: '取定位器',
  pickHint: '指向一个元素；也可以用方向键和回车键',
  found: (count) => `匹配 ${count} 个`,
  copy: '复制',
  copied: '已复制',
  error: '错误',
  source: '源代码',
  timeline: '手机上发生了什么',
  nothingHappened: '什么也没有发生。',
  output: 'Jest 的输出',
  gone: 'UI 模式已结束。',
  listing: '正在读取测试……',
  status: {
    idle: '未运行',
    queued: '等待中',
    running: '运行中',
    passed: '通过',
    failed: '失败',
    skipped: '已跳过',
    flaky: '不稳定',
  },
  counts: (passed, failed, all) => `通过 ${passed}，失败 ${failed}，共 ${all}`,
  waited: (ms) => `其中等待 ${ms}`,
};

/** Chinese when the browser prefers any Chinese, else English. */
export function wordsFor(languages: readonly string[]): UiWords {
  const preferred = languages.find((language) => /^(?:zh|en)\b/i.test(language));
  return preferred !== undefined && /^zh/i.test(preferred) ? zhCN : en;
}
