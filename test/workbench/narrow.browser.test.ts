import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { violationsOn } from '../support/axe';
import { useWorkbench } from './open-workbench';

const workbenches = useWorkbench();

/** What reaches over the right edge, where nothing of its own scrolls or cuts it. */
async function tooWide(page: Page): Promise<readonly string[]> {
  const over = await page.evaluate(() => {
    const within = (element: Element): boolean => {
      const parent = element.parentElement;
      if (parent === null) return false;
      return getComputedStyle(parent).overflowX !== 'visible' || within(parent);
    };
    return [...document.querySelectorAll('body *')]
      .filter((one) => one.getBoundingClientRect().right > innerWidth + 1 && !within(one))
      .map((one) => `${one.localName}.${one.className}`);
  });
  const scrolls = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  return scrolls ? [...over, 'the page scrolls'] : over;
}

test.each([390, 860, 1024])('nothing scrolls sideways, %i px wide', async (width) => {
  const { page, logInUpToSheet } = await workbenches.open({ viewport: { width, height: 844 } });
  await logInUpToSheet();
  expect(await tooWide(page)).toEqual([]);
});

test('on a phone the timeline comes before the controls', async () => {
  const { page } = await workbenches.open();
  await page.setViewportSize({ width: 390, height: 844 });
  const tops = await page.evaluate(() =>
    ['.stage', '.timeline', '.controls'].map(
      (name) => document.querySelector(name)?.getBoundingClientRect().top,
    ),
  );
  expect(tops).toEqual([...tops].sort((one, other) => Number(one) - Number(other)));
});

test('the gallery draws each screen in what is chosen, and its address keeps the choice', async () => {
  const { page } = await workbenches.open({ viewport: { width: 390, height: 844 } });
  const wrong: string[] = [];
  page.on('console', (message) => wrong.push(message.text()));
  page.on('pageerror', ({ message }) => wrong.push(message));
  await page.getByRole('link', { name: 'Gallery' }).click();
  await page.getByRole('searchbox').fill('denied');
  await page.getByRole('button', { name: '日本語' }).click();
  await page.getByRole('button', { name: 'Dark', exact: true }).click();
  await page.getByRole('button', { name: 'Light', exact: true }).click();
  await page.getByText('2 pictures', { exact: true }).waitFor();
  expect(page.url()).toMatch(/\?lang=en,ja&size=375&theme=dark&search=denied$/);

  const phone = (caption: string) => page.frameLocator(`iframe[title="${caption}"]`);
  const tile = (caption: string) => phone(caption).frameLocator('iframe');
  const english = tile('English · 375 × 812 · Dark');
  await english.getByRole('heading', { name: 'Log in to Harbor' }).waitFor();
  await english.locator('#notice', { hasText: 'You did not share your phone' }).waitFor();
  // The phone's theme and not the browser's.
  const button = english.getByRole('button', { name: 'Log in with phone' });
  const colour = await button.evaluate((one) => getComputedStyle(one).backgroundColor);
  expect(colour).toBe('rgb(108, 195, 211)');
  await tile('日本語 · 375 × 812 · Dark').getByRole('heading', { name: 'ハーバー' }).waitFor();
  const bar = phone('日本語 · 375 × 812 · Dark').locator('.navigation-title');
  expect(await bar.textContent()).toBe('ハーバー');
  expect(await tooWide(page)).toEqual([]);
  expect(await violationsOn(page)).toEqual([]);

  await page
    .getByRole('button', { name: /^Enlarge The phone number was refused · 日本語/ })
    .click();
  await page
    .getByRole('dialog')
    .getByRole('heading', { name: /日本語 · 375/ })
    .waitFor();
  expect(await violationsOn(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });

  await page.reload();
  await page.getByText('2 pictures', { exact: true }).waitFor();
  // The agreements' own page, in the language of the tile.
  await page.getByRole('searchbox').fill('agreement terms');
  const reader = tile('English · 375 × 812 · Dark');
  await reader.getByRole('heading', { name: 'Terms of Service' }).waitFor();
  await tile('日本語 · 375 × 812 · Dark').getByRole('heading', { name: '利用規約' }).waitFor();
  await page.getByRole('searchbox').fill('nothing like it');
  await page.getByText('No screen has this in its name.').waitFor();
  expect(wrong).toEqual([]);
});
