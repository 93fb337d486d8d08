import { afterEach, expect, test } from '@jest/globals';
import type { CompiledProgram } from '../../../../scripts/simulator/contract/program';
import { compileProgram } from '../../../../scripts/simulator/node/compile';
import { type Project, project } from './project';

/* What WeChat's own compilers do with programs that nobody here wrote. */

let one: Project | null = null;
afterEach(() => one?.dispose());

async function compile(files: Readonly<Record<string, string>>): Promise<CompiledProgram> {
  one = project(files);
  return await compileProgram(one.dir);
}

async function styleOf(wxss: string): Promise<string> {
  const program = await compile({ 'src/pages/a/a.wxss': wxss });
  expect(program.errors).toEqual([]);
  return program.components['pages/a/a']?.style ?? '';
}

test.each([
  ['the argument of :nth-child is no tag', 'view:nth-child(odd) {}', 'wx-view:nth-child(odd) {}'],
  ['nor that of :lang', 'text:lang(en) {}', 'wx-text:lang(en) {}'],
  ['that of :not is a selector', 'view:not(text) {}', 'wx-view:not(wx-text) {}'],
  ['the page is the parent of its nodes', 'page > view {}', 'body > wx-page > wx-view {}'],
  ['and their ancestor', 'page view {}', 'body wx-view {}'],
  [
    'rpx are whole px, and no less than one',
    '.a { width: 3rpx; }',
    '.a { width: max(var(--least-rpx, 1px), round(down, 0.4vw + .0001px, 1px)); }',
  ],
  ['also below zero', '.a { top: -75rpx; }', '.a { top: round(down, -10vw + .0001px, 1px); }'],
  ['rpx in a string stay', '.a::after { content: "1rpx"; }', '.a::after { content: "1rpx"; }'],
  ['rpx in upper case stay', '.a { width: 1RPX; }', '.a { width: 1RPX; }'],
  ['rpx in a query stay', '@media (min-width: 10rpx) {}', '@media (min-width: 10rpx) {}'],
  [
    'a data URI may hold url()',
    `.a { background: url("data:image/svg+xml,<g fill='url(#b)'/>"); }`,
    `.a { background: url("data:image/svg+xml,<g fill='url(#b)'/>"); }`,
  ],
])('%s', async (_name, wxss, css) => {
  expect(await styleOf(wxss)).toBe(css);
});

test.each([
  ['an attribute', { 'src/pages/a/a.wxml': '<view colour="red" />' }, /The attribute "colour"/],
  ['a tag', { 'src/pages/a/a.wxml': '<span>x</span>' }, /<span> is not in the simulator/],
  [
    'an old name of wx:for',
    { 'src/pages/a/a.wxml': '<view wx:for-items="{{ a }}" />' },
    /deprecated/,
  ],
  ['a name space', { 'src/pages/a/a.wxml': '<view xmlns:wx="x" />' }, /prefix/],
  ['a doubled attribute', { 'src/pages/a/a.wxml': '<view id="a" id="b" />' }, null],
  ['an entity that does not exist', { 'src/pages/a/a.wxml': '<text>&nothing;</text>' }, null],
  ['a key of a page’s JSON', { 'src/pages/a/a.json': '{ "nonsense": 1 }' }, /"nonsense" is no key/],
  [
    'a space after the colon of a pseudo-element',
    { 'src/pages/a/a.wxss': '.a: after { color: red; }' },
    /space after the colon/,
  ],
  [
    'a picture of the package in WXSS',
    { 'src/pages/a/a.wxss': '.a { background: url(a.png); }' },
    /url\(a\.png\)/,
  ],
  [
    'a component that is not there',
    { 'src/pages/a/a.json': '{ "usingComponents": { "b": "/b" } }' },
    /component "b": there is no b\.json/,
  ],
  [
    'a component of the extended library',
    { 'src/pages/a/a.json': '{ "usingComponents": { "b": "weui-miniprogram/cell/cell" } }' },
    /useExtendedLib.* npm install weui-miniprogram/,
  ],
  [
    'a plugin’s component',
    { 'src/pages/a/a.json': '{ "usingComponents": { "b": "plugin://p/b" } }' },
    /component "b": the simulator has no plugins/,
  ],
  [
    'a page that is not there',
    { 'src/app.json': '{ "pages": ["pages/a/a", "pages/b/b"] }' },
    /pages\/b\/b/,
  ],
  ['a template that is not there', { 'src/pages/a/a.wxml': '<template is="none" />' }, /none/],
  [
    'an import that is not there',
    { 'src/pages/a/a.wxml': '<import src="./none.wxml" />' },
    /none\.wxml/,
  ],
  [
    'a value that is not in its list',
    { 'src/pages/a/a.json': '{ "backgroundTextStyle": "blue" }' },
    /backgroundTextStyle/,
  ],
  ['a value without quotes', { 'src/pages/a/a.wxml': '<view id=a />' }, /should be quoted/],
  [
    'a component of which there is the place alone',
    { 'src/pages/a/a.wxml': '<video />' },
    /<video> is not in the simulator/,
  ],
  [
    'a module that is not there',
    { 'src/pages/a/a.ts': "Page({ onLoad() { require('./a.png'); } });" },
    /there is no module/,
  ],
])('%s that WeChat would pass over stops no launch', async (_name, files, says) => {
  const { errors } = await compile(files);
  const expected =
    says === null
      ? []
      : [
          expect.objectContaining({
            // `loud`: an error on the timeline, and the program starts.
            level: expect.stringMatching(/^(?:warning|loud)$/),
            message: expect.stringMatching(says),
          }),
        ];
  expect(errors).toEqual(expected);
});

test('the others start when a page or a component is not there', async () => {
  const { components } = await compile({
    'src/app.json': '{ "pages": ["pages/b/b", "pages/a/a"] }',
    'src/pages/a/a.json': '{ "usingComponents": { "b": "/b" } }',
  });
  expect(Object.keys(components)).toEqual(['pages/a/a']);
  expect(components['pages/a/a']?.usingComponents).toEqual({});
});

test.each([
  ['named ./', '{ "appid": "wx1", "miniprogramRoot": "./" }'],
  ['empty', '{ "appid": "wx1", "miniprogramRoot": "" }'],
  ['left out', '{ "appid": "wx1" }'],
])('the program is the project itself where its folder is %s', async (_name, config) => {
  const { errors, app } = await compile({
    'project.config.json': config,
    'app.json': '{ "pages": ["pages/z/z"] }',
    'pages/z/z.wxml': '<view />',
    'pages/z/z.js': 'Page({});',
  });
  expect([errors, app.pages]).toEqual([[], ['pages/z/z']]);
});

test('a folder with a program and no project.config.json is opened, with a warning', async () => {
  one = project({ 'app.json': '{ "pages": ["z"] }', 'z.wxml': '<view />', 'z.js': 'Page({});' });
  one.remove('project.config.json');
  const { errors, app } = await compileProgram(one.dir);
  expect(app.pages).toEqual(['z']);
  expect(errors).toEqual([
    expect.objectContaining({ level: 'warning', file: 'project.config.json' }),
  ]);
});

test('of a doubled attribute the last counts, wherever it stands', async () => {
  const { templates } = await compile({
    'src/pages/a/a.wxml': '<view\n  class="first"\n  id="x"\n  class="last"\n/>',
  });
  expect(templates).toContain('"last"');
  expect(templates).not.toContain('"first"');
});

test('\\n is a new line in texts and attributes, not in expressions', async () => {
  const { templates } = await compile({
    'src/pages/a/a.wxml': `<view id="a\\nb">c\\nd{{ "e\\n" }}</view>`,
  });
  expect(templates).toContain('"a\\nb"');
  expect(templates).toContain('"c\\nd"');
});

test('an entity stays as it is written', async () => {
  const { templates } = await compile({ 'src/pages/a/a.wxml': '<view>a &lt; b &nbsp; c</view>' });
  expect(templates).toContain('"a &lt; b &nbsp; c"');
});

test('a component may be named by its folder', async () => {
  const { errors, components } = await compile({
    'src/pages/a/a.json': '{ "usingComponents": { "box": "/box" } }',
    'src/box/index.json': '{ "component": true }',
    'src/box/index.ts': 'Component({});',
    'src/box/index.wxml': '<view />',
  });
  expect(errors).toEqual([]);
  expect(components['pages/a/a']?.usingComponents).toEqual({ box: 'box/index' });
});
