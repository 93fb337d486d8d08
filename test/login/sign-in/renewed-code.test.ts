import { describe, expect, test } from '@jest/globals';
import { contract1, type Driver, failureOf, launched } from '../driver';

/* The login code of the launch was too old, and another one is on its way. */

const bodies = (login: Driver): unknown[] =>
  login.asked('request').flatMap((one) => (one.type === 'request' ? [one.request.body] : []));

describe('after the login code was renewed', () => {
  /** Everything is there but the login code: the one of the launch is too old. */
  const renewing = (query: object) => {
    const login = launched({ query: { ...contract1, ...query } });
    login.loginCode('old');
    login.pass(240_000);
    login.tick();
    login.tap('primaryTapped');
    expect(login.state.name).toBe(query === withNumber ? 'asking' : 'renewing');
    return login;
  };
  const withNumber = { phone: 'required' };
  const withoutNumber = { phone: 'none' };
  const expired = {
    code: 'code_expired',
    message: "A code of WeChat's may have been older than 5 minutes, and was not used",
  };
  /** In the background nothing is given up, so that an answer can take this long. */
  const answerAfter = (login: Driver, ms: number) => {
    login.hide();
    login.pass(ms);
    login.loginCode('new');
    return login;
  };

  test('the new one is sent, with the number or without', () => {
    const login = renewing(withoutNumber);
    login.loginCode('new');
    expect(bodies(login)).toMatchObject([
      {
        connection: 'wechat_mini_program_code',
        wechatMiniProgramCodePayload: { code: 'new' },
      },
    ]);
    const other = renewing(withNumber);
    other.phone();
    other.loginCode('new');
    expect(bodies(other)).toMatchObject([
      {
        connection: 'wechat_mini_program_code_and_phone',
        wechatMiniProgramCodeAndPhonePayload: {
          wxLoginInfo: { code: 'new' },
          wxPhoneInfo: { code: 'phone-code' },
        },
      },
    ]);
  });

  test.each([
    ['a session', withoutNumber, 299_999, 300_000],
    ['codes', { ...withoutNumber, return: 'codes' }, 269_999, 270_000],
  ])('for %s it may be %#as old as the app can still use', (_, query, inTime, late) => {
    expect(answerAfter(renewing(query), inTime).state.name).not.toBe('failed');
    expect(failureOf(answerAfter(renewing(query), late))).toEqual(expired);
  });

  test('and the phone code too, which is as old as the tap', () => {
    const granted = () => {
      const login = renewing(withNumber);
      login.pass(1_000);
      login.phone();
      return login;
    };
    expect(answerAfter(granted(), 298_999).state.name).toBe('signingIn');
    expect(failureOf(answerAfter(granted(), 299_000))).toEqual(expired);
  });

  test('codes without a number have none in its place', () => {
    const login = renewing({ ...withoutNumber, return: 'codes' });
    login.loginCode('new');
    expect(JSON.parse(login.result ?? '')).toEqual({
      code: 'new',
      phoneInfoCode: '',
      state: contract1.state,
    });
  });
});
