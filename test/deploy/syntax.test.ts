import { expect, test } from '@jest/globals';
import { newerSyntax } from '../../scripts/deploy/compile/syntax';

const check = (code: string) => newerSyntax(new Map([['app.js', Buffer.from(code)]]));

test.each([
  ['a?.b ?? 2n ** 8n;'],
  ['const f = ({ a, ...b }) => [...a, b]; for (const x of [1]) f(x);'],
  ["'async function () {}'; /a(?<name>b)(?=c)/u.test('');"],
  ['return;'],
])('%s is read by the oldest phones', (code) => {
  expect(check(code)).toEqual([]);
});

test.each([
  ['a;\nb ??= 1;', 2, /no ES2020/],
  ['class A { #a = 1; }', 1, /no ES2020/],
  ['const n = 1_000;', 1, /no ES2020/],
  ['const f = async () => 1;', 1, /an async function/],
  ['({ async m() {} });', 1, /an async function/],
  ['(async function* () {})();', 1, /an async function/],
  ['\n\n/(?<!a)b/.test("");', 3, /looks behind/],
])('%j is not', (code, line, what) => {
  expect(check(code)).toEqual([{ file: 'app.js', line, what: expect.stringMatching(what) }]);
});

test('what is no script is not read', () => {
  expect(newerSyntax(new Map([['app.json', Buffer.from('{"a": async}')]]))).toEqual([]);
});

test('the same bytes are read once, under whatever name', () => {
  const content = Buffer.from('a ??= 1;');
  const [first] = newerSyntax(new Map([['a.js', content]]));
  const [second] = newerSyntax(new Map([['b.js', content]]));
  expect([first?.file, second?.file]).toEqual(['a.js', 'b.js']);
  expect(second?.what).toBe(first?.what);
});
