import { expect, test } from '@jest/globals';
import { contract1, type Driver, drive, toPhoneSheet } from './driver';

/* How old WeChat's codes may be when they are used. */

const launched = (query: object): Driver => {
  const login = drive();
  login.show({ query, canGoBack: false });
  login.load();
  return login;
};

/** docs/wechat.md#the-phone-codes-life-starts-at-the-tap */
test('a second tap does not make the number of the first younger', () => {
  const login = launched({ ...contract1, return: 'codes' });
  toPhoneSheet(login);
  login.hide();
  login.pass(200_000);
  login.show({ scene: 1089, path: '', query: {}, caller: null });
  login.tap('primaryTapped');
  login.pass(50_000);
  login.phone();
  // As old as the first tap: 250 s, so that it is on the button for 20 s more.
  login.loginCode('another');
  expect(login.state.name).toBe('manualReturn');
  expect(login.ringsIn()).toBe(20_000);
});

test('codes are on the button until 30 s before their end, which the app needs', () => {
  const login = launched({ ...contract1, return: 'codes' });
  toPhoneSheet(login);
  login.phone();
  expect(login.ringsIn()).toBe(270_000);
  login.pass(270_000);
  login.ring();
  expect(login.state).toMatchObject({ name: 'finished', delivery: 'lost' });
  expect(JSON.stringify(login.state)).not.toContain('-code');
});

test('codes that the app could not use in time are not handed over', () => {
  const login = launched({ ...contract1, return: 'codes' });
  toPhoneSheet(login);
  login.hide();
  login.pass(275_000);
  login.show({ scene: 1089, path: '', query: {}, caller: null });
  login.phone();
  login.loginCode('another');
  expect(login.state).toMatchObject({ name: 'failed', failure: { code: 'code_expired' } });
});
