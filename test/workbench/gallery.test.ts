import { expect, test } from '@jest/globals';
import { brand } from '../../miniprogram/brand';
import { failures } from '../../miniprogram/login/failure';
import { readChoice, toggle, writeChoice } from '../../scripts/workbench/browser/gallery/choice';
import { screensOf } from '../../scripts/workbench/browser/gallery/tiles';
import { wordsFor } from '../../scripts/workbench/browser/gallery/words';

test('every screen has a title in Chinese, and no title is of a screen that is gone', () => {
  const names = screensOf(brand).flatMap(({ name, title }) => (title === null ? [] : name));
  expect(Object.keys(wordsFor(['zh-CN']).scenes ?? {}).sort()).toEqual(names.sort());
});

test('every failure that has a screen and every agreement of the brand is there, with a title of its own', () => {
  const own = screensOf(brand).filter(({ title }) => title === null);
  const shown = Object.keys(failures).filter((code) => !isOfPerson(code));
  const ids = brand.agreements.from === 'brand' ? brand.agreements.items.map(({ id }) => id) : [];
  expect(own.map(({ name }) => name)).toEqual([
    ...shown.map((code) => `failure ${code}`),
    ...ids.map((id) => `agreement ${id}`),
  ]);
  for (const { name, titleIn } of own) expect(titleIn('zh-CN')).not.toBe(name);
});

function isOfPerson(code: string): boolean {
  return Object.entries(failures).some(([one, { fault }]) => one === code && fault === 'person');
}

test('an address that asks for what is not there shows the usual, and one of it stays', () => {
  const usual = { lang: 'en', theme: 'dark' } as const;
  const choice = readChoice('?lang=ja,xx&size=9&theme=dark,light', ['zh-CN', 'en', 'ja'], usual);
  expect(choice).toEqual({ langs: ['ja'], sizes: ['375'], themes: ['light', 'dark'], search: '' });
  expect(readChoice(writeChoice(choice), ['ja'], usual)).toEqual(choice);
  expect(toggle(['b'], 'a', ['a', 'b'])).toEqual(['a', 'b']);
  expect(toggle(['b'], 'b', ['a', 'b'])).toEqual(['b']);
});
