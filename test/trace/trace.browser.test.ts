import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { patience, type TimelineEntry } from '@mini-login/simulator';
import { openChromium } from '@mini-login/simulator/chromium';
import type { Browser, Page } from 'playwright-core';
import { renderTrace } from '../../scripts/trace/page';
import { violationsOn } from '../support/axe';
import { brokenWordsAt } from '../support/line-breaks';

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
      {
        ...{ id: 0, at: 0, kind: 'http', from: 'app', method: 'GET' },
        url: `https://core.genauth.ai/oidc/.well-known/jwks.json?${'unbroken'.repeat(20)}`,
        ...{ requestHeaders: {}, responseBody: '', status: 200, ms: 12 },
      },
      screen(1, 'login'),
      { id: 2, at: 2, kind: 'tap', target: 'button#primary', text: '' },
      screen(3, 'working'),
      screen(4, 'failure'),
    ],
    frames: [
      { at: 10, from: 'client', client: 1, text: '{"id":"1","method":"Element.tap","params":{}}' },
      { at: 30, from: 'server', client: 1, text: '{"id":"1","result":{}}' },
    ],
    environment: {
      again: 'npm test -- test/journeys/a-very-long-name/of-a-test.test.ts',
      address: `https://core.genauth.ai/?${'unbroken'.repeat(20)}`,
    },
    steps: [
      {
        title: `tap getByRole('button', { name: 'Log in with a phone number' }).first()`,
        ...{ source: 'test/journeys/a-very-long-name/of-a-test.test.ts:12', waited: 60, took: 345 },
        error: Array.from({ length: 40 }, (_, line) => `    at call (file.ts:${line}:1)`).join(
          '\n',
        ),
        ...{ startedAt: 0, before: null, after: null, finger: null },
      },
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

test('axe finds nothing on it', async () => {
  expect(await violationsOn(page)).toEqual([]);
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

test('in a frame it leaves the page around it where that is', async () => {
  const around = await browser.newPage();
  const file = join(folder, 'around.html');
  writeFileSync(file, '<p style="height: 900px"></p><iframe src="trace.html"></iframe>');
  await around.goto(pathToFileURL(file).href);
  expect(await around.frameLocator('iframe').locator('.caption').textContent()).toBe('the end');
  expect(await around.evaluate('scrollY')).toBe(0);
  await around.close();
});

test('the filter leaves what holds its words', async () => {
  await page.locator('[data-tab=timeline]').click();
  await page.locator('input').fill('primary');
  expect(await page.locator('#timeline li:visible').count()).toBe(1);
});

test.each([1280, 390, 320])(
  'nothing scrolls sideways, %i px wide, in any list and with a row open',
  async (width) => {
    await page.setViewportSize({ width, height: 844 });
    await page.locator('input').fill('');
    for (const list of ['wire', 'console', 'timeline']) {
      await page.locator(`[data-tab=${list}]`).click();
      for (const row of await page.locator(`#${list} summary`).all()) await row.click();
      const over = await page.evaluate(() =>
        [...document.querySelectorAll('body, body *')]
          .filter((one) => one.closest('.strip > *') === null)
          .filter((one) => one.getBoundingClientRect().right > innerWidth)
          .map((one) => `${one.localName}.${one.className}`),
      );
      expect([list, ...over]).toEqual([list]);
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  },
);

test('on a phone the steps come before the timeline, and an open one has its whole name', async () => {
  const tops = await page.evaluate(() =>
    ['aside', '.steps', '.lists'].map((name) =>
      Number(document.querySelector(name)?.getBoundingClientRect().top),
    ),
  );
  expect(tops).toEqual([...tops].sort((one, other) => one - other));
  const name = page.locator('#steps b');
  const isCut = () => name.evaluate((one) => one.scrollWidth > one.clientWidth);
  expect(await isCut()).toBe(true);
  await name.click();
  expect(await isCut()).toBe(false);
});

test('in high contrast one sees which list and which entry is chosen', async () => {
  const shown = (selector: string) => page.locator(selector).first().screenshot();
  await page.emulateMedia({ forcedColors: 'active' });
  await page.locator('[data-tab=wire]').click();
  const other = await shown('[data-tab=timeline]');
  await page.locator('[data-tab=timeline]').click();
  expect((await shown('[data-tab=timeline]')).equals(other)).toBe(false);
  expect(await violationsOn(page)).toEqual([]);
});

test('who reads Chinese has its own words in Chinese, and no word in two', async () => {
  const read = await browser.newPage({ locale: 'zh-CN' });
  await read.goto(page.url());
  expect(await read.locator('.verdict').textContent()).toBe('失败');
  expect(await read.locator('.tabs').allInnerTexts()).toEqual([
    expect.stringMatching(/^步骤/),
    expect.stringMatching(/^时间线 \d+\s+通信 \d+\s+控制台 \d+$/),
    expect.stringMatching(/^界面\s+WXML/),
  ]);
  expect(await read.getByRole('searchbox', { name: '筛选' }).count()).toBe(1);
  const left = await read.evaluate(() =>
    [...document.querySelectorAll('[data-say]')].flatMap((one) =>
      [...one.childNodes]
        .filter((node) => node instanceof Text && /[a-z]{3}/.test(node.data))
        .map((node) => node.textContent),
    ),
  );
  expect(left).toEqual([]);
  expect(await brokenWordsAt(read)).toEqual([]);
  await read.close();
});
