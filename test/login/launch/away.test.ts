import { describe, expect, test } from '@jest/globals';
import { brands } from '../../../scripts/prove/brands';
import { contract1, type Driver, drive, launched, toPhoneSheet } from '../driver';

/* Away for longer than a deadline. WeChat's documents do not say whether timers or waiting answers
 * run first on the return, nor whether either comes before App.onShow. */

interface Wait {
  readonly name: string;
  readonly reach: () => Driver;
  readonly answer: (login: Driver) => void;
  readonly leadsTo: string;
}

const signingIn = (query: object = contract1) => {
  const login = launched({ query });
  toPhoneSheet(login);
  login.phone();
  return login;
};
const key =
  'eyJrdHkiOiJFQyIsImNydiI6IlAtMjU2IiwieCI6Ik1LQkNUTkljS1VTRGlpMTF5U3MzNTI2aURaOEFpVG83VHU2S1BBcXY3RDQiLCJ5IjoiNEV0bDZTUlcyWWlMVXJONXZmdlZIdWhwN3g4UHhsdG1XV2xiYk00SUZ5TSJ9';

const waits: readonly Wait[] = [
  {
    name: 'the agreements',
    reach: () => launched({}, brands[1]),
    answer: (login) =>
      login.send({
        type: 'responded',
        attempt: login.state.visit.attempt,
        purpose: 'agreements',
        response: {
          status: 200,
          body: {
            statusCode: 200,
            data: {
              agreementEnabled: true,
              agreements: [
                {
                  id: 7,
                  title: '<a href="https://t.example/1">Terms</a>',
                  lang: 'zh-CN',
                  order: 1,
                  required: true,
                  availableAt: 2,
                },
              ],
            },
          },
        },
      }),
    leadsTo: 'asking',
  },
  {
    name: 'the login code',
    reach: () => launched(),
    answer: (login) => login.loginCode(),
    leadsTo: 'asking',
  },
  {
    name: 'GenAuth',
    reach: () => signingIn(),
    answer: (login) => login.signedIn(),
    leadsTo: 'returning',
  },
  {
    name: 'the ticket endpoint',
    reach: () => signingIn({ ...contract1, return: 'ticket' }),
    answer: (login) =>
      login.send({
        type: 'responded',
        attempt: login.state.visit.attempt,
        purpose: 'ticket',
        response: { status: 200, body: { statusCode: 200, data: { ticket: 't' } } },
      }),
    leadsTo: 'returning',
  },
  {
    name: 'the sealing',
    reach: () => {
      const login = signingIn({ ...contract1, key });
      login.signedIn();
      return login;
    },
    answer: (login) =>
      login.send({ type: 'sealed', attempt: login.state.visit.attempt, jwe: 'e30..a.b.c' }),
    leadsTo: 'returning',
  },
  {
    name: 'a renewed login code',
    reach: () => {
      const login = launched();
      toPhoneSheet(login);
      login.pass(245_000);
      login.phone();
      expect(login.state.name).toBe('renewing');
      return login;
    },
    answer: (login) => login.loginCode('another'),
    leadsTo: 'signingIn',
  },
];

const show = (login: Driver) => login.show({ scene: 1089, path: '', query: {}, caller: null });

describe.each(waits)('hidden for longer than the deadline while waiting for $name', (wait) => {
  const { reach, answer, leadsTo } = wait;
  const orders: readonly (readonly [string, readonly ('show' | 'ring' | 'answer')[]])[] = [
    ['onShow, timers, answers', ['show', 'ring', 'answer']],
    ['onShow, answers, timers', ['show', 'answer', 'ring']],
    ['timers, onShow, answers', ['ring', 'show', 'answer']],
    ['timers, answers, onShow', ['ring', 'answer', 'show']],
    ['answers, onShow, timers', ['answer', 'show', 'ring']],
    ['answers, timers, onShow', ['answer', 'ring', 'show']],
  ];
  test.each(orders)('%s: the answer counts', (_, order) => {
    const login = reach();
    login.hide();
    login.pass(30_000);
    const requests = login.asked('request').length;
    for (const what of order) {
      if (what === 'show') show(login);
      else if (what === 'ring') login.ring();
      else answer(login);
    }
    expect(login.state.name).toBe(leadsTo);
    expect(login.asked('request').length - requests).toBeLessThanOrEqual(1);
  });

  test('no answer: told so two seconds after the return, not at once and not much later', () => {
    const login = reach();
    login.hide();
    login.pass(30_000);
    show(login);
    expect(login.ringsIn()).toBe(2_000);
    login.pass(1_999);
    login.ring();
    expect(login.state.name).not.toBe('failed');
    login.pass(1);
    login.ring();
    expect(login.state).toMatchObject({ name: 'failed', failure: { code: 'timeout' } });
  });

  test('away for a moment only: the deadline stays what it was', () => {
    const login = reach();
    const before = login.ringsIn() ?? 0;
    login.hide();
    login.pass(1_000);
    show(login);
    expect(login.ringsIn()).toBe(before - 1_000);
  });

  test('in the background nothing rings, and after no time at all it is as before', () => {
    const login = reach();
    const before = login.ringsIn();
    login.hide();
    expect(login.ringsIn()).toBeNull();
    show(login);
    expect(login.ringsIn()).toBe(before);
  });

  test('a clock that was set back meanwhile does not make it wait for longer', () => {
    const login = reach();
    login.hide();
    login.pass(-24 * 3_600_000);
    show(login);
    expect(login.ringsIn()).toBe(2_000);
    login.pass(2_000);
    login.ring();
    expect(login.state.name).toBe('failed');
  });
});

describe('the grace of one return is not the deadline of the next wait', () => {
  /** Back in front for a moment, when the answer comes that leads to the next wait. */
  const comeBack = (login: Driver, after: number) => {
    login.hide();
    login.pass(after);
    show(login);
    login.pass(100);
  };

  test('of what follows the login screen', () => {
    const login = launched();
    login.loginCode();
    login.tap('primaryTapped');
    login.tap('sheetAgreed');
    comeBack(login, 30_000);
    login.phone();
    expect(login.state.name).toBe('signingIn');
    expect(login.ringsIn()).toBe(12_000);
  });

  test('of one request after another', () => {
    const login = launched();
    toPhoneSheet(login);
    login.pass(245_000);
    login.phone();
    comeBack(login, 30_000);
    login.loginCode('another');
    expect(login.state.name).toBe('signingIn');
    expect(login.ringsIn()).toBe(12_000);
  });

  test('of a login code that is renewed on the same screen', () => {
    const login = launched();
    login.loginCode();
    comeBack(login, 240_000);
    login.ring();
    expect(login.state).toMatchObject({ name: 'asking', loginCode: { status: 'fetching' } });
    expect(login.ringsIn()).toBe(12_000);
  });
});

test('where nothing is waited for, nothing rings', () => {
  const openedManually = drive();
  expect(openedManually.ringsIn()).toBeNull();
  show(openedManually);
  const failing = launched();
  failing.pass(12_000);
  failing.ring();
  const ended = signingIn();
  ended.signedIn();
  ended.hide();
  ended.wentBack(true);
  for (const login of [openedManually, failing, ended]) expect(login.ringsIn()).toBeNull();
  expect([openedManually, failing, ended].map(({ state }) => state.name)).toEqual([
    'about',
    'failed',
    'finished',
  ]);
});
