import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterEach, expect, test } from '@jest/globals';
import { isAlive } from '@mini-login/platform/processes';
import { waiting } from '@mini-login/simulator';

const root = join(import.meta.dirname, '../..');
const running: ChildProcess[] = [];

afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
});

function run(program: string, args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const child = spawn(program, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.push(child);
  return child;
}

test('a command ends with the npm that started it, though npm kills its shell alone', async () => {
  // As npm does: a shell that waits for the command.
  const command = 'node scripts/cli/run.mjs sandbox --port 0 --wechat-port 0 & echo "pid $!"; wait';
  const shell = run('sh', ['-c', command], { npm_lifecycle_event: 'sandbox' });
  let said = '';
  shell.stdout.on('data', (chunk) => {
    said += String(chunk);
  });
  await waiting('the sandbox', async () => said.includes('Ctrl-C'));
  const pid = Number(/pid (\d+)/.exec(said)?.[1]);
  expect(isAlive(pid)).toBe(true);
  shell.kill('SIGTERM');
  await waiting('the end of the sandbox', async () => !isAlive(pid));
});

test('SIGTERM ends a command with a browser', async () => {
  const args = ['scripts/cli/run.mjs', 'survey', 'test/simulator/fixtures/lifecycle', '.'];
  // A browser of its own, which has to end with it.
  const survey = run(process.execPath, args, { SIMULATOR_BROWSER: '' });
  // The first page was visited: the browser runs.
  await once(survey.stderr, 'data');
  survey.kill('SIGTERM');
  expect(await once(survey, 'exit')).toEqual([143, null]);
});
