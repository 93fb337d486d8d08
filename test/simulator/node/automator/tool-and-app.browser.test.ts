import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { missing, useAutomator } from './suite';

const suite = useAutomator();
const events = async () => {
  const { data } = await suite.wire.result('Page.getData', {
    pageId: await frontId(),
    path: 'events',
  });
  return data;
};

beforeEach(() => suite.wire.result('Tool.native', { method: 'goHome', data: null }));

describe('the program', () => {
  test('tells its pages; ids are never used again, not by another process either', async () => {
    const [home] = await suite.mini.pageStack();
    expect(home).toMatchObject({ path: 'pages/home/home', query: {} });
    const first = await frontId();
    await suite.wire.result('App.callWxMethod', {
      method: 'navigateTo',
      args: [{ url: '/pages/next/next?a=1&b=%E4%BD%A0' }],
    });
    expect(await suite.wire.result('App.getPageStack')).toEqual({
      pageStack: [
        { pageId: first, path: 'pages/home/home', query: {} },
        { pageId: expect.any(Number), path: 'pages/next/next', query: { a: '1', b: '%E4%BD%A0' } },
      ],
    });
    const second = await frontId();
    await suite.phone.kill();
    await expect(suite.wire.result('App.getCurrentPage')).rejects.toThrow(
      'App.getCurrentPage: no mini program runs',
    );
    await suite.phone.launch();
    expect(await frontId()).toBeGreaterThan(second);
  });

  test('goes to a page by the client, and comes back with an argument that means nothing', async () => {
    const next = await suite.mini.navigateTo('/pages/next/next');
    expect(next?.path).toBe('pages/next/next');
    await suite.wire.result('App.callWxMethod', { method: 'navigateBack', args: [{ url: null }] });
    expect(await suite.wire.result('App.getCurrentPage')).toMatchObject({
      path: 'pages/home/home',
    });
    expect(suite.phone.timeline().filter(({ kind }) => kind === 'error')).toEqual([]);
  });

  test('calls wx: the result of a synchronous function, or what success gets; what fail gets is an error', async () => {
    expect(await suite.mini.systemInfo()).toMatchObject({ platform: 'ios', windowWidth: 375 });
    expect(await suite.mini.callWxMethod('login')).toMatchObject({
      errMsg: 'login:ok',
      code: expect.any(String),
    });
    await expect(suite.mini.callWxMethod('switchTab', { url: '/pages/next/next' })).rejects.toThrow(
      'switchTab:fail',
    );
    await expect(suite.mini.callWxMethod('notThere')).rejects.toThrow(
      'App.callWxMethod: wx.notThere is not a function',
    );
    await expect(suite.mini.callPluginWxMethod('wx1', 'login')).rejects.toThrow(
      'plugins are not in the simulator',
    );
  });

  test('evaluates functions, methods and async ones in its own scope', async () => {
    expect(await suite.mini.evaluate(() => getApp().greeting)).toBe('hello');
    expect(await suite.mini.evaluate(async (a: number) => a + getCurrentPages().length, 1)).toBe(2);
    expect(await suite.mini.evaluate('method(a) { return a * 2 }', 21)).toBe(42);
    expect(
      await suite.mini.evaluate('function () { return typeof window + typeof wx.login }'),
    ).toBe('undefinedfunction');
    await expect(suite.mini.evaluate('not a function')).rejects.toThrow(
      'this is no function: not a function',
    );
  });

  test('tells a function of the test what the program says', async () => {
    const heard = new Promise((resolve) => {
      void suite.mini
        .exposeFunction('tellTest', (...args: unknown[]) => resolve(args))
        .then(() =>
          suite.wire.result('App.callFunction', {
            functionDeclaration: 'function () { tellTest(1, { two: 3 }) }',
          }),
        );
    });
    expect(await heard).toEqual([1, { two: 3 }]);
  });

  test('is pictured as a PNG', async () => {
    const picture = String(await suite.mini.screenshot());
    expect(Buffer.from(picture, 'base64').subarray(1, 4).toString()).toBe('PNG');
  });
});

describe('mocks', () => {
  afterEach(() => suite.mini.restoreWxMethod('login'));
  const login = (style: string) =>
    suite.mini.evaluate(`function () { return new Promise((done) => { ${style} }) }`);
  const callback =
    'wx.login({ success: (r) => done(["success", r]), fail: (r) => done(["fail", r]) })';
  const promise = 'wx.login().then((r) => done(["success", r]), (r) => done(["fail", r]))';

  test.each([callback, promise])('a literal is the result: %s', async (style) => {
    await suite.mini.mockWxMethod('login', { code: 'mocked' });
    expect(await login(style)).toEqual(['success', { code: 'mocked' }]);
    await suite.mini.mockWxMethod('login', { errMsg: 'login:fail no network' });
    expect(await login(style)).toEqual(['fail', { errMsg: 'login:fail no network' }]);
  });

  test('a function gets the call, its own arguments, and what it replaces', async () => {
    await suite.mini.mockWxMethod(
      'login',
      async function mocked(
        this: { origin: () => Promise<{ errMsg: string }> },
        options: object,
        extra: string,
      ) {
        const { errMsg } = await this.origin();
        return { keys: Object.keys(options), extra, errMsg };
      },
      'more',
    );
    expect(await login(callback)).toEqual([
      'success',
      { keys: ['success', 'fail'], extra: 'more', errMsg: 'login:ok' },
    ]);
  });

  test('text is a function only when the client says so; undefined is a result too', async () => {
    await suite.mini.mockWxMethod('getSystemInfoSync', '() => ({ platform: "text" })');
    expect(await suite.mini.systemInfo()).toEqual({ platform: 'text' });
    await suite.mini.mockWxMethod('getSystemInfoSync', 'async () => 1');
    expect(await suite.mini.systemInfo()).toBe('async () => 1');
    await suite.mini.mockWxMethod('getSystemInfoSync', undefined);
    expect(await suite.mini.systemInfo()).toBeNull();
    await suite.mini.restoreWxMethod('getSystemInfoSync');
    expect(await suite.mini.systemInfo()).toMatchObject({ platform: 'ios' });
  });
});

describe('what happens', () => {
  test('the console is told from enableLog on, exceptions always', async () => {
    const say = () =>
      suite.wire.result('App.callFunction', {
        functionDeclaration: 'function () { console.warn("said", { a: 1 }) }',
      });
    await say();
    const heard = new Promise((resolve) => suite.mini.on('console', resolve));
    await suite.wire.result('App.enableLog');
    await say();
    expect(await heard).toEqual({ type: 'warn', args: ['said', { a: 1 }] });
    // What went wrong in other tests was told too.
    let told = await suite.wire.next();
    while (told.method !== 'App.logAdded') told = await suite.wire.next();
    expect(told).toEqual({
      method: 'App.logAdded',
      params: { type: 'warn', args: ['said', { a: 1 }] },
    });

    const thrown = new Promise((resolve) => suite.mini.on('exception', resolve));
    await suite.wire.result('Page.callMethod', {
      pageId: await frontId(),
      method: 'fail',
      args: [],
    });
    expect(await thrown).toEqual({
      message: 'broken on purpose',
      stack: expect.stringContaining('home.js'),
    });
  });
});

describe('the tool around it', () => {
  test('says its version', async () => {
    expect(await suite.wire.ask('Tool.getInfo')).toEqual({
      id: expect.any(String),
      result: { SDKVersion: '3.8.10', simulator: '1' },
    });
  });

  test('lists the people who may hold the phone as test accounts', async () => {
    expect(await suite.mini.testAccounts()).toContainEqual({ openid: 'noah', nickName: 'Noah' });
  });

  test("takes DevTools' login and forgets nothing of it", async () => {
    await suite.mini.setTicket('a ticket');
    await suite.mini.refreshTicket();
    expect(await suite.mini.getTicket()).toMatchObject({ ticket: 'a ticket' });
  });

  test('has no remote phone and no audits, and says so', async () => {
    await expect(suite.mini.remote()).rejects.toThrow('no remote phone');
    await expect(suite.mini.stopAudits()).rejects.toThrow('no audits');
  });

  test('answers modals', async () => {
    const native = suite.mini.native();
    const ask = async () =>
      suite.wire.result('Page.callMethod', {
        pageId: await frontId(),
        method: 'askModal',
        args: [],
      });
    await suite.wire.result('Page.setData', { pageId: await frontId(), data: { events: [] } });
    await ask();
    await native.confirmModal();
    await ask();
    await native.cancelModal();
    expect(await events()).toEqual([
      { type: 'modal', confirm: true },
      { type: 'modal', confirm: false },
    ]);
  });

  test("answers WeChat's own sheets", async () => {
    const native = suite.mini.native();
    const page = await suite.mini.currentPage();
    await page?.setData({ events: [] });
    const ask = async () => (await page?.$('#number'))?.tap();
    await ask();
    await native.authorizeCancel();
    await ask();
    await native.authorizeAllow();
    expect(await events()).toEqual([
      { type: 'number', errMsg: 'getPhoneNumber:fail user deny' },
      { type: 'number', errMsg: 'getPhoneNumber:ok' },
    ]);
  });

  test('goes to a tab', async () => {
    const native = suite.mini.native();
    await native.switchTab({ url: 'pages/tab/tab' });
    expect((await suite.mini.currentPage())?.path).toBe('pages/tab/tab');
    await native.switchTab({ url: '/pages/home/home' });
    expect((await suite.mini.currentPage())?.path).toBe('pages/home/home');
  });

  test('goes back and home', async () => {
    const native = suite.mini.native();
    const paths = async () => (await suite.mini.pageStack()).map(({ path }) => path);
    await suite.wire.result('App.callWxMethod', {
      method: 'navigateTo',
      args: [{ url: '/pages/next/next' }],
    });
    await native.navigateLeft();
    await expect(native.navigateLeft()).rejects.toThrow('no arrow to the left');
    await suite.wire.result('App.callWxMethod', {
      method: 'reLaunch',
      args: [{ url: '/pages/next/next' }],
    });
    await native.goHome();
    expect(await paths()).toEqual(['pages/home/home']);
    await expect(native.switchTab({ url: 'pages/next/next' })).rejects.toThrow('switchTab:fail');
    await expect(native.shareConfirm()).rejects.toThrow('sharing');
    await expect(suite.wire.result('Tool.native', { method: 'dance', data: null })).rejects.toThrow(
      'wrong parameters: method',
    );
  });
});

test('every method of the tool and the program has worked for the official client, and three of the four events came', () => {
  expect(missing(suite.worked, 'Tool', 'App')).toEqual([
    'Tool.close', // Its close(): test/simulator/node/cli.
    'Tool.enableRemoteDebug',
    'Tool.stopAudits',
    'App.exit',
  ]);
  // Tool.onRemoteDebugConnected never comes, also not after remote().
  expect([...suite.told].sort()).toEqual([
    'App.bindingCalled',
    'App.exceptionThrown',
    'App.logAdded',
  ]);
});

async function frontId(): Promise<number> {
  return Number((await suite.wire.result('App.getCurrentPage')).pageId);
}
