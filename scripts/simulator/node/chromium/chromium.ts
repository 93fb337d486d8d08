import type { Browser } from 'playwright-core';
import { findInstalledBrowser } from './installed-browser.mjs';
import { whatToInstall } from './what-to-install.mjs';

/**
 * For playwright-core's `chromium.launch({ executablePath: findBrowser(), args: browserFlags })`.
 * The sandbox is off because it needs rights that root and most containers lack, and only our own
 * pages are opened. The rest keeps the browser from calling its makers, which costs seconds where
 * there is no network.
 */
export const browserFlags: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * The program of an installed Chrome, Chromium or Edge: `CHROME_PATH`, else the first in the usual
 * places. The search is the one that the set-up made, so what it found or installed is found here.
 *
 * @throws When there is none, or CHROME_PATH is wrong; the message says what to do.
 */
export function findBrowser(): string {
  const path = findInstalledBrowser();
  if (path === null) throw new Error(whatToInstall());
  return path;
}

/** Where the address for `chromium.connect()` of a browser stands that several processes share. */
export const SHARED_BROWSER = 'SIMULATOR_BROWSER';

/**
 * The shared browser where there is one, else a browser of its own. To close it ends what was
 * opened in it, and the browser itself when it is not shared. `npm test` starts one for all test
 * files and for the commands that they run.
 */
export async function openChromium(): Promise<Browser> {
  // Loaded when a browser is wanted: it takes longer than all else, and `npm start` wants none.
  const { chromium } = await import('playwright-core');
  const shared = process.env[SHARED_BROWSER];
  if (shared) return await chromium.connect(shared);
  return await chromium.launch({ executablePath: findBrowser(), args: [...browserFlags] });
}
