import { expect } from '@jest/globals';
import { useJourneys } from '../support/journeys';
import { logInAndShare } from '../support/log-in';

const { journey } = useJourneys();

const ways = [
  ['says ok and stays', 'ok-but-stays'],
  ['never answers', 'never-answers'],
  ['fails', 'fail'],
  ['does not know the call', 'missing'],
] as const;
journey('WeChat does not go back: the button carries the same result, once', async (phone) => {
  for (const [what, navigateBackApplication] of ways) {
    const before = (await phone.received()).length;
    await phone.misbehave({ navigateBackApplication });
    await logInAndShare(phone, 'session');
    await phone.screen('returning');
    await phone.wait(2_000);
    await phone.tap('return');
    expect([what, await phone.conclusion()]).toMatchObject([what, { ok: true }]);
    expect([what, (await phone.received()).length]).toEqual([what, before + 1]);
    await phone.kill();
  }
});

journey(
  'a refusal goes back by the button too',
  { misbehave: { navigateBackApplication: 'fail' } },
  async (phone) => {
    await phone.logIn('codes');
    await phone.tap('decline');
    await phone.tap('return');
    expect(await phone.answer()).toBe('');
  },
);

journey(
  'the button did not help: it stays, and the next tap works',
  { misbehave: { navigateBackApplication: 'fail' } },
  async (phone) => {
    for (const launchApp of ['cancelled', 'check fail', 'sdk launch fail'] as const) {
      const before = await phone.received();
      await phone.misbehave({ launchApp });
      await logInAndShare(phone, 'session');
      await phone.tap('return');
      expect([launchApp, await phone.received()]).toEqual([launchApp, before]);
      await phone.misbehave({ launchApp: 'works' });
      await phone.tap('return');
      expect([launchApp, await phone.conclusion()]).toMatchObject([launchApp, { ok: true }]);
      await phone.kill();
    }
  },
);

journey(
  'the button is tapped offline: it stays, and works online',
  { misbehave: { navigateBackApplication: 'fail' } },
  async (phone) => {
    await logInAndShare(phone, 'session');
    await phone.text('return');
    await phone.network('offline');
    await phone.tap('return');
    await phone.wait(2_000);
    expect(await phone.received()).toEqual([]);
    await phone.network('online');
    await phone.tap('return');
    expect(await phone.conclusion()).toMatchObject({ ok: true });
  },
);

journey(
  'the button fails for good: words, and a way out',
  { misbehave: { navigateBackApplication: 'fail', launchApp: 'invalid scene' } },
  async (phone) => {
    await phone.logIn('session');
    await phone.tap('decline');
    await phone.tap('return');
    await phone.tap('exit');
    expect(await phone.received()).toEqual([]);
  },
);

journey(
  'on Android the button arrives as another message, and the app reads it; but no codes that come this way, for anybody can send them',
  {
    profile: 'android',
    misbehave: { navigateBackApplication: 'fail' },
  },
  async (phone) => {
    await logInAndShare(phone, 'session');
    await phone.tap('return');
    expect(await phone.conclusion()).toMatchObject({ ok: true });
    await phone.kill();

    await logInAndShare(phone, 'codes');
    await phone.tap('return');
    expect(await phone.conclusion()).toMatchObject({
      ok: false,
      error: { code: 'unproven_delivery' },
    });
  },
);
