import { expect, test } from '@jest/globals';
import { useSmallPrograms } from './small-program';

/* What WeChat does with programs that nobody here wrote; each as small as it gets. */

const open = useSmallPrograms();

const box = (script: string, template = '<view />') => ({
  'src/pages/a/a.json': '{ "usingComponents": { "box": "./box" } }',
  'src/pages/a/box.json': '{ "component": true }',
  'src/pages/a/box.wxml': template,
  'src/pages/a/box.js': script,
});

test('setData copies what it is given', async () => {
  const program = await open(
    `Page({ data: { list: [] }, go() { const list = [1]; this.setData({ list }); list.push(2); } });`,
  );
  await program.call('go');
  expect(await program.data()).toEqual({ list: [1] });
});

test('a component in setData does not throw', async () => {
  const program = await open('Page({ data: {}, go() { this.setData({ self: this }); } });');
  await program.call('go');
  expect(await program.errors()).toEqual([]);
});

test('a page’s methods are bound to it', async () => {
  const program = await open(
    `Page({ data: { n: 0 }, go() { const { add } = this; add(); }, add() { this.setData({ n: 1 }); } });`,
  );
  await program.call('go');
  expect(await program.data()).toEqual({ n: 1 });
});

test('a child’s observer is quiet when it is given the same value again', async () => {
  const child = box(
    `Component({ properties: { n: Number }, observers: { n() { this.triggerEvent('seen'); } } });`,
  );
  const program = await open(
    `Page({ data: { n: 1, seen: 0 }, go() { this.setData({ n: 1 }); }, change() { this.setData({ n: 2 }); }, onSeen() { this.seen = (this.seen || 0) + 1; }, count() { return this.seen || 0; } });`,
    '<box n="{{ n }}" bind:seen="onSeen" />',
    child,
  );
  const first = Number(await program.call('count'));
  await program.call('go');
  expect(await program.call('count')).toBe(first);
  await program.call('change');
  expect(await program.call('count')).toBe(first + 1);
});

test('an asynchronous interface that the simulator lacks fails, and its handler goes on', async () => {
  const program = await open(
    `Page({ data: {}, go() { wx.scanCode({ fail: ({ errMsg }) => this.setData({ errMsg }) }); this.setData({ after: true }); } });`,
  );
  await program.call('go');
  expect(await program.data()).toMatchObject({
    after: true,
    errMsg: expect.stringMatching(/^scanCode:fail/),
  });
  expect(await program.errors()).toEqual([
    expect.stringMatching(/wx\.scanCode is not in the simulator/),
  ]);
});

test('a listener that the simulator lacks does nothing, and of an object that it lacks each method is refused by name', async () => {
  const program = await open(
    `const session = wx.createVKSession();
    Page({ data: {}, go() { wx.onBLEConnectionStateChange(() => {}); session.on('x', () => {}); session.start({ fail: () => this.setData({ failed: true }) }); } });`,
  );
  await program.call('go');
  expect(await program.data()).toEqual({ failed: true });
  expect(await program.errors()).toEqual([
    expect.stringMatching(/^wx\.createVKSession is not in the simulator/),
    expect.stringMatching(/^wx\.onBLEConnectionStateChange is not/),
    expect.stringMatching(/^wx\.createVKSession\.start is not/),
  ]);
});

test('a query to wx.cloud’s database may be put together, and fails when it is sent', async () => {
  const program = await open(
    `const db = wx.cloud.database(); const _ = db.command;
    Page({ data: {}, go() { return db.collection('a').where({ n: _.gt(1).and(_.lt(5)) }).limit(2).get().catch(() => this.setData({ failed: true })); } });`,
  );
  await program.call('go');
  expect(await program.data()).toEqual({ failed: true });
  expect(await program.errors()).toEqual([
    expect.stringMatching(
      /^wx\.cloud\.database\.collection\.where\.limit\.get is not in the simulator/,
    ),
  ]);
});

test('a canvas gives its node to a query, and draws what a CanvasContext has kept', async () => {
  const program = await open(
    `Page({ data: {}, node() { wx.createSelectorQuery().select('#new').fields({ node: true }).exec(([{ node }]) => { node.getContext('2d').fillRect(0, 0, 1, 1); this.setData({ width: node.width }); }); },
      old() { const to = wx.createCanvasContext('old'); to.setFillStyle('#f00'); to.fillRect(0, 0, 10, 10); this.setData({ text: to.measureText('ab').width > 0 }); to.draw(false, () => this.setData({ drawn: true })); } });`,
    '<canvas id="new" type="2d" /><canvas canvas-id="old" />',
  );
  await program.call('node');
  await program.call('old');
  expect(await program.data()).toEqual({ width: 300, text: true, drawn: true });
  expect(await program.errors()).toEqual([]);
});

test('wx.getSystemInfo calls back before it returns', async () => {
  const program = await open(
    `Page({ data: {}, go() { let early = false; wx.getSystemInfo({ success: () => { early = true; } }); this.setData({ early }); } });`,
  );
  await program.call('go');
  expect(await program.data()).toEqual({ early: true });
});

test('without the native bar the window is the whole screen', async () => {
  const program = await open(
    `Page({ size() { return wx.getWindowInfo().windowHeight; } });`,
    '<view />',
    {
      'src/pages/a/a.json': '{ "navigationStyle": "custom" }',
    },
  );
  expect(await program.call('size')).toBe(667);
});

test('canIUse knows components and their attributes', async () => {
  const program = await open(
    `Page({ ask() { return ['button', 'button.open-type', 'button.open-type.getPhoneNumber', 'button.open-type.nonsense', 'scroll-view.enhanced', 'view.nonsense', 'nonsense'].map((name) => wx.canIUse(name)); } });`,
  );
  expect(await program.call('ask')).toEqual([true, true, true, false, true, false, false]);
});

test('wx.cloud is there, and its parts are refused by name', async () => {
  const program = await open(
    `Page({ data: {}, go() { wx.cloud.init(); wx.cloud.callFunction({ name: 'x', fail: () => this.setData({ failed: true }) }); } });`,
  );
  await program.call('go');
  expect(await program.data()).toEqual({ failed: true });
  expect(await program.errors()).toEqual([
    expect.stringMatching(/wx\.cloud\.callFunction is not in the simulator/),
  ]);
});

test('a property that nobody declares, a type of several and an unknown image mode are no errors', async () => {
  const child = box(
    `Component({ properties: { n: { type: [Number, String], value: 0 } }, observers: { nothing() {} } });`,
    '<text id="n">{{ n }}</text>',
  );
  const program = await open(
    'Page({});',
    '<box n="five" colour="red" /><image mode="cover" />',
    child,
  );
  expect(await program.errors()).toEqual([]);
  expect(await program.page.locator('#n').textContent()).toBe('five');
});

test('a rejection that nobody handles says what it was', async () => {
  const program = await open(`Page({ go() { Promise.reject({ errMsg: 'nobody:fail' }); } });`);
  await program.call('go');
  await expect(
    program.page.waitForFunction(() =>
      window.fakePhone.events.some((e) => e.kind === 'error' && e.message.includes('nobody:fail')),
    ),
  ).resolves.toBeDefined();
});

test('null in a text is "null", undefined nothing', async () => {
  const program = await open(
    'Page({ data: { none: null } });',
    '<text id="t">{{ none }}|{{ missing }}</text>',
  );
  expect(await program.page.locator('#t').textContent()).toBe('null|');
});

test('a page of full height gives its child all of it', async () => {
  const program = await open('Page({});', '<view id="all" class="all" />', {
    'src/pages/a/a.wxss':
      'page { height: 100%; display: flex; flex-direction: column; } page > .all { height: 100%; }',
  });
  expect((await program.page.locator('#all').boundingBox())?.height).toBe(667);
});

const WXS = `<wxs module="m">
  function tapped(event, owner) {
    var state = event.instance.getState();
    state.count = (state.count || 0) + 1;
    event.instance.setStyle({ width: '50px' });
    event.instance.addClass('touched');
    owner.selectComponent('.other').setStyle('height: 7px');
    owner.callMethod('heard', { count: state.count, name: event.instance.getDataset().name });
  }
  function changed(value, old, owner, instance) {
    if (old === undefined) return;
    owner.callMethod('changed', { value: value, old: old, has: typeof instance.setStyle });
  }
  function kind(value) { return value.list.constructor; }
  module.exports = { tapped: tapped, changed: changed, kind: kind };
</wxs>`;

test('a WXS handler gets the event with its instance, and the owner', async () => {
  const program = await open(
    'Page({ data: {}, heard(detail) { this.setData(detail); } });',
    `${WXS}<view id="w" data-name="x" bind:tap="{{ m.tapped }}">tap</view><view class="other" />`,
  );
  await program.tap('#w');
  await program.tap('#w');
  expect(await program.errors()).toEqual([]);
  expect(await program.data()).toEqual({ count: 2, name: 'x' });
  expect(
    await program.page.locator('#w').evaluate((node) => [node.style.width, node.className]),
  ).toEqual(['50px', 'touched']);
  expect(await program.page.locator('.other').evaluate((node) => node.style.height)).toBe('7px');
});

test('change:prop gets the values, the owner and the instance', async () => {
  const program = await open(
    'Page({ data: { n: 1 }, go() { this.setData({ n: 2 }); }, changed(detail) { this.setData({ detail }); } });',
    `${WXS}<view prop="{{ n }}" change:prop="{{ m.changed }}" />`,
  );
  await program.call('go');
  expect((await program.data()).detail).toEqual({ value: 2, old: 1, has: 'function' });
});

test('the constructor of any expression is a text in WXS', async () => {
  const program = await open(
    'Page({ data: { v: { list: [1] } } });',
    `${WXS}<text id="k">{{ m.kind(v) }}</text>`,
  );
  expect(await program.page.locator('#k').textContent()).toBe('Array');
});

test('<text decode> turns entities into characters, others leave them', async () => {
  const program = await open(
    'Page({});',
    '<text id="a" decode>1 &lt; 2&nbsp;&amp;</text><text id="b">1 &lt; 2</text>',
  );
  expect(await program.page.locator('#a').textContent()).toBe('1 < 2\u00a0&');
  expect(await program.page.locator('#b').textContent()).toBe('1 &lt; 2');
});

test('the marks of checkbox, radio and switch can be given a style', async () => {
  const program = await open('Page({});', '<checkbox /><radio /><switch />', {
    'src/pages/a/a.wxss':
      '.wx-checkbox-input { width: 11px; } radio .wx-radio-input { width: 12px; } switch .wx-switch-input { width: 13px; }',
  });
  const widths = await program.page
    .locator('.wx-mark')
    .evaluateAll((marks) => marks.map((mark) => mark.getBoundingClientRect().width));
  expect(widths).toEqual([11, 12, 13]);
});

test('a button that loads turns a wheel', async () => {
  const program = await open('Page({});', '<button id="b" loading>x</button>');
  expect(
    await program.page
      .locator('#b')
      .evaluate((node) => getComputedStyle(node, '::before').animationName),
  ).toBe('wx-loading');
});

test('a picture that fails draws nothing, and says so', async () => {
  const program = await open(
    'Page({ data: {}, failed() { this.setData({ failed: true }); } });',
    '<image id="i" src="/no.png" bind:error="failed" />',
  );
  await program.page.locator('#i > img').waitFor({ state: 'hidden' });
  expect(await program.data()).toEqual({ failed: true });
});

test('a component that was taken away may update itself, and draws nothing', async () => {
  const program = await open(
    `Page({ data: { there: true }, go() { const gone = this.selectComponent('#box'); this.setData({ there: false }); gone.setData({ more: true }); this.setData({ ended: true }); } });`,
    '<box wx:if="{{ there }}" id="box" />',
    {
      'src/pages/a/a.json': '{ "usingComponents": { "box": "/box" } }',
      'src/box.json': '{ "component": true }',
      'src/box.wxml': '<view wx:if="{{ more }}" />',
      'src/box.ts': 'Component({ data: { more: false } });',
    },
  );
  await program.call('go');
  expect(await program.data()).toEqual({ there: false, ended: true });
  expect(await program.errors()).toEqual([]);
});
