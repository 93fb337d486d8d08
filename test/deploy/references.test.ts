import { describe, expect, test } from '@jest/globals';
import { missingReferences } from '../../scripts/deploy/compile/references';

const tree = (files: Readonly<Record<string, string>>) =>
  new Map(Object.entries(files).map(([path, text]) => [path, Buffer.from(text)]));

describe('a reference that leads to no file is named', () => {
  test.each([
    ['require', 'pages/a/a.js', 'var b=require("../b/b");b()', '../b/b'],
    [
      'require.async',
      'wechat/seal.js',
      "require.async('../packages/seal').then(f)",
      '../packages/seal',
    ],
    ['npm package', 'pages/a/a.js', 'require("dayjs")', 'dayjs'],
    ['template import', 'pages/a/a.wxml', '<import src="./part.wxml"/>', './part.wxml'],
    ['wxs module', 'pages/a/a.wxml', '<wxs module="m" src="../m.wxs"></wxs>', '../m.wxs'],
    ['picture', 'pages/a/a.wxml', '<image class="x" src="/brand/gone.png"/>', '/brand/gone.png'],
    ['style import', 'app.wxss', '@import "./gone.wxss";', './gone.wxss'],
  ])('%s', (_kind, file, text, reference) => {
    expect(missingReferences(tree({ [file]: text }))).toEqual([{ file, reference }]);
  });
});

describe('a reference is found', () => {
  test.each([
    ['next to the file', 'pages/a/a.js', 'require("./b")', 'pages/a/b.js'],
    ['above the file', 'pages/a/a.js', 'require("../../login/flow")', 'login/flow.js'],
    ['from the root', 'pages/a/a.wxml', '<image src="/brand/logo.png"/>', 'brand/logo.png'],
    [
      'as a package of the root',
      'pages/a/a.js',
      'require("@vant/weapp/x")',
      'miniprogram_npm/@vant/weapp/x.js',
    ],
    [
      'as a package of its folder',
      'packages/seal/a.js',
      'require("tiny")',
      'packages/seal/miniprogram_npm/tiny/index.js',
    ],
  ])('%s', (_where, file, text, target) => {
    expect(missingReferences(tree({ [file]: text, [target]: '' }))).toEqual([]);
  });

  test('only known when the program runs, it is not looked for', () => {
    expect(
      missingReferences(
        tree({ 'a.wxml': '<image src="{{logo}}"/><image src="https://x.test/a.png"/>' }),
      ),
    ).toEqual([]);
  });
});
