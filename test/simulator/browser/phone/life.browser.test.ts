import { expect, test } from '@jest/globals';
import type { Phone } from '@mini-login/simulator';
import { hooks, origins, usePhones } from '../../fixtures/phones';

const phones = usePhones();
const minutes = 60_000;

/**
 * Starts something in the program that goes on by itself; the program's `getApp().log` gets what it
 * says.
 */
const inProgram = (phone: Phone, body: string) =>
  phone.miniProgram.evaluate(`function () { const { log } = getApp(); ${body} }`);

const phoneEvents = (phone: Phone) =>
  phone.timeline().flatMap((entry) => (entry.kind === 'phone' ? [entry.what] : []));

test('a cold start launches the app, then the page that the path names, with the query as WeChat reads it', async () => {
  const phone = await phones.open();
  await phone.launch({ path: '/pages/other/other?a=1&b=2==3&c=%E4%B8%AD' });
  expect(await hooks(phone)).toEqual([
    'App.onLaunch pages/other/other 1069',
    'App.onShow pages/other/other 1069',
    'other.onLoad {"a":"1","b":"2","c":"%E4%B8%AD"}',
    'other.onShow',
    'other.onReady',
  ]);
});

test('the launching app is in referrerInfo for scene 1069 and nowhere else', async () => {
  const phone = await phones.open({ app: { appId: 'wxapp1', name: 'Harbor' } });
  await phone.launch();
  expect(await phone.miniProgram.callWxMethod('getEnterOptionsSync')).toMatchObject({
    scene: 1069,
    referrerInfo: { appId: 'wxapp1' },
  });
  await phone.launch({ scene: 1089 });
  expect(await phone.miniProgram.callWxMethod('getEnterOptionsSync')).not.toHaveProperty(
    'referrerInfo',
  );
});

test('a hot start with a path replaces the pages and leaves the launch options stale', async () => {
  const phone = await phones.launched();
  await phone.background();
  await phone.launch({ path: 'pages/other/other?x=2', scene: 1089 });
  expect((await hooks(phone)) as string[]).toEqual(
    expect.arrayContaining([
      'App.onHide',
      'App.onShow pages/other/other 1089',
      'home.onUnload',
      'other.onLoad {"x":"2"}',
      'other.onReady',
    ]),
  );
  const { path } = await phone.miniProgram.currentPage();
  expect(path).toBe('pages/other/other');
  expect(await phone.miniProgram.callWxMethod('getLaunchOptionsSync')).toMatchObject({
    path: 'pages/home/home',
    scene: 1069,
  });
  expect(await phone.miniProgram.callWxMethod('getEnterOptionsSync')).toMatchObject({
    path: 'pages/other/other',
    scene: 1089,
    query: { x: '2' },
  });
});

test('a hot start without a path goes to the home page again', async () => {
  const phone = await phones.open();
  await phone.launch({ path: 'pages/other/other' });
  await phone.background();
  await phone.launch();
  const pages = await phone.miniProgram.pageStack();
  expect(pages.map(({ path }) => path)).toEqual(['pages/home/home']);
});

test('coming back by the OS gesture shows the same page again and loads nothing', async () => {
  const phone = await phones.launched();
  await phone.background();
  expect(await phone.state()).toMatchObject({
    front: 'app',
    program: 'background',
    waysBack: { launchApp: true },
  });
  await phone.foreground();
  const log = (await hooks(phone)) as string[];
  expect(log.filter((line) => line.startsWith('home.onLoad'))).toHaveLength(1);
  expect(log.slice(-2).sort()).toEqual(['App.onShow pages/home/home 1069', 'home.onShow']);
});

test('timers run on for 5 s in the background, then stand still, and fire once on return', async () => {
  const phone = await phones.launched();
  await inProgram(
    phone,
    `
    setTimeout(() => log.push('4 s'), 4000);
    setTimeout(() => log.push('10 s'), 10000);
    setInterval(() => log.push('every 7 s'), 7000);
    setTimeout(() => log.push('an hour'), 3600000);
  `,
  );
  await phone.background();
  await phone.clock.advance(20 * minutes);
  expect(await phone.state()).toMatchObject({ program: 'suspended' });
  const before = (await hooks(phone)) as string[];
  expect(before.slice(-1)).toEqual(['4 s']);
  await phone.foreground();
  const after = (await hooks(phone)) as string[];
  expect(
    after
      .slice(before.length)
      .filter((line) => line.endsWith(' s'))
      .sort(),
  ).toEqual(['10 s', 'every 7 s']);
});

test('the Date of a resumed program is right again', async () => {
  const phone = await phones.launched();
  const start = Number(await phone.miniProgram.evaluate('function () { return Date.now() }'));
  await phone.background();
  await phone.clock.advance(10 * minutes);
  await phone.foreground();
  const passed =
    Number(await phone.miniProgram.evaluate('function () { return Date.now() }')) - start;
  expect(passed).toBeGreaterThanOrEqual(10 * minutes);
  expect(passed).toBeLessThan(11 * minutes);
});

test('the clocks of the environment around follow when the phone moves its own', async () => {
  const phone = await phones.launched();
  const { advanced } = phones.environment;
  advanced.splice(0);
  const before = await phone.clock.now();
  await phone.clock.advance(90_000);
  expect(advanced).toEqual([90_000]);
  expect((await phone.clock.now()) - before).toBeGreaterThanOrEqual(90_000);
});

test('callbacks that come due while the program is suspended are delivered on return, after App.onShow', async () => {
  const phone = await phones.launched();
  await inProgram(
    phone,
    `wx.showModal({ title: 'Sure?', complete: ({ errMsg }) => log.push(errMsg) })`,
  );
  await phone.background();
  await phone.clock.advance(6_000);
  await phone.answerDialog('confirm');
  expect(await hooks(phone)).not.toContain('showModal:ok');
  await phone.foreground();
  const log = (await hooks(phone)) as string[];
  expect(log.indexOf('showModal:ok')).toBeGreaterThan(
    log.lastIndexOf('App.onShow pages/home/home 1069'),
  );
});

test('a request under way when the program is suspended fails as interrupted', async () => {
  const phone = await phones.launched();
  await inProgram(
    phone,
    `wx.request({ url: '${origins.api}/held', complete: ({ errMsg }) => log.push(errMsg) })`,
  );
  await phone.waitForEntry((entry) => entry.kind === 'http');
  await phone.background();
  await phone.clock.advance(6_000);
  await phone.foreground();
  const page = await phone.miniProgram.currentPage();
  await page.waitFor(async () => String(await hooks(phone)).includes('request:'));
  expect(await hooks(phone)).toContain('request:fail interrupted');
});

test('30 min in the background destroy the process: the next launch is cold', async () => {
  const phone = await phones.launched();
  await phone.background();
  await phone.clock.advance(29 * minutes);
  expect(await phone.state()).toMatchObject({ program: 'suspended' });
  await phone.clock.advance(2 * minutes);
  expect(await phone.state()).toMatchObject({ program: 'none' });
  expect(phoneEvents(phone)).toEqual(['background', 'clock', 'suspend', 'clock', 'destroyed']);
  await phone.launch({ path: 'pages/other/other' });
  expect(await hooks(phone)).toContain('App.onLaunch pages/other/other 1069');
});

test('a program that was destroyed starts cold where it was when the person comes back to it', async () => {
  const phone = await phones.open();
  await phone.launch({ path: 'pages/other/other?x=1' });
  await phone.background();
  await phone.clock.advance(31 * minutes);
  await phone.foreground();
  expect(await hooks(phone)).toEqual(
    expect.arrayContaining(['App.onLaunch pages/other/other 1069', 'other.onLoad {"x":"1"}']),
  );
});

test('coming back in time stops the count to destruction', async () => {
  const phone = await phones.launched();
  await phone.background();
  await phone.clock.advance(29 * minutes);
  await phone.foreground();
  await phone.clock.advance(5 * minutes);
  expect(await phone.state()).toMatchObject({ program: 'foreground' });
});

test('who leaves while the program starts finds it in the background', async () => {
  const phone = await phones.open();
  const launching = phone.launch();
  await phone.background();
  await launching;
  expect(await phone.state()).toMatchObject({ front: 'app', program: 'background' });
  expect(await hooks(phone)).toContain('App.onHide');
});

test('a launch that a kill overtakes leaves nothing behind', async () => {
  const phone = await phones.open();
  const launching = phone.launch();
  await phone.kill();
  await launching;
  expect(await phone.state()).toMatchObject({ front: 'app', program: 'none' });
  await phone.launch({ path: 'pages/other/other' });
  expect(await hooks(phone)).toContain('App.onLaunch pages/other/other 1069');
});

test('a kill calls no hook, ends what was under way and forgets everything but the storage', async () => {
  const phone = await phones.launched();
  await inProgram(
    phone,
    `wx.setStorageSync('kept', 1); setTimeout(() => wx.setStorageSync('late', 1), 1000)`,
  );
  await phone.kill();
  await phone.clock.advance(5_000);
  expect(await phone.state()).toMatchObject({ program: 'none', front: 'app' });
  const entries = phone.timeline();
  expect(entries.filter((entry) => entry.kind === 'lifecycle' && entry.hook === 'onHide')).toEqual(
    [],
  );
  await phone.launch();
  expect(await phone.miniProgram.callWxMethod('getStorageSync', 'kept')).toBe(1);
  expect(await phone.miniProgram.callWxMethod('getStorageSync', 'late')).toBe('');
});

test('back on the first page leaves the program, deeper it goes back', async () => {
  const phone = await phones.launched();
  await phone.miniProgram.navigateTo('/pages/other/other');
  await phone.back();
  const page = await phone.miniProgram.currentPage();
  await page.waitFor(async () => (await phone.miniProgram.pageStack()).length === 1);
  await phone.back();
  expect(await phone.state()).toMatchObject({ front: 'app', program: 'background' });
});

test('the path of a page that the program lacks goes to App.onPageNotFound', async () => {
  const phone = await phones.open();
  await phone.launch({ path: 'pages/gone/gone?x=1' });
  expect(await hooks(phone)).toContain('App.onPageNotFound pages/gone/gone {"x":"1"}');
});

test('the next phone of a browser finds nothing of the one before, and a phone that is closed has no hold on it', async () => {
  const first = await phones.launched({ device: { screenWidth: 320, screenHeight: 568 } });
  await first.miniProgram.callWxMethod('setStorageSync', 'kept', 1);
  await first.byId.addBinding('tellNode', () => undefined);
  await first.evaluateInFrame("localStorage.setItem('kept', 1), document.cookie = 'kept=1'");
  await first.close();

  const next = await phones.launched();
  expect(await next.device.get()).toMatchObject({ screenWidth: 375 });
  expect(await next.miniProgram.callWxMethod('getStorageSync', 'kept')).toBe('');
  expect(
    await next.evaluateInFrame(
      '[localStorage.length, document.cookie, typeof top.simulatorBinding1, innerWidth]',
    ),
  ).toEqual([0, '', 'undefined', 375]);
  expect(
    next.timeline().filter((entry) => entry.kind === 'lifecycle' && entry.hook === 'onLaunch'),
  ).toHaveLength(1);
  await expect(async () => await first.state()).rejects.toThrow('this phone is closed');
});
