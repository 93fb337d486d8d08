import { afterAll, afterEach, beforeAll } from '@jest/globals';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { browserFlags, findBrowser } from '../../scripts/setup/chromium';
import { startDemoWorld } from '../../scripts/workbench/demo-world';
import type { World } from '../../scripts/world';

/**
 * The workbench as a person has it before them: its own controls, and the phone's screens by what
 * stands on them.
 */
export type Workbench = ReturnType<typeof workbenchOn>;

/** One world and one browser for a file of tests; each test gets a page of its own. */
export function useWorkbench() {
  let world: World | undefined;
  let browser: Browser | undefined;
  const kept = new Set<BrowserContext>();

  beforeAll(async () => {
    [world, browser] = await Promise.all([
      startDemoWorld(),
      chromium.launch({ executablePath: findBrowser(), args: [...browserFlags] }),
    ]);
  }, 60_000);

  afterEach(async () => {
    for (const context of browser?.contexts() ?? []) if (!kept.has(context)) await context.close();
  });

  afterAll(async () => {
    await browser?.close();
    await world?.close();
  });

  return {
    /** `keep`: until the end of the file, for tests that only look. */
    async open({
      locale = 'en-US',
      keep = false,
    }: {
      readonly locale?: string;
      readonly keep?: boolean;
    } = {}): Promise<Workbench> {
      if (world === undefined || browser === undefined) throw new Error('beforeAll has failed');
      const context = await browser.newContext({
        viewport: { width: 1440, height: 900 },
        locale,
        permissions: ['clipboard-read', 'clipboard-write'],
      });
      if (keep) kept.add(context);
      const page = await context.newPage();
      await page.goto(world.simulator.url);
      const workbench = workbenchOn(page);
      await workbench.app.getByRole('button').first().waitFor();
      return workbench;
    },
  };
}

function workbenchOn(page: Page) {
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
