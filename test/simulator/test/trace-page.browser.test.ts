import { expect, test } from '@jest/globals';
import { openChromium } from '@mini-login/simulator/chromium';
import { tracePage } from '../../../scripts/simulator/test/trace-page';

test('a trace fits a phone of 320 px, whatever is long in it', async () => {
  const long = `https://core.genauth.ai/?${'unbroken'.repeat(20)}`;
  const step = { title: long, source: long, startedAt: 0, waited: 60, took: 345, error: long };
  const html = tracePage({
    ...{ title: long, error: long, environment: { again: long }, width: 320 },
    steps: [{ ...step, before: null, after: null, finger: null }],
  });
  const browser = await openChromium();
  const read = await browser.newPage({ viewport: { width: 320, height: 568 } });
  await read.setContent(html);
  expect(await read.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  await browser.close();
});
