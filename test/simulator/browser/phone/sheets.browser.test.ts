import { expect, test } from '@jest/globals';
import { type Phone, type TimelineEntry, waiting } from '@mini-login/simulator';
import { said, tap, usePhones } from '../../fixtures/phones';

const phones = usePhones();

/** A phone on which the privacy contract was agreed to before. */
async function agreed(options: Parameters<typeof phones.launched>[0] = {}): Promise<Phone> {
  const phone = await phones.launched(options);
  await tap(phone, '#agree');
  await said(phone);
  await (await phone.miniProgram.currentPage()).setData({ said: '' });
  return phone;
}

test('the phone-number sheet shows the masked number and gives the program a code on "allow"', async () => {
  const phone = await agreed();
  await tap(phone, '#phone');
  const sheet = await phone.sheet();
  expect({ kind: sheet.kind, text: sheet.text }).toEqual({
    kind: 'phone-number',
    text: '138****0001',
  });
  await sheet.allow();
  expect(await said(phone)).toEqual({
    errMsg: 'getPhoneNumber:ok',
    code: 'phone-mia',
    encryptedData: 'ZW5j',
    iv: 'aXY=',
    cloudID: '81_x',
  });
});

test('a refusal gives nothing but the refusal, in the words of the client', async () => {
  const phone = await agreed();
  await tap(phone, '#phone');
  await (await phone.sheet()).reject();
  expect(await said(phone)).toEqual({ errMsg: 'getPhoneNumber:fail user deny' });
  await (await phone.miniProgram.currentPage()).setData({ said: '' });
  await phone.misbehave({ phoneDeny: 'fail:user cancel' });
  await tap(phone, '#phone');
  await (await phone.sheet()).reject();
  expect(await said(phone)).toEqual({ errMsg: 'fail:user cancel' });
});

test('an old base library gives no code', async () => {
  const phone = await agreed({ misbehave: { phoneCode: 'missing' } });
  await tap(phone, '#phone');
  await (await phone.sheet()).allow();
  expect(await said(phone)).not.toHaveProperty('code');
});

test('a person without a number, or a program without quota, is told so at the tap', async () => {
  const phone = await agreed({ person: 'broke' });
  await tap(phone, '#phone');
  expect(await said(phone)).toEqual({ errMsg: 'getPhoneNumber:fail no quota', errno: 1_400_001 });
  expect(await phone.dialog()).toMatchObject({ kind: 'toast' });
});

test('whoever holds the phone now is asked', async () => {
  const phone = await agreed();
  await phone.hold('noah');
  await tap(phone, '#phone-agree');
  expect(await said(phone)).toEqual({ errMsg: 'getPhoneNumber:fail 用户未绑定手机号' });
});

test('offline, the phone number can not be had', async () => {
  const phone = await agreed({ network: 'offline' });
  await tap(phone, '#phone');
  expect(await said(phone)).toMatchObject({
    errMsg: expect.stringContaining('getPhoneNumber:fail'),
  });
});

test('getPhoneNumber without a real tap is refused', async () => {
  const phone = await agreed();
  const button = await (await phone.miniProgram.currentPage()).$('#phone');
  await button?.trigger('tap');
  await phone.clock.advance(1_000);
  expect(phone.timeline().filter(({ kind }) => kind === 'sheet')).toEqual([]);
});

test("the phone number needs the privacy contract: WeChat's own sheet asks first", async () => {
  const phone = await phones.launched();
  await tap(phone, '#phone');
  const privacy = await phone.sheet();
  expect({ kind: privacy.kind, text: privacy.text }).toEqual({
    kind: 'privacy',
    text: '《Fixture privacy》',
  });
  await privacy.allow();
  await phone.waitForEntry((entry) => entry.kind === 'sheet' && entry.sheet === 'phone-number');
  expect(await phone.miniProgram.callWxMethod('getPrivacySetting')).toMatchObject({
    needAuthorization: false,
  });
});

test('who refuses the privacy contract is not asked for the number', async () => {
  const phone = await phones.launched();
  await tap(phone, '#phone');
  await (await phone.sheet()).reject();
  expect(await said(phone)).toEqual({
    errMsg: 'getPhoneNumber:fail privacy permission is not authorized',
    errno: 103,
  });
  expect(
    phone
      .timeline()
      .flatMap((entry) => (entry.kind === 'sheet' ? [[entry.sheet, entry.answer]] : [])),
  ).toEqual([['privacy', 'reject']]);
});

test('after a refusal WeChat answers 104 "in gap" for 10 s and asks nobody, then asks again', async () => {
  const phone = await phones.launched({ misbehave: { privacyRefusal: '104' } });
  await tap(phone, '#phone');
  await (await phone.sheet()).reject();
  expect(await said(phone)).toMatchObject({ errno: 104 });
  const requirePrivacy = () =>
    phone.miniProgram.evaluate(
      `function () { return wx.requirePrivacyAuthorize().catch((error) => error) }`,
    );
  expect(await requirePrivacy()).toEqual({
    errMsg: 'requirePrivacyAuthorize:fail privacy permission is not authorized in gap',
    errno: 104,
  });
  expect(phone.timeline().filter(({ kind }) => kind === 'sheet')).toHaveLength(1);
  await phone.clock.advance(10_000);
  const asked = requirePrivacy();
  await (await phone.sheet()).allow();
  expect(await asked).toMatchObject({ errMsg: 'requirePrivacyAuthorize:ok' });
});

test('an interface that the console does not declare fails with 112, also after a yes', async () => {
  const phone = await agreed();
  await phone.miniProgram.evaluate(
    `function () { wx.getClipboardData({ fail: (error) => getApp().log.push(error) }) }`,
  );
  const page = await phone.miniProgram.currentPage();
  const last = async () =>
    ((await phone.miniProgram.evaluate('function () { return getApp().log }')) as unknown[]).at(-1);
  await page.waitFor(async () => typeof (await last()) === 'object');
  expect(await last()).toEqual({
    errMsg: 'getClipboardData:fail api scope is not declared in the privacy agreement',
    errno: 112,
  });
});

test('getPhoneNumber|agreePrivacyAuthorization agrees and asks in one tap', async () => {
  const phone = await phones.launched();
  expect(await phone.miniProgram.callWxMethod('getPrivacySetting')).toMatchObject({
    needAuthorization: true,
    privacyContractName: '《Fixture privacy》',
  });
  await tap(phone, '#phone-agree');
  const sheet = await phone.sheet();
  expect(sheet.kind).toBe('phone-number');
  await sheet.allow();
  expect(await said(phone)).toMatchObject({ errMsg: 'getPhoneNumber:ok' });
});

test('a program that listens for the privacy question gets it in place of the sheet, and must answer with a tapped button', async () => {
  const phone = await phones.launched();
  await phone.miniProgram.evaluate(`function () {
    const app = getApp();
    wx.onNeedPrivacyAuthorization((resolve, info) => { app.resolve = resolve; app.log.push('asked for ' + info.referrer) });
    wx.requirePrivacyAuthorize({ complete: (result) => app.log.push(result.errMsg) });
  }`);
  const log = () => phone.miniProgram.evaluate('function () { return getApp().log.slice(-2) }');
  const page = await phone.miniProgram.currentPage();
  await page.waitFor(async () => String(await log()).includes('asked for requirePrivacyAuthorize'));
  await phone.miniProgram.evaluate(
    `function () { getApp().resolve({ event: 'agree', buttonId: 'never-tapped' }) }`,
  );
  await page.waitFor(async () => String(await log()).includes('requirePrivacyAuthorize:fail'));
  await tap(phone, '#agree');
  await phone.miniProgram.evaluate(
    `function () { wx.requirePrivacyAuthorize({ complete: (result) => getApp().log.push(result.errMsg) }) }`,
  );
  await page.waitFor(async () => String(await log()).includes('requirePrivacyAuthorize:ok'));
});

test('the consent belongs to the person and outlives the process', async () => {
  const phone = await agreed();
  await phone.kill();
  await phone.launch();
  expect(await phone.miniProgram.callWxMethod('getPrivacySetting')).toMatchObject({
    needAuthorization: false,
  });
  await phone.hold('noah');
  await phone.kill();
  await phone.launch();
  expect(await phone.miniProgram.callWxMethod('getPrivacySetting')).toMatchObject({
    needAuthorization: true,
  });
});

test('a sheet of a killed program is gone', async () => {
  const phone = await agreed();
  await tap(phone, '#phone');
  await phone.sheet();
  await phone.kill();
  await phone.launch();
  await expect(phone.sheet({ timeout: 100 })).rejects.toThrow('it did not come');
});

test('a sheet that would open after the app has launched again does not lie over the second launch', async () => {
  const phone = await agreed({ person: 'slow' });
  const { held } = phones.environment;
  await tap(phone, '#phone');
  await waiting('the number to be asked for', async () => held.length > 0);
  await phone.launch();
  held.shift()?.();
  const answered = (entry: TimelineEntry) =>
    entry.kind === 'wx' && entry.api.startsWith('getPhoneNumber') && entry.outcome !== undefined;
  await phone.waitForEntry(answered);
  const isAsked = (entry: TimelineEntry) =>
    entry.kind === 'sheet' && entry.sheet === 'phone-number';
  expect(phone.timeline().filter(isAsked)).toEqual([]);
});

test('a toast goes away by itself after its duration', async () => {
  const phone = await phones.launched();
  await phone.miniProgram.callWxMethod('showToast', { title: 'Saved', duration: 60_000 });
  expect(await phone.dialog()).toMatchObject({ kind: 'toast', params: { title: 'Saved' } });
  await phone.clock.advance(30_000);
  expect(await phone.dialog()).not.toBeNull();
  await phone.clock.advance(31_000);
  expect(await phone.dialog()).toBeNull();
});

test('loading stays until it is hidden', async () => {
  const phone = await phones.launched();
  await phone.miniProgram.callWxMethod('showLoading', { title: 'Wait' });
  await phone.clock.advance(60_000);
  expect(await phone.dialog()).toMatchObject({ kind: 'loading' });
  await phone.miniProgram.callWxMethod('hideLoading');
  expect(await phone.dialog()).toBeNull();
});

test('a modal and an action sheet give what the person chose', async () => {
  const phone = await phones.launched();
  const modal = phone.miniProgram.callWxMethod('showModal', { title: 'Sure?', content: 'Really' });
  await phone.waitForEntry((entry) => entry.kind === 'wx' && entry.api === 'showModal');
  await phone.answerDialog('confirm');
  expect(await modal).toMatchObject({ confirm: true, cancel: false });
  const sheet = phone.miniProgram.callWxMethod('showActionSheet', { itemList: ['A', 'B'] });
  await phone.waitForEntry((entry) => entry.kind === 'wx' && entry.api === 'showActionSheet');
  await phone.answerDialog('1');
  expect(await sheet).toMatchObject({ tapIndex: 1 });
});

test('what the program copies is on the clipboard, and WeChat says so', async () => {
  const phone = await agreed();
  expect(
    await phone.miniProgram.callWxMethod('setClipboardData', { data: 'copied' }),
  ).toMatchObject({ data: 'copied' });
  expect(await phone.dialog()).toMatchObject({ kind: 'toast' });
});
