import { afterAll, afterEach, beforeAll } from '@jest/globals';
import { patience } from '@mini-login/simulator';
import { openChromium } from '@mini-login/simulator/chromium';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Environment } from '../../scripts/environment';
import { startDemoEnvironment } from '../../scripts/workbench/demo-environment';

/**
 * The workbench as a person has it before them: its own controls, and the phone's screens by what
 * stands on them.
 */
export type Workbench = ReturnType<typeof workbenchOn>;

/** One environment and one browser for a file of tests; each test gets a page of its own. */
export function useWorkbench() {
  let environment: Environment | undefined;
  let browser: Browser | undefined;
  const kept = new Set<BrowserContext>();

  beforeAll(async () => {
    [environment, browser] = await Promise.all([startDemoEnvironment(), openChromium()]);
  });

  afterEach(async () => {
    for (const context of browser?.contexts() ?? []) if (!kept.has(context)) await context.close();
  });

  afterAll(async () => {
    await browser?.close();
    await environment?.close();
  });

  return {
    /**
     * `keep`: until the end of the file, for tests that only look. The size is given from the start:
     * a tap may miss what moves because the window has just become another one.
     */
    async open({
      locale = 'en-US',
      keep = false,
      viewport = { width: 1440, height: 900 },
    }: {
      readonly locale?: string;
      readonly keep?: boolean;
      readonly viewport?: { readonly width: number; readonly height: number };
    } = {}): Promise<Workbench> {
      if (environment === undefined || browser === undefined)
        throw new Error('beforeAll has failed');
      const context = await browser.newContext({
        viewport,
        locale,
        permissions: ['clipboard-read', 'clipboard-write'],
      });
      context.setDefaultTimeout(patience());
      if (keep) kept.add(context);
      const page = await context.newPage();
      await page.goto(environment.simulator.url);
      const workbench = workbenchOn(page);
      await workbench.app.getByRole('button').first().waitFor();
      return workbench;
    },
  };
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
