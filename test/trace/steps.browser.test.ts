import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { patience } from '@mini-login/simulator';
import { openChromium } from '@mini-login/simulator/chromium';
import type { TestStep } from '@mini-login/simulator/test';
import type { Browser, Page } from 'playwright-core';
import { renderTrace } from '../../scripts/trace/page';
import { writeRunIndex } from '../../scripts/trace/run-index';

const base64 =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const picture = { type: 'png', base64, origin: { x: 0, y: 88 } } as const;
const step = (more: Partial<TestStep>): TestStep => ({
  ...{ title: 'a step', source: 'test/shop.test.ts:7', startedAt: 0, waited: 0, took: 12 },
  ...{ error: null, before: null, after: picture, finger: null },
  ...more,
});
const trace = (title: string, error?: Error) =>
  renderTrace({
    title,
    ...(error ? { error } : {}),
    environment: { commit: 'abc1234', again: 'npm test -- test/journeys/shop' },
    ...{ entries: [], frames: [], pictures: [] },
    steps: [
      step({
        title: "locator('#buy').tap",
        waited: 340,
        took: 400,
        before: picture,
        finger: { x: 40, y: 20 },
      }),
      step({ title: 'expect(<b>).toHaveText', error: 'waited\n  page  pages/a/a' }),
    ],
  });

let folder: string;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'trace-steps-'));
  writeFileSync(join(folder, 'good.html'), trace('a story'));
  writeFileSync(
    join(folder, 'bad one.html'),
    trace('another <story>', new Error('it broke\nat last')),
  );
  writeRunIndex(folder);
  browser = await openChromium();
  page = await browser.newPage();
  page.setDefaultTimeout(patience());
  await page.goto(pathToFileURL(join(folder, 'index.html')).href);
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

test('one page has all traces of a run, what failed first', async () => {
  expect(await page.locator('p').textContent()).toBe('1 failed, 0 flaky, 1 passed, 0 skipped');
  expect(await page.locator('li').allTextContents()).toEqual([
    'failed another <story>',
    'passed a story',
  ]);
  const shown = () => page.locator('li:visible').allTextContents();
  await page.getByLabel('passed').check();
  expect(await shown()).toEqual(['passed a story']);
  await page.getByLabel('all').check();
  expect(await shown()).toHaveLength(2);
  await page.getByRole('link', { name: 'another' }).click();
  expect(await page.locator('.error').textContent()).toContain('it broke\nat last');
});

test('the first column has the steps, with line, time and wait', async () => {
  const first = page.locator('#steps li').first();
  expect(await first.locator('b').textContent()).toBe("locator('#buy').tap");
  expect(await first.locator('.summary').textContent()).toBe('test/shop.test.ts:7');
  expect(await first.locator('.badge').textContent()).toBe('400 ms, waited 340');
  const [steps, lists] = await Promise.all(
    ['.steps', '.lists'].map((part) => page.locator(part).boundingBox()),
  );
  expect(steps?.x).toBeLessThan(lists?.x ?? 0);
  expect(await page.locator('#steps li.bad pre').textContent()).toContain('page  pages/a/a');
});

test('a step shows the phone before and after, and where the finger was', async () => {
  await page.locator('#steps summary').first().click();
  expect(await page.locator('#picture figcaption').allTextContents()).toEqual(['before', 'after']);
  const spots = page.locator('#picture .finger');
  expect(await spots.count()).toBe(1);
  expect(await spots.getAttribute('style')).toBe('left:40px;top:108px');
  await page.keyboard.press('ArrowDown');
  expect(await page.locator('#steps .current b').textContent()).toBe('expect(<b>).toHaveText');
  expect(await page.locator('#picture figcaption').allTextContents()).toEqual(['after']);
});

test('it says what it ran on, and the command that runs it again', async () => {
  expect(await page.locator('.environment').textContent()).toContain(
    'commitabc1234againnpm test -- test/journeys/shop',
  );
});

test('it asks nobody for anything', () => {
  expect(readFileSync(join(folder, 'good.html'), 'utf8')).not.toMatch(/(?:src|href)="https?:/);
});

test.each(['light', 'dark'] as const)('it can be read in %s', async (colorScheme) => {
  await page.emulateMedia({ colorScheme });
  const [color, background] = await page.evaluate(() => {
    const { color: text, backgroundColor } = getComputedStyle(document.body);
    return [text, backgroundColor];
  });
  expect(color).not.toBe(background);
});
