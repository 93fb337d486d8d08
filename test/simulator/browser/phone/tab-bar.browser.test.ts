import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { openBrowser, openPhone, type Phone, type PhoneBrowser } from '@mini-login/simulator';
import { type FixtureEnvironment, startFixtureEnvironment } from '../../fixtures/cloud';
import { type Project, project } from '../../node/compile/project';

const page = (name: string) => ({
  [`src/pages/${name}/${name}.wxml`]: `<view class="name">${name}</view>`,
  [`src/pages/${name}/${name}.ts`]: `const log = (hook) => () => getApp().log.push('${name}.' + hook);
Page({ onLoad: log('onLoad'), onShow: log('onShow'), onHide: log('onHide'), onUnload: log('onUnload'),
  onTabItemTap({ index, text }) { getApp().log.push('tapped ' + index + ' ' + text); } });`,
});
const tabs = (custom: boolean) => ({
  'src/app.json': JSON.stringify({
    pages: ['pages/a/a', 'pages/b/b', 'pages/c/c'],
    tabBar: {
      custom,
      list: [
        { pagePath: 'pages/a/a', text: 'A' },
        { pagePath: 'pages/b/b', text: 'B' },
      ],
    },
  }),
  'src/app.ts': 'App({ log: [] });',
  ...page('a'),
  ...page('b'),
  ...page('c'),
});

let environment: FixtureEnvironment;
let browser: PhoneBrowser;
const opened: { phone: Phone; program: Project }[] = [];

beforeAll(async () => {
  [environment, browser] = await Promise.all([startFixtureEnvironment(), openBrowser()]);
});
afterEach(async () => {
  for (const { phone, program } of opened.splice(0)) {
    await phone.close();
    program.dispose();
  }
});
afterAll(async () => {
  await browser.close();
  await environment.close();
});

async function launched(files: Readonly<Record<string, string>>): Promise<Phone> {
  const program = project(files);
  const phone = await openPhone({
    ...{ browser, scale: 1 },
    simulator: {
      project: program.dir,
      cloud: `${environment.url}/cloud`,
      requestDomains: [],
      hosts: {},
    },
  });
  opened.push({ phone, program });
  await phone.launch();
  return phone;
}

const log = (phone: Phone) =>
  phone.miniProgram.evaluate('function () { return getApp().log.splice(0) }');
const path = async (phone: Phone) => (await phone.miniProgram.currentPage()).path;

test('switchTab keeps the pages of the tab bar and closes the others', async () => {
  const phone = await launched(tabs(false));
  const { miniProgram } = phone;
  await log(phone);
  await miniProgram.callWxMethod('switchTab', { url: '/pages/b/b' });
  expect(await log(phone)).toEqual(['a.onHide', 'b.onLoad', 'b.onShow']);
  await miniProgram.callWxMethod('navigateTo', { url: '/pages/c/c' });
  await log(phone);
  await miniProgram.callWxMethod('switchTab', { url: '/pages/a/a' });
  expect(await log(phone)).toEqual(['c.onUnload', 'a.onShow']);
  expect((await miniProgram.pageStack()).map(({ path }) => path)).toEqual(['pages/a/a']);
  await miniProgram.callWxMethod('reLaunch', { url: '/pages/c/c' });
  expect(await log(phone)).toEqual(['a.onUnload', 'b.onUnload', 'c.onLoad', 'c.onShow']);
});

test('only switchTab leads to a page of the tab bar, and to no other', async () => {
  const { miniProgram } = await launched(tabs(false));
  await expect(miniProgram.callWxMethod('navigateTo', { url: '/pages/b/b' })).rejects.toThrow(
    /can not navigateTo a tabbar page/,
  );
  await expect(miniProgram.callWxMethod('redirectTo', { url: '/pages/b/b' })).rejects.toThrow(
    /can not redirectTo a tabbar page/,
  );
  await expect(miniProgram.callWxMethod('switchTab', { url: '/pages/c/c' })).rejects.toThrow(
    /can not switch to no-tabBar page/,
  );
});

test('a tap on the bar switches, tells the page, and the bar takes its part of the window', async () => {
  const phone = await launched(tabs(false));
  const { windowHeight } = (await phone.miniProgram.callWxMethod('getWindowInfo')) as {
    windowHeight: number;
  };
  await log(phone);
  await phone.tapTab(1);
  expect(await path(phone)).toBe('pages/b/b');
  expect(await log(phone)).toEqual(['a.onHide', 'b.onLoad', 'b.onShow', 'tapped 1 B']);
  await phone.miniProgram.callWxMethod('hideTabBar', {});
  const without = (await phone.miniProgram.callWxMethod('getWindowInfo')) as {
    windowHeight: number;
  };
  expect(without.windowHeight - windowHeight).toBeGreaterThanOrEqual(48);
});

test('a program’s own tab bar is on each of its pages, and getTabBar gives it', async () => {
  const phone = await launched({
    ...tabs(true),
    'src/custom-tab-bar/index.json': '{ "component": true }',
    'src/custom-tab-bar/index.wxml': '<view class="mine">{{ selected }}</view>',
    'src/custom-tab-bar/index.ts': 'Component({ data: { selected: 0 } });',
  });
  expect(
    await phone.miniProgram.evaluate(`function () {
    const [page] = getCurrentPages();
    page.getTabBar().setData({ selected: 7 });
    return page.getTabBar().data.selected;
  }`),
  ).toBe(7);
});

test('a tab that is no page of the program is an error of app.json', async () => {
  await expect(
    launched({
      'src/app.json':
        '{ "pages": ["pages/a/a"], "tabBar": { "list": [{ "pagePath": "x", "text": "X" }] } }',
    }),
  ).rejects.toThrow(/tabBar/);
});
