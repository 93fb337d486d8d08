import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from '@jest/globals';

const root = join(import.meta.dirname, '../..');

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

function run(
  args: readonly string[],
  { stdin = '', env = {} }: { stdin?: string; env?: NodeJS.ProcessEnv } = {},
): Promise<Ended> {
  return new Promise((resolve) => {
    const options = { cwd: root, env: { ...process.env, ...env } };
    const child = execFile(process.execPath, args, options, (error, stdout, stderr) =>
      resolve({ code: Number(error?.code ?? 0), stdout, stderr }),
    );
    child.stdin?.end(stdin);
  });
}

/** Both sleep most of the time, with the official client: side by side. */
let script: Promise<Ended>;
let onDevTools: Promise<Ended>;
beforeAll(() => {
  const [, printed = ''] =
    /```js\n([\s\S]*?)```/.exec(readFileSync(join(root, 'docs/qa.md'), 'utf8')) ?? [];
  script = run(['--input-type=module'], { stdin: printed });
  onDevTools = run(
    ['node_modules/jest/bin/jest.js', 'test/journeys/who-may-open-it', '--verbose'],
    {
      // The brand that these tests know, after that run too.
      env: { WECHAT_DEVTOOLS_CLI: join(root, 'scripts/simulator/cli'), BRAND: 'demo' },
    },
  );
});

test('the script of docs/qa.md runs as it is printed, from the top of the repository, and ends by itself', async () => {
  const { code, stdout, stderr } = await script;
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout).toMatch(/^pages\/login\/login true \{/);
  // The project's own choice, as DevTools takes it.
  const { libVersion } = JSON.parse(readFileSync(join(root, 'project.config.json'), 'utf8'));
  expect(stdout).toContain(`SDKVersion: '${libVersion}'`);
});

test('where WECHAT_DEVTOOLS_CLI names a cli, journeys run there that can, and the others say why they do not', async () => {
  const { code, stderr } = await onDevTools;
  expect(stderr).toMatch(/✓ opened by hand, it says what it is for/);
  expect(stderr).toMatch(/○ skipped .* \(not on DevTools: caller: its automation opens pages/);
  expect(code).toBe(0);
});
