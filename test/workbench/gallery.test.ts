import { expect, test } from '@jest/globals';
import { brand } from '../../miniprogram/brand';
import { readChoice, toggle, writeChoice } from '../../scripts/workbench/browser/gallery/choice';
import { screensOf } from '../../scripts/workbench/browser/gallery/tiles';
import { wordsFor } from '../../scripts/workbench/browser/gallery/words';

test('every screen has a title in Chinese, and no title is of a screen that is gone', () => {
  const names = screensOf(brand).map(({ name }) => name);
  expect(Object.keys(wordsFor(['zh-CN']).scenes ?? {}).sort()).toEqual(names.sort());
});

test('an address that asks for what is not there shows the usual, and one of it stays', () => {
  const usual = { lang: 'en', theme: 'dark' } as const;
  const choice = readChoice('?lang=ja,xx&size=9&theme=dark,light', ['zh-CN', 'en', 'ja'], usual);
  expect(choice).toEqual({ langs: ['ja'], sizes: ['375'], themes: ['light', 'dark'], search: '' });
  expect(readChoice(writeChoice(choice), ['ja'], usual)).toEqual(choice);
  expect(toggle(['b'], 'a', ['a', 'b'])).toEqual(['a', 'b']);
  expect(toggle(['b'], 'b', ['a', 'b'])).toEqual(['b']);
});
