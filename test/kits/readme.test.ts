import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createClock, type Sandbox, startSandbox } from '@mini-login/sandbox';
import getPort from 'get-port';
import { blocksOf } from '../docs/samples/blocks';

const root = join(import.meta.dirname, '../..');
const run = promisify(execFile);
let sandbox: Sandbox;
let folder: string;
const started: ChildProcess[] = [];
beforeAll(async () => {
  // Real time, as for whoever follows the README: the servers look at the machine's clock.
  sandbox = await startSandbox({ clock: createClock() });
  mkdirSync(join(root, 'out'), { recursive: true });
  folder = mkdtempSync(join(root, 'out', 'readme-'));
});
afterAll(async () => {
  for (const child of started) child.kill();
  rmSync(folder, { recursive: true });
  await sandbox.close();
});

/** One of the TypeScript blocks of a README, with the addresses of this test. */
function sampleOf(readme: string, addresses: Readonly<Record<string, string>>, which = 0): string {
  const markdown = readFileSync(join(root, 'kits', readme), 'utf8');
  const sample = blocksOf(readme, markdown).filter(({ language }) => language === 'ts')[which];
  if (sample === undefined) throw new Error(`${readme} has no TypeScript`);
  const source = Object.entries(addresses).reduce((code, [from, to]) => {
    expect(code).toContain(from);
    return code.replaceAll(from, to);
  }, sample.code);
  const file = join(folder, readme.replaceAll('/', '-').replace(/\.md$/, `-${which}.ts`));
  writeFileSync(file, source);
  return file;
}

const node = (file: string) => ['--import', 'tsx', file];

/** Starts it, and waits until it answers. */
async function start(args: readonly string[], url: string): Promise<void> {
  const env = { ...process.env, LOGIN_SECRET: 'a secret of this test, that is long enough' };
  const child = spawn(process.execPath, args, {
    cwd: root,
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  started.push(child);
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  for (;;) {
    if (child.exitCode !== null) throw new Error(said);
    const response = await fetch(url).catch(() => null);
    if (response !== null) return;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** `npm run dev -- backend`, which plays WeChat and the mini program. */
async function startBackend(): Promise<string> {
  const port = await getPort();
  const backend = `http://127.0.0.1:${port}`;
  const { dev = '' }: Record<string, string> = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  ).scripts;
  const [, ...args] = dev.split(' ');
  const options = ['--sandbox', sandbox.genauth.url, '--port', String(port)];
  await start([...args, 'backend', ...options], backend);
  return backend;
}

let backend: string;
beforeAll(async () => {
  backend = await startBackend();
});

test('the app kit: from nothing to a signed-in person, in a process of its own', async () => {
  const file = sampleOf('javascript/README.md', { 'http://127.0.0.1:8080': backend });
  const { stdout } = await run(process.execPath, node(file), { cwd: root });
  expect(JSON.parse(stdout)).toMatchObject({ ok: true, session: { person: { name: '陈宇' } } });
});

test("the server kit: a server of one's own, from nothing to a signed-in person", async () => {
  const readme = 'server/README.md';
  const port = await getPort();
  const genauth = { 'http://127.0.0.1:5190': sandbox.genauth.url };
  const file = sampleOf(readme, { ...genauth, '8090': String(port) });
  await start(node(file), `http://127.0.0.1:${port}`);
  const markdown = readFileSync(join(root, 'kits', readme), 'utf8');
  const curl = blocksOf(readme, markdown).find(({ code }) => code.startsWith('curl'));
  const { stdout } = await run('bash', ['-c', curl?.code.replaceAll('8090', String(port)) ?? '']);
  expect(JSON.parse(stdout)).toMatchObject({
    id: expect.any(String),
    path: expect.stringMatching(/^pages\/login\/login\?v=1&/),
    expires_in: 600,
  });
  const addresses = { 'http://127.0.0.1:8080': backend, '8090': String(port) };
  const login = sampleOf(readme, addresses, 1);
  const { stdout: said } = await run(process.execPath, node(login), { cwd: root });
  expect(JSON.parse(said)).toEqual({ user: expect.any(String), name: '陈宇' });
});

test.each(['javascript', 'server'])('%s: the Chinese page has the same programs', (kit) => {
  const codes = (readme: string) =>
    blocksOf(readme, readFileSync(join(root, 'kits', kit, readme), 'utf8'))
      .filter(({ language, code }) => language === 'ts' || code.startsWith('curl'))
      .map(({ code }) => code.replaceAll(/ +\/\/ .*$|^\s*\/\*\*.*\*\/$/gm, ''));
  const english = codes('README.md');
  expect(english.length).toBeGreaterThan(2);
  // Each asks for its own language.
  const inEnglish = (code: string) => code.replaceAll('zh-CN', 'en');
  expect(codes('README.zh-CN.md').map(inEnglish)).toEqual(english.map(inEnglish));
});
