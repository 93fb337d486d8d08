import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { runNpm } from '@mini-login/platform/npm';

/**
 * What a stranger has who got the three packages and an empty folder: no workspace, no source, no
 * tool of this repository. Their dependencies come from npm's cache or registry.
 */
const root = join(import.meta.dirname, '../..');
let work: string;
let app: string;
let built: string;
let sandbox: ChildProcess | undefined;

/** What it prints. */
function npm(folder: string, args: readonly string[], env = process.env): string {
  const { status, stdout, stderr } = runNpm(folder, args, { env });
  if (status !== 0) throw new Error(String(stderr));
  return String(stdout);
}

beforeAll(() => {
  mkdirSync(join(root, 'out'), { recursive: true });
  work = mkdtempSync(join(root, 'out', 'install-'));
  app = mkdtempSync(join(tmpdir(), 'empty-'));
  for (const path of ['kits/javascript', 'kits/server', 'scripts/setup', 'tsconfig.json'])
    cpSync(join(root, path), join(work, path), {
      recursive: true,
      filter: (source) => !/node_modules|\/dist(\/|$)/.test(source.slice(root.length)),
    });
  built = join(work, 'sandbox');
  execFileSync(process.execPath, [join(root, 'scripts/sandbox/build.mjs'), built]);
  const path = `${join(root, 'node_modules/.bin')}${delimiter}${process.env.PATH}`;
  // A copy: packing changes package.json for a moment, and other tests read it.
  npm(
    work,
    [
      ...['pack', './kits/javascript', './kits/server', './sandbox'],
      ...['--pack-destination', app, '--loglevel=error'],
    ],
    { ...process.env, PATH: path },
  );
  writeFileSync(join(app, 'package.json'), '{"type":"module"}');
  const archives = ['app', 'server', 'sandbox'].map((name) => `./mini-login-${name}-0.1.0.tgz`);
  const args = ['install', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error'];
  npm(app, [...args, ...archives]);
}, 300_000);
afterAll(() => {
  sandbox?.kill();
  for (const folder of [work, app]) rmSync(folder, { recursive: true });
});

/** The installed command, and the address that it prints. */
async function startSandbox(): Promise<string> {
  const started = spawn('node_modules/.bin/mini-login-sandbox', ['--port', '0'], {
    cwd: app,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  sandbox = started;
  let text = '';
  return new Promise((resolve, reject) => {
    started.stdout.on('data', (data) => {
      text += String(data);
      const [, found] = text.match(/GenAuth +(http\S+)[\s\S]*Ctrl-C/) ?? [];
      if (found) resolve(found);
    });
    started.once('exit', (code) => reject(new Error(`it ended with ${code}: ${text}`)));
  });
}

/** A login with all three: the program's part is what docs/host-app.md says of its result. */
const source = `
import { createLogin, type Opener } from '@mini-login/app';
import { createClock, type Sandbox } from '@mini-login/sandbox';
import { createBackend } from '@mini-login/server';

const genauth: string = process.argv[2] ?? '';
const appId = '65f0c0ffee65f0c0ffee65f0';
const post = async (url: string, body: unknown, headers: Record<string, string> = {}) => {
  const init = { method: 'POST', headers: { 'content-type': 'application/json', ...headers } };
  return (await fetch(genauth + url, { ...init, body: JSON.stringify(body) })).json();
};
const registration = { genauth, console: genauth, appId, connection: 'harbor-wechat' };
const backend = createBackend({
  registration: { ...registration, userPoolId: '', userPoolSecret: '' },
  contract: 'session',
  secret: 'a secret of this test, that is long enough',
  startSession: async ({ who }) => ({ name: who.name }),
});
let deliver: Parameters<Opener['onDelivery']>[0] = () => {};
const opener: Opener = {
  async open(path) {
    const query = new URL(path, 'http://x/').searchParams;
    const message = await post('/sandbox/sign-in-message', { person: 'existing' });
    const { data: session } = await post('/api/v3/signin-by-mobile', message, { 'x-authing-app-id': appId });
    const result = { v: 1, state: query.get('state'), status: 'ok', session };
    deliver({ by: 'WXLaunchMiniProgram.Resp', text: JSON.stringify(result) });
  },
  onDelivery(listener) {
    deliver = listener;
    return () => {};
  },
};
const login = createLogin({
  server: 'http://127.0.0.1/wechat-login',
  fetch: (url, init) => backend(new Request(url, init)),
  opener,
});
const isTyped: (sandbox: Sandbox) => string = ({ genauth }) => genauth.issuer;
console.log(JSON.stringify({ ...(await login.logIn('en')), at: createClock().now() > 0, isTyped: typeof isTyped }));
process.exit();
`;

/** What the compiler says of a program of the stranger's; it writes JavaScript next to it. */
function compile(name: string, source: string, types: readonly string[]): string {
  writeFileSync(join(app, `${name}.ts`), source);
  const compilerOptions = {
    ...{ module: 'nodenext', target: 'es2022', lib: ['es2023', 'dom'] },
    ...{ types, typeRoots: [join(root, 'node_modules/@types')], strict: true },
  };
  const project = join(app, `${name}.json`);
  writeFileSync(project, JSON.stringify({ compilerOptions, files: [`${name}.ts`] }));
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  // Each checker reads the libraries' types again.
  const args = [tsc, '-p', project, '--checkers', '1'];
  return spawnSync(process.execPath, args, { cwd: app, encoding: 'utf8' }).stdout;
}

test('the three packages sign a person in, in an empty folder, with their types', async () => {
  const genauth = await startSandbox();
  // What it brings along for people.
  expect((await fetch(`${genauth}/health`)).status).toBe(200);
  expect((await fetch(`${genauth}/sandbox/console/main.js`)).status).toBe(200);
  expect((await fetch(`${genauth}/sandbox/console/style.css`)).status).toBe(200);
  expect(compile('use', source, ['node'])).toBe('');
  const use = spawnSync(process.execPath, ['use.js', genauth], { cwd: app, encoding: 'utf8' });
  expect(use.stderr).toBe('');
  expect(JSON.parse(use.stdout)).toEqual({
    ...{ ok: true, session: { name: '陈宇' } },
    ...{ at: true, isTyped: 'function' },
  });
});

test('the sandbox explains itself there', () => {
  const stdout = execFileSync('node_modules/.bin/mini-login-sandbox', ['--help'], {
    cwd: app,
    encoding: 'utf8',
  });
  expect(stdout).toContain('--redirect-uri');
});

test('the sandbox needs nothing but registry packages, each with an exact version', () => {
  const { dependencies, bin } = JSON.parse(readFileSync(join(built, 'package.json'), 'utf8'));
  expect(Object.keys(dependencies).filter((name) => name.startsWith('@mini-login/'))).toEqual([]);
  for (const version of Object.values(dependencies)) expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  expect(readdirSync(built)).toContain(bin['mini-login-sandbox']);
  const files = readdirSync(built, { recursive: true, encoding: 'utf8' });
  expect(files.filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))).toEqual([]);
});

test.each(['app', 'server'])(
  '@mini-login/%s as npm packs it has nothing that publint minds',
  (name) => {
    const installed = join(app, 'node_modules/@mini-login', name);
    const publint = join(root, 'node_modules/publint/src/cli.js');
    const said = execFileSync(
      process.execPath,
      [publint, installed, '--strict', '--pack', 'false'],
      {
        encoding: 'utf8',
      },
    );
    expect(said).toMatch(/All good!/);
    // For what does not read `exports`: older Metro (React Native), `moduleResolution: node`.
    const { main, types } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));
    expect([main, types].map((file) => existsSync(join(installed, file)))).toEqual([true, true]);
  },
);

test('a stranger imports both kits, with their types, where there are none of Node', () => {
  const source = [
    "import { createLogin, wordsFor } from '@mini-login/app';",
    "import { createBackend, refusalCodes } from '@mini-login/server';",
    "const words: string | null = wordsFor('phone_denied', 'en');",
    'console.log(typeof createLogin, typeof createBackend, words, Object.keys(refusalCodes)[0]);',
    '',
  ].join('\n');
  expect(compile('words', source, [])).toBe('');
  const said = execFileSync(process.execPath, ['words.js'], { cwd: app, encoding: 'utf8' });
  expect(said).toMatch(/^function function The phone number .* not_pending$/m);
});
