import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { type OpenProgram, type ProgramBench, programBench } from '../../harness/open-program';

let bench: ProgramBench;
let program: OpenProgram;

beforeAll(async () => {
  bench = await programBench();
});
beforeEach(async () => {
  program = await bench.open('components', { query: { from: 'app' } });
});
afterAll(() => bench.close());

const call = (method: string, ...args: unknown[]) => program.callPage(method, ...args);

const set = (data: object) => program.setPage(data);

async function heard(): Promise<unknown> {
  return program.page.evaluate(() => {
    const { automation } = window.fakePhone.process;
    return automation.pageData(automation.currentPage()?.pageId ?? 0, 'heard');
  });
}

const text = (selector: string) => program.page.locator(selector).first().innerText();
const style = (selector: string, name: string) =>
  program.page
    .locator(selector)
    .first()
    .evaluate((node, property) => getComputedStyle(node).getPropertyValue(property), name);

test('the program compiles and starts without a complaint', async () => {
  expect(program.program.errors).toEqual([]);
  expect(
    (await program.events()).filter(({ kind }) => kind === 'error' || kind === 'console'),
  ).toEqual([]);
});

test('a page made by Component() gets its query in onLoad and as properties', async () => {
  expect(await heard()).toEqual([['load', 'app', 'app']]);
});

test('WXS sees its own types, regular expressions and modules', async () => {
  expect(await text('#wxs')).toBe('array of 2 String <ab> 12px abab');
});

test('slots by name, properties, observers and external classes', async () => {
  expect(await text('#card [class*="head"]')).toBe('head');
  expect(await text('#card [class*="content"]')).toBe('body');
  expect(await text('#card >> text=ab 2')).toBe('ab 2');
  expect(await style('#card [class*="head"]', 'color')).toBe('rgb(0, 0, 255)');
  await set({ text: 'changed' });
  expect(await text('#card >> text=changed 7')).toBe('changed 7');
});

test("a component's event carries its detail, the dataset of where it is heard, and no marks of its inside", async () => {
  await program.tap('#card #tap');
  expect(await heard()).toContainEqual(['change', { mark: 'card' }, 'card', { kind: 'card' }, {}]);
});

test('styles stay inside their component, in both directions, unless it asks for global classes', async () => {
  expect(await style('#isolated wx-view', 'background-color')).toBe('rgb(5, 5, 5)');
  expect(await style('#isolated wx-view', 'color')).not.toBe('rgb(3, 3, 3)');
  expect(await style('#isolated', 'padding-top')).toBe('3px');
  expect(await style('#outside', 'color')).toBe('rgb(3, 3, 3)');
  expect(await style('#outside', 'background-color')).not.toBe('rgb(5, 5, 5)');
  expect(await style('#outside', 'top')).toBe('1px');
  expect(await style('#global wx-view', 'color')).toBe('rgb(4, 4, 4)');
  expect(await style('#card .shared', 'background-color')).toBe('rgb(2, 2, 2)');
});

test('generics take the component that the user of the list names, or the default', async () => {
  expect(await program.page.locator('#list').innerText()).toBe('row x\nrow y\nrow rest');
});

test('selectors cross into components by >>>', async () => {
  expect(await call('texts', '#list >>> .item')).toEqual(['x', 'y', 'rest']);
  const found = await program.page.evaluate(() => {
    const { automation } = window.fakePhone.process;
    const id = automation.currentPage()?.pageId ?? 0;
    const texts = (selector: string) =>
      automation
        .elements(id, selector)
        .map(({ elementId }) => automation.domNode(id, elementId).textContent);
    return {
      tag: texts('list >>> item >>> view'),
      not: texts('list view'),
      child: texts('form > radio-group > radio').length,
      attribute: texts('[data-kind="card"] >>> .title'),
      union: automation.elements(id, '#outside, #wxs').map(({ tagName }) => tagName),
    };
  });
  expect(found).toEqual({
    tag: ['row x', 'row y'],
    not: [],
    child: 2,
    attribute: ['ab 2'],
    union: ['view', 'view'],
  });
});

test('a form gathers the values of built-in fields and of components with form-field, sent by a form-field-button', async () => {
  await program.tap('#a');
  await program.tap('#r2');
  await program.tap('#switch');
  await program.page.locator('#input input').fill('hello');
  await program.tap('#submit wx-button');
  expect(await heard()).toEqual([
    ['load', 'app', 'app'],
    ['boxes', ['a', 'b']],
    ['radio', '2'],
    ['switch', true],
    ['input', 'hello'],
    ['submit', { custom: 7, typed: 'hello', boxes: ['a', 'b'], one: '2', on: true }],
  ]);
});

test('a label ticks its box once, and a disabled box stays as it is', async () => {
  await program.page.locator('#label-a').tap({ position: { x: 36, y: 12 } });
  await program.tap('#c');
  expect(await heard()).toEqual([
    ['load', 'app', 'app'],
    ['boxes', ['a', 'b']],
  ]);
  expect(await program.page.locator('#a').getAttribute('aria-checked')).toBe('true');
});

test('reset empties the fields and says so', async () => {
  await program.page.locator('#input input').fill('hello');
  await program.tap('#reset');
  expect(await program.page.locator('#input input').inputValue()).toBe('');
  expect(await heard()).toContainEqual(['reset']);
});

test('relations link and unlink as components come and go', async () => {
  expect(await text('#parent [class*="names"]')).toBe('+one');
  await set({ second: true });
  expect(await text('#parent [class*="names"]')).toBe('+one+two');
  await set({ second: false });
  expect(await text('#parent [class*="names"]')).toBe('+one+two-two');
});

test('selectComponent gives what a component exports', async () => {
  expect(await call('component', '#exporter')).toEqual({ exported: 42 });
});

test('model:value follows what is typed', async () => {
  await program.page.locator('#model input').fill('typed');
  expect(await text('#card >> text=typed 5')).toBe('typed 5');
});

test('hidden hides, and inline styles take rpx', async () => {
  expect(await program.page.locator('#hide').isVisible()).toBe(true);
  await set({ second: true });
  expect(await program.page.locator('#hide').isVisible()).toBe(false);
  expect(await style('#rpx', 'width')).toBe('187px');
});

test('a selector query measures what it is asked for', async () => {
  const [box, viewport] = (await call('measure')) as Record<string, unknown>[];
  expect(box).toEqual({ id: 'rpx', width: 187, height: 10, display: 'block' });
  expect(viewport).toMatchObject({ scrollTop: 0, scrollLeft: 0 });
});
