import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { DOUBLES } from '../../../scripts/simulator/apis/doubles';
import { apiChapters, apiPage } from '../../../scripts/simulator/apis/page';
import { readApiTable } from '../../../scripts/simulator/node/server/api-table';

const chapters = apiChapters();

test("the page is what the simulator and WeChat's typings say now", () => {
  const page = join(import.meta.dirname, '../../../scripts/simulator/APIS.md');
  expect(readFileSync(page, 'utf8')).toBe(apiPage());
});

test('every name of WeChat’s stands in one chapter, once', () => {
  const all = chapters.flatMap(({ served, doubles, refused }) => [
    ...served,
    ...doubles,
    ...refused,
  ]);
  expect([...all].sort()).toEqual(Object.keys(readApiTable()).sort());
});

test('every double is an interface that the simulator has', () => {
  const doubles = chapters.flatMap((chapter) => chapter.doubles);
  expect([...doubles].sort()).toEqual(Object.keys(DOUBLES).sort());
});

test('what is refused is what a program meets as such', () => {
  const refused = chapters.flatMap((chapter) => chapter.refused);
  expect(refused).toEqual(
    expect.arrayContaining(['requestPayment', 'createWorker', 'scanCode', 'createVKSession']),
  );
  const served = chapters.flatMap((chapter) => chapter.served);
  expect(served).toEqual(expect.arrayContaining(['showToast', 'navigateTo', 'setStorage']));
});
