import { expect, test } from '@jest/globals';
import type { Fault } from '@mini-login/sandbox';
import { disturbJourney } from '../../scripts/journey/chaos';
import { devToolsCli } from '../support/abilities';
import { useJourneys } from '../support/journeys';
import { agree, logInAndShare, logInWhile } from '../support/log-in';
import type { TestPhone } from '../support/phone';

const journeys = useJourneys();
const { journey } = journeys;

journey('away for 5 seconds, the login goes on where it was', async (phone) => {
  await phone.logIn('session');
  await phone.tap('consent-box');
  await phone.background();
  await phone.wait(5_000);
  await phone.foreground();
  await phone.screen('login');
  await phone.tap('primary');
  await phone.allow();
  expect(await phone.conclusion()).toMatchObject({ ok: true });
});

journey(
  'away for half an hour, WeChat has ended it, and what opens then asks for nothing',
  async (phone) => {
    await phone.logIn('session');
    await phone.screen('login');
    await phone.background();
    await phone.wait(31 * 60_000);
    await phone.foreground();
    await phone.screen('login');
    expect(await phone.received()).toEqual([]);
  },
);

journey(
  'killed while WeChat asks for the number, nothing reaches the app; the next launch works',
  async (phone) => {
    await phone.logIn('session');
    await agree(phone);
    await phone.kill();
    expect(await phone.received()).toEqual([]);
    await logInAndShare(phone, 'session');
    expect(await phone.conclusion()).toMatchObject({ ok: true });
  },
);

interface Place {
  readonly what: string;
  readonly screen: string;
  readonly go: (phone: TestPhone) => Promise<void>;
  /** Where the program stands after 5 s. */
  readonly later: string;
}
const places: readonly Place[] = [
  {
    what: 'the login screen',
    screen: 'login',
    go: (phone) => phone.logIn('session'),
    later: 'login',
  },
  // WeChat breaks off a request of a program that is away for 5 s.
  {
    what: 'GenAuth being asked',
    screen: 'working',
    go: (phone) => whileAsked(phone, { kind: 'hang' }),
    later: 'failure',
  },
  {
    what: 'a failure',
    screen: 'failure',
    go: (phone) => whileAsked(phone, { kind: 'status', status: 500 }),
    later: 'failure',
  },
];
journey(
  'the back gesture leaves without an answer, and 5 seconds later it is seen',
  async (phone) => {
    for (const { what, screen, go, later } of places) {
      await go(phone);
      await phone.screen(screen);
      await phone.back();
      expect([what, await phone.received()]).toEqual([what, []]);
      await phone.wait(5_000);
      await phone.foreground();
      await phone.screen(later);
      await phone.kill();
    }
  },
);

journey(
  'back in the app while GenAuth answers, the app gets its result there, once',
  async (phone) => {
    await whileAsked(phone, { kind: 'slow', ms: 2_000 });
    await phone.screen('working');
    await phone.background();
    await phone.wait(4_000);
    expect(await phone.conclusion()).toMatchObject({ ok: true });
    await phone.foreground();
    await phone.wait(2_000);
    expect(await phone.received()).toHaveLength(1);
  },
);

journey(
  'away for longer than WeChat lets a request live, trying again logs in, and once',
  async (phone) => {
    await whileAsked(phone, { kind: 'hang' });
    await phone.screen('working');
    await phone.background();
    await phone.wait(8_000);
    await phone.foreground();
    await phone.screen('failure');
    expect(await phone.received()).toEqual([]);
    await phone.tap('retry');
    await phone.tap('primary');
    await phone.allow();
    expect(await phone.conclusion()).toMatchObject({ ok: true });
    expect(await phone.received()).toHaveLength(1);
  },
);

const whileAsked = (phone: TestPhone, fault: Fault) =>
  logInWhile(phone, journeys.environment.sandbox.genauth, fault);

journey(
  'an agreement is read and left again, and the box is still not ticked',
  { needs: ['caller', 'life'] },
  async (phone) => {
    await phone.logIn('session');
    await phone.tap('agreement-terms');
    await phone.onPage('pages/agreement/agreement');
    await phone.back();
    await phone.onPage('pages/login/login');
    const box = await (await phone.page()).$('#consent-box');
    expect(await box?.attribute('aria-checked')).toBe('false');
  },
);

// What --chaos does, with a third of its runs; the simulator's alone.
(devToolsCli === undefined ? test : test.skip)(
  'left for a while or killed before any step, the login begun again ends as the calm one',
  async () => {
    const scenario = { contract: 'session', person: 'existing' } as const;
    const search = { seed: 7, kinds: ['background', 'kill'] as const, most: 3 };
    expect(await disturbJourney(scenario, journeys.environment, {}, search)).toEqual({
      ...{ seed: 7, runs: 3, difference: null },
      steps: ['tap consent-box', 'tap primary', 'answer the sheet: allow'],
    });
  },
);
