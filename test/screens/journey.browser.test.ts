import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  openBrowser,
  openPhone,
  type Phone,
  type PhoneBrowser,
  type TimelineEntry,
} from '@mini-login/simulator';
import { type Environment, startEnvironment } from '../../scripts/environment';
import { drivePhone } from '../../scripts/journey/phone-driver';

// Many pictures in one browser; a machine that is busy otherwise takes its time.

let environment: Environment;
let browser: PhoneBrowser;
let phone: Phone;

/** One whole login, by hand, with an agreement read on the way. */
beforeAll(async () => {
  environment = await startEnvironment();
  browser = await openBrowser();
  const { app, simulator } = environment;
  phone = await openPhone({ simulator, browser, app, scale: 1 });
  await phone.launch({ path: 'pages/login/login?v=1&state=1234567890123456789012' });
  await tap('agreement-terms');
  await phone.miniProgram.navigateBack();
  await tap('primary');
  await phone.clock.advance(1000);
  await tap('sheet-cancel');
  await phone.clock.advance(1000);
  await tap('consent-box');
  await tap('primary');
  await (await phone.sheet()).allow();
  await phone.waitForReceived();
});

afterAll(async () => {
  await phone.close();
  await browser.close();
  await environment.close();
});

const tap = (id: string) => drivePhone(phone).tap(id);

const of = <K extends TimelineEntry['kind']>(kind: K) =>
  phone
    .timeline()
    .filter((entry): entry is Extract<TimelineEntry, { kind: K }> => entry.kind === kind);

describe('a whole login', () => {
  test('ends with the session in the app', async () => {
    expect(await phone.received()).toEqual([expect.stringContaining('"status":"ok"')]);
  });

  test('says nothing on the console and breaks no rule of WeChat', () => {
    expect([...of('console'), ...of('error')]).toEqual([]);
  });

  test('sets data at most 20 times in any second, and at most 256 KB at a time', () => {
    const calls = of('setData');
    const rates = calls.map(
      ({ at }) => calls.filter((other) => other.at >= at && other.at < at + 1000).length,
    );
    expect(calls.length).toBeGreaterThan(3);
    expect(Math.max(...rates)).toBeLessThanOrEqual(20);
    expect(Math.max(...calls.map(({ bytes }) => bytes))).toBeLessThanOrEqual(256 * 1024);
  });

  test('sends only what has changed: ticking the box takes less than a quarter of what the first screen took', () => {
    const shown = of('setData').filter(({ page }) => page === 'pages/login/login');
    const whole = Math.max(...shown.slice(0, 3).map(({ bytes }) => bytes));
    const tick = of('tap').find(({ target }) => target.includes('consent-box'));
    const ticked = shown.find(({ id }) => id > (tick?.id ?? Number.POSITIVE_INFINITY));
    expect(whole).toBeLessThan(4096);
    expect(ticked?.bytes).toBeGreaterThan(0);
    expect(ticked?.bytes).toBeLessThan(whole / 4);
  });

  test('calls no deprecated API', () => {
    const deprecated = of('wx').filter(
      (entry) => 'deprecated' in entry && entry.deprecated === true,
    );
    expect(deprecated.map(({ api }) => api)).toEqual([]);
  });

  test('fetches nothing for its looks: no font, picture or style from elsewhere', async () => {
    const fetched =
      await phone.evaluateInFrame(`() => performance.getEntriesByType('resource').map(({ name }) => new URL(name).origin)
      .filter((origin) => origin !== location.origin && origin !== 'null')`);
    expect(fetched).toEqual([]);
    expect(
      await phone.evaluateInFrame('() => [...document.fonts].map(({ family }) => family)'),
    ).toEqual([]);
  });
});
