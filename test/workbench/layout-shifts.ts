import type { Page } from 'playwright-core';

/**
 * Adds up how far things jump on each page that is opened from now on, as browsers measure it
 * (https://web.dev/articles/cls). What follows a tap within half a second is meant.
 */
export async function countShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    Object.assign(window, { shifts: 0 });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { value, hadRecentInput } = Object(entry);
        if (hadRecentInput !== true)
          Object.assign(window, { shifts: Object(window).shifts + value });
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

/** Of the page itself: its frames have their own. */
export async function shiftsOn(page: Page): Promise<number> {
  // What was drawn just now is told after the next frame.
  await page.evaluate(
    () =>
      new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))),
  );
  return Number(await page.evaluate('shifts'));
}
