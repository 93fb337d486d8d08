import { execFile, execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { linkFolder } from '@mini-login/platform/files';
import { runNpm } from '@mini-login/platform/npm';
import { describeUi, testWrongUsage } from './package-ui';

/*
 * The package as npm packs it, in an empty folder with what it declares and nothing else, and a mini
 * program that has nothing to do with this project.
 */

const root = join(import.meta.dirname, '../..');
const modules = join(root, 'node_modules');
let folder: string;
let installed: string;
let env: NodeJS.ProcessEnv;

const program: Readonly<Record<string, string>> = {
  'project.config.json': '{ "appid": "wx1" }',
  'app.json': '{ "pages": ["pages/shop/shop", "pages/empty/empty", "pages/broken/broken"] }',
  'pages/shop/shop.json': '{}',
  'pages/shop/shop.wxml':
    '<view class="row" wx:for="{{ [\'pear\', \'plum\'] }}" wx:key="*this">{{ item }}<button bind:tap="buy">Buy</button></view><view class="total">{{ total }}</view>',
  'pages/shop/shop.js':
    'Page({ data: { total: 0 }, buy() { this.setData({ total: this.data.total + 1 }) } });',
  'pages/empty/empty.json': '{}',
  'pages/empty/empty.wxml': '<view />',
  'pages/empty/empty.js': 'Page({});',
  'pages/broken/broken.wxml': '<view />',
  'pages/broken/broken.js': 'Page({ data: {, });',
};
const suite = `const { expect: see, launch, traced } = require('@mini-login/simulator/test');
let program;
beforeAll(async () => { program = await launch({ project: 'shop' }); }, 120000);
afterAll(() => program.close(), 60000);
test('a pear is bought', () => traced(program, { title: 'a pear is bought', keep: 'all' }, async () => {
  await program.goto('/pages/shop/shop');
  await program.locator('.row').filter({ hasText: 'pear' }).getByRole('button').tap();
  await see(program.locator('.total')).toHaveText('1');
  expect(program.isSimulator).toBe(true);
}), 60000);
`;
const types = `import { openPhone, type Phone } from '@mini-login/simulator';
import { surveyFolders } from '@mini-login/simulator/survey';
import { expect, launch, type Locator } from '@mini-login/simulator/test';
export const start: (project: string) => Promise<Phone> = (project) => openPhone({ simulator: { project } });
export const survey = (folder: string): Promise<number> => surveyFolders([folder], { json: true, limit: 1000 });
export async function story(project: string): Promise<void> {
  const program = await launch({ project });
  const row: Locator = program.getByText('pear');
  await expect(row).not.toHaveText('plum');
  await expect(program).toHavePath(/shop/);
}
`;

beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'simulator-package-')));
  const built = join(folder, 'built');
  execFileSync(process.execPath, [join(root, 'scripts/simulator/build.mjs'), built]);
  const packed = runNpm(root, ['pack', built, '--pack-destination', folder, '--silent']);
  const archive = packed.stdout.trim();
  rmSync(built, { recursive: true });
  installed = join(folder, 'node_modules/@mini-login/simulator');
  mkdirSync(installed, { recursive: true });
  execFileSync('tar', ['xzf', join(folder, archive), '-C', installed, '--strip-components=1']);
  for (const name of Object.keys(manifest().dependencies)) {
    mkdirSync(dirname(join(folder, 'node_modules', name)), { recursive: true });
    linkFolder(join(modules, name), join(folder, 'node_modules', name));
  }
  write({
    'package.json': '{ "private": true, "jest": {} }',
    'shop.test.js': suite,
    'use.ts': types,
    'tsconfig.json': JSON.stringify({
      compilerOptions: {
        ...{ module: 'nodenext', target: 'es2022', lib: ['es2023', 'dom'], strict: true },
        ...{ noEmit: true, types: [], skipLibCheck: true },
      },
      files: ['use.ts'],
    }),
  });
  write(Object.fromEntries(Object.entries(program).map(([path, text]) => [`shop/${path}`, text])));
  env = { ...process.env, XDG_CACHE_HOME: join(folder, 'cache'), TMPDIR: folder };
});
afterAll(async () => {
  await run([cli(), 'quit']);
  rmSync(folder, { recursive: true, force: true });
});

const manifest = () => JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));
const cli = () => join(installed, manifest().bin['mini-login-simulator']);

function write(files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

function run(
  args: readonly string[],
): Promise<{ readonly code: number; readonly stdout: string; readonly stderr: string }> {
  return new Promise((done) =>
    execFile(process.execPath, args, { cwd: folder, env }, (error, stdout, stderr) =>
      done({ code: Number(error?.code ?? 0), stdout, stderr }),
    ),
  );
}

test('publint has nothing to say, and it has a licence and a README', async () => {
  const { stdout } = await run([join(modules, 'publint/src/cli.js'), installed, '--strict']);
  expect(stdout).toMatch(/All good!/);
  for (const name of ['LICENSE', 'README.md']) expect(existsSync(join(installed, name))).toBe(true);
});

test('no import leaves the package but to what it declares', () => {
  const { dependencies } = manifest();
  const outside: string[] = [];
  for (const file of sourcesOf(join(installed, 'lib'))) {
    const text = readFileSync(file, 'utf8');
    for (const [, name = ''] of text.matchAll(
      /^(?:import|export)\b[^'";]*?from ["']([^"']+)["']/gm,
    )) {
      const own = name.startsWith('.')
        ? join(dirname(file), name).startsWith(installed) && existsSync(join(dirname(file), name))
        : name.startsWith('node:') || declared(name, dependencies);
      if (!own) outside.push(`${file}: ${name}`);
    }
  }
  expect(outside).toEqual([]);
});

test('nothing in it knows the product', () => {
  const knows = sourcesOf(join(installed, 'lib')).filter((file) =>
    /genauth|authing/i.test(readFileSync(file, 'utf8')),
  );
  expect(knows).toEqual([]);
});

test('a stranger’s TypeScript finds its types', async () => {
  const { stdout } = await run([join(modules, 'typescript/bin/tsc'), '-p', folder]);
  expect(stdout).toBe('');
});

test('its help names the command that npm installs', async () => {
  const [command] = Object.keys(manifest().bin);
  const said = (lang: string) => run([cli(), '--help', '--lang', lang]);
  expect((await said('en')).stdout).toMatch(new RegExp(`^Usage: ${command} <`));
  expect((await said('zh')).stdout).toMatch(new RegExp(`^用法：${command} <`));
});

test('survey says which pages are launched, empty, shown and clean', async () => {
  const { stdout } = await run([cli(), 'survey', 'shop', '--json']);
  const [surveyed] = JSON.parse(stdout).programs;
  expect(surveyed.visits).toMatchObject([
    { page: 'pages/shop/shop', launched: true, shown: true, clean: true },
    { page: 'pages/empty/empty', launched: true, empty: true, shown: false, clean: false },
    { page: 'pages/broken/broken', launched: false },
  ]);
  // No name of a class, which the package has shortened.
  expect(surveyed.visits[2].complaints.at(-1).message).toMatch(
    /^no launch: pages\/broken\/broken\.js:1: /,
  );
});

test('a Jest suite drives the program by locators', async () => {
  const { stderr, code } = await run([join(modules, 'jest/bin/jest.js'), '--rootDir', folder]);
  expect(stderr).toMatch(/✓ a pear is bought/);
  expect(code).toBe(0);
  const traces = readFileSync(join(folder, 'out/traces/index.html'), 'utf8');
  expect(traces).toContain('href="a-pear-is-bought.html">a pear is bought');
});

test('what it keeps stands in the user’s cache, and not in node_modules', () => {
  expect(readdirSync(join(folder, 'cache/mini-login'))).not.toEqual([]);
  expect(existsSync(join(folder, 'node_modules/.cache'))).toBe(false);
  expect(existsSync(join(installed, 'lib/node_modules'))).toBe(false);
});

const place = () => ({ folder, cli: cli(), env });
describeUi(place);
testWrongUsage(place);

function sourcesOf(place: string): readonly string[] {
  return readdirSync(place, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(?:js|mjs)$/.test(file) && !file.includes('built'))
    .map((file) => join(place, file));
}

function declared(name: string, dependencies: object): boolean {
  const [scope = '', rest = ''] = name.split('/');
  return Object.hasOwn(dependencies, scope.startsWith('@') ? `${scope}/${rest}` : scope);
}
