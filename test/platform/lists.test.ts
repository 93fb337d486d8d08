import { expect, test } from '@jest/globals';
import { inWords, thereAre } from '@mini-login/platform/lists';

test.each([
  [[], '', ''],
  [['a'], 'a', 'a'],
  [['a', 'b'], 'a and b', 'a 和 b'],
  [['a', 'b', 'c'], 'a, b and c', 'a、b 和 c'],
  [['品牌', '语言', '颜色'], '品牌, 语言 and 颜色', '品牌、语言和颜色'],
  [['“a”', '“b”'], '“a” and “b”', '“a”和“b”'],
])('%j in a sentence', (names, english, chinese) => {
  expect(inWords(names)).toBe(english);
  expect(inWords(names, 'and', 'zh')).toBe(chinese);
  expect(inWords(names, 'or')).toBe(english.replace(' and ', ' or '));
  expect(inWords(names, 'or', 'zh')).toBe(chinese.replace('和', '或'));
});

test('one thing is there, and several are', () => {
  expect([[], ['a'], ['a', 'b']].map(thereAre)).toEqual([
    'there are none',
    'there is a',
    'there are a and b',
  ]);
});
