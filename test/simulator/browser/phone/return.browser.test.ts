import { expect, test } from '@jest/globals';
import type { Phone } from '@mini-login/simulator';
import { hooks, said, tap, usePhones } from '../../fixtures/phones';

const phones = usePhones();

/** `errMsg` of the call, whichever way it ends. */
const navigateBack = (phone: Phone, extraData: unknown = 'hello') =>
  phone.miniProgram.evaluate(
    `function (extraData) { return wx.navigateBackApplication({ extraData }).then((ok) => ok.errMsg, (error) => error.errMsg) }`,
    extraData,
  );
const outOfScene = 'navigateBackApplication:fail not from opensdk';

test('navigateBackApplication gives the app the string as it is, and the program is hidden', async () => {
  const phone = await phones.launched();
  expect(await navigateBack(phone, 'a=1&b={"c":2}')).toBe('navigateBackApplication:ok');
  expect(await phone.waitForReceived()).toEqual(['a=1&b={"c":2}']);
  expect(await phone.state()).toMatchObject({ front: 'app', program: 'background' });
  expect(await hooks(phone)).toContain('App.onHide');
});

test('navigateBackApplication gives the app an object as its JSON text', async () => {
  const phone = await phones.launched();
  await navigateBack(phone, { code: 'x' });
  expect(await phone.waitForReceived()).toEqual(['{"code":"x"}']);
});

test('other scenes of a visit keep the right of the button; the call says ok and stays', async () => {
  const phone = await phones.launched();
  for (const scene of [1038, 1089, 1090, 1001, 1131, 1187]) {
    const before = await phone.received();
    await phone.background();
    await phone.launch({ scene });
    expect([scene, await navigateBack(phone)]).toEqual([scene, 'navigateBackApplication:ok']);
    await phone.clock.advance(10_000);
    expect([scene, await phone.received()]).toEqual([scene, before]);
    await tap(phone, '#launch-app');
    const received = await phone.waitForReceived(before.length + 1);
    expect([scene, received.at(-1)]).toEqual([scene, 'from the button']);
    await phone.kill();
    await phone.launch();
  }
});

test('three scenes take both rights away, and only 1069 gives them again', async () => {
  const phone = await phones.launched();
  for (const scene of [1007, 1011, 1047]) {
    const before = await phone.received();
    for (const without of [scene, 1089]) {
      await phone.background();
      await phone.launch({ scene: without });
      expect([scene, await navigateBack(phone)]).toEqual([scene, outOfScene]);
    }
    await phone.background();
    await phone.launch({ scene: 1069 });
    expect([scene, await navigateBack(phone)]).toEqual([scene, 'navigateBackApplication:ok']);
    expect(await phone.waitForReceived(before.length + 1)).toEqual([...before, 'hello']);
    await phone.kill();
    await phone.launch();
  }
});

test('a program that was opened by hand first can not go back', async () => {
  const phone = await phones.open();
  await phone.launch({ scene: 1001 });
  expect(await navigateBack(phone)).toBe(outOfScene);
  await tap(phone, '#launch-app');
  expect(await said(phone)).toMatchObject({ errMsg: 'invalid scene' });
  expect(await phone.received()).toEqual([]);
});

test('a launchApp button gives the app its app-parameter', async () => {
  const phone = await phones.launched();
  await tap(phone, '#launch-app');
  expect(await phone.waitForReceived()).toEqual(['from the button']);
});

test('a cancelled button fires bindlaunchapp all the same, and nothing switches', async () => {
  const phone = await phones.launched({ misbehave: { launchApp: 'cancelled' } });
  await tap(phone, '#launch-app');
  expect(await said(phone)).toBe('launched');
  await phone.clock.advance(10_000);
  expect(await phone.state()).toMatchObject({ front: 'program', program: 'foreground' });
  expect(await phone.received()).toEqual([]);
});

test('offline the button fails its check, and works when the network is back', async () => {
  const phone = await phones.launched({ network: 'offline' });
  await tap(phone, '#launch-app');
  expect(await said(phone)).toEqual({ errMsg: 'fail:check fail' });
  await phone.network('online');
  await tap(phone, '#launch-app');
  expect(await phone.waitForReceived()).toEqual(['from the button']);
});

test.each([
  ['sdk launch fail', 'fail:sdk launch fail'],
  ['invalid scene', 'invalid scene'],
] as const)('the button may fail: %s', async (launchApp, errMsg) => {
  const phone = await phones.launched({ misbehave: { launchApp } });
  await tap(phone, '#launch-app');
  expect(await said(phone)).toEqual({ errMsg });
});

test.each([
  ['ios', 'WXLaunchMiniProgram.Resp'],
  ['android', 'ShowMessageFromWX.Req'],
] as const)('on %s the button brings its text as %s', async (profile, as) => {
  const phone = await phones.launched({ profile });
  await tap(phone, '#launch-app');
  expect(await phone.waitForEntry(({ kind }) => kind === 'extMsg')).toMatchObject({
    by: 'launchApp',
    as,
    size: 15,
  });
});

test('more than 2,048 characters arrive, with a warning', async () => {
  const phone = await phones.launched();
  await navigateBack(phone, 'x'.repeat(2048));
  await phone.waitForReceived();
  expect(phone.timeline().filter(({ kind }) => kind === 'warning')).toEqual([]);
  await phone.foreground();
  await navigateBack(phone, 'x'.repeat(2049));
  expect(await phone.waitForReceived(2)).toEqual(['x'.repeat(2048), 'x'.repeat(2049)]);
  await phone.waitForEntry(
    (entry) => entry.kind === 'warning' && entry.message.includes('2049 characters'),
  );
});

test('launchApp without a real tap goes nowhere', async () => {
  const phone = await phones.launched();
  const button = await (await phone.miniProgram.currentPage()).$('#launch-app');
  await button?.trigger('tap');
  await phone.clock.advance(1_000);
  expect(await phone.received()).toEqual([]);
});

test('WeChat may say ok and stay', async () => {
  const phone = await phones.launched({ misbehave: { navigateBackApplication: 'ok-but-stays' } });
  expect(await navigateBack(phone)).toBe('navigateBackApplication:ok');
  await phone.clock.advance(10_000);
  expect(await phone.state()).toMatchObject({ front: 'program', program: 'foreground' });
  expect(await phone.received()).toEqual([]);
});

test('WeChat may refuse to go back', async () => {
  const phone = await phones.launched({
    misbehave: { navigateBackApplication: 'fail', launchApp: 'invalid scene' },
  });
  expect(await navigateBack(phone)).toBe(outOfScene);
  await tap(phone, '#launch-app');
  expect(await said(phone)).toMatchObject({ errMsg: 'invalid scene' });
});

test('an old WeChat has no navigateBackApplication', async () => {
  const phone = await phones.launched({ misbehave: { navigateBackApplication: 'missing' } });
  expect(
    await phone.miniProgram.evaluate('function () { return typeof wx.navigateBackApplication }'),
  ).toBe('undefined');
  expect(await phone.miniProgram.callWxMethod('canIUse', 'navigateBackApplication')).toBe(false);
});

test('exitMiniProgram leaves on a tap and the app is told nothing', async () => {
  const phone = await phones.launched();
  await tap(phone, '#exit');
  await phone.waitForEntry((entry) => entry.kind === 'phone' && entry.what === 'background');
  expect(await phone.state()).toMatchObject({ front: 'app' });
  expect(await phone.received()).toEqual([]);
});

test('exitMiniProgram without a tap is refused', async () => {
  const phone = await phones.launched();
  await expect(phone.miniProgram.callWxMethod('exitMiniProgram')).rejects.toThrow(
    'can only be invoked by user TAP gesture',
  );
});

test('the capsule puts the program into the background and the app is told nothing', async () => {
  const phone = await phones.launched();
  await phone.closeByCapsule();
  expect(await phone.state()).toMatchObject({ front: 'app', program: 'background' });
  expect(await phone.received()).toEqual([]);
  expect(await hooks(phone)).toContain('App.onHide');
});
