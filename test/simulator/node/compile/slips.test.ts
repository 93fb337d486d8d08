import { expect, test } from '@jest/globals';
import type { CompiledProgram } from '../../../../scripts/simulator/contract/program';
import { compileProgram } from '../../../../scripts/simulator/node/compile';
import { project } from './project';

/* One program's slip harms the pages that reach it, and no others. */

const two = {
  'src/app.json': '{ "pages": ["good", "bad"] }',
  'src/good.wxml': '<view>good</view>',
  'src/good.js': 'Page({})',
  'src/bad.wxml': '<view>bad</view>',
  'src/bad.js': 'Page({})',
};
const box = {
  'src/bad.json': '{ "usingComponents": { "box": "./box" } }',
  'src/bad.wxml': '<box />',
  'src/box.json': '{ "component": true }',
  'src/box.wxml': '<view />',
  'src/box.js': 'Component({})',
};

async function compiled(files: Readonly<Record<string, string>>): Promise<CompiledProgram> {
  const one = project({ ...two, ...files });
  try {
    return await compileProgram(one.dir);
  } finally {
    one.dispose();
  }
}

const slips: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'a picture that is required': {
    'src/a.png': 'png',
    'src/bad.js': "require('./a.png'); Page({})",
  },
  'a picture that is imported': {
    'src/a.png': '',
    'src/bad.js': "import a from './a.png'; Page({})",
  },
  'a path through a file': { 'src/bad.js': "require('./good.js/deep/er'); Page({})" },
  'a component named by a picture': {
    'src/a.png': 'png',
    'src/bad.json': '{ "usingComponents": { "box": "./a.png/box" } }',
  },
  'a component that says "components"': { ...box, 'src/box.json': '{ "components": true }' },
  'a component without a script': { ...box, 'src/box.js': '', 'src/box.json': '{' },
  'JSON that is broken': { 'src/bad.json': '{' },
  'JSON that is a list': { 'src/bad.json': '[]' },
  'a script that does not compile': { 'src/bad.js': 'Page({' },
  'a script of a component': { ...box, 'src/box.js': 'Component({' },
  'a module that is required': { 'src/m.js': '(', 'src/bad.js': "require('./m'); Page({})" },
  'WXML with an end tag too many': { 'src/bad.wxml': '<view></text></view>' },
  'WXML that is imported': { 'src/t.wxml': '<view>', 'src/bad.wxml': '<import src="./t.wxml" />' },
  'a WXS file': { 'src/s.wxs': 'var a = ;', 'src/bad.wxml': '<wxs src="./s.wxs" module="s" />' },
  'WXSS that is broken': { 'src/bad.wxss': 'view { color: red' },
  'WXSS that is imported': { 'src/i.wxss': 'a {', 'src/bad.wxss': '@import "./i.wxss";' },
  'WXSS that is not there': { 'src/bad.wxss': '@import "./none.wxss";' },
  'a style isolation of its own': {
    ...box,
    'src/box.json': '{ "component": true, "styleIsolation": 7 }',
  },
};

test.each(Object.keys(slips))('%s', async (name) => {
  const { errors, modules } = await compiled(slips[name] ?? {});
  const harmful = errors.filter(({ level }) => level !== 'warning');
  expect(harmful.filter(({ pages }) => !pages || pages.includes('good'))).toEqual([]);
  expect(Object.keys(modules)).toContain('good');
});

test('what is broken is said of its pages', async () => {
  const { errors } = await compiled({ ...box, 'src/box.json': '{ "components": true }' });
  expect(errors).toContainEqual(
    expect.objectContaining({ kind: 'json', file: 'src/box.json', pages: ['bad'] }),
  );
});

test("app.js, app.json's components and app.wxss concern every page", async () => {
  const { errors } = await compiled({
    ...box,
    'src/app.json': '{ "pages": ["good", "bad"], "usingComponents": { "box": "/box" } }',
    'src/app.js': "require('./shared'); App({})",
    'src/shared.js': 'App({',
    'src/app.wxss': 'view {',
    'src/box.wxml': '<view></text></view>',
  });
  expect(new Set(errors.filter(({ pages }) => !pages).map(({ file }) => file))).toEqual(
    new Set(['src/shared.js', 'src/app.wxss', 'src/box.wxml']),
  );
});

test('a component, a page and a template that are not there are named, and loudly', async () => {
  const { errors } = await compiled({
    'src/app.json': '{ "pages": ["good", "bad", "none"] }',
    'src/bad.json': '{ "usingComponents": { "box": "./box" } }',
    'src/bad.wxml': '<box /><include src="./part.wxml" />',
  });
  const loud = errors.filter(({ level }) => level === 'loud');
  expect(loud.map(({ message, pages }) => [message, pages])).toEqual([
    [expect.stringContaining('page "none"'), ['none']],
    [expect.stringContaining('component "box"'), ['bad']],
    [expect.stringContaining('part.wxml'), ['bad']],
  ]);
});

test('a tab bar of the program that is not there is said of the pages that it would stand on', async () => {
  const { errors } = await compiled({
    'src/app.json': JSON.stringify({
      pages: ['good', 'bad', 'more'],
      tabBar: {
        custom: true,
        list: [
          { pagePath: 'bad', text: 'bad' },
          { pagePath: 'more', text: 'more' },
        ],
      },
    }),
    'src/more.wxml': '<view />',
    'src/more.js': 'Page({})',
  });
  expect(errors).toEqual([
    expect.objectContaining({ level: 'loud', kind: 'missing', pages: ['bad', 'more'] }),
  ]);
});
