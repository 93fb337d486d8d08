import { expect } from '@jest/globals';
import { useJourneys } from '../support/journeys';
import { agree, logInAndShare, untilAsked } from '../support/log-in';
import type { TestPhone } from '../support/phone';

/* What phones may do differently, and no document says: each must end well. */

const journeys = useJourneys();
const { journey } = journeys;

const said = async (phone: TestPhone): Promise<string> =>
  phone.timeline().length > 0
    ? JSON.stringify(await (await phone.page()).data('view')).replaceAll('\u200b', '')
    : '';

journey(
  'WeChat repeats the launch without its app around the number’s sheet: one login, one answer',
  { misbehave: { surfaces: 'show-first', repeats: 'without-caller' } },
  async (phone) => {
    await logInAndShare(phone, 'session');
    expect(await phone.conclusion()).toMatchObject({ ok: true });
    expect(await phone.received()).toHaveLength(1);
  },
);

journey(
  'WeChat repeats the launch without its app after the answer: nothing begins again',
  { misbehave: { repeats: 'without-caller' } },
  async (phone) => {
    await logInAndShare(phone, 'session');
    await phone.conclusion();
    await phone.foreground();
    await phone.wait(3_000);
    expect(await phone.received()).toHaveLength(1);
    expect(await said(phone)).toContain('登录成功');
  },
);

journey(
  'the page loads before App.onShow: the same launch of the Guard SDK is a launch each time',
  { misbehave: { hotStart: 'onLoad-first' } },
  async (phone) => {
    await logInAndShare(phone, 'codes');
    await phone.wait(2_000);
    await logInAndShare(phone, 'codes');
    await phone.wait(2_000);
    expect(await phone.received()).toHaveLength(2);
  },
);

for (const resume of ['answers-first', 'timers-first'] as const) {
  journey(
    `away for longer than a deadline while WeChat makes a login code (${resume}): it counts`,
    { misbehave: { resume } },
    async (phone) => {
      journeys.environment.sandbox.wechat.faults.enqueue({
        path: '/client/login',
        fault: { kind: 'slow', ms: 7_000 },
      });
      await phone.logIn('session');
      await untilAsked(journeys.environment.sandbox.wechat);
      await phone.background();
      await phone.wait(30_000);
      await phone.foreground();
      await phone.wait(3_000);
      await agree(phone);
      await phone.allow();
      expect(await phone.conclusion()).toMatchObject({ ok: true });
    },
  );
}

journey(
  'split screen: the app is signed in, and WeChat does not say that it is',
  { misbehave: { switching: 'side-by-side' } },
  async (phone) => {
    await logInAndShare(phone, 'session');
    expect(await phone.conclusion()).toMatchObject({ ok: true });
    await phone.wait(2_000);
    const screen = await said(phone);
    expect(screen).not.toContain('登录成功');
    expect(screen).toContain('如果没有自动回到');
  },
);
