import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type Hands, handsOn } from '../../scripts/journey/hands';
import { type Fault, genauthAnswers } from '../../scripts/sandbox';
import { openPhone, type Phone } from '../../scripts/simulator';
import { useSuite } from './suite';

const suite = useSuite();
let phone: Phone;
let hands: Hands;
beforeEach(async () => {
  phone = await openPhone({ simulator: suite.world.simulator, browser: suite.browser, person: 'existing' });
  hands = handsOn(phone);
});
afterEach(() => phone.close());

describe('a launch that cannot be understood is answered with the parameter that is wrong', () => {
  test.each([
    ['no version', 'return=session', 'v'],
    ['another version', 'v=2', 'v'],
    ['a misspelt parameter', 'v=1&retrun=codes', 'retrun'],
    ['a value that WeChat cut', 'v=1&state=', 'state'],
    ['an application id that is none', 'v=1&app=harbor', 'app'],
    ['an unknown contract', 'v=1&return=cookie', 'return'],
    ['a key that is no key', 'v=1&key=abc', 'key'],
    ['another language', 'v=1&lang=xx', 'lang'],
  ])('%s', async (_name, query, parameter) => {
    await hands.launch(`pages/login/login?${query}`);
    const [extMsg = ''] = await phone.waitForReceived(1, { timeout: 20_000 });
    expect(JSON.parse(extMsg)).toMatchObject({
      status: 'error',
      error: { code: 'launch_invalid', message: expect.stringMatching(new RegExp(`\\b${parameter}\\b`)) },
    });
  });

  test('in the older contract too', async () => {
    await hands.launch('/routes/explore?userPoolId=nonsense&fromApp=1');
    expect((await phone.waitForReceived(1, { timeout: 20_000 }))[0]).toMatch(/^code=400&message=launch_invalid: .*userPoolId/);
  });
});

test('opened by hand, it says what it is for and offers no log-in', async () => {
  await phone.launch({ scene: 1089 });
  expect(await hands.next()).toEqual({ kind: 'screen', screen: 'about' });
  const page = await phone.miniProgram.currentPage();
  expect(await page.$('#primary')).toBeNull();
  expect(await phone.received()).toEqual([]);
});

describe('GenAuth that does not answer as it should: a screen with a retry, and an error for the app when the person gives up', () => {
  const refusals: [string, Fault, string][] = [
    ['unreachable', { kind: 'reset' }, 'network'],
    ['an HTML page', { kind: 'html', status: 200 }, 'server'],
    ['HTTP 500', { kind: 'status', status: 500 }, 'server'],
    ['statusCode 500', genauthAnswers.broken, 'server'],
    ['throttled', genauthAnswers.throttled, 'rate_limited'],
    ['200 without tokens', genauthAnswers.emptySuccess, 'server'],
  ];
  test.each(refusals)('%s', async (_name, fault, code) => {
    suite.world.sandbox.genauth.faults.enqueue({ path: '/api/v3/signin-by-mobile', fault });
    await logIn();
    expect(await screens('failure')).toBe('failure');
    await hands.find('retry');
    await hands.tap('give-up');
    await expectError(code);
  });

  test('no answer at all: given up after 10 s of the phone’s clock', async () => {
    suite.world.sandbox.genauth.faults.enqueue({ path: '/api/v3/signin-by-mobile', fault: { kind: 'hang' } });
    await logIn();
    expect(await screens('working')).toBe('working');
    await phone.waitForEntry((entry) => entry.kind === 'http', { timeout: 20_000 });
    await phone.clock.advance(12_000);
    expect(await screens('failure')).toBe('failure');
    await hands.tap('give-up');
    await expectError('timeout');
  });

  test('a slow answer still signs in', async () => {
    suite.world.sandbox.genauth.faults.enqueue({ path: '/api/v3/signin-by-mobile', fault: { kind: 'slow', ms: 8_000 } });
    await logIn();
    expect(await screens('working')).toBe('working');
    await phone.waitForEntry((entry) => entry.kind === 'http', { timeout: 20_000 });
    await phone.clock.advance(8_000);
    const [extMsg = ''] = await phone.waitForReceived(1, { timeout: 20_000 });
    expect(JSON.parse(extMsg)).toMatchObject({ status: 'ok' });
  });

  test('the quota of phone numbers is used up', async () => {
    suite.world.sandbox.wechat.program.phoneService = 'no-quota';
    await hands.launch('pages/login/login?v=1');
    await hands.tap('consent-box');
    await hands.tap('primary');
    expect(await screens('failure')).toBe('failure');
    await hands.tap('give-up');
    await expectError('phone_quota');
  });

  /** Until WeChat has given the phone number. */
  async function logIn(): Promise<void> {
    await hands.launch('pages/login/login?v=1');
    await hands.tap('consent-box');
    await hands.tap('primary');
    await hands.answerSheet('allow');
  }

  /** The first of the next screens that is the one, past all others. */
  async function screens(wanted: string): Promise<string> {
    for (;;) {
      const sight = await hands.next();
      if (sight.kind === 'screen' && sight.screen === wanted) return sight.screen;
    }
  }

  async function expectError(code: string): Promise<void> {
    const [extMsg = ''] = await phone.waitForReceived(1, { timeout: 20_000 });
    expect(JSON.parse(extMsg)).toMatchObject({ status: 'error', error: { code } });
  }
});
