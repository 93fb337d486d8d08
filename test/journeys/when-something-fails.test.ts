import { expect } from '@jest/globals';
import { type Fault, genauthAnswers } from '../../scripts/sandbox';
import { useJourneys } from '../support/journeys';
import { agree, logInAndShare } from '../support/log-in';

const journeys = useJourneys();
const { journey } = journeys;

const signIn = '/api/v3/signin-by-mobile';
const error = (answer: string): string => JSON.parse(answer).error.code;

const refusals: readonly (readonly [string, Fault, string])[] = [
  ['can not be reached', { kind: 'reset' }, 'network'],
  ['answers with an HTML page', { kind: 'html', status: 200 }, 'server'],
  ['answers with HTTP 500', { kind: 'status', status: 500 }, 'server'],
  ['says statusCode 500', genauthAnswers.broken, 'server'],
  ['wants fewer requests', genauthAnswers.throttled, 'rate_limited'],
  ['says yes without tokens', genauthAnswers.emptySuccess, 'server'],
];
for (const [what, fault, code] of refusals) {
  journey(`GenAuth ${what}: the screen says so, and the app hears it when the person gives up`, async (phone) => {
    journeys.world.sandbox.genauth.faults.enqueue({ path: signIn, fault });
    await logInAndShare(phone, 'session');
    await phone.screen('failure');
    expect(await phone.shows('retry')).toBe(true);
    await phone.tap('give-up');
    expect(error(await phone.answer())).toBe(code);
  });
}

journey('GenAuth never answers: given up after 10 s, not later', async (phone) => {
  journeys.world.sandbox.genauth.faults.enqueue({ path: signIn, fault: { kind: 'hang' } });
  await logInAndShare(phone, 'session');
  await phone.screen('working');
  await phone.wait(12_000);
  await phone.screen('failure');
  await phone.tap('give-up');
  expect(error(await phone.answer())).toBe('timeout');
});

journey('a slow GenAuth still signs in', async (phone) => {
  journeys.world.sandbox.genauth.faults.enqueue({ path: signIn, fault: { kind: 'slow', ms: 8_000 } });
  await logInAndShare(phone, 'session');
  await phone.screen('working');
  await phone.wait(8_500);
  expect(await phone.conclusion()).toMatchObject({ ok: true });
});

journey('offline at the wrong moment: the failure is said, and trying again works', async (phone) => {
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
});

const accounts = [
  ['somebody whose account is suspended', 'blocked', 'account_blocked'],
  ['somebody whose account is locked', 'locked', 'account_locked'],
  ['somebody who needs a second factor', 'mfa', 'needs_mfa'],
  ['somebody who must bind an account', 'binding', 'needs_binding'],
  ['somebody who must bind or create an account', 'bind-or-create', 'needs_binding'],
  ['somebody whose profile is incomplete', 'incomplete', 'needs_completion'],
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
  journeys.world.sandbox.genauth.tenant.connection.loginOnly = true;
  await logInAndShare(phone, 'session');
  await phone.screen('failure');
  await phone.tap('give-up');
  expect(error(await phone.answer())).toBe('user_not_found');
});

journey('codes that GenAuth refuses: the app hears it from GenAuth', { person: 'blocked' }, async (phone) => {
  await logInAndShare(phone, 'codes');
  expect(await phone.conclusion()).toMatchObject({ error: { code: 'exchange_failed', apiCode: 2_120_008 } });
});

journey('ticket: the text says why', { person: 'blocked' }, async (phone) => {
  await logInAndShare(phone, 'ticket');
  await phone.screen('failure');
  await phone.tap('give-up');
  expect(await phone.answer()).toMatch(/^code=400&message=account_blocked: /);
});
