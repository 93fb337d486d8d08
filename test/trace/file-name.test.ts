import { expect, test } from '@jest/globals';
import { traceFileName } from '../support/trace-file-name';

const file = '/home/me/test/journeys/signing-in.test.ts';

test('a trace is found by its test', () => {
  expect(traceFileName(file, 'someone new: "signs in" / 登录', 1)).toBe(
    'signing-in-someone-new-signs-in-登录.html',
  );
});

test.each(['a story', 'a story '.repeat(40)])(
  'tests with one title have a file each: %#',
  (title) => {
    const names = [1, 2, 3, 12].map((times) => traceFileName(file, title, times));
    expect(new Set(names).size).toBe(4);
    for (const name of names) expect(name.length).toBeLessThan(140);
  },
);
