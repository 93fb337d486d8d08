import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type OpenProgram, type ProgramBench, programBench } from '../../harness/open-program';
import { project } from '../../node/compile/project';

/* No kinder than WeChat, and no harder. */

let bench: ProgramBench;
beforeAll(async () => {
  bench = await programBench();
});
afterAll(() => bench.close());

async function open(files: Readonly<Record<string, string>>): Promise<OpenProgram> {
  const one = project(files);
  const program = await bench.open(one.dir);
  one.dispose();
  return program;
}

/** What each expression is to the program: its value, or the name of what it throws. */
async function resultsOf(expressions: readonly string[], before = ''): Promise<unknown> {
  const script = `${before}; const values = [${expressions.map((each) => `async () => (${each})`).join(', ')}];
    const read = async (value) => { try { return await value(); } catch (error) { return error.name + ': ' + (error.message || error.errMsg); } };
    Page({ read: () => Promise.all(values.map(read)) });`;
  const program = await open({ 'src/pages/a/a.ts': script });
  return program.callPage('read');
}

async function expectResults(rows: readonly (readonly [string, unknown])[]): Promise<void> {
  const expressions = rows.map(([expression]) => expression);
  const results: unknown = await resultsOf(expressions);
  const told = expressions.map((expression, index) => [expression, Object(results)[index]]);
  expect(told).toEqual(rows);
}

const refusedCode = expect.stringMatching(/^EvalError: .*WeChat has no such thing/);

const code = [
  ["eval('1 + 1')", refusedCode],
  ["(0, eval)('1 + 1')", refusedCode],
  ["globalThis.eval('1')", refusedCode],
  ["new Function('return 1')()", refusedCode],
  ["Function('a', 'return a')(1)", refusedCode],
  ["(() => {}).constructor('return 1')()", refusedCode],
  ["(async () => {}).constructor('return 1')()", refusedCode],
  ["Function('return this')() === global", true],
  ['(() => {}) instanceof Function', true],
  ['(() => {}).constructor === Function', true],
  ["(function () { 'use strict'; return typeof eval; })()", 'function'],
] as const;
test('text is no code, and functions are what they are', () => expectResults(code));

const text = '(n) => "x".repeat(n)';

test.each([
  ["wx.setStorageSync('k', text(1024 * 1024 - 2))", undefined],
  ["wx.setStorageSync('k', text(1.2e6))", 'Error: setStorageSync:fail entry size limit reached'],
  [
    "wx.setStorage({ key: 'k', data: text(1.2e6) })",
    'undefined: setStorage:fail entry size limit reached',
  ],
  [
    "[1,2,3,4,5,6,7,8,9,10,11].map((k) => wx.setStorageSync('k' + k, text(1e6)))",
    'Error: setStorageSync:fail exceed storage max size 10Mb',
  ],
] as const)('%s', async (expression, value) => {
  const results = await resultsOf([expression], `const text = ${text}`);
  expect(Object(results)[0] ?? undefined).toEqual(value);
});

const others = [
  ['typeof requirePlugin', 'function'],
  ['typeof requireMiniProgram', 'function'],
  ['typeof WXWebAssembly.instantiate', 'function'],
  ["requirePlugin('p')", expect.stringContaining('requirePlugin("p") is not in the simulator')],
] as const;
test('what else a program finds is there', () => expectResults(others));

test('what a script sets on `this` is a global, as polyfills expect, and its page is known', async () => {
  const results = await resultsOf(
    ['polyfill', 'typeof Promise', '__wxRoute'],
    "this.polyfill = 'set'; this.Promise = 'another'",
  );
  expect(results).toEqual(['set', 'function', 'pages/a/a']);
});

test('hidden says nothing to a component of the program', async () => {
  const { page } = await open({
    'src/pages/a/a.json': '{ "usingComponents": { "box": "/box", "deep": "/deep/box" } }',
    'src/pages/a/a.wxml':
      '<box hidden class="box" /><deep hidden class="deep" /><view hidden class="view">v</view>',
    ...Object.fromEntries(
      ['box', 'deep/box'].flatMap((path) => [
        [`src/${path}.json`, '{ "component": true }'],
        [`src/${path}.wxml`, '<view>box</view>'],
        [`src/${path}.ts`, 'Component({})'],
      ]),
    ),
  });
  for (const name of ['box', 'deep']) expect(await page.locator(`.${name}`).isVisible()).toBe(true);
  expect(await page.locator('.view').isVisible()).toBe(false);
});

const box = (properties: string, methods = '') => ({
  'src/pages/a/a.json': '{ "usingComponents": { "box": "/box" } }',
  'src/pages/a/a.wxml': '<box id="box" list="{{ list }}" count="{{ count }}" />',
  'src/pages/a/a.ts': 'Page({ data: { list: [{ n: 1 }], count: 1 } })',
  'src/box.json': '{ "component": true }',
  'src/box.wxml': '<view class="text">{{ list[0].n }} {{ count }}</view>',
  'src/box.ts': `Component({ properties: { ${properties} }, methods: { ${methods} } })`,
});

test('a generic that nobody gave shows nothing, and the rest is shown', async () => {
  const program = await open({
    'src/pages/a/a.json': '{ "usingComponents": { "box": "/box" } }',
    'src/pages/a/a.wxml': '<box />',
    'src/box.json': '{ "component": true, "componentGenerics": { "row": true } }',
    'src/box.wxml': '<view>before</view><row file="{{ [] }}" class="row" /><view>after</view>',
    'src/box.ts': 'Component({})',
  });
  expect(await program.errors()).toEqual([]);
  expect(await program.page.locator('wx-box').textContent()).toBe('beforeafter');
});

test('an observer that changes its list in place and sets it is called once', async () => {
  const program = await open(
    box(`list: { type: Array, observer(list) {
      if (!list.length) return;
      list[0].n += 1;
      this.setData({ list: this.properties.list });
    } }, count: Number`),
  );
  expect(await program.errors()).toEqual([]);
  expect(await program.page.locator('wx-box').textContent()).toBe('2 1');
});

test('an observer that sets its property to another value is called until it rests', async () => {
  const program = await open(
    box(
      "count: { type: Number, observer: 'counted' }, list: Array",
      'counted(count) { if (count < 5) this.setData({ count: count + 1 }); }',
    ),
  );
  expect(await program.errors()).toEqual([]);
  expect(await program.page.locator('wx-box').textContent()).toBe('1 5');
});

test.each([
  ['2024-01-01 10:00:00', true],
  ['2024-1-1', true],
  ['2024-01-01 10:00', true],
  ['2024/01/01 10:00:00', false],
  ['2024-01-01', false],
  ['2024-01-01T10:00:00', false],
  ['2024-01-01T10:00:00.000Z', false],
  ['2024-01-01T10:00:00+08:00', false],
  ['Mon, 01 Jan 2024 10:00:00 GMT', false],
])('new Date("%s") is said on the timeline: %s', async (text, said) => {
  const program = await open({
    'src/pages/a/a.ts': `Page({ onLoad() { new Date('${text}'); new Date(); new Date(2024, 1, 1); } })`,
  });
  const errors = await program.errors();
  expect(errors.filter((each) => each.includes(`new Date("${text}")`))).toHaveLength(said ? 1 : 0);
});
