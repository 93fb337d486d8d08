import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterEach, expect, test } from '@jest/globals';

const root = join(import.meta.dirname, '../..');
const running: ChildProcess[] = [];

afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
});

/** As `npm start -- ...args` after the set-up, its output piped. */
function start(...args: readonly string[]) {
  const child = spawn(process.execPath, ['scripts/cli/run.mjs', 'start', ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.push(child);
  let said = '';
  child.stdout.on('data', (chunk) => {
    said += String(chunk);
  });
  child.stderr.on('data', (chunk) => {
    said += String(chunk);
  });
  const ended = once(child, 'exit').then(([code]) => ({ code, said }));
  const until = (words: string) =>
    new Promise<string>((resolve, reject) => {
      const look = () => said.includes(words) && resolve(said);
      child.stdout.on('data', look);
      child.once('exit', () => reject(new Error(`it ended and said: ${said}`)));
    });
  return { child, ended, until };
}

test('on a busy port it takes the next free one, says so, serves the workbench and ends when it is told to', async () => {
  const blocker = createServer();
  blocker.listen(0, '127.0.0.1');
  await once(blocker, 'listening');
  const address = blocker.address();
  const busy = typeof address === 'object' && address !== null ? address.port : 0;

  const { child, ended, until } = start('--port', String(busy));
  const said = await until('Ctrl-C');
  blocker.close();
  expect(said).toMatch(new RegExp(`Port ${busy} is busy, so this is \\d+\\.`));
  expect(said).not.toContain('\u001b');
  const url = /http:\S+/.exec(said)?.[0] ?? '';
  expect(await (await fetch(url)).text()).toContain('<div id="workbench">');
  expect(await (await fetch(new URL('/pages/workbench.js', url))).text()).toContain(
    'Log in with WeChat',
  );

  child.kill('SIGINT');
  expect((await ended).code).toBe(0);
});

test('a port that is none is refused in words', async () => {
  expect(await start('--port', 'x').ended).toEqual({
    code: 2,
    said: expect.stringContaining('A port is a whole number up to 65535.'),
  });
});
