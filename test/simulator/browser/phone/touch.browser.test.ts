import { expect, test } from '@jest/globals';
import { tap, usePhones } from '../../fixtures/phones';

const phones = usePhones();

test('what is disabled can not be tapped, unless the test insists; then nothing happens', async () => {
  const phone = await phones.launched();
  const button = await (await phone.miniProgram.currentPage()).$('#disabled');
  await expect(button?.tap()).rejects.toThrow(
    '<button id="disabled"> can\'t be tapped: it is disabled',
  );
  await button?.tap({ force: true });
  expect(await phone.state()).toMatchObject({ front: 'program' });
});

test('what has no size, is covered, or is gone can not be tapped, and the error says which', async () => {
  const phone = await phones.launched();
  const page = await phone.miniProgram.currentPage();
  await expect((await page.$('#hidden'))?.tap()).rejects.toThrow('it has no size');
  await expect((await page.$('#covered'))?.tap()).rejects.toThrow(
    'it is covered by <view id="cover"',
  );
  const gone = await page.$('#exit');
  await page.setData({ gone: true });
  await expect(gone?.tap()).rejects.toThrow(
    '<button id="exit"> can\'t be tapped: it is not on the page',
  );
  expect(await page.$('#exit')).toBeNull();
});

test("what lies under one of WeChat's sheets can not be tapped", async () => {
  const phone = await phones.launched();
  await tap(phone, '#phone');
  await phone.sheet();
  await expect(tap(phone, '#exit')).rejects.toThrow('sheet "privacy" lies over it: sheet.allow()');
});

test('what is below the fold is scrolled to first', async () => {
  const phone = await phones.launched({ device: { screenHeight: 400 } });
  await tap(phone, '#launch-app');
  expect(await phone.waitForReceived()).toEqual(['from the button']);
});

test('a long press is longer than a tap', async () => {
  const phone = await phones.launched();
  const page = await phone.miniProgram.currentPage();
  await (await page.$('#press'))?.longpress();
  await page.waitFor(async () => (await page.data('said')) === 'longpress');
});

test('typing goes into an input', async () => {
  const phone = await phones.launched();
  const page = await phone.miniProgram.currentPage();
  const input = await page.$('#input');
  await input?.input('typed');
  await page.waitFor(async () => (await page.data('said')) === 'typed');
  expect(await input?.value()).toBe('typed');
});

test('without a program there is no page', async () => {
  const phone = await phones.open();
  await expect(phone.miniProgram.currentPage()).rejects.toThrow(
    'no mini program runs on this phone',
  );
});

test('an element says what it is', async () => {
  const phone = await phones.launched();
  const page = await phone.miniProgram.currentPage();
  const button = await page.$('#phone');
  expect(button?.tagName).toBe('button');
  expect(await button?.text()).toBe('Phone');
  expect(await button?.attribute('id')).toBe('phone');
  expect(await button?.property('openType')).toBe('getPhoneNumber');
  expect(await button?.outerWxml()).toContain('Phone');
  expect((await button?.size())?.width).toBeGreaterThan(100);
  expect((await button?.offset())?.top).toBeGreaterThan(0);
  expect((await page.$$('button')).length).toBeGreaterThan(4);
});
