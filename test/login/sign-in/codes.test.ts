import { describe, expect, test } from '@jest/globals';
import type { ShownFailure } from '../../../miniprogram/login/failure';
import { contract1, type Driver, launched, toPhoneSheet } from '../driver';

/* How old WeChat's codes may be when they are used. */

const opened = (query: object): Driver => launched({ query, canGoBack: false });

/** docs/wechat.md#the-phone-codes-life-starts-at-the-tap */
test('a second tap does not make the number of the first younger', () => {
  const login = opened({ ...contract1, return: 'codes' });
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
  const login = opened({ ...contract1, return: 'codes' });
  toPhoneSheet(login);
  login.phone();
  expect(login.ringsIn()).toBe(270_000);
  login.pass(270_000);
  login.ring();
  expect(login.state).toMatchObject({ name: 'finished', delivery: 'lost' });
  expect(JSON.stringify(login.state)).not.toContain('-code');
});

test('codes that the app could not use in time are not handed over', () => {
  const login = opened({ ...contract1, return: 'codes' });
  toPhoneSheet(login);
  login.hide();
  login.pass(275_000);
  login.show({ scene: 1089, path: '', query: {}, caller: null });
  login.phone();
  login.loginCode('another');
  expect(login.state).toMatchObject({ name: 'failed', failure: { code: 'code_expired' } });
});

test('of two login codes that WeChat gives for one call, the first counts', () => {
  const login = opened({ ...contract1, return: 'codes' });
  login.loginCode('first');
  login.loginCode('second');
  login.tap('primaryTapped');
  login.tap('sheetAgreed');
  login.phone();
  expect(JSON.parse(login.result ?? '')).toMatchObject({ code: 'first' });
});

describe('a login code is renewed at 4 minutes', () => {
  const codesAsked = (login: Driver) => login.asked('fetchLoginCode').length;
  const aged = (ms: number): Driver => {
    const login = opened(contract1);
    login.loginCode();
    login.pass(ms);
    return login;
  };

  test('and not before, whatever rings', () => {
    const login = aged(239_999);
    login.ring();
    expect(codesAsked(login)).toBe(1);
    login.pass(1);
    login.ring();
    expect(codesAsked(login)).toBe(2);
  });

  test('when no number came of the sheet, but never under it', () => {
    for (const [age, asked] of [
      [239_999, 1],
      [240_000, 2],
    ] as const) {
      const login = opened(contract1);
      toPhoneSheet(login);
      login.pass(age);
      login.ring();
      expect(codesAsked(login)).toBe(1);
      login.phone({ errMsg: 'getPhoneNumber:fail user deny' });
      expect(codesAsked(login)).toBe(asked);
    }
  });

  test('and each try has a higher number: no answer of an older one counts', () => {
    const login = opened(contract1);
    const { attempt } = login.state.visit;
    login.pass(12_000);
    login.ring();
    login.tap('retryTapped');
    expect(login.state.visit.attempt).toBe(attempt + 1);
    login.show({ query: { ...contract1, phone: 'none' } });
    login.send({ type: 'loginCodeArrived', attempt, code: 'stale' });
    expect(login.state).toMatchObject({ name: 'asking', loginCode: { status: 'fetching' } });
  });
});

test('the app is told the number of what wx.login failed with, and none of its words', () => {
  const failed = (failure: ShownFailure) => {
    const login = opened(contract1);
    const { attempt } = login.state.visit;
    login.send({ type: 'loginCodeFailed', attempt, failure });
    return login.state;
  };
  const message = 'WeChat gave no login code (network)';
  const failure = { code: 'network', message: 'words' } as const;
  const state = failed(failure);
  expect(state.name === 'failed' && state.failure).toStrictEqual({ code: 'network', message });
  expect(failed({ ...failure, detail: 'login:fail' })).toMatchObject({
    failure: { code: 'network', message, detail: 'login:fail' },
  });
});
