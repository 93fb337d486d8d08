import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect as check, describe, test } from '@jest/globals';
import { chaos, expect, type Program, programOf, traced } from '@mini-login/simulator/test';
import { Extras } from '../../../scripts/simulator/test/client';
import { conditionOf } from '../../../scripts/simulator/test/condition';
import type { Context } from '../../../scripts/simulator/test/context';
import { useAutomator } from '../node/automator/suite';
import { project } from '../node/compile/project';

const shop = project({
  'src/app.json': JSON.stringify({ pages: ['pages/a/a', 'pages/b/b'] }),
  'src/pages/a/a.json': '{ "usingComponents": { "card": "./card" } }',
  'src/pages/a/a.wxml': `<view class="list"><view class="row" wx:for="{{ rows }}" wx:key="*this" data-id="{{ item }}"><text class="name">{{ item }}</text><button class="buy" data-name="{{ item }}" bind:tap="onBuy">Buy</button></view></view>
<view id="total">{{ total }}  pieces</view>
<card id="card" class="card" label="Inside"><text>slotted</text></card>
<view id="late" wx:if="{{ late }}" bind:tap="onBuy">I'm "late"</view>
<button id="off" disabled="{{ off }}" bind:tap="onBuy" bind:longpress="onPress">Off</button>
<view id="under" style="position: fixed; left: 0; top: 560px; z-index: 3; width: 90px; height: 30px" bind:tap="onBuy">under</view>
<view class="mask" wx:if="{{ masked }}" style="position: fixed; left: 0; top: 550px; z-index: 4; width: 100px; height: 60px"></view>
<view id="slides" style="position: relative; left: {{ left }}px; width: 50px" bind:tap="onBuy">slides</view>
<view id="ghost" style="height: 0"></view>
<input id="field" aria-label="Your name" value="{{ name }}" bind:input="onInput" />
<view id="box" aria-role="checkbox" aria-checked="{{ ticked }}" bind:tap="onTick">I agree</view>
<picker id="fruit" range="{{ rows }}" bind:change="onPick"><view>{{ picked }}</view></picker>
<scroll-view id="scroller" scroll-y style="height: 60px" bind:scroll="onScroll"><view style="height: 300px" /></scroll-view>
<swiper id="swiper" duration="0" bind:change="onSwipe"><swiper-item>one</swiper-item><swiper-item>two</swiper-item></swiper>
<button id="ask" bind:tap="onAsk">Ask</button><button id="menu" bind:tap="onMenu">Menu</button>
<button id="load" bind:tap="onLoadIt">Load</button><button id="go" bind:tap="onGo">Go</button>`,
  'src/pages/a/a.ts': `Page({
  data: { rows: ['pear', 'plum', 'fig'], total: 0, late: false, off: false, masked: false, left: 0, name: 'Mia', ticked: false, picked: 'none', heard: '' },
  hear(heard) { this.setData({ heard }) },
  onBuy() { this.setData({ total: this.data.total + 1 }) },
  onPress() { this.hear('press') },
  onInput({ detail }) { this.setData({ name: detail.value }) },
  onTick() { this.setData({ ticked: !this.data.ticked }) },
  onPick({ detail }) { this.setData({ picked: this.data.rows[detail.value] }) },
  onScroll({ detail }) { this.hear('scroll ' + detail.scrollTop) },
  onSwipe({ detail }) { this.hear('swipe ' + detail.current) },
  onAsk() { wx.showModal({ title: 'Sure?', content: 'Really', editable: true, success: ({ confirm, content }) => this.hear(confirm ? 'yes ' + (content || '') : 'no') }) },
  onMenu() { wx.showActionSheet({ itemList: ['Edit', 'Delete'], success: ({ tapIndex }) => this.hear('menu ' + tapIndex), fail: () => this.hear('menu no') }) },
  onLoadIt() { const task = wx.request({ url: 'https://api.example.com/items?id=1', success: ({ data, statusCode }) => this.hear(statusCode + ' ' + data.name), fail: ({ errMsg }) => this.hear(errMsg) }); task.onHeadersReceived(() => {}); },
  onGo() { setTimeout(() => wx.navigateTo({ url: '/pages/b/b?from=a' }), 100) },
  onHide() { if (this.data.name === 'forgetful') this.setData({ ticked: false }) },
  later(change) { setTimeout(() => this.setData(change), 150) },
});`,
  'src/pages/a/card.json': '{ "component": true }',
  'src/pages/a/card.wxml': '<view class="inner">{{ label }}</view><slot />',
  'src/pages/a/card.ts': 'Component({ properties: { label: String } });',
  'src/pages/b/b.json': '{}',
  'src/pages/b/b.wxml': '<view>second page</view>',
  'src/pages/b/b.ts': 'Page({});',
});
afterAll(() => shop.dispose());
const suite = useAutomator(shop.dir);
let program: Program;

beforeAll(async () => {
  program = await programOf(suite.mini, { timeout: 60_000 });
});
beforeEach(() => program.goto('/pages/a/a'));

/** What a short wait ends with. */
const soon = { timeout: 200 };
const later = async (change: object) =>
  void (await (await program.page()).callMethod('later', change));
const heard = () => program.page().then((page) => page.data('heard'));
const hears = async (words: string) => {
  const startedAt = Date.now();
  while ((await heard()) !== words)
    if (Date.now() - startedAt > 60_000) check(await heard()).toBe(words);
};
const total = (count: number) => expect(program.locator('#total')).toHaveText(`${count} pieces`);

test('a text is found and compared as it is seen, without the marks of line breaks', async () => {
  await (await program.page()).setData({ picked: 'plu\u2060m\u200B pie' });
  await expect(program.getByText('plum pie', { exact: true })).toHaveText('plu\u200Bm pie');
  await expect(program.getByText(/^plum pie$/)).toHaveText(/^plum pie$/);
  await expect(program.locator('#fruit')).toContainText('plum');
});

describe('a locator finds', () => {
  test.each<[string, (from: Program) => { count(): Promise<number> }, number]>([
    ['by class', (from) => from.locator('.row'), 3],
    ['by id', (from) => from.locator('#total'), 1],
    ['by tag and class', (from) => from.locator('button.buy'), 3],
    ['by attribute', (from) => from.locator('[data-id="plum"]'), 1],
    ['by the start of an attribute', (from) => from.locator('.row[data-id^="p"]'), 2],
    ['by place', (from) => from.locator('.row:nth-child(2) > .name'), 1],
    ['all but some', (from) => from.locator('.row:not([data-id="fig"])'), 2],
    ['a neighbour', (from) => from.locator('.row + .row'), 2],
    ['a list', (from) => from.locator('#total, .row'), 4],
    ['inside another', (from) => from.locator('.list').locator('text'), 3],
    ['into components', (from) => from.locator('card .inner'), 1],
    ['by the path of components', (from) => from.locator('#card').locator('.inner'), 1],
    ['by text, in any case', (from) => from.getByText('PEAR'), 1],
    ['by a part of a text', (from) => from.getByText('p'), 3],
    ['by the exact text', (from) => from.getByText('Buy', { exact: true }), 3],
    ['by a regular expression', (from) => from.getByText(/^p(ear|lum)$/), 2],
    ['by role', (from) => from.getByRole('button', { name: 'buy' }), 3],
    ['by role and an expression', (from) => from.getByRole('button', { name: /^(off|ask)$/i }), 2],
    ['by the role that is written', (from) => from.getByRole('checkbox'), 1],
    ['by label', (from) => from.getByLabel('your name'), 1],
    [
      'by what it has inside',
      (from) => from.locator('.row').filter({ has: from.getByText('fig') }),
      1,
    ],
    ['by what it has not', (from) => from.locator('.row').filter({ hasNotText: 'fig' }), 2],
    ['by its text', (from) => from.locator('.row').filter({ hasText: /^fig/ }), 1],
    ['the first of them', (from) => from.locator('.row').first(), 1],
    ['the last of them', (from) => from.locator('.row').last().getByText('fig'), 1],
    ['one by its place', (from) => from.locator('.row').nth(1).getByText('plum'), 1],
    ['one by its place from the end', (from) => from.locator('.row').nth(-2).getByText('plum'), 1],
    ['nothing', (from) => from.locator('.nothing').getByText('x'), 0],
  ])('%s', async (_name, of, count) => {
    check(await of(program).count()).toBe(count);
  });

  test('a text with both kinds of quotes', async () => {
    await later({ late: true });
    await expect(program.getByText('I\'m "late"')).toBeVisible();
  });

  test('a selector that is none is said at once', async () => {
    await check(program.locator('.a:hover').tap()).rejects.toThrow(':hover is not taken');
  });
});

describe('an action waits', () => {
  test('for what is not there yet', async () => {
    await later({ late: true });
    await program.locator('#late').tap();
    await total(1);
  });

  test('for what is disabled', async () => {
    await (await program.page()).setData({ off: true });
    await check(program.locator('#off').tap(soon)).rejects.toThrow(
      /locator\('#off'\)\.tap: waited 200 ms, and <button id="off".* is disabled/,
    );
    await later({ off: false });
    await program.locator('#off').tap();
    await total(1);
  });

  test('for what is covered, and says by what', async () => {
    await (await program.page()).setData({ masked: true });
    await check(program.locator('#under').tap(soon)).rejects.toThrow(
      /<view id="under"> can't be tapped: it is covered by <view class="mask">/,
    );
    await later({ masked: false });
    await program.locator('#under').tap();
    await total(1);
  });

  test('for the one that is meant, and says which there are', async () => {
    await check(program.getByText('Buy').tap()).rejects.toThrow(
      /3 elements are found where one is meant: <button.*nth\(\), first\(\)/s,
    );
    await program.locator('.row').filter({ hasText: 'plum' }).getByText('Buy').tap();
    await total(1);
  });

  test('until its time is over, and says where it stands', async () => {
    await check(program.locator('#no-such-id').tap(soon)).rejects.toThrow(
      /no such element\n {2}page {6}pages\/a\/a\n {2}ids {7}total, card.*\n {2}texts {5}"pear", "Buy"/,
    );
    await check(program.locator('#ghost').tap(soon)).rejects.toThrow('is not visible');
  });
});

test('what the simulator tells at once is what the client is told piece by piece, as on DevTools', async () => {
  await (await program.page()).setData({ off: true });
  const { context } = program;
  const asOnDevTools = { ...context, extras: new Extras(context.mini, false) };
  const told = async (of: Context, selector: string) => {
    const condition = await conditionOf(of, await program.locator(selector).first().element());
    const { disabled = null, ariaDisabled = null } = condition;
    return { ...condition, disabled, ariaDisabled };
  };
  for (const selector of ['#off', '#box', '#ghost', '.row'])
    check(await told(context, selector)).toEqual(await told(asOnDevTools, selector));
});

test('fingers: a long press, a swipe; a swiper and a scroll-view', async () => {
  await program.locator('#off').longPress();
  await hears('press');
  await program.locator('#swiper').swipe('left');
  await hears('swipe 1');
  await program.locator('#swiper').swipeTo(0);
  await hears('swipe 0');
  await program.locator('#scroller').scroll({ y: 40 });
  await hears('scroll 40');
});

test('text: fill puts it in place of the old, type behind it', async () => {
  const field = program.locator('#field');
  await expect(field).toHaveValue('Mia');
  await field.fill('Lin');
  await expect(field).toHaveValue('Lin');
  await field.type('da');
  await expect(field).toHaveValue(/^Linda$/);
  check(await field.inputValue()).toBe('Linda');
});

test('choosing: pickers and action sheets', async () => {
  await program.locator('#fruit').choose('fig');
  await expect(program.locator('#fruit')).toHaveText('fig');
  await program.locator('#fruit').choose(0);
  await expect(program.locator('#fruit')).toContainText('pear');
  await program.locator('#menu').tap();
  await expect(program).toHaveDialog('Delete');
  await program.dialog.choose('Delete');
  await hears('menu 1');
  await program.locator('#menu').tap();
  await program.dialog.dismiss();
  await hears('menu no');
});

test('dialogs: what they say, and an answer', async () => {
  await program.locator('#ask').tap();
  await expect(program).toHaveDialog(/Sure\? Really/);
  await program.dialog.accept('typed');
  await hears('yes typed');
  await expect(program).not.toHaveDialog(/Sure/);
  await program.locator('#ask').tap();
  await program.dialog.dismiss();
  await hears('no');
});

test('routes: there, and back', async () => {
  await program.locator('#go').tap();
  await expect(program).toHavePath('pages/b/b');
  await program.goBack();
  await program.waitForPath(/a$/);
  await program.navigateTo('pages/b/b');
  await check(program.waitForPath('pages/c/c', soon)).rejects.toThrow(
    /waited 200 ms for the page pages\/c\/c\n {2}page {6}pages\/b\/b/,
  );
});

test('network: answers by address, failures, and what was asked', async () => {
  await program.route('https://api.example.com/*', { data: { name: 'pear' } });
  await program.locator('#load').tap();
  await hears('200 pear');
  await program.route(/items/, { status: 404, data: { name: 'gone' }, delay: 10 });
  await program.locator('#load').tap();
  await hears('404 gone');
  await program.route(/items/, 'abort');
  await program.locator('#load').tap();
  await hears('request:fail abort');
  check(await program.requests()).toContainEqual({
    url: 'https://api.example.com/items?id=1',
    method: 'GET',
  });
  await program.unroute();
});

test('wx: results, failures, functions with arguments, and what was called', async () => {
  const ask = () =>
    program.evaluate(
      () =>
        new Promise((done) =>
          wx.getLocation({ type: 'gcj02', success: done, fail: ({ errMsg }) => done(errMsg) }),
        ),
    );
  await program.mock('getLocation', { latitude: 31, longitude: 121 });
  check(await ask()).toEqual({ latitude: 31, longitude: 121 });
  await program.mock('getLocation', { errMsg: 'getLocation:fail auth deny' });
  check(await ask()).toBe('getLocation:fail auth deny');
  await program.mock('getLocation', ({ type }: { type: string }, by: number) => ({ type, by }), 7);
  check(await ask()).toEqual({ type: 'gcj02', by: 7 });
  check(await program.calls('getLocation')).toEqual(Array(3).fill({ type: 'gcj02' }));
  await program.unmock('getLocation');
});

test('the clock: timers without waiting for them', async () => {
  await program.clock.stop();
  const now = await program.clock.now();
  await later({ late: true });
  await expect(program.locator('#late')).not.toBeVisible(soon);
  await program.clock.advance(150);
  await expect(program.locator('#late')).toBeVisible();
  check(await program.clock.now()).toBe(now + 150);
  await program.clock.start();
});

test('the phone: away and back, without a network, in another theme', async () => {
  await program.phone.background();
  await program.phone.foreground();
  await program.phone.network('offline');
  await program.phone.network('online');
  await program.phone.device({ theme: 'dark' });
  check(await program.mini.systemInfo()).toMatchObject({ theme: 'dark' });
  check(await program.phone.received()).toEqual([]);
});

describe('expect looks again', () => {
  test.each<[string, (given: Program) => Promise<void>, (given: Program) => Promise<void>]>([
    [
      'visible',
      () => later({ late: true }),
      (given) => expect(given.locator('#late')).toBeVisible(),
    ],
    [
      'hidden',
      async (given) => {
        await (await given.page()).setData({ late: true });
        await later({ late: false });
      },
      (given) => expect(given.locator('#late')).toBeHidden(),
    ],
    [
      'count',
      () => later({ rows: ['a'] }),
      (given) => expect(given.locator('.row')).toHaveCount(1),
    ],
    [
      'text of a list',
      () => later({ rows: ['a', 'b'] }),
      (given) => expect(given.locator('.name')).toHaveText(['a', /b/]),
    ],
    [
      'checked',
      () => later({ ticked: true }),
      (given) => expect(given.locator('#box')).toBeChecked(),
    ],
    [
      'not',
      () => later({ total: 3 }),
      (given) => expect(given.locator('#total')).not.toHaveText('0 pieces'),
    ],
    [
      'disabled',
      () => later({ off: true }),
      (given) => expect(given.locator('#off')).toBeDisabled(),
    ],
    [
      'attribute',
      () => later({ rows: ['z'] }),
      (given) => expect(given.locator('.row')).toHaveAttribute('data-id', 'z'),
    ],
    [
      'class',
      () => later({ rows: ['z'] }),
      (given) => expect(given.locator('.list > view')).toHaveClass('row'),
    ],
  ])('%s', async (_name, begin, then) => {
    await begin(program);
    await then(program);
  });

  test('until its time is over, and says what it saw instead', async () => {
    await check(expect(program.locator('#total')).toHaveText('9 pieces', soon)).rejects.toThrow(
      /expect\(locator\('#total'\)\)\.toHaveText\("9 pieces"\): waited 200 ms\n {2}expected {2}"9 pieces"\n {2}received {2}"0 pieces"\n {2}page {6}pages\/a\/a/,
    );
    await check(expect(program.locator('.row')).not.toHaveCount(3, soon)).rejects.toThrow(
      /expected {2}not\.3\n {2}received {2}3/,
    );
    await check(expect(program.locator('.none')).toBeEnabled(soon)).rejects.toThrow(
      'received  no such element',
    );
  });
});

test('a step has its words, its line, its wait and its time', async () => {
  const { steps } = program.context.log;
  steps.length = 0;
  await later({ late: true });
  await program.locator('#late').tap();
  check(steps).toMatchObject([
    {
      title: "locator('#late').tap",
      source: check.stringMatching(/locators\.browser\.test\.ts:\d+$/),
      error: null,
      finger: { x: check.any(Number), y: check.any(Number) },
    },
  ]);
  const [{ waited = 0, took = 0 } = {}] = steps;
  check(waited).toBeGreaterThanOrEqual(100);
  check(took).toBeGreaterThanOrEqual(waited);
});

test('a story is played again with the program in the background and killed; what changes its end is said', async () => {
  const agree = (name: string) => async () => {
    await program.locator('#field').fill(name);
    await program.locator('#box').tap();
    await program.locator('#off').tap();
    return await program.locator('#box').getAttribute('aria-checked');
  };
  // Killed, and begun again, it gets to the same end.
  for (const only of ['kill 3', 'background 3 8000'])
    check(await chaos(program, agree('Mia'), { only })).toMatchObject({ difference: null });
  await check(chaos(program, agree('forgetful'), { only: 'background 3 200' })).rejects.toThrow(
    /"background 3 200" before "locator\('#off'\).tap" changes the end .*seed \d+.*"true".*"false"/s,
  );
});

test('a story that fails leaves its steps, pictures, error, what it ran on, and the way to run it again', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'traces-'));
  const trace = {
    title: 'a <pear>',
    folder,
    pictures: 'always',
    environment: { seed: '7' },
  } as const;
  const story = traced(program, trace, async () => {
    await program.locator('#box').tap();
    await program.locator('#none').tap(soon);
  });
  await check(story).rejects.toThrow('#none');
  const html = readFileSync(join(folder, 'a-pear.html'), 'utf8');
  const index = readFileSync(join(folder, 'index.html'), 'utf8');
  rmSync(folder, { recursive: true });
  for (const part of [
    '<title>a &lt;pear&gt;</title>',
    "<b>locator('#box').tap</b> <span>test/simulator/test/locators.browser.test.ts:",
    '<dt>seed</dt><dd>7</dd>',
    '<dt>page</dt><dd>pages/a/a</dd>',
    '<dt>SDKVersion</dt>',
    'npx jest test/simulator/test/locators.browser.test.ts -t &quot;a &lt;pear&gt;&quot;',
    '<li class="failed"><details open>',
  ])
    check(html).toContain(part);
  check(html.match(/src="data:image\/png/g)?.length).toBeGreaterThanOrEqual(3);
  check(html).toMatch(/<i style="left:\d/);
  check(index).toContain('1 failed, 1 in all');
});
