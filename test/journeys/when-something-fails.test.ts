import { expect } from '@jest/globals';
import type { Fault } from '@mini-login/sandbox';
import { useJourneys } from '../support/journeys';
import { agree, logInAndShare, logInWhile } from '../support/log-in';

const journeys = useJourneys();
const { journey } = journeys;

const signIn = '/api/v3/signin-by-mobile';
const error = (answer: string): string => JSON.parse(answer).error.code;

/**
 * What GenAuth, or what lies before it, may do to a sign-in: of each kind one, and what the app is
 * told. All numbers and forms of an answer: test/login/sign-in/sign-in.test.ts.
 */
const refusals: readonly (readonly [fault: Fault, code: string])[] = [
  [{ kind: 'reset' }, 'network'],
  [{ kind: 'tls' }, 'network'],
  [{ kind: 'html', status: 200 }, 'server'],
  [{ kind: 'truncated' }, 'server'],
  [{ kind: 'status', status: 500 }, 'server'],
  [{ kind: 'status-code', statusCode: 409 }, 'needs_binding'],
  [{ kind: 'api-code', apiCode: 1699 }, 'unknown'],
  [{ kind: 'api-code', apiCode: 1643 }, 'account_locked'],
];

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
  await logInWhile(phone, journeys.environment.sandbox.genauth, { kind: 'hang' });
  await phone.screen('working');
  await phone.wait(12_000);
  await phone.screen('failure');
  await phone.tap('give-up');
  expect(error(await phone.answer())).toBe('timeout');
});

journey('a slow GenAuth still signs in', async (phone) => {
  await logInWhile(phone, journeys.environment.sandbox.genauth, { kind: 'slow', ms: 8_000 });
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

journey('somebody whom WeChat takes for a risk', { person: 'high-risk' }, async (phone) => {
  await logInAndShare(phone, 'session');
  await phone.screen('failure');
  await phone.tap('give-up');
  expect(error(await phone.answer())).toBe('wechat_failed');
});

journey('somebody unknown where only accounts may sign in', { person: 'new' }, async (phone) => {
  journeys.environment.sandbox.genauth.tenant.connection.loginOnly = true;
  await logInAndShare(phone, 'session');
  await phone.screen('failure');
  await phone.tap('give-up');
  expect(error(await phone.answer())).toBe('user_not_found');
});

journey(
  'somebody whose account is suspended: the app gets the reason, as its contract says it',
  { person: 'blocked' },
  async (phone) => {
    await logInAndShare(phone, 'session');
    await phone.screen('failure');
    await phone.tap('give-up');
    expect(error(await phone.answer())).toBe('account_blocked');

    await logInAndShare(phone, 'ticket');
    await phone.screen('failure');
    await phone.tap('give-up');
    const [, ticket] = await phone.answers(2);
    expect(ticket).toMatch(/^code=400&message=account_blocked: /);

    // The app learns it from GenAuth.
    await logInAndShare(phone, 'codes');
    expect(await phone.conclusion()).toMatchObject({
      error: { code: 'exchange_failed', apiCode: 2_120_008 },
    });
  },
);
