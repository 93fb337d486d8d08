import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { runWorker } from '../../scripts/deploy/compile/run-worker';
import { buildProbe } from '../../scripts/probe/build';

const root = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'probe-compile-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("WeChat's own compiler takes the probe as it is written for DevTools and a phone", async () => {
  const [project, output, cwd] = ['project', 'output', 'cwd'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  for (const path of [project, output, cwd]) mkdirSync(path);
  const appId = 'wx0123456789abcdef';
  await buildProbe({ to: project, appid: appId });
  const job = {
    project,
    appId,
    packageJson: join(root, 'package.json'),
    npmFolders: ['@vant'],
    output,
  };
  expect(await runWorker(job, { cwd, timeout: 120_000 })).toMatchObject({ ok: true });
  for (const file of ['app.js', 'pages/probe/probe.js', 'pages/probe/words.wxs', 'qr.js']) {
    expect(existsSync(join(output, file))).toBe(true);
  }
});
