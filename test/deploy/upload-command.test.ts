import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { stripVTControlCharacters } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { shipCommand } from '../../scripts/deploy/command';
import { compileBrand } from '../../scripts/deploy/fleet/base';
import { readQr } from '../../scripts/deploy/upload/qr';
import { standardLabels } from '../../scripts/deploy/upload/version';
import { examineForUpload } from '../../scripts/doctor/examine';
import { root } from '../../scripts/setup/say.mjs';
import { type MadeFleet, makeFleet } from '../../scripts/upload-double/fleet';
import { type Ended, runInProcess } from '../cli/in-process';
import { keepSender } from './kept-sender';
import { commitAll, makeSmallCheckout } from './small-checkout';
import { readTerminalQr } from './terminal-qr';

// The command as somebody types it, and the real miniprogram-ci, against the double of WeChat's
// server. What a process of its own adds nothing to runs in the test's, with one compiled program and
// one process that sends.

/** Linux's `script` runs a command on a terminal of its own; elsewhere it takes other arguments. */
const hasTerminal = process.platform === 'linux';
const onTerminal = hasTerminal ? test : test.skip;

/** What the official tool asks and reports whenever it comes to it, also after an upload. */
const inBackground = new Set(['getwhiteextlist', 'clientreportv2']);

const names = ['acme', 'beta', 'cafe'];
const { version } = standardLabels(root);
const environment = process.env.NODE_EXTRA_CA_CERTS;
const kept = keepSender();
let made: MadeFleet;

beforeAll(async () => {
  const checkout = makeSmallCheckout();
  made = await makeFleet(names, checkout);
  commitAll(checkout);
  process.env.NODE_EXTRA_CA_CERTS = made.server.caFile;
});
afterAll(async () => {
  if (environment === undefined) delete process.env.NODE_EXTRA_CA_CERTS;
  else process.env.NODE_EXTRA_CA_CERTS = environment;
  kept.end();
  await made.close();
  rmSync(made.root, { recursive: true, force: true });
});

const variables = () => ({ UPLOAD_KEYS: made.keys, BRAND: '' });

function start(command: string, args: readonly string[]) {
  const env = { ...process.env, ...variables() };
  const child: ChildProcess = spawn(command, args, {
    cwd: made.root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { stdout: '', stderr: '' };
  child.stdout?.on('data', (data) => {
    said.stdout += String(data);
  });
  child.stderr?.on('data', (data) => {
    said.stderr += String(data);
  });
  const ended = new Promise<Ended>((resolve) =>
    child.once('close', (code) => resolve({ code: code ?? -1, ...said })),
  );
  return { child, ended };
}

type Command = 'upload' | 'preview';
const typed = (command: Command, ...args: string[]) => [
  ...['scripts/cli/run.mjs', command, '--proxy', made.server.proxy],
  ...args,
];
const run = (command: Command, ...args: string[]) =>
  start(process.execPath, typed(command, ...args));

/** The first brand's program: all that a test's process compiles. */
let compiled: ReturnType<typeof compileBrand> | undefined;
const parts = {
  compile: (root: string, name: string) => {
    compiled ??= compileBrand(root, name);
    return compiled;
  },
  startProcess: kept.startProcess,
};
const inProcess = (command: Command, ...args: string[]) =>
  runInProcess(
    shipCommand(command, made.root, examineForUpload, parts),
    ['--proxy', made.server.proxy, ...args],
    variables(),
  );
const sent = () =>
  made.server.uploads.map(({ appId }) => names.find((name) => made.appIdOf(name) === appId)).sort();

describe('a fleet that Ctrl-C ends', () => {
  let first: Ended;
  let second: Ended;

  beforeAll(async () => {
    const { child, ended } = run('upload', '--all', '--jobs', '1');
    while (child.exitCode === null && made.server.requests.length === 0) await sleep(10);
    child.kill('SIGINT');
    first = await ended;
  });

  test('finishes what is being sent, begins no more, and says so', () => {
    expect(first).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('ending: what is being sent is finished first'),
    });
    expect(first.stdout).toMatch(
      /^ok +acme .* sent, [\s\S]*\nFAIL +beta +ended +wx\w+\n +not begun\n +→ run the same again\nFAIL +cafe +ended +wx\w+\n/,
    );
    expect(first.stdout).toContain('2 of 3 failed.');
    expect(sent()).toEqual(['acme']);
  });

  test('goes on with the same command: each brand is sent exactly once', async () => {
    const inTerminal = [
      'stty cols 120 rows 40 &&',
      process.execPath,
      ...typed('upload', '--all'),
    ].join(' ');
    second = await (hasTerminal
      ? start('script', ['-qec', inTerminal, '/dev/null'])
      : run('upload', '--all')
    ).ended;
    expect(second.code).toBe(0);
    expect(stripVTControlCharacters(second.stdout)).toMatch(
      /ok +acme .* sent by an earlier run,[\s\S]*ok +beta .* sent,[\s\S]*ok +cafe .* sent,/,
    );
    expect(sent()).toEqual(names);
  });

  test('leaves a report, and the source maps of what was sent', () => {
    const read = (path: string) => readFileSync(join(made.root, 'out/upload', path), 'utf8');
    expect(read('report.md')).toMatch(
      /\| beta \| `wx\w+`(?: [\d.]+)? \| sent \| [\d,]+ \| [\d,]+ \|/,
    );
    expect(JSON.parse(read('report.json'))).toMatchObject({
      version,
      brands: [{ brand: 'acme' }, {}, {}],
    });
    const maps = JSON.parse(read('report.json')).brands[0].maps;
    expect(JSON.parse(readFileSync(join(maps, 'pages/login/login.js.map'), 'utf8'))).toMatchObject({
      sources: ['login.ts'],
    });
    expect(readdirSync(maps)).not.toContain('brand');
  });

  onTerminal('draws a table on a terminal, and plain lines in a pipe', () => {
    // Up, to draw over what stands there.
    expect(second.stdout).toContain('\u001b[1A');
    expect(stripVTControlCharacters(second.stdout)).toContain('✔ cafe');
    expect(first.stderr.split('\n')).toContain('acme: sent');
    expect(first.stderr + first.stdout).not.toContain('\u001b');
  });
});

test('the shards of several machines cover all brands, and --again sends once more', async () => {
  const ended = [
    await inProcess('upload', '--all', '--shard', '1/2', '--again'),
    await inProcess('upload', '--all', '--shard', '2/2', '--json'),
  ];
  expect(ended.map(({ code }) => code)).toEqual([0, 0]);
  expect(ended[0]?.stdout).toMatch(
    /^ok +acme .* sent,[\s\S]*\nok +cafe .* sent,[\s\S]*\n2 done, none failed\./,
  );
  expect(JSON.parse(ended[1]?.stdout ?? '')).toMatchObject({
    maps: 'out/upload/maps',
    brands: [{ brand: 'beta', state: 'sent-before' }],
  });
  expect(sent()).toEqual(['acme', 'acme', 'beta', 'cafe', 'cafe']);
});

test('a preview shows its code in 80 columns, and keeps it as a picture', async () => {
  const { code, stdout } = await inProcess('preview', 'beta', '--page', 'pages/login/login?v=1');
  expect(code).toBe(0);
  const link = `https://open.weixin.qq.com/sns/getexpappinfo?appid=${made.appIdOf('beta')}`;
  expect(readTerminalQr(stdout)).toBe(link);
  expect(readQr(join(made.root, 'out/preview/beta.qr.jpg'))).toBe(link);
  const drawn = stripVTControlCharacters(stdout)
    .split('\n')
    .filter((line) => line.includes('█'));
  expect(drawn.filter(({ length }) => length > 80)).toEqual([]);
  expect(made.server.uploads.at(-1)).toMatchObject({
    kind: 'preview',
    launch: 'pages/login/login?v=1',
  });
});

test('what may have arrived is said with its AppID, in the report too, and has its own exit code', async () => {
  const appId = made.appIdOf('cafe');
  made.server.fail('upload', { kind: 'cuts' }, appId);
  const before = readdirSync(join(made.root, 'out/upload/reports')).length;
  const { code, stdout } = await inProcess('upload', 'cafe', '--again');
  expect(code).toBe(3);
  expect(stdout).toMatch(new RegExp(`FAIL +cafe +network +${appId} +may have arrived`));
  const report: unknown = JSON.parse(
    readFileSync(join(made.root, 'out/upload/report.json'), 'utf8'),
  );
  expect(report).toMatchObject({ brands: [{ appId, mayHaveArrived: true }] });
  expect(readdirSync(join(made.root, 'out/upload/reports'))).toHaveLength(before + 2);
  // And again on the next run, which asks WeChat nothing.
  const asked = () => made.server.requests.filter((path) => !inBackground.has(path)).length;
  const until = asked();
  expect((await inProcess('upload', 'cafe')).code).toBe(3);
  expect(asked()).toBe(until);
});

test('a copy of a sample is left out of --all with a word', async () => {
  const pack = join(made.root, 'brands/beta/brand.json');
  const kept = readFileSync(pack, 'utf8');
  writeFileSync(pack, kept.replace('{', '{"sample": true,'));
  const { stderr } = await inProcess('upload', '--all', '--dry-run');
  writeFileSync(pack, kept);
  expect(stderr).toMatch(
    /^samples are left out \(beta.*\): if one is yours, remove "sample": true/m,
  );
});
