import { expect, test } from '@jest/globals';
import type { Phone } from '@mini-login/simulator';
import { said, tap, usePhones } from '../../fixtures/phones';

const phones = usePhones();

const inProgram = (phone: Phone, body: string) =>
  phone.miniProgram.evaluate(`function () { ${body} }`);
const errors = (phone: Phone) =>
  phone.timeline().flatMap((entry) => (entry.kind === 'error' ? [entry.message] : []));

/** What came first: a promise's callback, or a timer that was set before it. */
const promiseOrTimer = (phone: Phone) =>
  inProgram(
    phone,
    `return new Promise((done) => {
      const order = [];
      setTimeout(() => order.push('timer'), 0);
      Promise.resolve().then(() => order.push('promise'));
      setTimeout(() => done(order), 50);
    })`,
  );

test.each([
  ['ios', ['promise', 'timer']],
  ['ios-15', ['timer', 'promise']],
] as const)('on %s a resolved promise and a timer come in the order %j', async (profile, order) => {
  const phone = await phones.launched({ profile });
  expect(await promiseOrTimer(phone)).toEqual(order);
});

test('on iOS 15 the promises of wx are made of timers too, and still chain, fail and combine', async () => {
  const phone = await phones.launched({ profile: 'ios-15' });
  expect(await inProgram(phone, 'return wx.login() instanceof Promise')).toBe(true);
  expect(
    await inProgram(
      phone,
      `return Promise.all([wx.login().then(({ errMsg }) => errMsg), Promise.reject(1).catch((one) => one + 1), (async () => 3)()])`,
    ),
  ).toEqual(['login:ok', 2, 3]);
});

test('HarmonyOS has no dark mode, and says ok without going back', async () => {
  const phone = await phones.launched({ profile: 'harmony', device: { theme: 'dark' } });
  expect(await phone.miniProgram.callWxMethod('getAppBaseInfo')).toMatchObject({ theme: 'light' });
  await inProgram(phone, `wx.onThemeChange(() => getApp().log.push('theme'))`);
  await phone.device.set({ theme: 'light' });
  expect(await inProgram(phone, 'return getApp().log')).not.toContain('theme');
  expect(await phone.miniProgram.callWxMethod('navigateBackApplication', {})).toMatchObject({
    errMsg: 'navigateBackApplication:ok',
  });
  await phone.clock.advance(10_000);
  expect(await phone.received()).toEqual([]);
});

test('on a PC there is no way back to an app', async () => {
  const phone = await phones.open({ profile: 'pc' });
  await phone.launch({ scene: 1001 });
  expect(await phone.miniProgram.callWxMethod('getDeviceInfo')).toMatchObject({
    platform: 'windows',
  });
  expect(await inProgram(phone, 'return typeof wx.navigateBackApplication')).toBe('undefined');
  await tap(phone, '#launch-app');
  expect(await said(phone)).toEqual({ errMsg: 'invalid scene' });
});

test('what is newer than the base library does not exist', async () => {
  const phone = await phones.launched({ device: { SDKVersion: '2.20.2' } });
  const there = ['getEnterOptionsSync', 'getPrivacySetting', 'login']
    .map((name) => `typeof wx.${name}`)
    .join(', ');
  expect(await inProgram(phone, `return [${there}]`)).toEqual([
    'function',
    'undefined',
    'function',
  ]);
  expect(await phone.miniProgram.callWxMethod('canIUse', 'getPrivacySetting')).toBe(false);
  await tap(phone, '#agree');
  await phone.clock.advance(1_000);
  expect(await (await phone.miniProgram.currentPage()).data('said')).toBe('');
});

test('a base library from before 2.21.2 gives no phone code', async () => {
  const phone = await phones.launched({ device: { SDKVersion: '2.20.2' } });
  await tap(phone, '#phone');
  await (await phone.sheet()).allow();
  await phone.waitForEntry((entry) => entry.kind === 'sheet' && entry.sheet === 'phone-number');
  await (await phone.sheet()).allow();
  expect(await said(phone)).toEqual({
    errMsg: 'getPhoneNumber:ok',
    encryptedData: 'ZW5j',
    iv: 'aXY=',
    cloudID: '81_x',
  });
});

test.each(['2.32.3', '3.0.0'])(
  'on %s the coupled button is answered with 104, and nobody was asked',
  async (SDKVersion) => {
    const phone = await phones.launched({ device: { SDKVersion } });
    await tap(phone, '#phone-agree');
    expect(await said(phone)).toMatchObject({ errno: 104 });
    expect(phone.timeline().filter(({ kind }) => kind === 'sheet')).toEqual([]);
  },
);

test('a call that the documentation calls deprecated is an error of the program, once', async () => {
  const phone = await phones.launched();
  await phone.miniProgram.callWxMethod('getSystemInfoSync');
  expect(errors(phone)).toEqual([]);
  await (await phone.miniProgram.currentPage()).callMethod('useDeprecated');
  expect(errors(phone)).toEqual([expect.stringContaining('wx.getSystemInfoSync is deprecated')]);
});

test('a rejected promise of wx that nobody handles is an error of the program', async () => {
  const phone = await phones.launched({ network: 'offline' });
  await inProgram(phone, 'wx.login().catch(() => undefined); wx.login({ success() {} })');
  await inProgram(phone, 'wx.login()');
  const isUnhandled = (message: string) =>
    message.startsWith('a rejected promise that nobody handles: login:fail');
  await phone.waitForEntry((entry) => entry.kind === 'error' && isUnhandled(entry.message));
  expect(errors(phone).filter(isUnhandled)).toHaveLength(1);
});
