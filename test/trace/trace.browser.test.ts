import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { patience, type TimelineEntry } from '@mini-login/simulator';
import { openChromium } from '@mini-login/simulator/chromium';
import type { Browser, Page } from 'playwright-core';
import { renderTrace } from '../../scripts/trace/page';

let folder: string;
let browser: Browser;
let page: Page;

const screen = (id: number, name: string): TimelineEntry => ({
  id,
  at: id,
  kind: 'screen',
  page: 'pages/a/a',
  screen: name,
});
const jpeg =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const picture = (entry: number | null, at: number, title: string, wxml: string) => ({
  entry,
  at,
  title,
  jpeg,
  wxml,
});

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'trace-page-'));
  const file = join(folder, 'trace.html');
  const html = renderTrace({
    title: 'a story',
    error: new Error('it broke'),
    entries: [
      screen(1, 'login'),
      { id: 2, at: 2, kind: 'tap', target: 'button#primary', text: '' },
      screen(3, 'working'),
      screen(4, 'failure'),
    ],
    frames: [
      { at: 10, from: 'client', client: 1, text: '{"id":"1","method":"Element.tap","params":{}}' },
      { at: 30, from: 'server', client: 1, text: '{"id":"1","result":{}}' },
    ],
    pictures: [
      picture(1, 5, 'login', '<view class="login"></view>'),
      { entry: 3, at: 15, title: 'working', jpeg: null, wxml: '' },
      picture(4, 20, 'failure', '<view class="failure"></view>'),
      picture(null, 40, 'the end', ''),
    ],
  });
  writeFileSync(file, html);
  browser = await openChromium();
  page = await browser.newPage();
  page.setDefaultTimeout(patience());
  await page.goto(pathToFileURL(file).href);
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

const seen = async () => ({
  row: await page.locator('li.current b').textContent(),
  picture: await page.locator('.caption').textContent(),
});

test('it opens at the end', async () => {
  expect(await seen()).toEqual({ row: 'failure', picture: 'the end' });
  expect(await page.locator('.error').textContent()).toContain('it broke');
});

test('a picture leads to its entry, an entry to the picture of its moment, and arrow keys from one to the next', async () => {
  await page.locator('figure', { hasText: 'login' }).click();
  expect(await seen()).toEqual({ row: 'login', picture: 'login' });
  await page.locator('#timeline summary', { hasText: 'button#primary' }).click();
  expect(await seen()).toEqual({ row: 'button#primary', picture: 'login' });
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  expect(await seen()).toEqual({ row: 'failure', picture: 'failure' });
});

test('the wire goes by the real clock, and WXML belongs to the same moment', async () => {
  await page.locator('[data-tab=wire]').click();
  await page.locator('#wire summary', { hasText: 'result' }).click();
  expect((await seen()).picture).toBe('failure');
  await page.locator('[data-tab=wxml]').click();
  expect(await page.locator('#wxml').textContent()).toContain('class="failure"');
});

test('the filter leaves what holds its words', async () => {
  await page.locator('[data-tab=timeline]').click();
  await page.locator('input').fill('primary');
  expect(await page.locator('#timeline li:visible').count()).toBe(1);
});
