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
