import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { type OpenProgram, type ProgramBench, programBench } from '../../harness/open-program';

let bench: ProgramBench;
let program: OpenProgram;

beforeAll(async () => {
  bench = await programBench();
  program = await bench.open('vant');
});
beforeEach(() => set({ log: [] }));
afterAll(() => bench.close());

function onPage<T>(use: 'data' | 'call' | 'set', value: unknown): Promise<T> {
  return program.page.evaluate(
    ([what, arg]) => {
      const { automation } = window.fakePhone.process;
      const id = automation.currentPage()?.pageId ?? 0;
      if (what === 'data') return automation.pageData(id, String(arg));
      if (what === 'call') return automation.callPageMethod(id, String(arg), []);
      automation.setPageData(id, arg as Record<string, unknown>);
      return undefined;
    },
    [use, value] as const,
  ) as Promise<T>;
}

const set = (data: Record<string, unknown>) => onPage<void>('set', data);
const log = () => onPage<unknown[]>('data', 'log');
/** For components that tell the page on the next tick. */
const logOf = async (length: number) => {
  await program.page.waitForFunction((wanted) => {
    const { automation } = window.fakePhone.process;
    const entries = automation.pageData(automation.currentPage()?.pageId ?? 0, 'log');
    return Array.isArray(entries) && entries.length >= wanted;
  }, length);
  return log();
};
const tap = (selector: string) => program.page.locator(selector).first().tap({ force: true });

test('unmodified Vant compiles and starts without a complaint', async () => {
  expect(program.program.errors).toEqual([]);
  expect(await program.errors()).toEqual([]);
});

test('a button is heard once, and not while it loads', async () => {
  await tap('#plain wx-button');
  await set({ loading: true });
  await tap('#plain wx-button');
  expect(await logOf(1)).toEqual([['button', 'event']]);
  await set({ loading: false });
});

test('icons are drawn from the package and not from the network', async () => {
  const seen = await program.page
    .locator('#icon wx-view')
    .first()
    .evaluate(async (node) => {
      await document.fonts.ready;
      return {
        family: getComputedStyle(node, '::before').fontFamily,
        loaded: document.fonts.check('16px vant-icon'),
      };
    });
  expect(seen.family).toContain('vant-icon');
  expect(seen.loaded).toBe(true);
});

test('a cell is tapped, a field is typed into', async () => {
  await tap('#cell wx-view');
  await program.page.locator('#field input').fill('Lin');
  expect(await log()).toEqual([
    ['cell', expect.anything()],
    ['field', 'Lin'],
  ]);
});

test('a checkbox is ticked by its label, a group keeps its values', async () => {
  await program.page.locator('text=I agree').tap();
  await program.page.locator('#boxes >> text=B').tap();
  expect(await log()).toEqual([
    ['box', true],
    ['boxes', ['b']],
  ]);
});

test('radio, switch, stepper and rate', async () => {
  await program.page.locator('#radios >> text=Two').tap();
  await tap('#switch wx-view');
  await tap('#stepper [class*="stepper__plus"]');
  await tap('#rate [class*="rate__item"] >> nth=3');
  expect(await logOf(4)).toEqual([
    ['radios', '2'],
    ['switch', true],
    ['stepper', 2],
    ['rate', expect.any(Number)],
  ]);
});

test('tabs change what they show', async () => {
  await program.page.locator('#tabs >> text=Second').tap();
  await program.page.locator('text=second content').waitFor();
  expect(await logOf(1)).toEqual([['tabs', { index: 1, name: 1, title: 'Second' }]]);
});

test('a collapse opens', async () => {
  const height = () =>
    program.page
      .locator('text=hidden text')
      .evaluate((node) => node.parentElement?.clientHeight ?? 0);
  expect(await height()).toBe(0);
  await program.page.locator('#collapse >> text=More').tap();
  await program.page.waitForFunction(() => {
    const text = [...document.querySelectorAll('wx-view')].find(
      (node) => node.textContent === 'hidden text',
    );
    return (text?.parentElement?.clientHeight ?? 0) > 0;
  });
});

test('a picker confirms what stands in its middle', async () => {
  await program.page.locator('#picker >> text=确认').tap();
  expect(await logOf(1)).toEqual([['picker', { value: 'one', index: 0 }]]);
});

test('a popup comes up out of the page’s flow, gets taps inside, and closes by its overlay', async () => {
  await tap('#show wx-button');
  await program.page.locator('#inside').tap();
  expect(await logOf(1)).toEqual([['inside', expect.anything()]]);
  expect(await program.page.locator('.wx-portal #inside').count()).toBe(1);
  await program.page
    .locator('.wx-portal [class*="van-overlay"]')
    .first()
    .tap({ position: { x: 20, y: 20 } });
  await program.page.locator('#inside').waitFor({ state: 'hidden' });
});

test('an action sheet, a dialog and a toast', async () => {
  await set({ sheet: true });
  await program.page.locator('#sheet >> text=Act').tap();
  await set({ sheet: false });
  await onPage('call', 'ask');
  await program.page.locator('#van-dialog >> text=确认').tap();
  await program.page.waitForFunction(() => {
    const { automation } = window.fakePhone.process;
    return JSON.stringify(
      automation.pageData(automation.currentPage()?.pageId ?? 0, 'log'),
    ).includes('confirm');
  });
  expect(await log()).toEqual([
    ['sheet', { name: 'Act' }],
    ['dialog', 'confirm'],
  ]);
  await onPage('call', 'toast');
  await program.page.locator('#van-toast >> text=Done').waitFor();
});

test('at the end there is still no error', async () => {
  expect(await program.errors()).toEqual([]);
});
