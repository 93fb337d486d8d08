import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { compileProgram } from '../../scripts/deploy/compile/compile-program';

const root = join(import.meta.dirname, '../..');

const program = {
  'project.config.json': JSON.stringify({
    appid: 'wx0123456789abcdef',
    compileType: 'miniprogram',
    miniprogramRoot: 'miniprogram/',
    setting: { useCompilerPlugins: ['typescript'], es6: false, minified: true, minifyWXML: true, ignoreUploadUnusedFiles: true },
  }),
  'miniprogram/app.json': JSON.stringify({ pages: ['pages/a/a'], sitemapLocation: 'sitemap.json' }),
  'miniprogram/sitemap.json': '{"rules":[]}',
  'miniprogram/app.ts': 'App({});',
  'miniprogram/pages/a/a.ts': "import { name } from './name';\nPage({ data: { name } });",
  'miniprogram/pages/a/name.ts': "export const name: string = 'a';",
  'miniprogram/pages/a/a.json': JSON.stringify({ usingComponents: { 'van-button': '@vant/weapp/button/index' } }),
  'miniprogram/pages/a/a.wxml': '<van-button>{{name}}</van-button>',
};

let project: string;

beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'mini-login-test-'));
});

afterEach(() => {
  rmSync(project, { recursive: true });
});

function write(files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(project, path)), { recursive: true });
    writeFileSync(join(project, path), text);
  }
}

test('a program compiles with its packages, without a network and without a trace in its folder', async () => {
  write(program);
  const compiled = await compileProgram({ project, root });
  expect(compiled).toMatchObject({ ok: true, missing: [], unused: [] });
  if (!compiled.ok) return;
  expect([...compiled.files.keys()]).toEqual(
    expect.arrayContaining(['app.js', 'pages/a/a.js', 'miniprogram_npm/@vant/weapp/button/index.js']),
  );
  expect(compiled.files.has('pages/a/name.js')).toBe(false);
  expect(compiled.files.has('miniprogram_npm/@vant/weapp/calendar/index.js')).toBe(false);
  expect(compiled.sizes.main).toBe([...compiled.files.values()].reduce((sum, { byteLength }) => sum + byteLength, 0));
  expect(existsSync(join(project, 'miniprogram/miniprogram_npm'))).toBe(false);
}, 120_000);

test('a place in what ships leads back to its source', async () => {
  write({
    ...program,
    'miniprogram/pages/a/name.ts': "export const name: string = 'a';\nif (Date.now() < 0) throw new Error('bang');",
  });
  const compiled = await compileProgram({ project, root });
  if (!compiled.ok) throw new Error(compiled.message);
  const lines = (compiled.files.get('pages/a/a.js')?.toString() ?? '').split('\n');
  const line = lines.findIndex((text) => text.includes('bang'));
  const map = new SourceMap(JSON.parse(compiled.maps.get('pages/a/a.js.map')?.toString() ?? ''));
  expect(map.findEntry(line, lines[line]?.indexOf('Error(') ?? 0)).toMatchObject({
    originalSource: expect.stringMatching(/name\.ts$/),
    originalLine: 1,
  });
  expect(map.payload.sourcesContent.join()).toContain('Date.now() < 0');
}, 120_000);

test('a broken script is an error that names its file', async () => {
  write({ ...program, 'miniprogram/pages/a/name.ts': 'export const name = ;' });
  expect(await compileProgram({ project, root })).toEqual({
    ok: false,
    message: expect.stringContaining('pages/a/name.ts:1'),
  });
}, 120_000);

test('a broken template is an error that names its file', async () => {
  write({ ...program, 'miniprogram/pages/a/a.wxml': '<view><text></view>' });
  const compiled = await compileProgram({ project, root });
  expect(compiled.ok).toBe(false);
  expect(compiled).toMatchObject({ message: expect.stringContaining('pages/a/a.wxml') });
}, 120_000);

test('a compiler that gives no answer is given up', async () => {
  write(program);
  expect(await compileProgram({ project, root, timeout: 50 })).toEqual({
    ok: false,
    message: expect.stringContaining('no answer in 0.05 s'),
  });
});
