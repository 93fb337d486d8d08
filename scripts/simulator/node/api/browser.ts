import type { BrowserContext, Browser as Chromium } from 'playwright-core';
import { browserFlags, findBrowser } from '../../../setup/chromium';
import type { PhoneBrowser } from './types';

/**
 * A headless Chromium for any number of phones.
 *
 * @throws When no browser is installed; the message says what to install.
 */
export async function openBrowser(): Promise<PhoneBrowser> {
  // Loaded when a browser is wanted: it takes longer than all else, and `npm start` wants none.
  const { chromium } = await import('playwright-core');
  const chromiumBrowser = await chromium.launch({ executablePath: findBrowser(), args: [...browserFlags] });
  return new HeadlessBrowser(chromiumBrowser);
}

export class HeadlessBrowser implements PhoneBrowser {
  readonly #chromium: Chromium;

  constructor(chromium: Chromium) {
    this.#chromium = chromium;
  }

  /** A phone's own world: cookies, storage, screen. */
  newContext(screen: { width: number; height: number }, scale: number): Promise<BrowserContext> {
    return this.#chromium.newContext({ viewport: screen, deviceScaleFactor: scale, hasTouch: true, serviceWorkers: 'block' });
  }

  async close(): Promise<void> {
    await this.#chromium.close();
  }
}
