import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { LANGUAGE } from '@mini-login/platform/language';
import { chinese, english } from '../../../../scripts/simulator/node/cli/help.mjs';

const main = join(__dirname, '../../../../scripts/simulator/node/cli/main.mjs');

/** All that it says, where Jest is not installed. */
function said(args: readonly string[], language = 'en'): string {
  const env = { ...process.env, [LANGUAGE]: language };
  const { stdout, stderr } = spawnSync(process.execPath, [main, ...args], {
    ...{ env, cwd: tmpdir(), encoding: 'utf8' },
  });
  return stdout + stderr;
}

test('both helps have the same commands and options', () => {
  const named = (help: string) =>
    [...help.matchAll(/^ {2}(\w[\w-]*)|--?[a-z][a-z-]*/gm)].map(([found]) => found.trim()).sort();
  expect(named(chinese('cli'))).toEqual(named(english('cli')));
});

test.each([
  [['--help'], 'Usage: cli', '用法：cli'],
  [['dance'], 'There is no command "dance" here.', '没有命令 "dance"。'],
  [['upload'], 'The simulator has no "upload"', '模拟器没有 "upload"'],
  [['auto'], 'auto needs --project', 'auto 需要 --project'],
  [['close', '--project', '/nowhere/at-all'], 'there is no such folder', '没有这个文件夹'],
  [['test'], 'test needs --ui', 'test 需要 --ui'],
  [['test', '--ui', '--ui-port', 'x'], '--ui-port x is no port', '--ui-port x 不是端口'],
  [['test', '--ui', '--no-open'], 'has no Jest', '没有 Jest'],
])('%j is answered in the language that is asked for', (args, inEnglish, inChinese) => {
  expect(said(args)).toContain(inEnglish);
  expect(said(args, 'zh')).toContain(inChinese);
  expect(said([...args, '--lang', 'zh'])).toContain(inChinese);
});
