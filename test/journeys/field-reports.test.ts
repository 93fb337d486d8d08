import { describe, expect } from '@jest/globals';
import type { BrandPack } from '../../scripts/brand/pack/schema';
import { useJourneys } from '../support/journeys';
import { agree, logInAndShare } from '../support/log-in';
import type { TestPhone } from '../support/phone';

/* What went wrong for people who build such logins, each as a person meets it. */

describe('the demo brand', () => {
  const journeys = useJourneys();
  const { journey } = journeys;
  const failing = (api: 'wx.login' | 'getPhoneNumber', errMsg: string) =>
    journeys.environment.sandbox.wechat.faults.enqueue({ api, fault: { kind: 'errMsg', errMsg } });

  journey(
    "WeChat's language changes while the person is away: the same login, in its own language",
    async (phone) => {
      await phone.logIn('session');
      const before = await read(phone);
      await phone.background();
      await phone.setDevice({ language: 'en' });
      await phone.foreground();
      expect(await read(phone)).toEqual(before);
      await agree(phone);
      await phone.allow();
      expect(await phone.conclusion()).toMatchObject({ ok: true });
      await phone.setDevice({ language: 'ja' });
      await phone.foreground();
      await phone.wait(15_000);
      expect(await phone.received()).toHaveLength(1);
    },
  );

  for (const [says, navigateBackApplication] of [
    ['said yes', 'ok-but-stays'],
    ['never answered', 'never-answers'],
  ] as const)
    journey(
      `WeChat ${says}, the person looks into the app by the system’s gesture and comes back: nothing is claimed`,
      { misbehave: { navigateBackApplication } },
      async (phone) => {
        await logInAndShare(phone, 'session');
        await phone.text('return');
        await phone.wait(20_000);
        await phone.background();
        await phone.wait(3_000);
        await phone.foreground();
        await expectUnknown(phone);
        expect(await phone.received()).toEqual([]);
      },
    );

  journey(
    'the button’s sheet is cancelled, and a minute later the screen locks: nothing is claimed',
    { misbehave: { navigateBackApplication: 'fail', launchApp: 'cancelled' } },
    async (phone) => {
      await logInAndShare(phone, 'session');
      await phone.tap('return');
      await phone.wait(61_000);
      await phone.background();
      await phone.wait(10_000);
      await phone.foreground();
      await expectUnknown(phone);
      expect(await phone.received()).toEqual([]);
    },
  );

  journey(
    'WeChat’s contract is named late, after a failure and another try: it is agreed to as well',
    { misbehave: { privacySetting: 'late' } },
    async (phone) => {
      failing('wx.login', 'login:fail');
      await phone.logIn('session');
      await phone.tap('retry');
      await phone.tap('consent-box');
      await phone.wait(10_000);
      // The yes was to other words.
      const { consent: box } = JSON.parse(await read(phone));
      expect(box.agreed).toBe(false);
      expect(box.parts).toContainEqual(expect.objectContaining({ kind: 'privacyContract' }));
      await agree(phone);
      await phone.allow();
      const { consent } = JSON.parse(await phone.answer());
      expect(consent.privacyContract).toMatch(/《.+》/);
    },
  );

  journey(
    'the program’s AppID has no right to phone numbers: its owner’s matter',
    async (phone) => {
      failing('getPhoneNumber', 'getPhoneNumber:fail 该 appid 没有权限');
      await phone.logIn('session');
      await agree(phone);
      await phone.screen('failure');
      expect(await read(phone)).toContain('不是您的原因');
      expect(await phone.shows('retry')).toBe(false);
      await phone.tap('give-up');
      expect(await phone.answer()).toContain('"code":"phone_not_allowed"');
    },
  );

  journey(
    'the system or the network stops the number’s sheet: nobody has refused',
    async (phone) => {
      for (const [index, [errMsg, code]] of [
        ['getPhoneNumber:fail system permission denied', 'phone_unavailable'],
        ['getPhoneNumber:fail:timeout', 'timeout'],
      ].entries()) {
        failing('getPhoneNumber', errMsg ?? '');
        await phone.logIn('session');
        await agree(phone);
        await phone.screen('failure');
        expect(await read(phone)).not.toContain('没有提供手机号');
        expect(await phone.shows('retry')).toBe(true);
        await phone.tap('give-up');
        expect((await phone.answers(index + 1)).at(-1)).toContain(`"code":"${code}"`);
      }
    },
  );

  journey('wx.login fails: it is WeChat, and trying again works', async (phone) => {
    failing('wx.login', 'login:fail');
    await phone.logIn('session');
    await phone.screen('failure');
    expect(await read(phone)).toContain('是微信这边的情况');
    await phone.tap('retry');
    await agree(phone);
    await phone.allow();
    expect(await phone.conclusion()).toMatchObject({ ok: true });
  });

  journey(
    'the app asks for a language as its phone names it: the nearest is spoken',
    async (phone) => {
      for (const [index, [lang, spoken]] of [
        ['zh-Hant-HK', 'zh-TW'],
        ['fr-CA', 'zh-CN'],
      ].entries()) {
        const state = 's'.repeat(22);
        await phone.launch({ path: `pages/login/login?v=1&state=${state}&lang=${lang}` });
        await phone.screen('login');
        expect(JSON.parse(await read(phone))).toMatchObject({ lang: spoken });
        await phone.tap('decline');
        expect((await phone.answers(index + 1)).at(-1)).toContain('"code":"user_cancelled"');
      }
    },
  );
});

describe('agreements that the tenant changes while a person logs in', () => {
  const fromGenauth = (pack: BrandPack): BrandPack => ({
    ...pack,
    agreements: { from: 'genauth', consoleHost: 'https://console.lumen.example' },
  });
  const journeys = useJourneys({ brand: 'lumen', as: 'agreements-change', change: fromGenauth });
  const { journey } = journeys;
  const publish = (path: string, words: string) => {
    const title = `<a href="https://www.lumen.example/legal/${path}">${words}</a>`;
    const row = { id: 1, title, lang: 'zh-CN', required: true, order: 1, availableAt: 2 } as const;
    journeys.environment.sandbox.genauth.tenant.app.agreements = [row];
  };

  journey('the next launch shows the new ones, unticked', async (phone) => {
    publish('terms', '《协议》');
    await phone.logIn('session');
    await phone.tap('consent-box');
    publish('terms-2', '《新协议》');
    await phone.logIn('session');
    expect(await phone.text('agreement-1')).toBe('《新协议》');
    expect(JSON.parse(await read(phone))).toMatchObject({ consent: { agreed: false } });
  });

  journey('they could not be read: trying again asks for what is published then', async (phone) => {
    publish('terms', '《协议》');
    journeys.environment.sandbox.genauth.faults.enqueue({
      path: '/api/v2/applications/*',
      fault: { kind: 'status', status: 500 },
    });
    await phone.logIn('session');
    await phone.screen('failure');
    publish('terms-2', '《新协议》');
    await phone.tap('retry');
    expect(await phone.text('agreement-1')).toBe('《新协议》');
    await agree(phone);
    await phone.allow();
    const [{ version } = { version: '' }] = JSON.parse(await phone.answer()).consent.agreements;
    expect(version).not.toBe('');
  });
});

/** Everything on the screen, as the page holds it. */
async function read(phone: TestPhone): Promise<string> {
  // Without the places where a line may end.
  return JSON.stringify(await (await phone.page()).data('view')).replaceAll('\u200b', '');
}

async function expectUnknown(phone: TestPhone): Promise<void> {
  const screen = await read(phone);
  expect(screen).not.toMatch(/登录成功/);
  expect(screen).toMatch(/如果|没有自动/);
}
