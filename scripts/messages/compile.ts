import { text } from './say';

/** What compiling the program comes to. */
export const compile = {
  fails: (why: string) =>
    text(`The program does not compile.\n${why}`, `程序无法编译。以下是编译器的说明：\n${why}`),
  main: () => text('main package', '主包'),
  subpackage: (name: string) => text(`subpackage ${name}`, `分包 ${name}`),
  total: () => text('total', '合计'),
  missing: (file: string, reference: string) =>
    text(
      `missing: ${file} needs '${reference}', which is not in the package`,
      `缺少：${file} 要用“${reference}”，包里没有`,
    ),
  tooNew: (place: string, what: string) =>
    text(`too new: ${place} has ${what}`, `语法太新：${place} 用了 ${what}`),
  unused: (path: string) => text(`unused: ${path}`, `没有用到：${path}`),
  noPackages: () =>
    text(
      'no npm package for mini programs was packed; is node_modules complete? npm ci installs it again',
      '没有找到小程序用的 npm 包；node_modules 可能不完整，请运行 npm ci 重新安装',
    ),
  noAnswer: (seconds: string) =>
    text(`the compiler gave no answer in ${seconds} s`, `编译器 ${seconds} 秒没有应答`),
  strangeAnswer: (answer: string) =>
    text(
      `the compiler's process gave an answer of an unknown form: ${answer}`,
      `编译器进程的应答格式不对：${answer}`,
    ),
  notStarted: (why: string) =>
    text(`the compiler's process could not be started: ${why}`, `编译器进程无法启动：${why}`),
  ended: (how: string) =>
    text(
      `the compiler's process ended without an answer (${how})`,
      `编译器进程没有应答就结束了（${how}）`,
    ),
} as const;
