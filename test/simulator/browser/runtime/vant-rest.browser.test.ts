import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { type OpenProgram, type ProgramBench, programBench } from '../../harness/open-program';

/*
 * The components of Vant that vant.browser.test.ts doesn't touch: each is drawn, tapped, and says
 * or shows what its page in Vant's documentation says (https://vant-ui.github.io/vant-weapp/).
 */

let bench: ProgramBench;
let program: OpenProgram;

beforeAll(async () => {
  bench = await programBench();
  program = await bench.open('vant-rest');
});
beforeEach(() => set({ log: [], show: {} }));
afterAll(() => bench.close());

const set = (data: object) => program.setPage(data);

async function heard(name: string): Promise<unknown> {
  const entry = await program.page.waitForFunction((wanted) => {
    const { automation } = window.fakePhone.process;
    const log = automation.pageData(automation.currentPage()?.pageId ?? 0, 'log');
    return Array.isArray(log) && log.find((one) => one[0] === wanted);
  }, name);
  const [, ...rest] = (await entry.jsonValue()) as unknown[];
  return rest;
}

const tap = (selector: string) => program.page.locator(selector).first().tap({ force: true });

test('all compile and start without a complaint', async () => {
  expect(program.program.errors.filter(({ level }) => level !== 'warning')).toEqual([]);
  expect(await program.errors()).toEqual([]);
});

test.each([
  ['area', '#area >> text=确认', ['confirm', expect.objectContaining({ index: [0, 0, 0] })]],
  ['calendar', '#calendar >> text="12"', ['select', expect.anything()]],
  [
    'cascader',
    '#cascader >> text=Zhejiang',
    ['change', expect.objectContaining({ value: 'z', tabIndex: 0 })],
  ],
  ['col', '#col >> text=column', ['tap', 'event']],
  ['tag', '#tag [class*="van-tag__close"]', ['close', expect.anything()]],
  ['datetime-picker', '#datetime-picker >> text=确认', ['confirm', '10:30']],
  ['empty', '#empty >> text=fill', ['tap', 'event']],
  ['goods-action-icon', '#goods-action-icon wx-button', ['click', expect.anything()]],
  ['goods-action-button', '#goods-action-button wx-button', ['click', expect.anything()]],
  ['grid-item', '#grid-item >> text=Grid', ['click', expect.anything()]],
  ['image', '#image wx-view', ['click', expect.anything()]],
  ['nav-bar', '#nav-bar >> text=Back', ['click-left', expect.anything()]],
  ['notice-bar', '#notice-bar [class*="right-icon"]', ['close', expect.anything()]],
  ['panel', '#panel >> text=in the panel', ['tap', 'event']],
  ['picker-column', '#picker-column >> text=two', ['change', 1]],
  ['search', '#search [class*="search__action"] wx-view', ['cancel', expect.anything()]],
  ['sidebar', '#sidebar-item >> text=Last', ['change', 1]],
  ['slider', '#slider wx-view', ['change', expect.any(Number)]],
  ['steps', '#steps >> text=Order', ['click-step', 0]],
  ['sticky', '#sticky >> text=sticks', ['tap', 'event']],
  ['swipe-cell', '#swipe-cell >> text=Swipe me', ['click', 'cell']],
  ['tree-select', '#tree-select >> text=Apple', ['click-item', expect.objectContaining({ id: 1 })]],
  [
    'uploader',
    '#uploader [class*="preview-delete"]',
    ['delete', expect.objectContaining({ index: 0 })],
  ],
  ['tabbar', '#tabbar-item >> text=Find', ['change', 1]],
])('%s tells the page what was tapped', async (name, selector, said) => {
  await tap(selector);
  expect(await heard(name)).toEqual(said);
});

test('a dropdown opens and tells what was chosen', async () => {
  await tap('#dropdown-menu >> text=Tea');
  await tap('#dropdown-item >> text=Coffee');
  expect(await heard('dropdown-item')).toEqual(['change', 'c']);
});

test('a share sheet tells what was chosen', async () => {
  await set({ show: { shares: true } });
  await program.page.locator('#share-sheet >> text=Link').tap();
  expect(await heard('share-sheet')).toEqual([
    'select',
    expect.objectContaining({ index: 0, name: 'Link' }),
  ]);
});

test('a submit bar shows the price and is heard', async () => {
  await set({ show: { bars: true } });
  expect(await program.page.locator('#submit-bar').innerText()).toContain('30');
  // Not before what the sheet laid over the page has gone.
  await program.page.locator('#submit-bar wx-button').tap();
  expect(await heard('submit-bar')).toEqual(['submit', expect.anything()]);
});

test('an overlay covers the screen and gets a tap', async () => {
  await set({ show: { overlay: true } });
  await program.page
    .locator('#overlay wx-view')
    .first()
    .tap({ position: { x: 20, y: 20 } });
  expect(await heard('overlay')).toEqual(['click', expect.anything()]);
});

test('a transition ends, a notice comes, what was loading is there', async () => {
  await set({ show: { transition: true, skeleton: true } });
  expect(await heard('transition')).toEqual(['after-enter', expect.anything()]);
  await program.page.locator('text=loaded').waitFor();
  await program.callPage('notify');
  await program.page.locator('#van-notify >> text=Noticed').waitFor();
});

test('what isn’t tapped looks as it is described', async () => {
  const styleOf = (selector: string, property: string) =>
    program.page
      .locator(selector)
      .first()
      .evaluate((node, name) => getComputedStyle(node).getPropertyValue(name), property);
  expect(await program.page.locator('#card').innerText()).toMatch(/Tea[\s\S]*green/);
  expect(await program.page.locator('#divider').innerText()).toBe('divided');
  expect(await program.page.locator('#info').innerText()).toBe('7');
  expect(await program.page.locator('#progress').innerText()).toContain('50%');
  expect(await program.page.locator('#index-anchor').innerText()).toBe('A');
  expect(await styleOf('#tag wx-view', 'background-color')).toBe('rgb(1, 2, 3)');
  expect(await styleOf('#col > wx-view', 'margin-left')).not.toBe('0px');
});

test('a circle is drawn in its colour', async () => {
  const drawn = await program.page.waitForFunction(() => {
    const canvas = document.querySelector<HTMLCanvasElement>('#circle canvas');
    const pixels =
      canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
    for (let at = 0; at < pixels.length; at += 4) {
      if (
        pixels[at] === 1 &&
        pixels[at + 1] === 2 &&
        pixels[at + 2] === 3 &&
        pixels[at + 3] === 255
      )
        return true;
    }
    return false;
  });
  expect(await drawn.jsonValue()).toBe(true);
  expect(await program.page.locator('#circle').innerText()).toBe('all');
});

test('no component of Vant is left out', () => {
  const folders = readdirSync(
    join(import.meta.dirname, '../../../../node_modules/@vant/weapp/lib'),
  );
  const none = ['common', 'definitions', 'mixins', 'wxs'];
  const tested = new Set(['vant', 'vant-rest'].flatMap(componentsOf));
  expect(folders.filter((name) => !tested.has(name) && !none.includes(name))).toEqual([]);
});

test('at the end there is still no error', async () => {
  expect(await program.errors()).toEqual([]);
});

function componentsOf(fixture: string): string[] {
  const page = JSON.parse(
    readFileSync(
      join(import.meta.dirname, `../../fixtures/${fixture}/miniprogram/page/page.json`),
      'utf8',
    ),
  );
  return Object.keys(page.usingComponents).map((tag) => tag.replace('van-', ''));
}
