import { afterAll, expect, test } from '@jest/globals';
import { usePhonesOf } from '../../fixtures/phones-of';
import { project } from '../../node/compile/project';

/*
 * A launch leaves nothing behind: whatever crosses from the program's document is copied. One
 * object that somebody of the phone's keeps would keep the whole document. This program keeps
 * megabytes, and hands over objects by every way that there is.
 */

const page = `
const kept = Array.from({ length: 100000 }, (_, i) => ({ i, text: 'text ' + i }));
const own = () => ({ list: [{ deep: { kept: () => kept.length } }], date: new Date() });
class Custom { constructor() { this.own = own(); } }
Page({
  data: { range: [1, 2] },
  onLoad() {
    getApp().kept = kept;
    console.log(own(), new Custom(), new Error('logged'), kept.slice(0, 3));
    console.error(new Error('an error'), own());
    wx.showModal({ title: 'modal', content: 'left open', more: own() });
    wx.showActionSheet({ itemList: ['a', 'b'], more: own() });
    wx.setStorageSync('key', own());
    wx.setNavigationBarTitle({ title: 'title' });
    wx.setTabBarItem({ index: 0, text: 'text', fail() { kept.length; } });
    wx.onNetworkStatusChange(() => kept.length);
    wx.onNeedPrivacyAuthorization(() => kept.length);
    wx.onThemeChange(() => kept.length);
    wx.request({ url: 'https://example.com', data: own(), fail() { kept.length; } });
    wx.requirePrivacyAuthorize({ fail() { kept.length; } });
    wx.login({ success() { kept.length; } });
    wx.getSystemInfo({ success() { kept.length; } });
    wx.createSelectorQuery().select('#v').boundingClientRect(() => kept.length).exec();
    wx.createIntersectionObserver(this).relativeToViewport().observe('#v', () => kept.length);
    setInterval(() => kept.length, 1000);
    setTimeout(() => { throw Object.assign(new Error('thrown'), own()); });
    Promise.reject(own());
    Promise.reject(Object.assign(new Error('rejected'), { custom: new Custom() }));
    this.setData({ own: own() });
  },
})`;

const program = project({
  'src/app.json': JSON.stringify({
    pages: ['pages/a/a', 'pages/b/b'],
    __usePrivacyCheck__: true,
    tabBar: {
      list: [
        { pagePath: 'pages/a/a', text: 'a' },
        { pagePath: 'pages/b/b', text: 'b' },
      ],
    },
  }),
  'src/app.js': 'App({})',
  'src/pages/a/a.wxml': '<view id="v">text</view><picker range="{{ range }}">picker</picker>',
  'src/pages/a/a.ts': page,
  'src/pages/b/b.json': '{}',
  'src/pages/b/b.wxml': '<view />',
  'src/pages/b/b.ts': 'Page({})',
});

const phones = usePhonesOf(() => ({ project: program.dir }));
afterAll(() => program.dispose());

test('ten launches after warm-up leave no document behind', async () => {
  const phone = await phones.open();
  const launch = async () => {
    await phone.kill();
    await phone.launch();
    await phone.miniProgram.evaluate('() => ({ all: getApp().kept.length })');
    const [element] = await (await phone.miniProgram.currentPage()).$$('view');
    await element?.size();
    await phone.clock.advance(1_000);
  };
  for (let i = 0; i < 3; i += 1) await launch();
  const before = await phone.heapBytes();
  for (let i = 0; i < 10; i += 1) await launch();
  const grown = (await phone.heapBytes()) - before;
  // One document holds 8 MB; the timeline grows until it has a thousand entries.
  expect(grown / 1e6).toBeLessThan(2);
}, 180_000);
