import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createClock, type Sandbox, startSandbox } from '@mini-login/sandbox';

const page = readFileSync(join(import.meta.dirname, '../../docs/host-app.md'), 'utf8');
const [commands = '', wrapping = ''] = [...page.matchAll(/```sh\n([\s\S]*?)```/g)].map(
  ([, block]) => block,
);

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ clock: createClock() });
});
afterAll(() => sandbox.close());

/**
 * The page's commands but for the first, which starts what this test has started on another port.
 */
async function run(script: string): Promise<string> {
  const here = script.replaceAll('http://127.0.0.1:5190', sandbox.genauth.url);
  const { stdout } = await promisify(execFile)('bash', ['-euo', 'pipefail', '-c', here]);
  return stdout;
}

test('five commands with curl lead from a fresh clone to the person behind the tokens', async () => {
  const lines = commands.trim().split('\n');
  expect(lines).toHaveLength(5);
  expect(lines[0]).toMatch(/^npm run sandbox\b/);
  const output = await run([...lines.slice(1), 'echo', wrapping].join('\n'));
  const [person = '', result = ''] = output.trim().split('\n').slice(-2);
  expect(JSON.parse(person)).toMatchObject({
    sub: expect.any(String),
    phone_number: expect.stringMatching(/^\+86/),
  });
  expect(JSON.parse(result)).toMatchObject({
    v: 1,
    status: 'ok',
    session: { id_token: expect.any(String) },
  });
});
