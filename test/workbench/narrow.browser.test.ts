import { expect, test } from '@jest/globals';
import { useWorkbench } from './open-workbench';

const workbenches = useWorkbench();

test.each([390, 860, 1024])('nothing scrolls sideways, %i px wide', async (width) => {
  const { page, logInUpToSheet } = await workbenches.open({ viewport: { width, height: 844 } });
  await logInUpToSheet();
  // What reaches over the right edge, where nothing of its own scrolls or cuts it.
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
  expect(over).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
    width,
  );
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
