import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { command as doctor } from '../../scripts/cli/doctor';
import { command as uploadCommand } from '../../scripts/cli/upload';
import { isDirty } from '../../scripts/deploy/upload/version';
import { root } from '../../scripts/setup/say.mjs';
import { type Ended, runInProcess } from '../cli/in-process';
import { testGit } from '../support/git';

const noKeys = { UPLOAD_KEY: undefined, UPLOAD_KEYS: undefined };
const upload = (...args: string[]) => runInProcess(uploadCommand, args, noKeys);

function uploadInPipe(...args: string[]): Promise<Ended> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ['scripts/cli/run.mjs', 'upload', ...args],
      { cwd: root, env: { ...process.env, ...noKeys } },
      (error, stdout, stderr) => resolve({ code: Number(error?.code ?? 0), stdout, stderr }),
    );
  });
}

test('a dry run in a pipe: one JSON document on stdout, words on stderr', async () => {
  const { code, stdout, stderr } = await uploadInPipe('teahouse', '--dry-run', '--json');
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    kind: 'upload',
    brands: [{ ok: true, brand: 'teahouse', state: 'not-sent', packages: [], qrFile: null }],
  });
  expect(stderr.trim().split('\n').sort()).toEqual([
    'compiling, once for all...',
    'teahouse: not sent (--dry-run)',
  ]);
});

test('of names that no brand has, all are said, and nothing is sent', async () => {
  const { code, stdout, stderr } = await upload('nobody', 'teahouse', 'tehouse');
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toMatch(/brands\/nobody\/brand\.json: not found.*\nbrands\/tehouse\/brand\.json/);
});

test('without a key nothing is compiled, and the line says where to get it', async () => {
  const { code, stdout, stderr } = await upload('teahouse', '--allow-dirty');
  expect(code).toBe(1);
  expect(stderr).toBe('teahouse: failed\n');
  expect(stdout).toMatch(
    /^FAIL {2}teahouse +key {2}wx7ea0000000000001\n +There is no upload key for wx\w+\. Download it at .*\n\n1 of 1 failed\.\n$/,
  );
});

test.each([
  ['upload', { brands: [{ ok: false, brand: 'nobody', reason: 'brand' }] }],
  [
    'doctor',
    [{ level: 'error', where: expect.stringContaining('brands/nobody/brand.json: not found') }],
  ],
])(
  '%s says by itself what is wrong with the chosen brand: it may be asked about others',
  async (command, answer) => {
    const [loaded, args] =
      command === 'upload' ? [uploadCommand, ['--dry-run', '--json']] : [doctor, ['--json']];
    // As where the brand that BRAND names is gone meanwhile.
    const { code, stdout } = await runInProcess(loaded, args, { ...noKeys, BRAND: 'nobody' });
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject(answer);
  },
);

const hint = '(mini-login upload --help says what there is)';

test.each<[args: string[], words: string | RegExp]>([
  [['--timeout', 'soon'], /option '--timeout <seconds>' argument 'soon' is invalid/],
  [['--jobs', '0'], /option '--jobs <n>' argument '0' is invalid/],
  [['--shard', '3/2'], /option '--shard <i\/n>' argument '3\/2' is invalid/],
  [['--robot', '31', 'demo'], 'a robot is a number from 1 to 30'],
  [['--version', 'two words', 'demo'], '"two words": a version is letters, digits'],
  [['--all', 'demo'], 'either --all or names of brands'],
])('%j is wrong usage: one clear line, before anything is compiled', async (args, words) => {
  const { code, stdout, stderr } = await upload(...args);
  const lines = stderr
    .trim()
    .split('\n')
    .filter((line) => line !== hint);
  expect([code, stdout, lines.length]).toEqual([2, '', 1]);
  expect(stderr).toMatch(words);
});

test("without a brand of one's own there is nothing to upload, and the line says how to make one", async () => {
  const { code, stdout, stderr } = await upload('--all');
  expect([code, stdout]).toEqual([1, '']);
  expect(stderr).toMatch(
    /^there is no brand of your own yet: npm run brand -- new <name>; samples are left out \(demo, .*\n$/,
  );
});

test('what ships and is in no commit makes a tree dirty, a new brand included; a note next to it does not', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mini-login-tree-'));
  const git = (...args: string[]) => testGit(folder, args);
  try {
    git('init', '-q');
    writeFileSync(join(folder, 'package.json'), '{}');
    git('add', '-A');
    git('commit', '-qm', 'First');
    writeFileSync(join(folder, 'notes.txt'), '');
    expect(isDirty(folder)).toBe(false);
    mkdirSync(join(folder, 'brands/acme'), { recursive: true });
    writeFileSync(join(folder, 'brands/acme/brand.json'), '{}');
    expect(isDirty(folder)).toBe(true);
    git('add', '-A');
    git('commit', '-qm', 'Second');
    expect(isDirty(folder)).toBe(false);
    writeFileSync(join(folder, 'package.json'), '{ }');
    expect(isDirty(folder)).toBe(true);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
