import { afterAll, beforeAll } from '@jest/globals';
import { patience } from '@mini-login/simulator';
import { openChromium } from '@mini-login/simulator/chromium';
import type { Browser, Page } from 'playwright-core';
import type { Environment } from '../../scripts/environment';
import { startDemoEnvironment } from '../../scripts/workbench/demo-environment';

/**
 * The workbench as a person has it before them: its own controls, and the phone's screens by what
 * stands on them.
 */
export type Workbench = ReturnType<typeof workbenchOn>;

interface Opening {
  readonly locale?: string;
  readonly viewport?: { readonly width: number; readonly height: number };
  /** Transitions as well, for which each tap would wait. */
  readonly motion?: boolean;
}

/**
 * One environment and one browser for a file of tests. Each test finds a workbench as nobody has
 * used it, in the same window: its renderer has the scripts compiled.
 */
export function useWorkbench() {
  let environment: Environment | undefined;
  let browser: Browser | undefined;
  const windows = new Map<string, Page>();

  beforeAll(async () => {
    [environment, browser] = await Promise.all([startDemoEnvironment(), openChromium()]);
  });

  afterAll(async () => {
    await browser?.close();
    await environment?.close();
  });

  return {
    /** The window has its size from the start: a tap may miss what moves because it has changed. */
    async open({
      locale = 'en-US',
      viewport = { width: 1440, height: 900 },
      motion = false,
    }: Opening = {}): Promise<Workbench> {
      if (environment === undefined || browser === undefined)
        throw new Error('beforeAll has failed');
      const kind = `${locale} ${motion}`;
      const page = windows.get(kind) ?? (await openWindow(browser, locale, motion));
      windows.set(kind, page);
      await emptyWindow(page);
      await page.setViewportSize(viewport);
      await page.goto(environment.simulator.url);
      const workbench = workbenchOn(page);
      await workbench.app.getByRole('button').first().waitFor();
      return workbench;
    },
  };
}

async function openWindow(browser: Browser, locale: string, motion: boolean): Promise<Page> {
  const context = await browser.newContext({
    ...{ locale, reducedMotion: motion ? 'no-preference' : 'reduce' },
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  context.setDefaultTimeout(patience());
  return await context.newPage();
}

/** Nothing that the page before has stored is there, nor any other window of it. */
async function emptyWindow(page: Page): Promise<void> {
  const context = page.context();
  for (const other of context.pages()) if (other !== page) await other.close();
  const { origin } = new URL(page.url());
  await page.goto('about:blank');
  page.removeAllListeners();
  await context.clearCookies();
  if (origin === 'null') return;
  const session = await context.newCDPSession(page);
  await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
  await session.detach();
}

export function workbenchOn(page: Page) {
  const phone = page.frameLocator('.device-screen iframe');
  const app = phone.frameLocator('.app-frame');
  const program = phone.frameLocator('.program-place iframe');
  const row = (text: string) =>
    page.locator('.row', { has: page.locator('.row-line', { hasText: text }) }).last();
  return {
    page,
    phone,
    app,
    program,
    /** The newest row of the timeline whose line has this text. */
    row,
    async openRow(text: string) {
      await row(text).locator('.row-line').click();
      return row(text);
    },
    /** As a person who reads and agrees, up to WeChat's sheet. */
    async logInUpToSheet() {
      await app.getByRole('button', { name: 'Log in with WeChat' }).click();
      await program.locator('#primary').click();
      await program.locator('#sheet-agree').click();
      await phone.getByTestId('sheet-allow').waitFor();
    },
    /**
     * All that a person can read in the workbench: values in attributes too, the phone's own
     * screens not.
     */
    async readable(): Promise<string> {
      return await page.locator('.workbench').evaluate((element) => element.outerHTML);
    },
  };
}
