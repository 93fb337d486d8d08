import { expect, test } from '@jest/globals';
import { API_CODES, type Fault, genauthAnswers } from '@mini-login/sandbox';
import { useJourneys } from '../support/journeys';
import { agree, logInAndShare } from '../support/log-in';

const journeys = useJourneys();
const { journey } = journeys;

const signIn = '/api/v3/signin-by-mobile';
const error = (answer: string): string => JSON.parse(answer).error.code;

/**
 * What GenAuth may do to a sign-in, and what the app is told. Numbers:
 * docs/genauth.md#what-apicode-says.
 */
const refusals: readonly (readonly [fault: Fault, code: string])[] = [
  [{ kind: 'reset' }, 'network'],
  [{ kind: 'tls' }, 'network'],
  [{ kind: 'html', status: 200 }, 'server'],
  [{ kind: 'empty' }, 'server'],
  [{ kind: 'truncated' }, 'server'],
  [{ kind: 'wrong-types' }, 'server'],
  [{ kind: 'status', status: 500 }, 'server'],
  [genauthAnswers.broken, 'server'],
  [genauthAnswers.emptySuccess, 'server'],
  [{ kind: 'status-code', statusCode: 404 }, 'connection_missing'],
  [{ kind: 'status-code', statusCode: 409 }, 'needs_binding'],
  ...Object.entries({
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
  }).map(([apiCode, code]) => [{ kind: 'api-code', apiCode: Number(apiCode) }, code] as const),
];

test('each number of GenAuth is told about', () => {
  const told = refusals.flatMap(([fault]) => (fault.kind === 'api-code' ? [fault.apiCode] : []));
  expect(told).toEqual(Object.keys(API_CODES).map(Number));
});

journey(
  'whatever GenAuth answers: the screen says so, and the app is told which it was when the person gives up',
  async (phone) => {
    const heard: unknown[] = [];
    for (const [fault] of refusals) {
      journeys.environment.sandbox.genauth.faults.enqueue({ path: signIn, fault });
      await logInAndShare(phone, 'session');
      await phone.screen('failure');
      await phone.tap('give-up');
      const { error: app } = await phone.conclusion();
      heard.push([fault, app?.code]);
    }
    expect(heard).toEqual(refusals);
  },
);

journey('GenAuth never answers: given up after 10 s, not later', async (phone) => {
  journeys.environment.sandbox.genauth.faults.enqueue({ path: signIn, fault: { kind: 'hang' } });
  await logInAndShare(phone, 'session');
  await phone.screen('working');
  await phone.wait(12_000);
  await phone.screen('failure');
  await phone.tap('give-up');
  expect(error(await phone.answer())).toBe('timeout');
});

journey('a slow GenAuth still signs in', async (phone) => {
  journeys.environment.sandbox.genauth.faults.enqueue({
    path: signIn,
    fault: { kind: 'slow', ms: 8_000 },
  });
  await logInAndShare(phone, 'session');
  await phone.screen('working');
  await phone.wait(8_500);
  expect(await phone.conclusion()).toMatchObject({ ok: true });
});

journey(
  'offline at the wrong moment: the failure is said, and trying again works',
  async (phone) => {
    await phone.logIn('session');
    await agree(phone);
    await phone.network('offline');
    await phone.allow();
    await phone.screen('failure');
    await phone.network('online');
    await phone.tap('retry');
    await phone.screen('login');
    await phone.tap('primary');
    await phone.allow();
    expect(await phone.conclusion()).toMatchObject({ ok: true });
  },
);

const accounts = [
  ['somebody whose account is suspended', 'blocked', 'account_blocked'],
  ['somebody whom WeChat takes for a risk', 'high-risk', 'account_blocked'],
] as const;
for (const [who, person, code] of accounts) {
  journey(`${who}: the app gets the reason`, { person }, async (phone) => {
    await logInAndShare(phone, 'session');
    await phone.screen('failure');
    await phone.tap('give-up');
    expect(error(await phone.answer())).toBe(code);
  });
}

journey('somebody unknown where only accounts may sign in', { person: 'new' }, async (phone) => {
  journeys.environment.sandbox.genauth.tenant.connection.loginOnly = true;
  await logInAndShare(phone, 'session');
  await phone.screen('failure');
  await phone.tap('give-up');
  expect(error(await phone.answer())).toBe('user_not_found');
});

journey(
  'codes that GenAuth refuses: the app learns it from GenAuth',
  { person: 'blocked' },
  async (phone) => {
    await logInAndShare(phone, 'codes');
    expect(await phone.conclusion()).toMatchObject({
      error: { code: 'exchange_failed', apiCode: 2_120_008 },
    });
  },
);

journey('ticket: the text says why', { person: 'blocked' }, async (phone) => {
  await logInAndShare(phone, 'ticket');
  await phone.screen('failure');
  await phone.tap('give-up');
  expect(await phone.answer()).toMatch(/^code=400&message=account_blocked: /);
});
