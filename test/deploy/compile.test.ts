import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Compiled, compileProgram } from '../../scripts/deploy/compile/compile-program';

/** Where the program's packages are: one for mini programs, and a tool. */
const root = mkdtempSync(join(tmpdir(), 'mini-login-test-root-'));
const weapp = 'node_modules/@vant/weapp';
// WeChat's packer follows no links.
cpSync(join(import.meta.dirname, '../..', weapp), join(root, weapp), { recursive: true });
const dependencies = { '@vant/weapp': '1.11.7' };
writeFileSync(join(root, 'package.json'), JSON.stringify({ dependencies }));
writeFileSync(
  join(root, 'package-lock.json'),
  JSON.stringify({ packages: { '': { dependencies }, [weapp]: {} } }),
);

const program = {
  'project.config.json': JSON.stringify({
    appid: 'wx0123456789abcdef',
    compileType: 'miniprogram',
    miniprogramRoot: 'miniprogram/',
    setting: {
      useCompilerPlugins: ['typescript'],
      es6: false,
      minified: true,
      minifyWXML: true,
      ignoreUploadUnusedFiles: true,
    },
  }),
  'miniprogram/app.json': JSON.stringify({ pages: ['pages/a/a'], sitemapLocation: 'sitemap.json' }),
  'miniprogram/sitemap.json': '{"rules":[]}',
  'miniprogram/app.ts': 'App({});',
  'miniprogram/pages/a/a.ts': "import { name } from './name';\nPage({ data: { name } });",
  'miniprogram/pages/a/name.ts':
    "export const name: string = 'a';\nif (Date.now() < 0) throw new Error('bang');",
  'miniprogram/pages/a/a.json': JSON.stringify({
    usingComponents: { 'van-button': '@vant/weapp/button/index' },
  }),
  'miniprogram/pages/a/a.wxml': '<van-button>{{name}}</van-button>',
};

let project: string;
const made: string[] = [root];

afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true });
});

function write(files: Readonly<Record<string, string>>): void {
  project = mkdtempSync(join(tmpdir(), 'mini-login-test-'));
  made.push(project);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(project, path)), { recursive: true });
    writeFileSync(join(project, path), text);
  }
}

describe('a program', () => {
  let compiled: Extract<Compiled, { ok: true }>;

  beforeAll(async () => {
    write(program);
    const result = await compileProgram({ project, root });
    if (!result.ok) throw new Error(result.message);
    compiled = result;
  });

  test('compiles with its packages, without a network and without a trace in its folder', () => {
    expect(compiled).toMatchObject({ ok: true, missing: [], unused: [] });
    expect([...compiled.files.keys()]).toEqual(
      expect.arrayContaining([
        'app.js',
        'pages/a/a.js',
        'miniprogram_npm/@vant/weapp/button/index.js',
      ]),
    );
    expect(compiled.files.has('pages/a/name.js')).toBe(false);
    expect(compiled.files.has('miniprogram_npm/@vant/weapp/calendar/index.js')).toBe(false);
    const packed = [...compiled.files.keys()].filter((path) => path.startsWith('miniprogram_npm/'));
    expect(packed.filter((path) => !path.startsWith('miniprogram_npm/@vant/weapp/'))).toEqual([]);
    expect(compiled.sizes.main).toBe(
      [...compiled.files.values()].reduce((sum, { byteLength }) => sum + byteLength, 0),
    );
    expect(existsSync(join(project, 'miniprogram/miniprogram_npm'))).toBe(false);
  });

  test('has places that lead back to their source', () => {
    const lines = (compiled.files.get('pages/a/a.js')?.toString() ?? '').split('\n');
    const line = lines.findIndex((text) => text.includes('bang'));
    const map = new SourceMap(JSON.parse(compiled.maps.get('pages/a/a.js.map')?.toString() ?? ''));
    expect(map.findEntry(line, lines[line]?.indexOf('Error(') ?? 0)).toMatchObject({
      originalSource: expect.stringMatching(/name\.ts$/),
      originalLine: 1,
    });
    expect(map.payload.sourcesContent.join()).toContain('Date.now() < 0');
  });
});

describe('bundled alone', () => {
  const bare = mkdtempSync(join(tmpdir(), 'mini-login-test-bare-'));
  made.push(bare);
  writeFileSync(join(bare, 'package-lock.json'), '{"packages":{"":{}}}');
  const look = () => compileProgram({ project, root: bare, bundleOnly: true });
  const alone = {
    ...program,
    'miniprogram/tsconfig.json': '{ // Not for phones.\n}',
    'miniprogram/pages/a/a.json': '{}',
    'miniprogram/pages/a/a.wxml': '<view>{{name}}</view>',
  };

  test('has every file that an upload takes, and no other', async () => {
    write(alone);
    const found = await look();
    expect(found.ok ? [...found.files.keys()].sort() : found.message).toEqual([
      ...['app.js', 'app.json', 'pages/a/a.js', 'pages/a/a.json', 'pages/a/a.wxml'],
      'sitemap.json',
    ]);
    expect(found).toMatchObject({ missing: [], newer: [], unused: [] });
  });

  test.each([
    ['pages/a/a.json', '{"a": }'],
    ['pages/a/a.wxss', '.a { color: red; }}'],
    ['pages/a/name.ts', 'export const name = ;'],
  ])('names %s where it is broken', async (path, text) => {
    write({ ...alone, [`miniprogram/${path}`]: text });
    expect(await look()).toEqual({ ok: false, message: expect.stringContaining(path) });
  });
});

test('a broken script is an error that names its file', async () => {
  write({ ...program, 'miniprogram/pages/a/name.ts': 'export const name = ;' });
  expect(await compileProgram({ project, root })).toEqual({
    ok: false,
    message: expect.stringContaining('pages/a/name.ts:1'),
  });
});

test('a broken template is an error that names its file', async () => {
  write({ ...program, 'miniprogram/pages/a/a.wxml': '<view><text></view>' });
  const compiled = await compileProgram({ project, root });
  expect(compiled.ok).toBe(false);
  expect(compiled).toMatchObject({ message: expect.stringContaining('pages/a/a.wxml') });
});

test('a compiler that gives no answer is given up', async () => {
  write(program);
  expect(await compileProgram({ project, root, timeout: 50 })).toEqual({
    ok: false,
    message: expect.stringContaining('no answer in 0.05 s'),
  });
});
