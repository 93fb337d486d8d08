import { expect, test } from '@jest/globals';
import { unusedPictures, unusedSources } from '../../scripts/deploy/compile/unused';

const tree = (files: Readonly<Record<string, string>>) =>
  new Map(Object.entries(files).map(([path, text]) => [path, Buffer.from(text)]));

test('a script that nothing leads to is named, types alone are not', () => {
  const sources = tree({
    'used.ts': 'export const a = 1;',
    'dead.ts': 'export const b = 1;',
    'types.ts':
      "import type { A } from './used'; export type B = A; export interface C { readonly b: B }",
    'typings.d.ts': 'declare const wx: object;',
  });
  expect(unusedSources(sources, new Set(['used.js']))).toEqual(['dead.ts']);
});

test('a script that is part of a bundle is used', () => {
  expect(
    unusedSources(tree({ 'login/a.ts': 'export const a = 1;' }), new Set(['app.js', 'login/a.ts'])),
  ).toEqual([]);
});

test('a file of a kind that WeChat leaves out is named', () => {
  expect(
    unusedSources(tree({ 'brand/logo.webp': '', 'app.json': '' }), new Set(['app.json'])),
  ).toEqual(['brand/logo.webp']);
});

test('a picture that is packed and never named is named', () => {
  const compiled = tree({
    'brand/logo.png': '',
    'brand/old.png': '',
    'a.wxml': '<image src="/brand/logo.png"/>',
  });
  expect(unusedPictures(compiled)).toEqual(['brand/old.png']);
});
