import { expect, test } from '@jest/globals';
import type { CompileError } from '../../../../scripts/simulator/contract/program';
import { compileProgram } from '../../../../scripts/simulator/node/compile';
import { project } from './project';

async function errorsOf(files: Readonly<Record<string, string>>): Promise<readonly CompileError[]> {
  const one = project(files);
  try {
    return (await compileProgram(one.dir)).errors;
  } finally {
    one.dispose();
  }
}

/** What is wrong, in which file and line, and what the message must name. */
const cases: readonly (readonly [
  name: string,
  files: Readonly<Record<string, string>>,
  error: { kind: CompileError['kind']; file: string; line?: number },
  says: RegExp,
])[] = [
  [
    'TypeScript',
    { 'src/pages/a/a.ts': 'Page({\n  data: {,\n});' },
    { kind: 'script', file: 'src/pages/a/a.ts', line: 2 },
    /"\}"|","/,
  ],
  [
    'a require that leads nowhere',
    { 'src/pages/a/a.ts': "// head\nimport { x } from './x';\nPage({ x });" },
    { kind: 'missing', file: 'src/pages/a/a.ts', line: 2 },
    /\.\/x/,
  ],
  [
    'a WXML expression',
    { 'src/pages/a/a.wxml': '<view>\n  {{ a b }}\n</view>' },
    { kind: 'wxml', file: 'src/pages/a/a.wxml', line: 2 },
    /./,
  ],
  [
    'an open tag',
    { 'src/pages/a/a.wxml': '<view>\n  <view>\n</view>' },
    { kind: 'wxml', file: 'src/pages/a/a.wxml', line: 1 },
    /end tag/,
  ],
  [
    'an unknown built-in component',
    { 'src/pages/a/a.wxml': '<view />\n<map />' },
    { kind: 'wxml', file: 'src/pages/a/a.wxml', line: 2 },
    /<map> is not in the simulator.*runtime\/builtins\//,
  ],
  [
    'a component that nobody declares',
    { 'src/pages/a/a.wxml': '<!-- <x-y /> -->\n\n<my-box />' },
    { kind: 'wxml', file: 'src/pages/a/a.wxml', line: 3 },
    /<my-box>, and usingComponents does not declare it/,
  ],
  [
    'an unknown attribute',
    {
      'src/pages/a/a.wxml':
        '<view\n  class="{{ a > b ? \'x\' : "y" }}"\n  colour="red"\n/>'.replace('"y"', "'y'"),
    },
    { kind: 'wxml', file: 'src/pages/a/a.wxml', line: 3 },
    /The attribute "colour" of <view>/,
  ],
  [
    'a template that is not there',
    { 'src/pages/a/a.wxml': '<view />\n<import src="./row.wxml" />' },
    { kind: 'missing', file: 'src/pages/a/a.wxml', line: 2 },
    /pages\/a\/row\.wxml/,
  ],
  [
    'a template that nobody defines',
    {
      'src/pages/a/a.wxml':
        '<template name="row" />\n<template is="row" /><template is="{{ x }}" />\n<template is="raw" />',
    },
    { kind: 'wxml', file: 'src/pages/a/a.wxml', line: 3 },
    /"raw"/,
  ],
  [
    'WXS',
    {
      'src/pages/a/a.wxml': '<wxs module="m" src="./m.wxs" />',
      'src/pages/a/m.wxs': 'var a = 1;\nmodule.exports = {',
    },
    { kind: 'wxs', file: 'src/pages/a/m.wxs', line: 2 },
    /./,
  ],
  [
    'a WXSS declaration',
    { 'src/pages/a/a.wxss': '.a {\n  color red;\n}' },
    { kind: 'wxss', file: 'src/pages/a/a.wxss', line: 2 },
    /./,
  ],
  [
    'a WXSS import that is not there',
    { 'src/app.wxss': '.a { top: 0; }\n@import "./theme.wxss";' },
    { kind: 'missing', file: 'src/app.wxss', line: 2 },
    /theme\.wxss/,
  ],
  [
    'a picture of the package in WXSS',
    { 'src/pages/a/a.wxss': '.a {\n  background: url("/logo.png");\n}' },
    { kind: 'wxss', file: 'src/pages/a/a.wxss', line: 2 },
    /logo\.png/,
  ],
  [
    'JSON',
    { 'src/pages/a/a.json': '{\n  "usingComponents": {\n  },\n}' },
    { kind: 'json', file: 'src/pages/a/a.json', line: 4 },
    /./,
  ],
  [
    'an unknown key of app.json',
    { 'src/app.json': '{\n  "pages": ["pages/a/a"],\n  "pagez": []\n}' },
    { kind: 'json', file: 'src/app.json', line: 3 },
    /"pagez"/,
  ],
  [
    'an unknown key of a page',
    { 'src/pages/a/a.json': '{\n  "navigationBarTitle": "A"\n}' },
    { kind: 'json', file: 'src/pages/a/a.json', line: 2 },
    /"navigationBarTitle"/,
  ],
  [
    'a folder outside of the project',
    { 'project.config.json': '{ "miniprogramRoot": "../src" }' },
    { kind: 'json', file: 'project.config.json', line: 1 },
    /must name a folder inside the project/,
  ],
  [
    'a value of another kind in app.json',
    {
      'src/app.json':
        '{\n  "pages": ["pages/a/a"],\n  "window": { "navigationBarTextStyle": "grey" }\n}',
    },
    { kind: 'json', file: 'src/app.json', line: 3 },
    /window\.navigationBarTextStyle is not one of.*"grey"/,
  ],
  [
    'a value of another kind in a page',
    { 'src/pages/a/a.json': '{\n  "disableScroll": "yes"\n}' },
    { kind: 'json', file: 'src/pages/a/a.json', line: 2 },
    /disableScroll is not of a type.*boolean/,
  ],
  [
    'an operator that one framework lacks',
    { 'src/pages/a/a.wxml': '<view />\n<view>{{ a ?? "x" }}</view>' },
    { kind: 'wxml', file: 'src/pages/a/a.wxml', line: 2 },
    /"\?\?" in \{\{ \}\} is understood by one/,
  ],
  [
    'typeof in an attribute',
    { 'src/pages/a/a.wxml': '<view class="{{ typeof a }}" />' },
    { kind: 'wxml', file: 'src/pages/a/a.wxml', line: 1 },
    /"typeof"/,
  ],
  [
    'spread outside of a template',
    { 'src/pages/a/a.wxml': '<view data-x="{{ [...a] }}" />' },
    { kind: 'wxml', file: 'src/pages/a/a.wxml', line: 1 },
    /spread/,
  ],
  [
    'a comma between expressions',
    { 'src/pages/a/a.wxml': '<view>{{ a, b }}</view>' },
    { kind: 'wxml', file: 'src/pages/a/a.wxml', line: 1 },
    /a comma/,
  ],
  [
    'an attribute of glass-easel alone',
    { 'src/pages/a/a.wxml': '<view\n  let:a="{{ 1 }}" />' },
    { kind: 'wxml', file: 'src/pages/a/a.wxml', line: 2 },
    /"let:a"/,
  ],
  [
    'a variable that theme.json lacks',
    {
      'src/app.json':
        '{\n  "pages": ["pages/a/a"],\n  "darkmode": true,\n  "window": { "backgroundColor": "@bg" }\n}',
      'src/theme.json': '{ "light": { "bg": "#fff" }, "dark": {} }',
    },
    { kind: 'json', file: 'src/app.json', line: 4 },
    /@bg/,
  ],
  [
    'a page without files',
    { 'src/app.json': '{\n  "pages": ["pages/a/a",\n    "pages/b/b"]\n}' },
    { kind: 'missing', file: 'src/app.json', line: 3 },
    /pages\/b\/b/,
  ],
  [
    'a component that is not there',
    { 'src/pages/a/a.json': '{ "usingComponents": {\n  "box": "./box"\n} }' },
    { kind: 'missing', file: 'src/pages/a/a.json', line: 2 },
    /"box"/,
  ],
  [
    'a component that does not say it is one',
    {
      'src/pages/a/a.json': '{ "usingComponents": { "box": "./box" } }',
      'src/pages/a/box.json': '{}',
      'src/pages/a/box.wxml': '<view />',
      'src/pages/a/box.js': 'Component({});',
    },
    { kind: 'json', file: 'src/pages/a/box.json', line: 1 },
    /"component": true/,
  ],
  [
    'a component of a package that is not there',
    { 'src/pages/a/a.json': '{ "usingComponents": { "van-x": "@vant/weapp/x/index" } }' },
    { kind: 'missing', file: 'src/pages/a/a.json', line: 1 },
    /@vant\/weapp\/x\/index/,
  ],
];

test.each(cases)('%s is an error with file and line', async (_name, files, error, says) => {
  const errors = await errorsOf(files);
  expect(errors).toContainEqual(
    expect.objectContaining({ ...error, message: expect.stringMatching(says) }),
  );
});

test('a project without project.config.json or app.json says so', async () => {
  const one = project();
  one.remove('project.config.json');
  const [first] = (await compileProgram(one.dir)).errors;
  one.dispose();
  expect(first).toMatchObject({ kind: 'missing', file: 'project.config.json' });
});

test('what both frameworks understand is no error', async () => {
  const wxml = [
    '<template name="row">{{ a }}{{ \'typeof ?? , ...\' }}</template>',
    '<template is="row" data="{{ ...item, a, b: 1 }}" />',
    '<view class="{{ a ? [1, 2].length : f(a, b) }}" data-x="{{ {a: 1, b: 2} }}" mark:x="1" wx:if="{{ a }}" />',
    '<!-- {{ a ?? b }} -->',
  ].join('\n');
  expect(await errorsOf({ 'src/pages/a/a.wxml': wxml })).toEqual([]);
});
