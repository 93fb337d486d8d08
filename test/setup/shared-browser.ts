import type { BrowserServer } from 'playwright-core';

/** Jest loads set-up and tear-down as two modules; what both need stands on the process. */
const key = Symbol.for('the browser of all tests');

export function keepBrowser(browser: BrowserServer): void {
  Reflect.set(process, key, browser);
}

export function sharedBrowserServer(): BrowserServer | undefined {
  return Reflect.get(process, key);
}
