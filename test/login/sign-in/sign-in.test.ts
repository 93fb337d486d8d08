import { describe, expect, test } from '@jest/globals';
import { API_CODES } from '@mini-login/sandbox';
import type { Brand } from '../../../miniprogram/login/brand';
import { readSignInAnswer } from '../../../miniprogram/login/genauth/sign-in';
import { readTicketAnswer } from '../../../miniprogram/login/genauth/ticket';
import { plain } from '../../../scripts/prove/brands';
import { key } from '../../../scripts/prove/launches';
import { contract1, type Driver, failureOf, launched, toPhoneSheet } from '../driver';

/* What becomes of the codes: what is sent where, and what of the answers reaches the app. */

const asking = (query: object = {}, brand?: Brand): Driver =>
  launched({ query: { ...contract1, ...query } }, brand);
const withPhone = (login: Driver, detail?: unknown): Driver => {
  toPhoneSheet(login);
  login.phone(detail);
  return login;
};
const session = {
  access_token: 'a',
  id_token: 'i',
  token_type: 'Bearer',
  expires_in: 7_200,
  scope: 'openid',
};
const ok = (data: unknown, more: object = {}) => ({
  status: 200,
  body: { statusCode: 200, data, ...more },
});

describe("GenAuth's session", () => {
  test.each([
    ['as it is', {}, {}],
    ['with a refresh token', { refresh_token: 'r' }, { refresh_token: 'r' }],
    ['with none in its place', { refresh_token: null }, {}],
    ['with what is not passed on', { user: { phone: '13800138000' } }, {}],
    ['that lives a second', { expires_in: 1 }, { expires_in: 1 }],
  ])('%s', (_, given, passed) => {
    expect(readSignInAnswer(ok({ ...session, ...given }))).toStrictEqual({
      session: { ...session, ...passed },
    });
  });

  test('in the other spelling', () => {
    const { expires_in, ...rest } = session;
    expect(readSignInAnswer(ok({ ...rest, expire_in: expires_in }))).toEqual({ session });
  });

  test.each<[string, unknown]>([
    ['says 200 and has no data', null],
    ['says 200 and has no data', 'tokens'],
    ['says 200 and has no data', [session]],
    ['has no access_token', { ...session, access_token: undefined }],
    ['has no access_token', { ...session, access_token: '' }],
    ['has no id_token', { ...session, id_token: undefined }],
    ['has no id_token', { ...session, id_token: 7 }],
    ['has no token_type', { ...session, token_type: undefined }],
    ['has no token_type', { ...session, token_type: 'x'.repeat(33) }],
    ['has no usable expires_in', { ...session, expires_in: undefined }],
    ['has no usable expires_in', { ...session, expires_in: '7200' }],
    ['has no usable expires_in', { ...session, expires_in: 0 }],
    ['has no usable expires_in', { ...session, expires_in: -1 }],
    ['has no scope', { ...session, scope: undefined }],
    ['has no scope', { ...session, scope: 'x'.repeat(1_025) }],
    ['has a refresh_token that is no text', { ...session, refresh_token: 7 }],
    ['has a refresh_token that is no text', { ...session, refresh_token: '' }],
  ])('that %s is none: %#', (what, data) => {
    const message = `GenAuth's answer ${what}`;
    expect(readSignInAnswer(ok(data))).toStrictEqual({ failure: { code: 'server', message } });
    expect(readSignInAnswer(ok(data, { requestId: 'r-1' }))).toStrictEqual({
      failure: { code: 'server', message, requestId: 'r-1' },
    });
  });
});

test.each<[string, unknown]>([
  ['says 200 and has no ticket', {}],
  ['says 200 and has no ticket', null],
  ['says 200 and has no ticket', { ticket: 7 }],
  ['says 200 and has no ticket', { ticket: 'x'.repeat(1_025) }],
  ['has a ticket that the app could not read', { ticket: 'a&b' }],
  ['has a ticket that the app could not read', { ticket: 'a=b' }],
  ['has a ticket that the app could not read', { ticket: 'a b' }],
])('an answer that %s mints none: %#', (what, data) => {
  const failure = { code: 'server', message: `GenAuth's answer ${what}`, requestId: 'r' };
  expect(readTicketAnswer(ok(data, { requestId: 'r' }))).toStrictEqual({ failure });
});

/** docs/genauth.md#what-apicode-says, by hand. */
const reasons: Readonly<Record<number, string>> = {
  1002: 'rate_limited',
  1577: 'account_blocked',
  1578: 'account_blocked',
  1635: 'needs_mfa',
  1636: 'needs_mfa',
  1639: 'needs_password_reset',
  1640: 'needs_binding',
  1641: 'needs_binding',
  1642: 'needs_completion',
  1643: 'account_locked',
  1699: 'unknown',
  2004: 'user_not_found',
  2005: 'account_locked',
  2011: 'connection_missing',
  2020: 'unknown',
  2031: 'registration_disabled',
  2057: 'account_locked',
  2058: 'needs_password_reset',
  2224: 'connection_missing',
  2333: 'code_expired',
  4021: 'server',
  2120008: 'account_blocked',
  2130010: 'account_blocked',
};

describe('what GenAuth refuses', () => {
  test('each of its numbers is a reason, whatever else is said, and of all that the double knows', () => {
    expect(Object.keys(reasons)).toEqual(Object.keys(API_CODES));
    for (const statusCode of [403, 404, 429, 500])
      for (const [apiCode, code] of Object.entries(reasons)) {
        const body = { statusCode, apiCode: Number(apiCode), message: 'no', requestId: 'r-1' };
        const read = readSignInAnswer({ status: 200, body });
        expect([apiCode, read]).toMatchObject([
          apiCode,
          { failure: { code, apiCode: body.apiCode } },
        ]);
      }
  });

  test.each<[string, number, unknown, string]>([
    ['of a proxy: a page', 200, '<html>', 'server'],
    ['of a proxy: a page with its own status', 502, '<html>', 'server'],
    ['that is empty', 200, '', 'server'],
    ['that was cut off', 200, '{"statusCode": 200, "da', 'server'],
    ['with a status alone', 500, null, 'server'],
    ['with a text for a number', 200, { statusCode: '200', data: session }, 'server'],
    ['without data', 200, { statusCode: 200, message: 'OK' }, 'server'],
    ['of what is not there', 200, { statusCode: 404 }, 'connection_missing'],
    ['of a number that is bound elsewhere', 200, { statusCode: 409 }, 'needs_binding'],
    ['of trouble of its own', 200, { statusCode: 500 }, 'server'],
  ])('an answer %s has a reason', (_, status, body, code) => {
    expect(readSignInAnswer({ status, body })).toMatchObject({ failure: { code } });
  });

  const refusal = { status: 200, body: { statusCode: 403, apiCode: 1643, requestId: 'r-1' } };
  const message = 'GenAuth refused with statusCode 403, apiCode 1643';

  test('is told to the app with its numbers', () => {
    const login = withPhone(asking());
    const { attempt } = login.state.visit;
    login.send({ type: 'responded', attempt, purpose: 'signIn', response: refusal });
    expect(login.screen.screen).toBe('failure');
    login.tap('backToAppTapped');
    expect(JSON.parse(login.result ?? '')).toEqual({
      v: 1,
      state: contract1.state,
      status: 'error',
      error: { code: 'account_locked', message, apiCode: 1643, requestId: 'r-1' },
    });
  });

  test('by the ticket endpoint too', () => {
    const login = withPhone(asking({ return: 'ticket' }));
    const { attempt } = login.state.visit;
    login.send({ type: 'responded', attempt, purpose: 'ticket', response: refusal });
    expect(failureOf(login)).toEqual({
      code: 'account_locked',
      message,
      apiCode: 1643,
      requestId: 'r-1',
    });
  });
});

describe('a sealed session', () => {
  const sealing = () => {
    const login = withPhone(asking({ key }));
    login.signedIn();
    expect(login.state.name).toBe('sealing');
    return login;
  };
  const seal = (jwe: string) => {
    const login = sealing();
    login.send({ type: 'sealed', attempt: login.state.visit.attempt, jwe });
    return login;
  };
  const failed = {
    code: 'seal_failed',
    message: 'The session could not be sealed to the key of the launch',
  };

  test('is sent as it is, and good for as long as an open one: its app waits for no longer', () => {
    const login = seal('aGVh-_A..aX-_Y.dG_V4dA.d-GFn');
    expect(JSON.parse(login.result ?? '')).toEqual({
      v: 1,
      state: contract1.state,
      status: 'ok',
      sealed: 'aGVh-_A..aX-_Y.dG_V4dA.d-GFn',
    });
    login.wentBack(false);
    expect(login.ringsIn()).toBe(570_000);
  });

  test.each([
    '',
    'a..b.c',
    'a..b.c.d.e',
    '..b.c.d',
    'a.k.b.c.d',
    'a..b..d',
    'a..b.c.',
    '{"a":"1"}a..b.c.d',
    'a..b.c.d ',
    ' a..b.c.d',
    'a..b.c+.d',
  ])('%j passes for none', (jwe) => {
    expect(failureOf(seal(jwe))).toEqual(failed);
  });

  test('that could not be made is not sent open instead', () => {
    const login = sealing();
    login.send({ type: 'sealFailed', attempt: login.state.visit.attempt });
    expect(failureOf(login)).toEqual(failed);
  });
});

describe('the form of the phone number that the app or the brand wants', () => {
  const both = {
    errMsg: 'getPhoneNumber:ok',
    code: 'phone-code',
    encryptedData: 'ZA==',
    iv: 'aXY=',
  };
  const { code: _, ...encrypted } = both;
  const { encryptedData: __, iv: ___, ...code } = both;
  const wants = (phonePayload: 'auto' | 'code' | 'encrypted'): Brand => ({
    ...plain,
    genauth: { ...plain.genauth, phonePayload },
  });

  test('codes are the phone code, whatever the brand sends otherwise', () => {
    for (const form of ['auto', 'code', 'encrypted'] as const) {
      const login = withPhone(asking({ return: 'codes' }, wants(form)), both);
      expect(JSON.parse(login.result ?? '')).toMatchObject({ phoneInfoCode: 'phone-code' });
      const old = withPhone(asking({ return: 'codes' }, wants(form)), encrypted);
      expect(failureOf(old)).toEqual({
        code: 'unsupported_client',
        message: 'This WeChat does not give the phone number in the form that is asked for (code)',
      });
    }
  });

  test.each([
    ['code', encrypted],
    ['encrypted', code],
  ] as const)('a WeChat that does not give it (%s) is too old', (form, detail) => {
    expect(failureOf(withPhone(asking({}, wants(form)), detail))).toEqual({
      code: 'unsupported_client',
      message: `This WeChat does not give the phone number in the form that is asked for (${form})`,
    });
  });
});
