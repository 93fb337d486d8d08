import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';

const root = join(import.meta.dirname, '../..');

test('the script of docs/qa.md runs as it is printed, from the top of the repository, and ends by itself', async () => {
  const [, script = ''] = /```js\n([\s\S]*?)```/.exec(readFileSync(join(root, 'docs/qa.md'), 'utf8')) ?? [];
  const { code, stdout, stderr } = await new Promise<{ code: number; stdout: string; stderr: string }>((resolve) => {
    const child = execFile(process.execPath, ['--input-type=module'], { cwd: root }, (error, out, err) =>
      resolve({ code: Number(error?.code ?? 0), stdout: out, stderr: err }),
    );
    child.stdin?.end(script);
  });
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout).toMatch(/^pages\/login\/login true \{/);
  expect(stdout).toContain("SDKVersion: '3.8.10'");
}, 90_000);
