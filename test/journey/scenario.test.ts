import { describe, expect, test } from '@jest/globals';
import { people } from '@mini-login/sandbox';
import type { Conclusion } from '@mini-login/server';
import {
  difference,
  type Expected,
  expectedOf,
  type Scenario,
} from '../../scripts/journey/scenario';

function expected(scenario: Scenario): Expected {
  const person = people.find(({ id }) => id === scenario.person);
  if (!person) throw new Error(`nobody is called ${scenario.person}`);
  return expectedOf(scenario, person);
}

describe('what a scenario calls for', () => {
  test.each(['session', 'sealed', 'ticket'] as const)(
    '%s: trouble that can be fixed ends well',
    (contract) => {
      for (const trouble of ['offline', 'expired'] as const) {
        expect(expected({ contract, person: 'new', trouble })).toEqual({ ok: true });
      }
    },
  );

  test('codes: late codes end in the app', () => {
    expect(expected({ contract: 'codes', person: 'new', trouble: 'expired' })).toMatchObject({
      ok: false,
      apiCode: 602,
    });
  });

  test.each([
    ['session', { ok: false, code: 'phone_denied' }],
    ['sealed', { ok: false, code: 'phone_denied' }],
    ['codes', { ok: false, code: 'denied' }],
    ['ticket', { ok: false, code: 'denied', says: '用户取消授权' }],
  ] as const)('%s: each contract says a refusal in its way', (contract, error) => {
    expect(expected({ contract, person: 'new', deny: 'phone' })).toEqual(error);
  });

  test.each(['codes', 'ticket'] as const)(
    '%s: the button on Android delivers what the app can not trust',
    (contract) => {
      const scenario: Scenario = {
        contract,
        person: 'new',
        phone: 'android',
        misbehave: { navigateBackApplication: 'fail' },
      };
      expect(expected(scenario)).toEqual({ ok: false, code: 'unproven_delivery' });
      expect(expected({ ...scenario, contract: 'session' })).toEqual({ ok: true });
    },
  );

  test('a refusal comes before what GenAuth would have said', () => {
    expect(expected({ contract: 'session', person: 'blocked', deny: 'consent' })).toEqual({
      ok: false,
      code: 'consent_refused',
    });
  });

  test('everybody is thought of, in every contract', () => {
    for (const { id } of people) {
      for (const contract of ['session', 'sealed', 'codes', 'ticket'] as const) {
        expect(expected({ contract, person: id })).toHaveProperty('ok');
      }
    }
  });
});

describe('an outcome is compared with it', () => {
  const signedIn: Conclusion = {
    ok: true,
    who: { id: '1', name: null, phone: null },
    claims: {},
    checks: [],
    tokens: null,
    error: null,
  };
  const refused = (code: string, message = '', apiCode?: number): Conclusion => ({
    ok: false,
    who: null,
    claims: null,
    checks: [],
    error: { code, message, ...(apiCode === undefined ? {} : { apiCode }) },
  });

  test.each<[string, Conclusion, Expected]>([
    ['somebody signed in', signedIn, { ok: true }],
    ['the right error', refused('account_locked'), { ok: false, code: 'account_locked' }],
    [
      'the right error with its number',
      refused('x', '', 2005),
      { ok: false, code: 'x', apiCode: 2005 },
    ],
    [
      'the right error with its words',
      refused('denied', 'it was account_locked'),
      { ok: false, code: 'denied', says: 'account_locked' },
    ],
  ])('and fits: %s', (_name, app, wanted) => {
    expect(difference(app, wanted)).toBeNull();
  });

  test.each<[string, Conclusion, Expected, string]>([
    ['nobody signed in', refused('network', 'no route'), { ok: true }, 'network (no route)'],
    [
      'somebody signed in all the same',
      signedIn,
      { ok: false, code: 'phone_denied' },
      'phone_denied',
    ],
    ['another error', refused('server'), { ok: false, code: 'phone_denied' }, 'server'],
    ['another number', refused('x', '', 2004), { ok: false, code: 'x', apiCode: 2005 }, '2005'],
    ['no number', refused('x'), { ok: false, code: 'x', apiCode: 2005 }, '2005'],
    [
      'other words',
      refused('denied', 'busy'),
      { ok: false, code: 'denied', says: 'account_locked' },
      'account_locked',
    ],
  ])('and does not: %s', (_name, app, wanted, said) => {
    expect(difference(app, wanted)).toContain(said);
  });
});
