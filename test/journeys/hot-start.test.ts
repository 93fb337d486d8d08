import { expect } from '@jest/globals';
import type { Fault } from '@mini-login/sandbox';
import { useJourneys } from '../support/journeys';
import { agree, logInAndShare, logInWhile } from '../support/log-in';
import type { TestPhone } from '../support/phone';

const journeys = useJourneys();
const { journey } = journeys;

const whileAsked = (phone: TestPhone, fault: Fault) =>
  logInWhile(phone, journeys.environment.sandbox.genauth, fault);

/** Where the program stands when the app launches it again. */
const places: readonly (readonly [what: string, go: (phone: TestPhone) => Promise<void>])[] = [
  [
    'it was opened by hand',
    async (phone) => {
      await phone.open('pages/login/login');
      await phone.screen('about');
    },
  ],
  [
    'the login screen is there, ticked',
    async (phone) => {
      await phone.logIn('session');
      await phone.tap('consent-box');
    },
  ],
  [
    'the agreements are asked for',
    async (phone) => {
      await phone.logIn('session');
      await phone.tap('primary');
      await phone.text('sheet');
    },
  ],
  [
    'an agreement is read',
    async (phone) => {
      await phone.logIn('session');
      await phone.tap('agreement-terms');
      await phone.onPage('pages/agreement/agreement');
    },
  ],
  [
    'WeChat asks for the number',
    async (phone) => {
      await phone.logIn('session');
      await agree(phone);
    },
  ],
  [
    'GenAuth is asked',
    async (phone) => {
      await whileAsked(phone, { kind: 'hang' });
      await phone.screen('working');
    },
  ],
  [
    'a failure is shown',
    async (phone) => {
      await whileAsked(phone, { kind: 'status', status: 500 });
      await phone.screen('failure');
    },
  ],
  [
    'the way back by hand is shown',
    async (phone) => {
      await phone.misbehave({ navigateBackApplication: 'fail' });
      await phone.logIn('session');
      await phone.tap('decline');
      await phone.text('return');
      await phone.misbehave({ navigateBackApplication: 'works' });
    },
  ],
];

/** On one phone, each in a process of its own. */
journey(
  'the app launches again, wherever the program stands: one answer, to the second launch',
  async (phone) => {
    for (const [what, go] of places) {
      const before = (await phone.received()).length;
      await go(phone);
      // The box is not ticked again: one tap on it is a yes.
      await logInAndShare(phone, 'session');
      // The app takes no state but that of the launch it made last.
      expect([what, await phone.conclusion()]).toMatchObject([what, { ok: true }]);
      await phone.wait(15_000);
      expect([what, (await phone.received()).length]).toEqual([what, before + 1]);
      await phone.kill();
    }
  },
);

journey(
  'the app launches again after an answer: it gets another, with the state of that launch',
  async (phone) => {
    await logInAndShare(phone, 'session');
    expect(await phone.conclusion()).toMatchObject({ ok: true });
    await logInAndShare(phone, 'session');
    expect(await phone.conclusion()).toMatchObject({ ok: true });
    const states = (await phone.received()).map((text) => JSON.parse(text).state);
    expect(new Set(states).size).toBe(2);
  },
);
