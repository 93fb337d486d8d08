import { expect, test } from '@jest/globals';
import type { Phone } from '@mini-login/simulator';
import { hooks, said, tap, usePhones } from '../../fixtures/phones';

const phones = usePhones();

/** What the program is told from the tap on, and its answer, in order. */
async function heard(phone: Phone): Promise<string[]> {
  const log = (await hooks(phone)) as string[];
  return log.slice(log.indexOf('home.onReady') + 1).map((line) => line.replace(/ .*/, ''));
}

const askNumber = (phone: Phone) => tap(phone, '#phone-agree');

test.each([
  ['over', ['answer']],
  ['answer-first', ['home.onHide', 'App.onHide', 'answer', 'App.onShow', 'home.onShow']],
  ['show-first', ['home.onHide', 'App.onHide', 'App.onShow', 'home.onShow', 'answer']],
] as const)(
  'surfaces %s: the program is hidden and shown around the answer',
  async (surfaces, order) => {
    const phone = await phones.launched({ profile: 'android', misbehave: { surfaces } });
    await askNumber(phone);
    await (await phone.sheet()).allow();
    expect(await said(phone)).toMatchObject({ errMsg: 'getPhoneNumber:ok' });
    await phone.clock.advance(100);
    expect(await heard(phone)).toEqual(order);
    expect(await phone.state()).toMatchObject({ front: 'program', program: 'foreground' });
  },
);

test('no page is loaded, and the options are those of the launch', async () => {
  const phone = await phones.open({ profile: 'android' });
  await phone.launch({ path: 'pages/home/home?state=s' });
  await askNumber(phone);
  await (await phone.sheet()).reject();
  await said(phone);
  const log = (await hooks(phone)) as string[];
  expect(log.filter((line) => line.startsWith('home.onLoad'))).toEqual([
    'home.onLoad {"state":"s"}',
  ]);
  expect(log.filter((line) => line.startsWith('App.onShow'))).toEqual(
    Array(2).fill('App.onShow pages/home/home 1069'),
  );
});

test('two sheets, one after the other: number after privacy', async () => {
  const phone = await phones.launched({ profile: 'android' });
  await tap(phone, '#phone');
  await (await phone.sheet()).allow();
  await phone.waitForEntry((entry) => entry.kind === 'sheet' && entry.sheet === 'phone-number');
  await (await phone.sheet()).allow();
  expect(await said(phone)).toMatchObject({ errMsg: 'getPhoneNumber:ok' });
  expect(await phone.state()).toMatchObject({ front: 'program', program: 'foreground' });
});

test('who reads the sheet for longer than 5 s comes back to a program that was suspended', async () => {
  const phone = await phones.launched({
    profile: 'android',
    misbehave: { surfaces: 'answer-first' },
  });
  await askNumber(phone);
  const sheet = await phone.sheet();
  await phone.clock.advance(6_000);
  expect(await phone.state()).toMatchObject({ program: 'suspended' });
  await sheet.allow();
  expect(await said(phone)).toMatchObject({ errMsg: 'getPhoneNumber:ok' });
  expect((await heard(phone)).indexOf('App.onShow')).toBeLessThan(
    (await heard(phone)).indexOf('answer'),
  );
});

test('who goes Home under the sheet comes back to the sheet, and the program is shown when that is answered', async () => {
  const phone = await phones.launched({ profile: 'android' });
  await askNumber(phone);
  const sheet = await phone.sheet();
  await phone.background();
  expect(await phone.state()).toMatchObject({ front: 'app', program: 'background' });
  await phone.foreground();
  expect(await phone.state()).toMatchObject({ front: 'program', program: 'background' });
  await sheet.allow();
  expect(await said(phone)).toMatchObject({ errMsg: 'getPhoneNumber:ok' });
  expect((await heard(phone)).filter((hook) => hook === 'App.onShow')).toHaveLength(1);
});

test('a new launch takes the sheet away', async () => {
  const phone = await phones.launched({ profile: 'android' });
  await askNumber(phone);
  await phone.sheet();
  await phone.launch({ path: 'pages/other/other' });
  await expect(phone.sheet({ timeout: 100 })).rejects.toThrow('it did not come');
  expect(await phone.state()).toMatchObject({ front: 'program', program: 'foreground' });
  expect((await phone.miniProgram.currentPage()).path).toBe('pages/other/other');
});

test("WeChat's privacy contract hides the program too, until it is closed", async () => {
  const phone = await phones.launched({ profile: 'android' });
  expect(await phone.miniProgram.callWxMethod('openPrivacyContract')).toMatchObject({
    errMsg: 'openPrivacyContract:ok',
  });
  await phone.waitForEntry((entry) => entry.kind === 'phone' && entry.what === 'covered');
  await phone.back();
  await phone.waitForEntry((entry) => entry.kind === 'phone' && entry.what === 'uncovered');
  expect(await heard(phone)).toEqual(['home.onHide', 'App.onHide', 'App.onShow', 'home.onShow']);
});
