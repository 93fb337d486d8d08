import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { patience } from '@mini-login/simulator';
import { openChromium } from '@mini-login/simulator/chromium';
import type { Browser, Page } from 'playwright-core';
import { root } from '../../scripts/setup/say.mjs';
import {
  type BrandedEnvironment,
  startBrandedEnvironment,
} from '../../scripts/workbench/branded-environment';
import { violationsOn } from '../support/axe';
import { brokenWordsAt } from '../support/line-breaks';
import { countShifts, shiftsOn } from './layout-shifts';

// Several environments one after the other.

let folder: string;
let environment: BrandedEnvironment;
let browser: Browser;
let page: Page;
/** What the browser's console says in red. */
const errors: string[] = [];

beforeAll(async () => {
  // A checkout of its own, inside the repository for its npm packages: the applied brand stays.
  mkdirSync(join(root, 'out'), { recursive: true });
  folder = mkdtempSync(join(root, 'out', 'workbench-brand-'));
  for (const path of ['brands', 'miniprogram', 'project.config.json'])
    cpSync(join(root, path), join(folder, path), { recursive: true });
  [environment, browser] = await Promise.all([
    startBrandedEnvironment(folder, 'demo', 0),
    openChromium(),
  ]);
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'zh-CN',
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(patience());
  page = await context.newPage();
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(`${message.text()} ${message.location().url}`);
  });
  await countShifts(page);
  await page.goto(environment.url);
});
afterAll(async () => {
  await browser.close();
  await environment.close();
  rmSync(folder, { recursive: true, force: true });
});

const program = () =>
  page.frameLocator('.device-screen iframe').frameLocator('.program-place iframe');
const app = () => page.frameLocator('.device-screen iframe').frameLocator('.app-frame');

function edit(change: (json: string) => string): void {
  const file = join(folder, 'brands/teahouse/brand.json');
  writeFileSync(file, change(readFileSync(file, 'utf8')));
}

async function openProgram(): Promise<void> {
  await app().getByRole('button', { name: '微信登录' }).click();
  await program().locator('#primary').waitFor();
}

test('another brand is chosen in the workbench, and the phone shows it with what its app may ask for', async () => {
  await page.evaluate(() => {
    const seen: string[] = [];
    Object.assign(window, { seen });
    const look = () => {
      const live = document.querySelectorAll('.controls:not([inert]), .stage:not([inert])').length;
      const said = document.querySelector('.bar')?.textContent?.replaceAll('\u200b', '');
      seen.push(`${said} (${live} live)`);
    };
    new MutationObserver(look).observe(document.body, {
      ...{ subtree: true, childList: true, characterData: true },
    });
    addEventListener('beforeunload', () => {
      sessionStorage.setItem('seen', seen.join());
      sessionStorage.setItem('shifts', Object(window).shifts);
    });
  });
  await page.getByRole('combobox', { name: '品牌' }).selectOption('teahouse');
  await page.getByText('编辑 brands/teahouse/').waitFor();
  expect(new URL(page.url()).searchParams.get('brand')).toBe('teahouse');
  const seen = await page.evaluate("sessionStorage.getItem('seen')");
  const shifts = [await page.evaluate("sessionStorage.getItem('shifts')"), await shiftsOn(page)];
  // On the page that goes, and on the one that comes.
  expect(shifts.map(Number).filter((jumps) => jumps > 0.1)).toEqual([]);
  expect(seen).toContain('正在切换到 teahouse');
  expect(seen).not.toContain('模拟器已停止');
  expect(seen).toContain('正在切换到 teahouse… (0 live)');
  expect(seen).not.toMatch(/正在切换到 teahouse… \([12] live/);

  const home = app().locator('.hero-plain');
  await home.getByRole('heading', { name: '山岚茶馆' }).waitFor();
  // Rejects where there is no picture.
  await home.locator('img').evaluate(async (img) => {
    if (img instanceof HTMLImageElement) await img.decode();
  });
  expect(await app().locator('html').getAttribute('style')).toContain('--brand: #8c2f1b');
  await openProgram();
  await program().getByRole('heading', { name: '欢迎回到山岚茶馆' }).waitFor();
  expect(errors).toEqual([]);
});

test('what is wrong with the pack stands on the page while it is edited, and goes when it is fixed', async () => {
  edit((json) => json.replace('"radius": 2', '"radius": 99'));
  const problems = page.getByRole('alert').filter({ hasText: 'look.radius' });
  await problems.waitFor();
  expect(await problems.innerText()).toContain(
    'brands/teahouse/brand.json: look.radius: 应为 0 至 28 像素',
  );
  edit((json) => json.replace('"radius": 99', '"radius": 12'));
  await problems.waitFor({ state: 'detached' });
});

test('the brand editor shows each change before it is saved, says what is wrong, and saves that alone', async () => {
  const file = join(folder, 'brands/teahouse/brand.json');
  const before = readFileSync(file, 'utf8');
  const editor = await page.context().newPage();
  await editor.goto(`${environment.url}/brand-editor`);
  const field = (name: string) => editor.locator(`[name="${name}"]`);
  await field('look.light.onPrimary').fill('#884433');
  const wrong = editor.locator('.field-wrong', { hasText: 'look.light.primary' });
  await wrong.waitFor();
  expect(await wrong.innerText()).toContain('4.5 : 1');
  expect(await editor.getByRole('button', { name: '保存' }).isDisabled()).toBe(true);
  expect(await violationsOn(editor)).toEqual([]);

  await field('look.light.onPrimary').fill('#ffffff');
  await wrong.waitFor({ state: 'detached' });
  await field('look.light.primary').fill('#0055aa');
  const screen = editor.frameLocator('iframe[title="浅色"]').frameLocator('iframe');
  // Each change draws the screen again, perhaps while it is looked at.
  const colour = () =>
    screen
      .locator('#primary')
      .evaluate((one) => getComputedStyle(one).backgroundColor)
      .catch(() => '');
  for (let now = ''; now !== 'rgb(0, 85, 170)'; now = await colour())
    await editor.waitForTimeout(100);
  expect(readFileSync(file, 'utf8')).toBe(before);

  await editor.getByRole('button', { name: '保存' }).click();
  await editor.getByText('已保存').waitFor();
  // All else is as it was written.
  const light = '"primary": "#8c2f1b", "onPrimary": "#fff8ec"';
  expect(before).toContain(light);
  expect(readFileSync(file, 'utf8')).toBe(
    before.replace(light, '"primary": "#0055aa", "onPrimary": "#ffffff"'),
  );

  await editor.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
  expect(await brokenWordsAt(editor)).toEqual([]);

  // On the screen a heading is larger than most texts: by those it would be one line.
  const heading = editor.locator('[name="words.zh-CN.login.heading"]');
  const saved = await heading.inputValue();
  await heading.fill('欢迎回到安静的山岚茶馆请坐喝茶');
  await editor.getByText('在最窄的手机上占 2 行').waitFor();
  await heading.fill(saved);

  const summary = editor.locator('summary', { hasText: /^languages/ });
  const row = editor.locator('details', { has: summary }).locator('.list-row > code');
  await editor.getByRole('button', { name: '添加 en', exact: true }).click();
  expect(await row.allInnerTexts()).toEqual(['zh-CN', 'en']);
  await editor.getByRole('button', { name: '上移 languages 2' }).click();
  expect(await row.allInnerTexts()).toEqual(['en', 'zh-CN']);
  await editor.getByRole('button', { name: '删除 languages 1' }).click();
  expect(await row.allInnerTexts()).toEqual(['zh-CN']);

  await field('look.light.primary').fill('#004422');
  writeFileSync(file, before);
  await editor.getByRole('button', { name: '保存' }).click();
  await editor.getByText('其他程序修改了 brand.json').waitFor();
  expect(readFileSync(file, 'utf8')).toBe(before);
  await editor.getByRole('button', { name: '放弃' }).click();
  await editor.getByText('已保存').waitFor();
  expect(await field('look.light.primary').inputValue()).toBe('#8c2f1b');
  await editor.close();
});

test('what is edited right after the address is there is noticed', async () => {
  const other = await startBrandedEnvironment(folder, 'lumen', 0);
  const file = join(folder, 'brands/lumen/brand.json');
  const before = readFileSync(file, 'utf8');
  try {
    writeFileSync(file, before.replace(/"radius": \d+/, '"radius": 99'));
    const second = await page.context().newPage();
    await second.goto(other.url);
    await second.getByRole('alert').filter({ hasText: 'look.radius' }).waitFor();
    await second.close();
  } finally {
    writeFileSync(file, before);
    await other.close();
  }
});

test('a brand that is not there, or wrong from the start, is told, and the demo stands in', async () => {
  const other = await startBrandedEnvironment(folder, 'nobody', 0);
  try {
    expect(other.state()).toMatchObject({
      wanted: 'nobody',
      shown: 'demo',
      contracts: ['session', 'sealed', 'codes', 'ticket'],
    });
    expect(other.state().problems.join()).toContain('brands/nobody/brand.json: not found');
  } finally {
    await other.close();
  }
});

test('what is edited shows on the phone at the next login', async () => {
  // It says of no earlier edit that it was loaded.
  await page.reload();
  await page.getByText('正在监听').waitFor();
  edit((json) => json.replace('欢迎回到{app}', '请坐，喝茶'));
  await page.getByText('已重新加载').waitFor();
  await page.reload();
  await openProgram();
  await program().getByRole('heading', { name: '请坐，喝茶' }).waitFor();
});

test('a word that is edited in the program’s sources shows too, and a slip there is named', async () => {
  const file = join(folder, 'miniprogram/login/words/login.ts');
  const before = readFileSync(file, 'utf8');
  expect(before).toContain('登录{app}');
  await page.getByRole('combobox', { name: '品牌' }).selectOption('demo');
  await page.getByText('编辑 brands/demo/').waitFor();
  writeFileSync(file, `${before}\nexport const = 1;\n`);
  await page.getByRole('alert').filter({ hasText: 'login/words/login.ts' }).waitFor();
  writeFileSync(file, before.replace('登录{app}', '进入{app}'));
  await page.getByRole('alert').waitFor({ state: 'detached' });
  await page.reload();
  await openProgram();
  await program().getByRole('heading', { name: '进入港湾' }).waitFor();
});
