import { expect, test } from '@jest/globals';
import type { Phone } from '@mini-login/simulator';
import { usePhones } from '../../fixtures/phones';

const phones = usePhones();

const run = (phone: Phone, body: string) => phone.miniProgram.evaluate(`function () { ${body} }`);
const errors = (phone: Phone) =>
  phone.timeline().flatMap((entry) => (entry.kind === 'error' ? [entry.message] : []));
const calls = (phone: Phone, name: string) =>
  phone.timeline().filter((entry) => entry.kind === 'wx' && entry.api === name);

test('an API that gives a value back and that the simulator has not throws, names itself and the place to add it', async () => {
  const phone = await phones.launched();
  expect(await run(phone, 'return typeof wx.getBatteryInfoSync')).toBe('function');
  await expect(run(phone, 'wx.getBatteryInfoSync()')).rejects.toThrow(
    /wx\.getBatteryInfoSync is not in the simulator.*scripts\/simulator\/browser\/runtime\/wx\//,
  );
  expect(errors(phone)).toEqual([expect.stringContaining('wx.getBatteryInfoSync')]);
});

test('a name that WeChat does not have is undefined, so that feature detection works', async () => {
  const phone = await phones.launched();
  expect(
    await run(
      phone,
      `return [typeof wx.logIn, 'logIn' in wx, wx.canIUse('logIn'), wx.canIUse('login')]`,
    ),
  ).toEqual(['undefined', false, false, true]);
});

test('an API that this phone lacks is undefined', async () => {
  const phone = await phones.launched({ device: { without: ['wx.getUserCryptoManager'] } });
  expect(
    await run(
      phone,
      `return [typeof wx.getUserCryptoManager, wx.canIUse('getUserCryptoManager'), typeof wx.login]`,
    ),
  ).toEqual(['undefined', false, 'function']);
});

test('a parameter that the documentation lacks is an error on the timeline, the call goes on', async () => {
  const phone = await phones.launched();
  expect(await phone.miniProgram.callWxMethod('login', { timeoutt: 1 })).toMatchObject({
    errMsg: 'login:ok',
  });
  expect(errors(phone)).toEqual([expect.stringContaining('The parameter "timeoutt" of wx.login')]);
});

test('a parameter of the wrong type fails in the words of WeChat', async () => {
  const phone = await phones.launched();
  expect(
    await run(phone, `return wx.setClipboardData({ data: 1 }).catch((error) => error.errMsg)`),
  ).toBe(
    'setClipboardData:fail parameter error: parameter.data should be String instead of Number;',
  );
});

test('without callbacks a call gives a promise, with one of them it gives nothing and calls it, then complete', async () => {
  const phone = await phones.launched();
  expect(
    await run(phone, 'return wx.login().then(({ errMsg, code }) => [errMsg, typeof code])'),
  ).toEqual(['login:ok', 'string']);
  expect(
    await run(
      phone,
      `return new Promise((resolve) => {
        const order = [];
        const given = wx.login({ success: ({ code }) => order.push('success ' + typeof code), fail: () => order.push('fail'), complete: () => { order.push('complete'); resolve([typeof given, ...order]) } });
      })`,
    ),
  ).toEqual(['undefined', 'success string', 'complete']);
});

test('what a callback throws goes to App.onError and stops nothing', async () => {
  const phone = await phones.launched();
  expect(
    await run(
      phone,
      `return new Promise((resolve) => {
        const heard = [];
        wx.onError((message) => heard.push(message));
        wx.login({ success() { throw new Error('mine') }, complete: () => setTimeout(() => resolve(heard.join()), 0) });
      })`,
    ),
  ).toContain('mine');
});

test('results are objects of the program: its own Array and Object', async () => {
  const phone = await phones.launched();
  expect(
    await run(phone, 'return wx.login().then((result) => result.constructor === Object)'),
  ).toBe(true);
});

test('every call is on the timeline with arguments, outcome and time', async () => {
  const phone = await phones.launched();
  await phone.miniProgram.callWxMethod('login', { timeout: 5_000 });
  await run(phone, 'return wx.getStorage({ key: "none" }).catch(() => 0)');
  expect(calls(phone, 'login')).toMatchObject([
    {
      args: { timeout: 5_000 },
      outcome: 'success',
      result: { errMsg: 'login:ok' },
      ms: expect.any(Number),
    },
  ]);
  expect(calls(phone, 'getStorage')).toMatchObject([
    { outcome: 'fail', result: { errMsg: 'getStorage:fail data not found' } },
  ]);
});

test('a deprecated API works and is marked on the timeline', async () => {
  const phone = await phones.launched();
  expect(await phone.miniProgram.callWxMethod('getSystemInfoSync')).toMatchObject({
    SDKVersion: '3.8.10',
    windowWidth: 375,
    language: 'zh_CN',
  });
  expect(calls(phone, 'getSystemInfoSync')).toMatchObject([{ deprecated: true }]);
});

test('storing something is no error', async () => {
  const phone = await phones.launched();
  await phone.miniProgram.callWxMethod('setStorageSync', 'token', 'x');
  expect(await phone.miniProgram.callWxMethod('getStorageSync', 'token')).toBe('x');
  expect(errors(phone)).toEqual([]);
});

test('the device tells the program what it is, before and after a change', async () => {
  const phone = await phones.launched({
    device: {
      language: 'ja',
      theme: 'dark',
      fontSizeScaleFactor: 1.75,
      screenWidth: 320,
      screenHeight: 568,
      statusBarHeight: 20,
      safeAreaBottom: 0,
    },
  });
  expect(await phone.miniProgram.callWxMethod('getAppBaseInfo')).toMatchObject({
    language: 'ja',
    theme: 'dark',
    fontSizeScaleFactor: 1.75,
  });
  expect(await phone.miniProgram.callWxMethod('getWindowInfo')).toMatchObject({
    windowWidth: 320,
    windowHeight: 568 - 64,
    safeArea: { bottom: 568 },
  });
  expect(await phone.evaluateInFrame('[innerWidth, innerHeight]')).toEqual([320, 568 - 64]);
  await run(phone, 'wx.onThemeChange(({ theme }) => getApp().log.push(theme))');
  await phone.device.set({ theme: 'light' });
  expect(await run(phone, 'return getApp().log.slice(-1)')).toEqual(['light']);
  expect(await phone.miniProgram.callWxMethod('getAppBaseInfo')).toMatchObject({ theme: 'light' });
});

test('the capsule is where it is drawn', async () => {
  const phone = await phones.launched();
  expect(await phone.miniProgram.callWxMethod('getMenuButtonBoundingClientRect')).toEqual({
    width: 87,
    height: 32,
    top: 50,
    right: 368,
    bottom: 82,
    left: 281,
  });
});

test('random bytes are random and as many as asked for', async () => {
  const phone = await phones.launched();
  const many = (length: number) =>
    run(
      phone,
      `return wx.getUserCryptoManager().getRandomValues({ length: ${length} }).then(({ randomValues }) => [randomValues instanceof ArrayBuffer, randomValues.byteLength, new Set(new Uint8Array(randomValues)).size > 1])`,
    );
  expect(await many(32)).toEqual([true, 32, true]);
  expect(await many(70_000)).toEqual([true, 70_000, true]);
  expect(
    await run(
      phone,
      'return wx.getUserCryptoManager().getRandomValues({ length: 0 }).catch(({ errMsg }) => errMsg)',
    ),
  ).toContain('getRandomValues:fail');
});

test('the bar above the page follows the program', async () => {
  const phone = await phones.launched();
  await phone.miniProgram.callWxMethod('setNavigationBarTitle', { title: 'New title' });
  await phone.miniProgram.callWxMethod('setNavigationBarColor', {
    frontColor: '#ffffff',
    backgroundColor: '#123456',
  });
  await expect(
    phone.miniProgram.callWxMethod('setNavigationBarColor', {
      frontColor: '#fff',
      backgroundColor: '#123456',
    }),
  ).rejects.toThrow('setNavigationBarColor:fail');
});

test('routing answers as WeChat does', async () => {
  const phone = await phones.launched();
  expect(
    await phone.miniProgram.callWxMethod('navigateTo', { url: '/pages/other/other' }),
  ).toMatchObject({
    errMsg: 'navigateTo:ok',
  });
  await expect(
    phone.miniProgram.callWxMethod('navigateTo', { url: '/pages/gone/gone' }),
  ).rejects.toThrow(/navigateTo:fail/);
  await expect(
    phone.miniProgram.callWxMethod('switchTab', { url: '/pages/home/home' }),
  ).rejects.toThrow(/switchTab:fail/);
});

test('a mocked API gives what the test says, until it is restored', async () => {
  const phone = await phones.launched();
  await phone.miniProgram.mockWxMethod('getAppBaseInfo', { language: 'mocked' });
  expect(await run(phone, 'return wx.getAppBaseInfo().language')).toBe('mocked');
  await phone.miniProgram.restoreWxMethod('getAppBaseInfo');
  expect(await run(phone, 'return wx.getAppBaseInfo().language')).toBe('zh_CN');
});
