import { describe, expect, test } from '@jest/globals';
import type { Contract } from '../../../miniprogram/login/contract';
import { type FailureCode, failures } from '../../../miniprogram/login/failure';
import { readEnvelope } from '../../../miniprogram/login/genauth/envelope';
import { errorResult } from '../../../miniprogram/login/result';
import { supportText } from '../../../miniprogram/login/support';
import { isoTime } from '../../../miniprogram/login/timing';
import { drive, toReturning } from '../driver';

/* What GenAuth's answers become, and what the app, support and a screen reader get of it. */

const state = 's'.repeat(22);
const answered = (body: unknown, status = 200) => readEnvelope({ status, body });

function failureOf(body: unknown, status = 200) {
  const answer = answered(body, status);
  if (!('failure' in answer)) throw new Error('no failure');
  return answer.failure;
}

// docs/genauth.md#what-apicode-says
const byApiCode: readonly (readonly [number, FailureCode])[] = [
  [1002, 'rate_limited'],
  [1577, 'account_blocked'],
  [1578, 'account_blocked'],
  [1635, 'needs_mfa'],
  [1636, 'needs_mfa'],
  [1639, 'needs_password_reset'],
  [1640, 'needs_binding'],
  [1641, 'needs_binding'],
  [1642, 'needs_completion'],
  [1643, 'account_locked'],
  [1699, 'unknown'],
  [2004, 'user_not_found'],
  [2005, 'account_locked'],
  [2011, 'connection_missing'],
  [2020, 'unknown'],
  [2031, 'registration_disabled'],
  [2057, 'account_locked'],
  [2058, 'needs_password_reset'],
  [2224, 'connection_missing'],
  [2333, 'code_expired'],
  [4021, 'server'],
  [2_120_008, 'account_blocked'],
  [2_130_010, 'account_blocked'],
];

describe('an answer of GenAuth', () => {
  test('that says 200 brings its data, and its request id where it looks like one', () => {
    expect(answered({ statusCode: 200, data: 7, requestId: 'r-1' })).toEqual({
      data: 7,
      requestId: 'r-1',
    });
    expect(answered({ code: 200, data: 7 }, 201)).toMatchObject({ data: 7 });
    expect(answered({ code: 200, data: 7 }, 299)).toMatchObject({ data: 7 });
    for (const status of [199, 300, 302]) expect(failureOf({ code: 200 }, status)).toBeDefined();
    // Digits alone could be anybody's; next to letters they are an id.
    for (const requestId of ['12345a', 'a12345', '1234'])
      expect(answered({ statusCode: 200, requestId })).toMatchObject({ requestId });
    for (const requestId of ['13800138000', '+8613800138000', 'a'.repeat(65), 'a b', 7, ''])
      expect(answered({ statusCode: 200, requestId })).toMatchObject({ requestId: undefined });
    expect(answered({ statusCode: 200, requestId: 'a'.repeat(64) })).toMatchObject({
      requestId: 'a'.repeat(64),
    });
  });

  test.each(byApiCode)('with apiCode %d is %s, whatever its status says', (apiCode, code) => {
    expect(failureOf({ statusCode: 429, apiCode, message: 'invalid code 40029' })).toEqual({
      code,
      message: `GenAuth refused with statusCode 429, apiCode ${apiCode}`,
      apiCode,
    });
  });

  test.each([
    [404, 'connection_missing'],
    [409, 'needs_binding'],
    [429, 'rate_limited'],
    [500, 'server'],
    [599, 'server'],
    [600, 'unknown'],
    [601, 'server'],
    [602, 'server'],
    [603, 'unknown'],
    [499, 'unknown'],
    [400, 'unknown'],
    [-1, 'unknown'],
  ] as const)('with status %d alone is %s', (statusCode, code) => {
    const printed = statusCode < 0 ? '?' : statusCode;
    expect(failureOf({ statusCode })).toStrictEqual({
      code,
      message: `GenAuth refused with statusCode ${printed}`,
    });
    expect(failureOf({ code: statusCode }).code).toBe(code);
    expect(failureOf({ statusCode: 200 }, statusCode).code).toBe(code);
  });

  test.each([
    ['40013', 'connection_missing'],
    ['40029', 'code_expired'],
    ['40125', 'connection_missing'],
    ['40163', 'code_expired'],
    ['40226', 'wechat_failed'],
    ['45011', 'rate_limited'],
  ] as const)("that passes WeChat's %s on is %s", (number, code) => {
    expect(failureOf({ statusCode: 400, message: `wechat: ${number}, rid` }).code).toBe(code);
    expect(failureOf({ statusCode: 400, message: `rid 1${number}` }).code).toBe('unknown');
    expect(failureOf({ statusCode: 400, message: [number] }).code).toBe('unknown');
    expect(failureOf({ statusCode: 400, message: `${' '.repeat(1_024)}${number}` }).code).toBe(
      'unknown',
    );
  });

  test('keeps a number that could be a phone number to itself', () => {
    expect(failureOf({ statusCode: 400, apiCode: 13_800_138_000 })).toEqual({
      code: 'unknown',
      message: 'GenAuth refused with statusCode 400, apiCode ?',
    });
    expect(failureOf({ statusCode: 400, apiCode: 10_000_000 }).apiCode).toBeUndefined();
    expect(failureOf({ statusCode: 400, apiCode: 9_999_999 }).apiCode).toBe(9_999_999);
    expect(failureOf({ statusCode: 400, apiCode: 0 }).apiCode).toBe(0);
  });

  test.each([
    ['<html>', 502, 'server', '502'],
    [undefined, 429, 'rate_limited', '429'],
    [[200], 200, 'server', '200'],
    [{ statusCode: '200' }, 99, 'server', '?'],
    [{}, 100, 'server', '100'],
    [{}, 999, 'server', '999'],
    [{}, 1_000, 'server', '?'],
    [{}, 200.5, 'server', '?'],
  ] as const)('that is not its JSON (%j, HTTP %d) is %s', (body, status, code, printed) => {
    expect(failureOf(body, status)).toEqual({
      code,
      message: `GenAuth answered HTTP ${printed} with something that is not its JSON`,
    });
  });

  test('names its request id in a failure, too', () =>
    expect(failureOf({ statusCode: 500, requestId: 'r-1' })).toMatchObject({ requestId: 'r-1' }));
});

describe('a refusal to the app', () => {
  const refusal = (contract: Contract, code: FailureCode, message = 'why', of = state) =>
    errorResult({ contract, state: of }, { code, message });

  test('of contract 1 says why, with the numbers that there are', () => {
    expect(JSON.parse(refusal('session', 'network'))).toEqual({
      v: 1,
      state,
      status: 'error',
      error: { code: 'network', message: 'why' },
    });
    const failure = { code: 'server', message: 'why', apiCode: 4021, requestId: 'r' } as const;
    const detail = 'words of WeChat';
    const text = errorResult({ contract: 'session', state: null }, { ...failure, detail });
    expect(JSON.parse(text)).toEqual({ v: 1, status: 'error', error: failure });
  });

  test('to the Guard SDK is the empty text', () => expect(refusal('codes', 'network')).toBe(''));

  test.each(['user_cancelled', 'consent_refused', 'phone_denied'] as const)(
    'by a person (%s) has the words of the older contract',
    (code) => expect(refusal('ticket', code)).toBe('code=400&message=用户取消授权'),
  );

  test('of the older contract can be split naively', () => {
    expect(refusal('ticket', 'ticket_unavailable')).toBe(
      'code=501&message=ticket_unavailable: why',
    );
    expect(refusal('ticket', 'server', 'a=1&b')).toBe('code=400&message=server: a 1 b');
  });
});

test('support gets a line for each thing that is known, and no other', () => {
  const at = Date.UTC(2026, 10, 29, 8);
  const failure = { code: 'server', message: 'why' } as const;
  expect(supportText({ at, failure })).toBe('code: server\ntime: 2026-11-29T08:00:00.000Z');
  const known = { ...failure, apiCode: 4021, requestId: 'r', detail: 'd' };
  expect(supportText({ at, failure: known })).toBe(
    'code: server\napiCode: 4021\nrequestId: r\ndetail: d\ntime: 2026-11-29T08:00:00.000Z',
  );
});

test('a clock beyond what a date can say is shown as 1970', () => {
  expect(isoTime(8.64e15)).toBe('+275760-09-13T00:00:00.000Z');
  expect(isoTime(-8.64e15)).toBe('-271821-04-20T00:00:00.000Z');
  for (const ms of [8.64e15 + 2, -8.64e15 - 2, Number.NaN, Number.POSITIVE_INFINITY])
    expect(isoTime(ms)).toBe('1970-01-01T00:00:00.000Z');
});

describe('a screen reader announces', () => {
  const said = (login: ReturnType<typeof drive>) => login.screen.announcement;

  test('nothing before the launch was read', () => expect(said(drive())).toBe(''));

  test('who asks, then the sheet, then why the person is still here', () => {
    const login = drive();
    login.show({ query: { v: '1', state, lang: 'en' } });
    expect(said(login)).toBe('Log in to Harbor');
    login.loginCode();
    login.tap('primaryTapped');
    expect(said(login)).toBe('Agree to continue');
    login.tap('sheetAgreed');
    login.phone({ errMsg: 'getPhoneNumber:fail user deny' });
    expect(said(login)).toMatch(/did not share/);
  });

  test('what is under way, what went wrong, and what to do', () => {
    const login = drive();
    login.show({ query: { v: '1', state, lang: 'en' } });
    toReturning(login);
    expect(said(login)).toMatch(/^Almost done .*Harbor/);
    const failing = drive();
    failing.show({ query: { v: '1', state, lang: 'en' } });
    failing.pass(20_000);
    failing.ring();
    if (failing.screen.screen !== 'failure') throw new Error(failing.screen.screen);
    expect(said(failing)).toBe(`${failing.screen.heading} ${failing.screen.advice}`);
  });

  test('what the program is for, and that an agreement cannot be opened', () => {
    const login = drive();
    login.show({ scene: 1007, language: 'en' });
    expect(said(login)).toBe('Log in to Harbor with WeChat');
    login.send({ type: 'openFailed', attempt: login.state.visit.attempt });
    expect(said(login)).toMatch(/cannot be opened/);
  });
});

test('every failure can be told to the app in each contract', () => {
  for (const code of Object.keys(failures).filter((one): one is FailureCode => one in failures))
    expect(errorResult({ contract: 'session', state }, { code, message: 'm' })).toContain(code);
});
