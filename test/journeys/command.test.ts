import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';

const ROOT = join(import.meta.dirname, '../..');

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

function journey(...options: string[]): Promise<Ended> {
  const command = ['scripts/cli/run.mjs', 'journey', ...options];
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      command,
      { cwd: ROOT, maxBuffer: 2 ** 24 },
      (error, stdout, stderr) => {
        resolve({
          code: typeof error?.code === 'number' ? error.code : error === null ? 0 : -1,
          stdout,
          stderr,
        });
      },
    );
  });
}

describe('npm run journey', () => {
  test('--json prints one document with the named keys, nothing else, and ends with 0; --trace writes one file with every screen and no secret', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'trace-'));
    const file = join(folder, 'a/trace.html');
    const look = ['--lang', 'en', '--dark', '--width', '320'];
    const { code, stdout, stderr } = await journey('--json', ...look, '--trace', file);
    expect(code).toBe(0);
    expect(stderr.trim().split('\n')).toEqual([
      "Start WeChat's and GenAuth's doubles, the simulator and a browser",
      'Log in as existing, by session',
    ]);
    const report: unknown = JSON.parse(stdout);
    expect(Object.keys(Object(report))).toEqual([
      'launch',
      'screens',
      'wxCalls',
      'requests',
      'setData',
      'extMsg',
      'app',
      'ok',
    ]);
    expect(report).toMatchObject({
      ok: true,
      app: { ok: true, who: { name: '陈宇' } },
      launch: { path: 'pages/login/login', query: { lang: 'en' }, scene: 1069, cold: true },
      setData: { calls: expect.any(Number), bytes: expect.any(Number) },
    });

    const html = readFileSync(file, 'utf8');
    rmSync(folder, { recursive: true });
    for (const screen of ['login', 'sheet: phone-number', 'returning'])
      expect(html).toContain(`<figcaption>${screen}`);
    const { session } = JSON.parse(JSON.parse(stdout).extMsg);
    for (const secret of [session.access_token, session.id_token])
      expect(html).not.toContain(secret);
  });

  test('--deny phone ends with 0: that is what was asked for', async () => {
    const { code, stdout } = await journey('--deny', 'phone', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      ok: true,
      app: { ok: false, error: { code: 'phone_denied' } },
    });
  });

  test('a wrong usage ends with 2, and stdout stays empty', async () => {
    const { code, stdout, stderr } = await journey('--return', 'cookie', '--json');
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('session');
  });
});
