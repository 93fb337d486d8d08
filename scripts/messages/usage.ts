import { say, type Text, text } from './say';

/** What commander says in English: https://github.com/tj/commander.js */
export const usage = {
  more: (command: string) =>
    text(`(${command} --help says what there is)`, `（${command} --help 列出全部用法）`),
  help: () => text('display help for command', '显示帮助'),
  helpOf: () => text('display help for command', '显示某个命令的帮助'),
  choices: (choices: string) => text(` (choices: ${choices})`, `（可选：${choices}）`),
  standard: (value: string) => text(` (default: ${value})`, `（默认：${value}）`),
  title: (title: string) => text(title, titles[title] ?? title),
} as const;

const titles: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Commands:': '命令：',
};

/** An error of commander's, as it words it in English: what of it is a value stays as it is. */
const errors: readonly (readonly [RegExp, (...values: readonly string[]) => Text])[] = [
  [
    /unknown option '(.*?)'/,
    (name = '') => text(`unknown option '${name}'`, `没有这个选项：${name}`),
  ],
  [
    /unknown command '(.*?)'/,
    (name = '') => text(`unknown command '${name}'`, `没有这个命令：${name}`),
  ],
  [
    /missing required argument '(.*?)'/,
    (name = '') => text(`missing required argument '${name}'`, `缺少参数：${name}`),
  ],
  [
    /option '(.*?)' argument missing/,
    (flags = '') => text(`option '${flags}' argument missing`, `选项 ${flags} 缺少值`),
  ],
  [
    /(?:option|command-argument) '(.*?)' (?:value|argument|argument value) '(.*?)' is invalid\. /,
    (flags = '', value = '') =>
      text(`option '${flags}' argument '${value}' is invalid. `, `${flags} 不能是“${value}”：`),
  ],
  [
    /too many arguments(?: for '.*?')?\. Expected (\d+) arguments? but got (\d+)\./,
    (most = '', given = '') =>
      text(
        `too many arguments. Expected ${most} but got ${given}.`,
        `参数太多：最多 ${most} 个，给了 ${given} 个。`,
      ),
  ],
  [
    /\(Did you mean (?:one of )?(.*?)\?\)/,
    (names = '') => text(`(Did you mean ${names}?)`, `（是不是 ${names}？）`),
  ],
  [/^error: /, () => text('error: ', '错误：')],
];

export function usageError(words: string): string {
  return errors.reduce(
    (said, [form, message]) =>
      said.replace(form, (_whole, ...values: readonly unknown[]) =>
        say(message(...values.filter((value) => typeof value === 'string'))),
      ),
    words,
  );
}
