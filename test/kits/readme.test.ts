import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import getPort from 'get-port';
import { blocksOf } from '../docs/samples/blocks';
import { type Bench, startBench } from '../sandbox/helpers';

const root = join(import.meta.dirname, '../..');
const run = promisify(execFile);
let bench: Bench;
let folder: string;
const started: ChildProcess[] = [];
beforeAll(async () => {
  bench = await startBench();
  mkdirSync(join(root, 'out'), { recursive: true });
  folder = mkdtempSync(join(root, 'out', 'readme-'));
});
afterAll(async () => {
  for (const child of started) child.kill();
  rmSync(folder, { recursive: true });
  await bench.sandbox.close();
});

/** The first TypeScript of a README, with the addresses of this test. */
function sampleOf(readme: string, addresses: Readonly<Record<string, string>>): string {
  const markdown = readFileSync(join(root, 'kits', readme), 'utf8');
  const sample = blocksOf(readme, markdown).find(({ language }) => language === 'ts');
  if (sample === undefined) throw new Error(`${readme} has no TypeScript`);
  const source = Object.entries(addresses).reduce((code, [from, to]) => {
    expect(code).toContain(from);
    return code.replaceAll(from, to);
  }, sample.code);
  const file = join(folder, readme.replaceAll('/', '-').replace(/\.md$/, '.ts'));
  writeFileSync(file, source);
  return file;
}

const node = (file: string) => [join(root, 'node_modules/tsx/dist/cli.mjs'), file];

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

describe('the app kit', () => {
  let backend: string;
  beforeAll(async () => {
    const port = await getPort();
    backend = `http://127.0.0.1:${port}`;
    const { dev = '' }: Record<string, string> = JSON.parse(
      readFileSync(join(root, 'package.json'), 'utf8'),
    ).scripts;
    const [, ...args] = dev.split(' ');
    const sandbox = ['--sandbox', bench.sandbox.genauth.url, '--port', String(port)];
    await start([...args, 'backend', ...sandbox], backend);
  });

  test.each(['javascript/README.md', 'javascript/README.zh-CN.md'])(
    '%s: from nothing to a signed-in person, in a process of its own',
    async (readme) => {
      const file = sampleOf(readme, { 'http://127.0.0.1:8080': backend });
      const { stdout } = await run(process.execPath, node(file), { cwd: root });
      expect(JSON.parse(stdout)).toMatchObject({ ok: true, session: { person: { name: '陈宇' } } });
    },
  );
});

test.each(['server/README.md', 'server/README.zh-CN.md'])(
  "%s: a server of one's own begins a login",
  async (readme) => {
    const port = await getPort();
    const sandbox = { 'http://127.0.0.1:5190': bench.sandbox.genauth.url };
    const file = sampleOf(readme, { ...sandbox, '8090': String(port) });
    await start(node(file), `http://127.0.0.1:${port}`);
    const markdown = readFileSync(join(root, 'kits', readme), 'utf8');
    const curl = blocksOf(readme, markdown).find(({ code }) => code.startsWith('curl'));
    const { stdout } = await run('bash', ['-c', curl?.code.replaceAll('8090', String(port)) ?? '']);
    expect(JSON.parse(stdout)).toMatchObject({
      id: expect.any(String),
      path: expect.stringMatching(/^pages\/login\/login\?v=1&/),
      expires_in: 600,
    });
  },
);
