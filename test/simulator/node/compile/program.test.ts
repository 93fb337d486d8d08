import { afterEach, expect, test } from '@jest/globals';
import type { CompiledProgram } from '../../../../scripts/simulator/contract/program';
import { compileProgram, createCompiler } from '../../../../scripts/simulator/node/compile';
import { type Project, project } from './project';

const projects: Project[] = [];

function made(files: Readonly<Record<string, string>> = {}): Project {
  const one = project(files);
  projects.push(one);
  return one;
}

afterEach(() => {
  for (const one of projects.splice(0)) one.dispose();
});

const compile = (files: Readonly<Record<string, string>>): Promise<CompiledProgram> =>
  compileProgram(made(files).dir);

test('a page arrives with its script, template and settings', async () => {
  const program = await compile({
    'src/pages/a/a.json': '{ "navigationBarTitleText": "A" }',
    'src/pages/a/a.ts': "import { b } from './b';\nPage({ data: { b } });",
    'src/pages/a/b.ts': 'export const b: number = 1;',
  });
  expect(program.errors).toEqual([]);
  expect(program.appId).toBe('wx1');
  expect(program.components['pages/a/a']).toMatchObject({
    isPage: true,
    window: { navigationBarTitleText: 'A' },
  });
  expect(Object.keys(program.modules)).toEqual(['pages/a/a', 'pages/a/b']);
  expect(program.modules['pages/a/a']).toContain('require("./b")');
  expect(Object.keys(new Function(`return ${program.templates}`)())).toEqual(['pages/a/a']);
});

test('a script keeps its syntax, as with the official compiler: only the types go', async () => {
  const { modules } = await compile({
    'src/pages/a/a.ts':
      'export const f = (a: { b?: bigint }): bigint => {\n  a.b ??= 2n ** 8n;\n  return a?.b;\n};\nclass A { #p = 1; static { f({}); } }',
  });
  const code = modules['pages/a/a'] ?? '';
  for (const kept of ['a.b ??= 2n ** 8n', 'a?.b', '#p = 1', 'static {'])
    expect(code).toContain(kept);
  expect(code).not.toContain('b?: bigint');
});

test('components come along through usingComponents of the app, of pages and of components, and from npm', async () => {
  const program = await compile({
    'src/app.json':
      '{ "pages": ["pages/a/a"], "usingComponents": { "of-app": "/components/of-app" } }',
    'src/pages/a/a.json':
      '{ "usingComponents": { "outer": "../../components/outer", "van-tag": "@vant/weapp/tag/index" } }',
    'src/components/of-app.json': '{ "component": true }',
    'src/components/of-app.wxml': '<view />',
    'src/components/of-app.ts': 'Component({});',
    'src/components/outer.json': '{ "component": true, "usingComponents": { "inner": "./inner" } }',
    'src/components/outer.wxml': '<inner />',
    'src/components/outer.js': 'Component({});',
    'src/components/inner.json': '{ "component": true }',
    'src/components/inner.wxml': '<of-app />',
    'src/components/inner.js': 'Component({});',
  });
  expect(program.errors).toEqual([]);
  expect(Object.keys(program.components).sort()).toEqual([
    'components/inner',
    'components/of-app',
    'components/outer',
    'miniprogram_npm/@vant/weapp/icon/index',
    'miniprogram_npm/@vant/weapp/info/index',
    'miniprogram_npm/@vant/weapp/tag/index',
    'pages/a/a',
  ]);
  expect(program.components['components/outer']?.usingComponents).toEqual({
    inner: 'components/inner',
  });
});

test('pages of subpackages are pages, and what they load later is compiled', async () => {
  const program = await compile({
    'src/app.json':
      '{ "pages": ["pages/a/a"], "subPackages": [{ "root": "more", "pages": ["b/b"] }] }',
    'src/pages/a/a.ts': "Page({ async onLoad() { await require.async('../../more/late'); } });",
    'src/more/late.ts': 'export default 1;',
    'src/more/b/b.wxml': '<view />',
    'src/more/b/b.js': 'Page({});',
  });
  expect(program.errors).toEqual([]);
  expect(program.components['more/b/b']?.isPage).toBe(true);
  expect(program.modules).toHaveProperty(['more/late']);
});

test('a package that was not made for mini programs comes in one piece', async () => {
  const program = await compile({
    'src/pages/a/a.ts':
      "import { sha256 } from '@noble/hashes/sha2.js';\nPage({ data: { a: sha256(new Uint8Array()) } });",
  });
  expect(program.errors).toEqual([]);
  const code = program.modules['miniprogram_npm/@noble/hashes/sha2.js'] ?? '';
  expect(code).toContain('sha256');
  expect(code).not.toContain('require(');
});

test('WXSS becomes CSS of the component: scoped classes, tags, imports, rpx and the safe area', async () => {
  const program = await compile({
    'src/pages/a/a.json': '{ "usingComponents": { "box": "./box" } }',
    'src/pages/a/a.wxml': '<box />',
    'src/pages/a/a.wxss':
      'page { padding: 15rpx env(safe-area-inset-bottom); } .x view { color: red; }',
    'src/pages/a/box.json': '{ "component": true }',
    'src/pages/a/box.wxml': '<view />',
    'src/pages/a/box.ts': 'Component({});',
    'src/pages/a/box.wxss':
      '@import "./more.wxss";\n:host { color: red; }\n.a >>> .b::after { top: 0; }\n@keyframes k { from { top: 0; } }',
    'src/pages/a/more.wxss': '@media (prefers-color-scheme: dark) { .a { color: #fff; } }',
  });
  expect(program.errors).toEqual([]);
  expect(program.components['pages/a/a']?.style).toBe(
    'body { padding: max(var(--least-rpx, 1px), round(down, 2vw + .0001px, 1px)) var(--safe-area-inset-bottom); } .x wx-view { color: red; }',
  );
  const box = program.components['pages/a/box'];
  const scope = box?.styleScope ?? '';
  expect(scope).toMatch(/^c[0-9a-f]{7}$/);
  expect(box?.style.replace(/\s+/g, ' ').trim()).toBe(
    `@media (prefers-color-scheme: dark) { .${scope}--a { color: #fff; } } [wx-host="${scope}"] { color: red; } .${scope}--a .${scope}--b::after { top: 0; } @keyframes k { from { top: 0; } }`,
  );
});

test('a component that shares its style has no scope of its own', async () => {
  const program = await compile({
    'src/pages/a/a.json': '{ "usingComponents": { "box": "./box" } }',
    'src/pages/a/a.wxml': '<box />',
    'src/pages/a/box.json': '{ "component": true }',
    'src/pages/a/box.wxml': '<view />',
    'src/pages/a/box.ts': "Component({ options: { styleIsolation: 'shared' } });",
    'src/pages/a/box.wxss': '.a { top: 0; }',
  });
  expect(program.components['pages/a/box']).toMatchObject({
    styleScope: '',
    style: '.a { top: 0; }',
    styleIsolation: 'shared',
  });
});

test('an edit compiles what it touches and nothing else', async () => {
  const one = made({
    'src/pages/a/a.ts': "import './b';\nPage({});",
    'src/pages/a/b.ts': 'export const b = 1;',
  });
  const compiler = createCompiler(one.dir);
  const before = await compiler.compile();
  one.write({ 'src/pages/a/b.ts': 'export const b = 2;' });
  const after = await compiler.compile();
  expect(after.modules['pages/a/b']).toContain('const b = 2');
  expect(after.modules['pages/a/a']).toBe(before.modules['pages/a/a']);
  expect(after.components['pages/a/a']).toBe(before.components['pages/a/a']);
  expect(after.templates).toBe(before.templates);
});

test('a page that comes or goes with app.json comes or goes from the program', async () => {
  const one = made();
  const compiler = createCompiler(one.dir);
  await compiler.compile();
  one.write({
    'src/app.json': '{ "pages": ["pages/a/a", "pages/b/b"] }',
    'src/pages/b/b.wxml': '<view>b</view>',
    'src/pages/b/b.js': 'Page({});',
  });
  expect(Object.keys((await compiler.compile()).components)).toEqual(['pages/a/a', 'pages/b/b']);
  one.write({ 'src/app.json': '{ "pages": ["pages/b/b"] }' });
  const last = await compiler.compile();
  expect(last.errors).toEqual([]);
  expect(Object.keys(last.components)).toEqual(['pages/b/b']);
  expect(Object.keys(new Function(`return ${last.templates}`)())).toEqual(['pages/b/b']);
});

test('a broken file is named, the rest still compiles, and fixing it fixes the program', async () => {
  const one = made({ 'src/pages/a/a.wxss': '.a { top: 0;' });
  const compiler = createCompiler(one.dir);
  const broken = await compiler.compile();
  expect(broken.errors).toEqual([
    expect.objectContaining({ kind: 'wxss', file: 'src/pages/a/a.wxss', line: 1 }),
  ]);
  expect(broken.modules).toHaveProperty(['pages/a/a']);
  one.write({ 'src/pages/a/a.wxss': '.a { top: 0; }' });
  expect((await compiler.compile()).errors).toEqual([]);
});
