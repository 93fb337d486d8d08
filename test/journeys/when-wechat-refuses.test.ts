import { expect } from '@jest/globals';
import { useJourneys } from '../support/journeys';
import { agree } from '../support/log-in';

const journeys = useJourneys();
const { journey } = journeys;

const code = (answer: string): string => JSON.parse(answer).error.code;

journey('somebody without a phone number in WeChat', { person: 'no-phone' }, async (phone) => {
  await phone.logIn('session');
  await agree(phone);
  await phone.screen('failure');
  await phone.tap('give-up');
  expect(code(await phone.answer())).toBe('phone_unavailable');
});

journey('a refused number in the words of another WeChat', async (phone) => {
  for (const phoneDeny of [
    'getPhoneNumber:fail:user deny',
    'user deny',
    'fail:user cancel',
  ] as const) {
    await phone.misbehave({ phoneDeny });
    await phone.logIn('session');
    await agree(phone);
    await phone.reject();
    await phone.tap('decline');
    const { error } = await phone.conclusion();
    expect([phoneDeny, error?.code]).toEqual([phoneDeny, 'phone_denied']);
    await phone.kill();
    // Whom somebody has refused does not ask again at once.
    await phone.wait(60_000);
  }
});

journey(
  'an old WeChat that gives no phone code still signs in; codes: said, and not sent by halves',
  { misbehave: { phoneCode: 'missing' } },
  async (phone) => {
    await phone.logIn('session');
    await agree(phone);
    await phone.allow();
    expect(await phone.conclusion()).toMatchObject({ ok: true });
    await phone.kill();

    await phone.logIn('codes');
    await agree(phone);
    await phone.allow();
    await phone.screen('failure');
    const support = await (await phone.page()).$$('.support-value');
    expect(await support[0]?.text()).toBe('unsupported_client');
    await phone.tap('give-up');
    const [, answer] = await phone.answers(2);
    expect(answer).toBe('');
  },
);

const logins = [
  ['gives no login code', { kind: 'errMsg', errMsg: 'login:fail system error' }, 'wechat_failed'],
  ['never answers the question for a login code', { kind: 'hang' }, 'timeout'],
] as const;
for (const [what, fault, expected] of logins) {
  journey(`WeChat ${what}: the screen says so, and the app gets the reason`, async (phone) => {
    journeys.environment.sandbox.wechat.faults.enqueue({
      path: '/client/login',
      fault,
      times: 'always',
    });
    await phone.logIn('session');
    if (fault.kind === 'hang') await phone.wait(12_000);
    await phone.screen('failure');
    await phone.tap('give-up');
    expect(code(await phone.answer())).toBe(expected);
  });
}

journey(
  'codes, offline from the start: said at once, and trying again works',
  { network: 'offline' },
  async (phone) => {
    await phone.logIn('codes');
    await phone.screen('failure');
    await phone.network('online');
    await phone.tap('retry');
    await phone.screen('login');
    await agree(phone);
    await phone.allow();
    expect(await phone.conclusion()).toMatchObject({ ok: true });
  },
);

journey(
  'the owner forgot to declare GenAuth: whose fault it is',
  { misbehave: { domains: 'forgotten' } },
  async (phone) => {
    await phone.logIn('session');
    await agree(phone);
    await phone.allow();
    await phone.screen('failure');
    expect(await phone.shows('retry')).toBe(false);
    await phone.tap('give-up');
    expect(code(await phone.answer())).toBe('domain_not_allowed');
  },
);

journey(
  'sealed, on a phone whose random bytes are none: the session is sent neither sealed nor open',
  async (phone) => {
    // A mock lives as long as the process: it has to run before the app launches it.
    await phone.open('pages/login/login');
    await phone.screen('about');
    await phone.mini.mockWxMethod('getUserCryptoManager', () => ({
      getRandomValues(options: {
        length: number;
        success(result: { randomValues: ArrayBuffer }): void;
      }) {
        options.success({ randomValues: new ArrayBuffer(options.length) });
      },
    }));
    await phone.logIn('sealed');
    await agree(phone);
    await phone.allow();
    await phone.screen('failure');
    await phone.tap('give-up');
    const answer = await phone.answer();
    expect(code(answer)).toBe('seal_failed');
    expect(answer).not.toContain('access_token');
  },
);
