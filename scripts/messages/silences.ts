import { text } from './say';

/** What WeChat did not say of an upload. */
export const silences = {
  'nothing-asked': (seconds: number) =>
    text(`nothing was asked of WeChat in ${seconds} s`, `${seconds} 秒内没有向微信发出请求`),
  'no-answer': (seconds: number) => text(`no answer in ${seconds} s`, `微信 ${seconds} 秒没有应答`),
  'no-package': () => text('the answer names no package', '微信的应答里没有任何包'),
} as const;
