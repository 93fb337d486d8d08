import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createClock, type Sandbox, startSandbox } from '@mini-login/sandbox';
import getPort from 'get-port';

let sandbox: Sandbox;
let command: ChildProcess;
let url: string;
beforeAll(async () => {
  sandbox = await startSandbox({ clock: createClock() });
  const port = await getPort({ host: '127.0.0.1' });
  url = `http://127.0.0.1:${port}`;
  const run = join(import.meta.dirname, '../../scripts/cli/run.mjs');
  command = spawn(
    process.execPath,
    [run, 'backend', '--port', String(port), '--sandbox', sandbox.genauth.url],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  await new Promise<void>((resolve, reject) => {
    command.stdout?.on('data', (said) => String(said).includes(url) && resolve());
    command.once('exit', (code) => reject(new Error(`npm run dev -- backend ended with ${code}`)));
  });
});
afterAll(async () => {
  command.kill();
  await sandbox.close();
});

async function post(path: string, body: unknown) {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(url + path, { method: 'POST', headers, body: JSON.stringify(body) });
  return { status: response.status, ...(await response.json()) };
}

test('an app without WeChat gets from its button to a signed-in person', async () => {
  const { id, path } = await post('/wechat-login', {});
  const { text } = await post('/play', { path, person: 'existing' });
  expect(text).not.toContain('id_token');
  expect(
    await post(`/wechat-login/${id}/answer`, { by: 'WXLaunchMiniProgram.Resp', text }),
  ).toMatchObject({
    status: 200,
    person: { name: '陈宇', phone: '+8619900001002' },
  });
});

test('somebody whom GenAuth refuses is refused', async () => {
  const { id, path } = await post('/wechat-login', {});
  const { text } = await post('/play', { path, person: 'blocked' });
  expect(
    await post(`/wechat-login/${id}/answer`, { by: 'WXLaunchMiniProgram.Resp', text }),
  ).toMatchObject({
    status: 401,
    error: { apiCode: 2120008, pending: false },
  });
});

test('what can not be played is said', async () => {
  expect(await post('/play', {})).toMatchObject({
    status: 400,
    error: expect.stringContaining('path'),
  });
});
