import { afterAll, expect as check, test } from '@jest/globals';
import { expect, programOf } from '@mini-login/simulator/test';
import { useAutomator } from '../node/automator/suite';
import { project } from '../node/compile/project';

const page = (name: string) => ({
  [`src/pages/${name}/${name}.wxml`]: `<view class="name">${name}</view>`,
  [`src/pages/${name}/${name}.ts`]: 'Page({});',
});
const list = ['a', 'b'].map((name) => ({ pagePath: `pages/${name}/${name}`, text: name }));

const tabs = project({
  'src/app.json': JSON.stringify({
    pages: list.map(({ pagePath }) => pagePath),
    tabBar: { custom: true, list },
  }),
  ...page('a'),
  ...page('b'),
  // The button is in the window, under the bar.
  'src/pages/a/a.wxml':
    '<view class="name">{{ taps }}</view><view style="height: 85vh"></view><view class="buy" bind:tap="onBuy">buy</view><view style="height: 100vh"></view>',
  'src/pages/a/a.ts':
    "Page({ data: { taps: 'a' }, onBuy() { this.setData({ taps: 'bought' }) } });",
  'src/custom-tab-bar/index.json': '{ "component": true }',
  'src/custom-tab-bar/index.wxml': `<view style="position: fixed; bottom: 0; left: 0; right: 0; height: 20vh"><view class="tab" wx:for="{{ list }}" wx:key="pagePath" data-path="/{{ item.pagePath }}" bind:tap="onGo">to {{ item.text }}</view></view>`,
  'src/custom-tab-bar/index.ts': `Component({ data: { list: ${JSON.stringify(list)} }, methods: { onGo(event) { wx.switchTab({ url: event.currentTarget.dataset.path }) } } });`,
});
afterAll(() => tabs.dispose());
const suite = useAutomator(tabs.dir);

test('a program’s own tab bar is found and tapped on each page, and moves nothing of the page', async () => {
  const program = await programOf(suite.mini, { timeout: 60_000 });
  await program.goto('/pages/a/a');
  await expect(program.locator('.tab')).toHaveCount(2);
  const first = await suite.mini.currentPage();
  check(await (await first?.xpath('/page/view[1]'))?.text()).toBe('a');
  await program.locator('custom-tab-bar .tab').nth(1).tap();
  await expect(program).toHavePath('pages/b/b');
  await program.getByText('to a').tap();
  await expect(program).toHavePath('pages/a/a');
});

test('what lies under it is scrolled out from there for a tap, as a person does', async () => {
  const program = await programOf(suite.mini, { timeout: 60_000 });
  await program.goto('/pages/a/a');
  await program.locator('.buy').tap();
  await expect(program.locator('.name')).toHaveText('bought');
});
