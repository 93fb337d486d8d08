import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll } from '@jest/globals';
import { patience, type Simulator, startSimulator } from '@mini-login/simulator';
import { openChromium } from '@mini-login/simulator/chromium';
import type { Browser, Page } from 'playwright-core';
import { serveRecorder } from '../../../scripts/simulator/node/recorder/recorder';

export const root = join(import.meta.dirname, '../../..');

/** The recorder's page on a program, for the tests of a file. */
export function useRecorder(project: string) {
  /** Where the package's name leads to the package. */
  mkdirSync(join(root, 'out'), { recursive: true });
  const folder = mkdtempSync(join(root, 'out/recorder-'));
  const file = join(folder, 'recorded.test.mjs');
  let simulator: Simulator;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    [simulator, browser] = await Promise.all([startSimulator({ project }), openChromium()]);
    const url = await serveRecorder({ simulator, project, out: file });
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    context.setDefaultTimeout(patience());
    page = await context.newPage();
    await page.goto(url);
    await recorded("expect(program).toHavePath('pages/a/a')");
  });
  afterAll(async () => {
    await browser?.close();
    await simulator?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const phone = () => page.frameLocator('.device iframe');
  const code = () => page.locator('.test pre').innerText();
  /** The last line of the test is this one. */
  const recorded = async (statement: string): Promise<void> => {
    const last = page.locator('.test pre', { hasText: `await ${statement};\n}` });
    await last.waitFor().catch(async () => {
      throw new Error(`waited for ${statement}, and the test is\n${await code()}`);
    });
  };
  const save = async (): Promise<void> => {
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved as').waitFor();
  };
  /** As a stranger runs it: by Node's own runner. */
  const runTest = (environment: Readonly<Record<string, string>> = {}): Promise<string> => {
    const args = ['--import', 'tsx', '--test', '--test-reporter', 'tap', file];
    const env = { ...process.env, ...environment };
    return new Promise((done) =>
      execFile(process.execPath, args, { cwd: root, env }, (_error, stdout, stderr) =>
        done(stdout + stderr),
      ),
    );
  };
  return {
    ...{ file, phone, code, recorded, save, runTest },
    page: () => page,
    browser: () => browser,
    simulator: () => simulator,
    program: () => phone().frameLocator('.program-place iframe'),
  };
}
