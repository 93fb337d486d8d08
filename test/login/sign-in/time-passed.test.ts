import { describe, expect, test } from '@jest/globals';
import { contract1, type Driver, failureOf, launched, type Shown, toPhoneSheet } from '../driver';

/* What has become worth nothing meanwhile, and that nobody is asked for it, or told another reason. */

describe('a launch that an app waits for', () => {
  /** On the login screen, with each login code renewed when it is due. */
  const idle = (login: Driver, ms: number) => {
    login.loginCode();
    for (let left = ms; left > 0; ) {
      const next = Math.min(login.ringsIn() ?? left, left);
      login.pass(next);
      left -= next;
      if (next === 0 || left > 0) login.ring();
      if (login.state.name === 'asking' && login.state.loginCode.status === 'fetching')
        login.loginCode('renewed');
    }
  };

  test('is over a minute before the app takes no answer: nobody is asked for a number then', () => {
    const login = launched();
    idle(login, 9 * 60_000 - 1);
    expect(login.state.name).toBe('asking');
    login.pass(1);
    login.ring();
    expect(failureOf(login)?.code).toBe('launch_expired');
    const { screen } = login;
    if (screen.screen !== 'failure') throw new Error(screen.screen);
    expect([screen.heading, screen.advice, screen.retry]).toEqual([
      '本次登录已过期',
      '请返回Harbor重新登录。',
      null,
    ]);
    login.tap('backToAppTapped');
    expect(JSON.parse(login.result ?? '')).toMatchObject({ error: { code: 'launch_expired' } });
  });

  test('also when trying again after a long time', () => {
    const login = launched();
    login.pass(12_000);
    login.ring();
    login.pass(10 * 60_000);
    login.tap('retryTapped');
    login.loginCode();
    expect(login.ringsIn()).toBeLessThanOrEqual(0);
    login.ring();
    expect(failureOf(login)?.code).toBe('launch_expired');
  });

  test('is not over under WeChat’s phone sheet, whose answer would be lost', () => {
    const login = launched();
    idle(login, 8.9 * 60_000);
    login.tap('primaryTapped');
    login.tap('sheetAgreed');
    login.pass(30_000);
    login.ring();
    expect(login.state.name).toBe('asking');
    expect(login.ringsIn()).toBe(6_000);
    login.pass(6_000);
    login.ring();
    expect(failureOf(login)?.code).toBe('launch_expired');
  });

  /** WeChat's sheet is open since shortly before the end of what the login screen asks for. */
  const lateSheet = () => {
    const login = launched();
    idle(login, 8.9 * 60_000);
    login.tap('primaryTapped');
    login.tap('sheetAgreed');
    return login;
  };

  test('spends no code when its app takes no answer any more', () => {
    for (const [ms, name] of [
      [35_999, 'signingIn'],
      [36_000, 'failed'],
    ] as const) {
      const login = lateSheet();
      login.pass(ms);
      login.phone();
      if (login.state.name === 'renewing') login.loginCode('renewed');
      expect([ms, login.state.name]).toEqual([ms, name]);
      expect(login.asked('request')).toHaveLength(name === 'failed' ? 0 : 1);
    }
  });

  test('lets nobody be asked for a number once more in its last minute', () => {
    const login = lateSheet();
    login.pass(6_000);
    login.tap('primaryTapped');
    expect(failureOf(login)?.code).toBe('launch_expired');
  });

  test('ends what the button carries', () => {
    const login = launched();
    idle(login, 8 * 60_000);
    login.tap('primaryTapped');
    login.tap('sheetAgreed');
    login.phone();
    login.loginCode('renewed');
    login.signedIn();
    login.wentBack(false);
    expect(login.state.name).toBe('manualReturn');
    expect(login.ringsIn()).toBe(90_000);
    login.pass(90_000);
    login.ring();
    expect(login.state).toMatchObject({ name: 'finished', delivery: 'lost' });
    expect(login.result).toBeNull();
  });

  test('is over when the clock says that it has not begun; not when it was put right by a little', () => {
    for (const [back, name] of [
      [60_000, 'asking'],
      [60_001, 'failed'],
    ] as const) {
      const login = launched();
      login.loginCode();
      login.pass(-back);
      login.tap('primaryTapped');
      expect([back, login.state.name]).toEqual([back, name]);
    }
  });

  test.each<[string, Shown]>([
    ['the Guard SDK’s, which sends no state', { path: '', query: {} }],
    [
      'the oldest path',
      {
        path: 'routes/explore',
        query: { userPoolId: 'b'.repeat(24), fromApp: '1', getPhone: '1' },
      },
    ],
  ])('of %s has no such end', (_, shown) => {
    const login = launched(shown);
    idle(login, 20 * 60_000);
    login.tap('primaryTapped');
    login.tap('sheetAgreed');
    expect(login.state.name).toBe('asking');
    expect(login.ringsIn()).toBeNull();
    login.pass(-24 * 3_600_000);
    login.tap('primaryTapped');
    expect(login.state.name).toBe('asking');
  });

  test('begins again with the launch that comes next', () => {
    const login = launched();
    idle(login, 8 * 60_000);
    login.hide();
    login.load();
    login.show({ query: { ...contract1, state: 't'.repeat(22) } });
    idle(login, 8 * 60_000);
    expect(login.state.name).toBe('asking');
  });
});

describe('a phone code', () => {
  // docs/wechat.md#the-phone-codes-life-starts-at-the-tap
  const answeredAfter = (ms: number, query: object = {}) => {
    const login = launched({ query: { ...contract1, ...query } });
    toPhoneSheet(login);
    login.pass(ms);
    login.phone();
    if (login.state.name === 'renewing') login.loginCode('new');
    return login;
  };

  test('is as old as the tap, also where nothing was hidden', () => {
    expect(answeredAfter(299_999).state.name).toBe('signingIn');
    expect(failureOf(answeredAfter(300_000))?.code).toBe('code_expired');
    expect(answeredAfter(269_999, { return: 'codes' }).state.name).toBe('returning');
    expect(failureOf(answeredAfter(270_000, { return: 'codes' }))?.code).toBe('code_expired');
  });

  test('of a sheet that was never answered is not that of a tap after its life', () => {
    const login = launched();
    toPhoneSheet(login);
    login.pass(300_000);
    login.tap('primaryTapped');
    login.phone();
    login.loginCode('new');
    expect(login.state.name).toBe('signingIn');
  });
});

describe('an answer that waited for a suspended program', () => {
  const ticket = (login: Driver) =>
    login.send({
      type: 'responded',
      attempt: login.state.visit.attempt,
      purpose: 'ticket',
      response: { status: 200, body: { statusCode: 200, data: { ticket: 'T' } } },
    });
  const minting = () => {
    const login = launched({ query: { ...contract1, return: 'ticket' } });
    toPhoneSheet(login);
    login.phone();
    expect(login.state.name).toBe('minting');
    login.hide();
    return login;
  };

  // A ticket lives two minutes, of which its app needs some
  // (docs/genauth.md#a-ticket-lives-two-minutes).
  test('is as old as its request: an expired ticket goes to no app, and nobody is logged in', () => {
    const inTime = minting();
    inTime.pass(89_999);
    ticket(inTime);
    expect(inTime.result).toContain('ticket=T');
    const late = minting();
    late.pass(90_000);
    late.show({ query: { ...contract1, return: 'ticket' } });
    ticket(late);
    expect(late.asked('goBack')).toEqual([]);
    expect(failureOf(late)).toEqual({
      code: 'code_expired',
      message: 'The result was too old for the app',
    });
  });

  test('for longer than its app waits goes nowhere', () => {
    const login = launched();
    toPhoneSheet(login);
    login.phone();
    login.hide();
    login.pass(10 * 60_000);
    login.show();
    login.signedIn();
    expect(login.asked('goBack')).toEqual([]);
    expect(failureOf(login)?.code).toBe('launch_expired');
  });
});

// docs/wechat.md#five-seconds-and-thirty-minutes
test('what WeChat broke off while the program was away is not said to be the network’s fault', () => {
  const login = launched();
  toPhoneSheet(login);
  login.phone();
  const { attempt } = login.state.visit;
  login.send({ type: 'requestFailed', attempt, purpose: 'signIn', reason: 'interrupted' });
  expect(failureOf(login)).toEqual({
    code: 'code_expired',
    message: 'WeChat broke off the request to GenAuth',
  });
  const { screen } = login;
  if (screen.screen !== 'failure') throw new Error(screen.screen);
  expect(`${screen.heading} ${screen.whose}`).not.toMatch(/网络|微信/);
  expect(screen.retry).not.toBeNull();
});

// docs/wechat.md#exchanging-the-login-code
test('whom WeChat takes for a risk is not told that the app has blocked the account', () => {
  const login = launched();
  toPhoneSheet(login);
  login.phone();
  login.send({
    type: 'responded',
    attempt: login.state.visit.attempt,
    purpose: 'signIn',
    response: { status: 200, body: { statusCode: 602, message: 'high risk user 40226' } },
  });
  const { screen } = login;
  if (screen.screen !== 'failure') throw new Error(screen.screen);
  expect(screen.whose).toContain('微信这边');
});
