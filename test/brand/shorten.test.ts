import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Shortened, shorten } from '../../scripts/brand/shorten';

const ends = ['~', '|'];
const restored = ({ text, phrases }: Shortened) =>
  phrases.reduce((left, [sign, phrase]) => left.split(sign).join(phrase), text);

test('whatever is written, the program reads the same', () => {
  const word = fc.constantFrom(
    '{app}',
    'ログイン',
    '登录',
    'log in ',
    '#',
    '&',
    '/',
    ' ',
    '。',
    '',
  );
  const texts = fc.array(fc.oneof(word, fc.string({ maxLength: 3 })), { maxLength: 80 });
  fc.assert(
    fc.property(texts, (parts) => {
      const text = parts.join('|');
      expect(restored(shorten(text, ends))).toBe(text);
    }),
  );
});

test('what is said often is one sign, that first which saves most', () => {
  const text = `${'{app}に|ログイン~'.repeat(20)}${'もう一度|'.repeat(9)}once`;
  expect(shorten(text, ends)).toMatchObject({
    phrases: [
      ['#', 'ログイン'],
      ['$', '{app}に'],
      ['%', 'もう一度'],
    ],
  });
});

test('a sign that the text has means itself', () => {
  const text = `${'{app}|'.repeat(20)}#1`;
  expect(shorten(text, ends).phrases).toEqual([['$', '{app}']]);
});

test('nothing is replaced where nothing is saved', () => {
  expect(shorten('one|two|three', ends)).toEqual({ text: 'one|two|three', phrases: [] });
});
