import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { appendFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { linkFolder } from '@mini-login/platform/files';
import { patience } from '@mini-login/simulator';
import { openChromium } from '@mini-login/simulator/chromium';
import type { Browser, Page } from 'playwright-core';
import { WebSocket } from 'ws';
import { waiting } from '../../scripts/simulator/node/api/waiting';
import { violationsOn } from '../support/axe';
import { brokenWordsAt } from '../support/line-breaks';

const root = join(import.meta.dirname, '../..');

/** Where the package is installed, next to a program `shop`. */
export interface Installed {
  readonly folder: string;
  readonly cli: string;
  readonly env: NodeJS.ProcessEnv;
}

/** Time limits that no test keeps: a person may look at it for as long as they like. */
const cart = `const { expect: see, launch } = require('@mini-login/simulator/test');
let program;
beforeAll(async () => { program = await launch({ project: 'shop' }); }, 1);
afterAll(() => { require('fs').appendFileSync('closed.txt', 'x'); return program.close(); }, 1);
const buy = async () => {
  await program.goto('/pages/shop/shop');
  await program.locator('.row').first().getByRole('button').tap();
};
test('it passes', async () => {
  await buy();
  await see(program.locator('.total')).toHaveText('1');
}, 1);
test('it fails', async () => {
  await buy();
  await see(program.locator('.total')).toHaveText('7', { timeout: 1 });
});
`;

/** Longer than anybody waits. */
const waits = `test('it waits', async () => {
  await buy();
  await see(program.locator('.total')).toHaveText('8', { timeout: 1e9 });
});
`;

const sum = (result: number) => `test('one and one', () => expect(1 + 1).toBe(${result}));\n`;

/** UI mode, as a stranger starts it: `npx mini-login-simulator test --ui cart`. */
export function describeUi(installed: () => Installed): void {
  describe('UI mode', () => {
    const noise: string[] = [];
    let command: ChildProcess;
    let browser: Browser;
    let page: Page;
    let url: string;

    beforeAll(async () => {
      const { folder, cli, env } = installed();
      linkFolder(join(root, 'node_modules/jest'), join(folder, 'node_modules/jest'));
      writeFileSync(join(folder, 'cart.test.js'), cart);
      writeFileSync(join(folder, 'cart-sum.test.js'), sum(3));
      command = spawn(process.execPath, [cli, 'test', '--ui', 'cart'], { cwd: folder, env });
      const line = firstLine(command);
      [url, browser] = await Promise.all([line, openChromium()]);
      const context = await browser.newContext({ viewport: { width: 1360, height: 850 } });
      await context.grantPermissions(['clipboard-read', 'clipboard-write']);
      context.setDefaultTimeout(Math.max(patience(), 60_000));
      page = await context.newPage();
      page.on('console', (message) => {
        if (message.type() !== 'debug') noise.push(message.text());
      });
      page.on('pageerror', (error) => noise.push(String(error)));
      await page.goto(url);
    });
    afterAll(async () => {
      await browser?.close();
      command?.kill();
    });

    const row = (title: string) => page.locator('.row.test', { hasText: title });
    const ended = (title: string, status: string) =>
      row(title)
        .and(page.locator(`[data-status="${status}"]`))
        .waitFor();
    const button = (name: string) => page.getByRole('button', { name, exact: true });
    const steps = () => page.locator('.step');
    const isPaused = (count: number) =>
      page.locator(`li:nth-child(${count}):last-child .step[data-state="waiting"]`).waitFor();

    test('lists the tests before they ran, and runs those that a filter shows', async () => {
      await row('it passes').waitFor();
      await page.getByRole('searchbox').fill('FAILS cart');
      await button('Run shown').click();
      await ended('it fails', 'failed');
      expect(await row('it passes').count()).toBe(0);
      await page.getByRole('searchbox').fill('');
      await row('it passes').and(page.locator('[data-status="idle"]')).waitFor();
      await row('it fails').locator('.name').click();
      const error = () => page.locator('pre.error').innerText();
      expect(await error()).toContain('expected  "7"');
      // Of a step that did not fail, the test's: with its line, and none inside the package.
      await steps().first().click();
      expect(await error()).toMatch(/at Object\.\S+ \(.*cart\.test\.js:\d+:\d+\)/);
      expect(await error()).not.toContain('@mini-login');
      await steps().last().click();
      expect(await page.locator('.line.here').innerText()).toContain("toHaveText('7'");
    });

    test('waits before each step, whatever the limits of the tests, and picks a locator', async () => {
      await page.getByLabel('Pause before each step').check();
      await row('it passes').locator('.play').click();
      await isPaused(1);
      await button('Next step').click();
      await isPaused(2);
      await button('Pick locator').click();
      const screen = await page.locator('.cover').boundingBox();
      if (!screen) throw new Error('nothing can be picked');
      // On the button of the first row.
      await page.mouse.click(screen.x + screen.width / 2, screen.y + screen.height * 0.165);
      await button('Copy').click();
      await page.getByText('Copied').waitFor();
      const locator = await page.evaluate(() => navigator.clipboard.readText());
      expect(locator).toBe("program.getByRole('button', { name: 'Buy' }).first()");
      await button('Go on').click();
      await ended('it passes', 'passed');
      // What is written meanwhile is run by the next run.
      appendFileSync(
        join(installed().folder, 'cart.test.js'),
        `test('it was picked', () => see(${locator}).toBeVisible());\n`,
      );
    });

    test('stops in the middle, and what the test opened is closed by itself', async () => {
      const closed = () => readFileSync(join(installed().folder, 'closed.txt'), 'utf8').length;
      const before = closed();
      const file = join(installed().folder, 'cart.test.js');
      const text = readFileSync(file, 'utf8');
      appendFileSync(file, waits);
      await page.getByLabel('Pause before each step').check();
      await row('it fails').locator('.play').click();
      await isPaused(1);
      await button('Stop').click();
      await ended('it fails', 'idle');
      expect(closed()).toBe(before + 1);
      await page.getByLabel('Pause before each step').uncheck();
      // Also what waits by itself.
      await row('it waits').locator('.play').click();
      await steps().filter({ hasText: 'toHaveText' }).waitFor();
      await button('Stop').click();
      await ended('it waits', 'idle');
      expect(closed()).toBe(before + 2);
      writeFileSync(file, text);
      await row('it passes').locator('.name').click();
    });

    test('goes back to a step, by a click and by keys, with the finger where it was', async () => {
      await steps().nth(1).click();
      await button('Before').click();
      const picture = page.getByRole('img', { name: 'Before' });
      await page.locator('.finger').waitFor();
      expect(
        await picture.evaluate((image: HTMLImageElement) => image.naturalWidth),
      ).toBeGreaterThan(300);
      expect(await page.locator('.entries').innerText()).toContain('tap');
      await steps().nth(1).press('ArrowDown');
      await steps().nth(2).and(page.locator('[aria-pressed="true"]')).waitFor();
      await steps().nth(2).press('ArrowRight');
      await page.getByRole('img', { name: 'After' }).waitFor();
    });

    test('runs again what was run last as soon as a file is saved', async () => {
      await row('one and one').locator('.play').click();
      await ended('one and one', 'failed');
      await page.locator('button:disabled', { hasText: 'Stop' }).waitFor();
      const ready = page.waitForResponse((answer) => answer.url().endsWith('/watching'));
      await page.getByLabel('Run again on save').check();
      await ready;
      writeFileSync(join(installed().folder, 'cart-sum.test.js'), sum(2));
      await ended('one and one', 'passed');
      await page.getByLabel('Run again on save').uncheck();
    });

    test('runs again what is on disk, and keeps the last phone to be looked at', async () => {
      await button('Run all').click();
      await ended('it was picked', 'passed');
      await ended('it fails', 'failed');
      await page.locator('button:disabled', { hasText: 'Stop' }).waitFor();
      await button('Now').click();
      await page.getByRole('img', { name: 'Now' }).waitFor();
    });

    test('has nothing for axe, no sideways scrolling on a phone, and a silent console', async () => {
      expect(await violationsOn(page)).toEqual([]);
      await readInChinese(browser, url);
      await page.setViewportSize({ width: 390, height: 844 });
      const excess = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(await excess()).toBeLessThanOrEqual(0);
      expect(noise).toEqual([]);
    });

    test('is nobody else’s: no other name of the host, no page of another site, no guess', async () => {
      expect(await ask(url, { host: 'evil.example' })).toBe(403);
      expect(await ask(`${url}/run`, { origin: 'https://evil.example' }, 'POST')).toBe(403);
      expect(await ask(url.replace(/[^/]+$/, 'guessed'), {})).toBe(404);
      const line = `${url.replace('http', 'ws')}/run`;
      expect(await refusalOf(line, { origin: new URL(url).origin })).toContain('403');
      expect(await refusalOf(line.replace(/[^/]+\/run$/, 'guessed/run'), {})).toContain('403');
    });

    test('ends with all that it started', async () => {
      const running = () =>
        readdirSync(installed().folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
          /wechat-simulator-\d+.+\.json$/.test(name),
        );
      expect(running()).not.toEqual([]);
      const exited = new Promise((done) => command.once('exit', done));
      command.kill();
      await exited;
      await waiting('the phones to end', async () => running().length === 0);
    });
  });
}

/** No word is taken apart by the end of a line. */
async function readInChinese(browser: Browser, url: string): Promise<void> {
  const page = await browser.newPage({ locale: 'zh-CN' });
  await page.goto(url);
  await page.getByText('请选择一个测试。').waitFor();
  expect(await brokenWordsAt(page)).toEqual([]);
  await page.locator('.row.test .name', { hasText: 'one and one' }).click();
  await page.getByText('没有步骤：它没有用到本包的测试 API。').waitFor();
  expect(await brokenWordsAt(page)).toEqual([]);
  await page.close();
}

/** Next to a Jest that is installed. */
export function testWrongUsage(installed: () => Installed): void {
  test('UI mode says a wrong usage, and why there is nothing to run', async () => {
    const { folder, cli, env } = installed();
    const bare = join(folder, 'bare');
    mkdirSync(bare, { recursive: true });
    writeFileSync(join(bare, 'package.json'), '{ "jest": { "testEnvironment": "node" } }');
    const errorOf = (cwd: string, ...args: string[]) =>
      new Promise<string>((done) =>
        execFile(process.execPath, [cli, 'test', ...args], { cwd, env }, (error, _, stderr) =>
          done(`${error?.code ?? 0}: ${stderr}`),
        ),
      );
    const wrong = (...args: string[]) => errorOf(bare, ...args);
    const all = await Promise.all([
      errorOf(tmpdir(), '--ui'),
      ...[[], ['--ui', '--watch'], ['--ui', '--ui-port', 'x'], ['--ui']].map((args) =>
        wrong(...args),
      ),
    ]);
    expect(all).toEqual([
      expect.stringMatching(/^1: .* has no Jest: npm install/),
      expect.stringMatching(/^1: test needs --ui/),
      expect.stringMatching(/^1: --watch and --ui don't go together/),
      expect.stringMatching(/^1: --ui-port x is no port/),
      expect.stringMatching(/^1: Jest finds no tests in .*bare/),
    ]);
  });
}

function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((done, failed) => {
    let said = '';
    child.stderr?.on('data', (text) => {
      said += text;
    });
    child.stdout?.once('data', (text) => done(String(text).trim()));
    child.once('exit', () => failed(new Error(said)));
  });
}

/** The status that it is answered with. */
function ask(url: string, headers: Record<string, string>, method = 'GET'): Promise<number> {
  return new Promise((done, failed) => {
    const asked = request(url, { method, headers }, (answer) => {
      answer.resume();
      done(answer.statusCode ?? 0);
    });
    asked.once('error', failed);
    asked.end();
  });
}

function refusalOf(url: string, headers: Record<string, string>): Promise<string> {
  return new Promise((done, failed) => {
    const socket = new WebSocket(url, { headers });
    socket.once('error', (error) => done(error.message));
    socket.once('open', () => failed(new Error('it was let in')));
  });
}
