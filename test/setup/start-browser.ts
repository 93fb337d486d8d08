import { browserFlags, findBrowser, SHARED_BROWSER } from '@mini-login/simulator/chromium';
import { chromium } from 'playwright-core';
import setUp from './set-up';
import { keepBrowser } from './shared-browser';

/** One browser for all test files that need one, and for the commands that they run. */
export default async function startBrowser(): Promise<void> {
  await setUp();
  const browser = await chromium.launchServer({
    executablePath: findBrowser(),
    args: [...browserFlags],
  });
  process.env[SHARED_BROWSER] = browser.wsEndpoint();
  keepBrowser(browser);
}
