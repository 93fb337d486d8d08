import { describe, expect } from '@jest/globals';
import type { BrandPack } from '../../scripts/brand/pack/schema';
import { useJourneys } from '../support/journeys';
import type { TestPhone } from '../support/phone';

/* Agreements as the tenant keeps them in GenAuth's console, each of its switches. */

const site = 'https://www.lumen.example/legal';
const link = (words: string, path: string) => `<a href="${site}/${path}">${words}</a>`;

/** Rows of the console's table of agreements. */
const terms = row(1, `我已阅读并同意 ${link('《用户协议》', 'terms')}`);
// Short, so that no link is in two lines: a tap is in the middle of both.
const both = row(1, `${link('《协议》', 'terms')}和${link('《隐私》', 'privacy')}`);
const news = row(8, `接收${link('《活动资讯》', 'news')}`, { required: false });

function row(
  id: number,
  title: string,
  change: { required?: boolean; availableAt?: 0 | 1 | 2 | null } = {},
) {
  return {
    id,
    title,
    lang: 'zh-CN',
    required: true,
    order: id,
    availableAt: 2,
    ...change,
  } as const;
}

const fromGenauth = (pack: BrandPack): BrandPack => ({
  ...pack,
  agreements: { from: 'genauth', consoleHost: 'https://console.lumen.example' },
});

describe('where logging in may create an account', () => {
  const journeys = useJourneys({ brand: 'lumen', as: 'agreements', change: fromGenauth });
  const { journey } = journeys;
  const keep = (agreements: readonly ReturnType<typeof row>[]) => {
    journeys.environment.sandbox.genauth.tenant.app.agreements = agreements;
  };

  journey(
    'each link of a title opens its own page, and the receipt names the title',
    async (phone) => {
      keep([both]);
      await phone.logIn('session');
      expect(await phone.text('agreement-1')).toBe('《协议》');
      expect(await phone.text('agreement-1-2')).toBe('《隐私》');
      await phone.tap('agreement-1-2');
      await phone.onPage('pages/agreement/agreement');
      expect(await (await phone.page()).data('url')).toBe(`${site}/privacy`);
      await phone.back();
      await phone.onPage('pages/login/login');
      await phone.tap('agreement-1');
      await phone.onPage('pages/agreement/agreement');
      expect(await (await phone.page()).data('url')).toBe(`${site}/terms`);
      await phone.back();
      await phone.onPage('pages/login/login');
      await phone.tap('consent-box');
      expect(await agreedTo(phone)).toEqual(['1']);
    },
  );

  journey(
    'none, only optional ones, or a second link that WeChat could not open are no login, and the app is told why',
    async (phone) => {
      const { app } = journeys.environment.sandbox.genauth.tenant;
      app.agreementEnabled = false;
      await phone.logIn('session');
      await phone.screen('failure');
      await phone.kill();

      app.agreementEnabled = true;
      keep([news]);
      await phone.logIn('session');
      await phone.screen('failure');
      await phone.kill();

      const elsewhere = '<a href="https://elsewhere.example/p">《隐私政策》</a>';
      keep([row(1, `${link('《用户协议》', 'terms')}${elsewhere}`)]);
      await phone.logIn('session');
      await phone.screen('failure');
      await phone.tap('give-up');
      expect(await phone.answer()).toContain('"code":"agreements_missing"');
    },
  );

  journey('a text of 400 characters stands on the screen whole', async (phone) => {
    const text = '条'.repeat(400);
    keep([row(1, text)]);
    await phone.logIn('session');
    await phone.screen('login');
    expect(await label(phone, 'consent-box')).toContain(text);
    await phone.tap('consent-box');
    expect(await agreedTo(phone)).toEqual(['1']);
  });

  journey(
    'one for registering, one for logging in and one for both are all shown',
    async (phone) => {
      keep([
        row(1, link('《注册须知》', 'register'), { availableAt: 0 }),
        row(2, link('《旧注册须知》', 'old'), { availableAt: null }),
        row(3, link('《登录须知》', 'login'), { availableAt: 1 }),
        row(4, link('《用户协议》', 'terms')),
      ]);
      await phone.logIn('session');
      await phone.tap('consent-box');
      expect(await agreedTo(phone)).toEqual(['1', '2', '3', '4']);
    },
  );

  journey('an optional one has a box that is not ticked and not needed', async (phone) => {
    keep([terms, news]);
    await phone.logIn('session');
    await phone.tap('consent-box');
    expect(await checked(phone, 'option-8')).toBe('false');
    expect(await label(phone, 'consent-box')).not.toContain('《活动资讯》');
    expect(await label(phone, 'option-8')).toBe('接收《活动资讯》（可选）');
    expect(await agreedTo(phone)).toEqual(['1']);
  });

  journey('ticked, it is in the receipt, and its link opens', async (phone) => {
    keep([terms, news]);
    await phone.logIn('session');
    await phone.tap('option-8');
    expect(await checked(phone, 'option-8')).toBe('true');
    expect(await checked(phone, 'consent-box')).toBe('false');
    await phone.tap('agreement-8');
    await phone.onPage('pages/agreement/agreement');
    expect(await (await phone.page()).data('url')).toBe(`${site}/news`);
    await phone.back();
    await phone.onPage('pages/login/login');
    await phone.tap('consent-box');
    expect(await agreedTo(phone)).toEqual(['1', '8']);
  });

  journey('it can be ticked on the sheet, whose button agrees to the rest', async (phone) => {
    keep([terms, news]);
    await phone.logIn('session');
    await phone.tap('primary');
    await phone.tap('sheet-option-8');
    expect(await checked(phone, 'sheet-option-8')).toBe('true');
    await phone.tap('sheet-agree');
    expect(await receipt(phone)).toEqual(['1', '8']);
  });

  journey('two quick taps on it begin nothing', async (phone) => {
    keep([terms, news]);
    await phone.logIn('session');
    await phone.tap('option-8');
    await phone.tap('option-8');
    expect(await checked(phone, 'option-8')).toBe('false');
    await phone.tap('primary');
    await phone.tap('sheet-option-8');
    await phone.tap('sheet-option-8');
    expect(await checked(phone, 'sheet-option-8')).toBe('false');
    expect(await phone.received()).toEqual([]);
  });

  journey('opened by hand, the links of all of them are there', async (phone) => {
    keep([both, news]);
    await phone.open('pages/login/login');
    await phone.screen('about');
    for (const id of ['agreement-1', 'agreement-1-2', 'agreement-8'])
      expect(await phone.text(id)).toContain('《');
  });
});

describe('where logging in creates no account', () => {
  const { journey, ...journeys } = useJourneysWithoutRegistration();

  journey('those for registering are not shown, and not in the receipt', async (phone) => {
    journeys.keep([
      row(1, link('《注册须知》', 'register'), { availableAt: 0 }),
      row(2, link('《旧注册须知》', 'old'), { availableAt: null }),
      row(3, link('《登录须知》', 'login'), { availableAt: 1 }),
      row(4, link('《用户协议》', 'terms')),
    ]);
    await phone.logIn('session');
    await phone.screen('login');
    expect(await phone.shows('agreement-1')).toBe(false);
    expect(await phone.shows('agreement-2')).toBe(false);
    await phone.tap('consent-box');
    expect(await agreedTo(phone)).toEqual(['3', '4']);
  });
});

function useJourneysWithoutRegistration() {
  const journeys = useJourneys({
    brand: 'lumen',
    as: 'agreements-login-only',
    change: (pack) => {
      const [first, ...others] = pack.apps;
      return { ...fromGenauth(pack), apps: [{ ...first, createsAccounts: false }, ...others] };
    },
  });
  return {
    journey: journeys.journey,
    keep(agreements: readonly ReturnType<typeof row>[]) {
      const { tenant } = journeys.environment.sandbox.genauth;
      tenant.connection.loginOnly = true;
      tenant.app.agreements = agreements;
    },
  };
}

async function attribute(phone: TestPhone, id: string, name: string): Promise<string | undefined> {
  await phone.text(id);
  return (await (await phone.page()).$(`#${id}`))?.attribute(name);
}

const checked = (phone: TestPhone, id: string) => attribute(phone, id, 'aria-checked');
const label = (phone: TestPhone, id: string) => attribute(phone, id, 'aria-label');

/** With the box ticked: goes on, shares the number, and reads what the app got. */
async function agreedTo(phone: TestPhone): Promise<readonly string[]> {
  await phone.tap('primary');
  return await receipt(phone);
}

async function receipt(phone: TestPhone): Promise<readonly string[]> {
  await phone.allow();
  const { consent } = JSON.parse(await phone.answer());
  for (const { version } of consent.agreements) expect(version).toMatch(/^[0-9a-f]{8}$/);
  return consent.agreements.map(({ id }: { id: string }) => id);
}
