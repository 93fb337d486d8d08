import type { Program } from '@mini-login/simulator/test';

/** A program of two pages with whatever a finger, a locator and `expect` meet. */
export const SHOP = {
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
<button id="load" bind:tap="onLoadIt">Load</button><button id="go" bind:tap="onGo">Go</button>
<input id="short" maxlength="{{ 3 }}" /><textarea id="long" /><input id="fixed" value="x" disabled bind:input="onInput" />`,
  'src/pages/a/a.ts': `Page({
  data: { rows: ['pear', 'plum', 'fig'], total: 0, late: false, off: false, masked: false, left: 0, name: 'Mia', ticked: false, picked: 'none', noted: '' },
  note(noted) { this.setData({ noted }) },
  onBuy() { this.setData({ total: this.data.total + 1 }) },
  onPress() { this.note('press') },
  onInput({ detail }) { this.setData({ name: detail.value }) },
  onTick() { this.setData({ ticked: !this.data.ticked }) },
  onPick({ detail }) { this.setData({ picked: this.data.rows[detail.value] }) },
  onScroll({ detail }) { this.note('scroll ' + detail.scrollTop) },
  onSwipe({ detail }) { this.note('swipe ' + detail.current) },
  onAsk() { wx.showModal({ title: 'Sure?', content: 'Really', editable: true, success: ({ confirm, content }) => this.note(confirm ? 'yes ' + (content || '') : 'no') }) },
  onMenu() { wx.showActionSheet({ itemList: ['Edit', 'Delete'], success: ({ tapIndex }) => this.note('menu ' + tapIndex), fail: () => this.note('menu no') }) },
  onLoadIt() { const task = wx.request({ url: 'https://api.example.com/items?id=1', success: ({ data, statusCode }) => this.note(statusCode + ' ' + data.name), fail: ({ errMsg }) => this.note(errMsg) }); task.onHeadersReceived(() => {}); },
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
};

type Find = (from: Program) => { count(): Promise<number> };

/** How something on its first page is found, and how often. */
export const FINDS: readonly (readonly [name: string, find: Find, count: number])[] = [
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
];
