import { expect, test } from '@jest/globals';
import { startUpNumbers } from '../../scripts/bench/start-up';

const files: Readonly<Record<string, string>> = {
  'app.json': JSON.stringify({ pages: ['pages/a/a', 'pages/b/b'] }),
  'app.js': 'require("./compose");App({})',
  'compose.js': 'exports.c=wx.getWindowInfo().windowWidth',
  'pages/a/a.js': 'Page({d:require("../../compose").c})',
  'pages/a/a.json': JSON.stringify({
    usingComponents: { 'van-button': '@vant/weapp/button/index' },
  }),
  'pages/b/b.js': 'throw new Error("the second page is not part of the start-up")',
  'miniprogram_npm/@vant/weapp/button/index.js': 'require("../common");Component({})',
  'miniprogram_npm/@vant/weapp/common.js': '1',
};
const tree = (changed: Readonly<Record<string, string>> = {}) =>
  new Map(
    Object.entries({ ...files, ...changed }).map(([path, text]) => [path, Buffer.from(text)]),
  );
const bytesOf = (...paths: readonly string[]) =>
  paths.reduce((sum, path) => sum + (files[path] ?? '').length, 0);

test('the start-up is app.js, the first page, its components, and what they require, each once', () => {
  const numbers = startUpNumbers(tree(), 3);
  const npm = 'miniprogram_npm/@vant/weapp';
  const expected = bytesOf(
    'app.js',
    'compose.js',
    'pages/a/a.js',
    `${npm}/button/index.js`,
    `${npm}/common.js`,
  );
  expect(numbers).toMatchObject({ 'startup.script.bytes': expected, 'startup.script.count': 5 });
  expect(numbers['startup.script.ms']).toBeGreaterThan(0);
});

test('a script that throws fails the measurement', () => {
  expect(() => startUpNumbers(tree({ 'compose.js': 'throw new Error("broken")' }), 1)).toThrow(
    'broken',
  );
});

test('a script that is missing fails the measurement by its name', () => {
  expect(() => startUpNumbers(tree({ 'app.js': 'require("./gone")' }), 1)).toThrow(
    /app\.js needs '\.\/gone'/,
  );
});
