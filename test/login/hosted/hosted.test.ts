import { describe, expect, test } from '@jest/globals';
import { consoleHost } from '../../../scripts/prove/brands';
import { appA, appB, type Driver, toPhoneSheet, toReturning } from '../driver';
import {
  answer,
  applicationA,
  applicationB,
  ended,
  entry,
  opened,
  provider,
  publicConfig,
  query,
  requests,
  start,
} from './two-companies';

/* One program for two companies. What a directory answers is written as GenAuth's console does. */

describe('who asks is found out first', () => {
  test('in the provider’s look, with a way out, a deadline, and the login code on its way', () => {
    const login = opened();
    expect(login.state.name).toBe('identifying');
    expect(login.screen).toMatchObject({ screen: 'working', title: 'Harbor', colours: '' });
    // Nothing is agreed to yet, so that no station of a login is behind.
    expect(login.screen).toMatchObject({ heading: '正在准备登录', steps: [] });
    expect(login.asked('fetchLoginCode')).toHaveLength(1);
    expect(requests(login).map(({ request }) => request.url)).toEqual([
      `${consoleHost}/api/v2/applications/${applicationA}/public-config`,
    ]);
    expect(login.ringsIn()).toBe(12_000);
    login.tap('declined');
    expect(ended(login)).toBe('user_cancelled');
  });

  test('an answer that is confirmed shows the app, its agreements and the provider’s', () => {
    const login = opened();
    answer(login, publicConfig(applicationA, appA));
    expect(login.screen).toMatchObject({ screen: 'login', title: 'Tenant a' });
    expect(JSON.stringify(login.screen)).toContain('Terms of a');
    expect(JSON.stringify(login.screen)).toContain('provider-terms');
  });

  test('asks the brand’s host with the application and the connection of the launch, and nothing else', () => {
    const login = opened();
    answer(login, publicConfig(applicationA, appA));
    toReturning(login);
    const [, signIn] = requests(login);
    expect(signIn?.request.url).toBe(`${provider.genauth.host}/api/v3/signin-by-mobile`);
    expect(signIn?.request.headers['x-app']).toBe(applicationA);
    expect(JSON.stringify(signIn?.request.body)).toContain('"extIdpConnidentifier":"acme-wechat"');
    expect(requests(login)).toHaveLength(2);
    expect(JSON.stringify(login.state)).toContain('"status\\":\\"ok');
  });
});

test('without what reads the answer nobody is served, and trying again serves', () => {
  let isLoaded = false;
  const login = opened({ loads: () => isLoaded });
  answer(login, publicConfig(applicationA, appA));
  expect(login.screen).toMatchObject({ screen: 'failure', title: 'Harbor' });
  expect(ended(login)).toBe('wechat_failed');
  isLoaded = true;
  login.tap('retryTapped');
  answer(login, publicConfig(applicationA, appA));
  expect(login.screen).toMatchObject({ screen: 'login', title: 'Tenant a' });
});

describe('a ticket is of the user pool that the answer names', () => {
  const [own, other, providers] = ['d'.repeat(24), 'e'.repeat(24), 'f'.repeat(24)];
  const returns = ['session', 'ticket'] as const;
  const ofPool = (userPoolId: string | null, query: object, path = '') => {
    const genauth = { ...provider.genauth, userPoolId };
    const apps = [{ ...provider.apps[0], returns }] as const;
    const login = start({ brand: { genauth, apps, businessDomains: ['t.example'] } });
    login.show({ path, query: { ...query } });
    return login;
  };
  const explore = (pool: string, providersPool: string | null = null, more: object = {}) =>
    ofPool(
      providersPool,
      { userPoolId: pool, fromApp: '1', getPhone: '1', ...more },
      'routers/explore',
    );
  test.each([
    ['its own', own, { userPoolId: own }, null],
    ['another company’s', other, { userPoolId: own }, 'launch_invalid'],
    ['the provider’s', providers, { userPoolId: own }, 'launch_invalid'],
    ['any, where the entry names none', other, {}, 'launch_invalid'],
    ['the provider’s, where the entry names none', providers, {}, 'launch_invalid'],
  ])('%s', (_, pool, named, code) => {
    for (const providersPool of [null, providers]) {
      const login = explore(pool, providersPool);
      answer(login, entry(appA, named));
      expect(ended(login)).toBe(code);
      if (code === null) expect(login.state.name).toBe('asking');
    }
  });

  test.each([
    ['of GenAuth’s public configuration', { userPoolId: own }, own],
    ['of none, where that names none', {}, null],
    ['of none, where that is no user pool', { userPoolId: 'x'.repeat(24) }, null],
  ])('by application it is %s, never the provider’s', (_, named, pool) => {
    const login = ofPool(providers, { ...query(applicationA), return: 'ticket' });
    answer(login, publicConfig(applicationA, appA, named));
    expect(login.state).toMatchObject({
      name: pool === null ? 'returning' : 'asking',
      visit: { launch: { userPoolId: pool } },
    });
    expect(ended(login)).toBe(pool === null ? 'launch_invalid' : null);
    if (pool === null) return;
    toPhoneSheet(login);
    login.phone();
    const [, mint] = requests(login);
    expect(mint?.purpose).toBe('ticket');
    expect(mint?.request.body).toMatchObject({
      ...{ userPoolId: own, extIdpConnidentifier: 'acme-wechat' },
    });
  });

  test('an application that the launch names in another form is asked about by nobody', () => {
    const login = explore(own, null, { app: '../../x', conn: 'acme-wechat' });
    expect(requests(login).map(({ request }) => request.url)).toEqual([
      `https://directory.example/apps/${appA}`,
    ]);
  });
});

describe('an answer that does not confirm the launch is a refusal with a code of its own', () => {
  test.each([
    ['the application is another app’s', publicConfig(applicationA, appB), 'app_not_registered'],
    ['GenAuth knows no such application', { code: 404, message: 'no' }, 'app_not_registered'],
    [
      'it has no connection for apps',
      publicConfig(applicationA, appA, { ecConnections: [] }),
      'app_not_registered',
    ],
    [
      'its connection names another mini program',
      publicConfig(applicationA, appA, {
        ecConnections: [
          {
            type: 'wechat:miniprogram:app-launch',
            fields: { mobileAppID: appA, appId: 'wx0000000000000001' },
          },
        ],
      }),
      'program_mismatch',
    ],
    ['it is of another application', publicConfig(applicationB, appA), 'directory_invalid'],
    [
      'its name is markup',
      publicConfig(applicationA, appA, { name: '<b>Acme</b>' }),
      'directory_invalid',
    ],
    [
      'its name turns the direction',
      publicConfig(applicationA, appA, { name: 'A\u202ecme' }),
      'directory_invalid',
    ],
    [
      'its name is too long',
      publicConfig(applicationA, appA, { name: 'A'.repeat(61) }),
      'directory_invalid',
    ],
    ['it is HTML', '<html>', 'directory_unavailable'],
    [
      'it is too large',
      publicConfig(applicationA, appA, { more: 'x'.repeat(70_000) }),
      'directory_unavailable',
    ],
    [
      'it has no agreements',
      publicConfig(applicationA, appA, { agreements: [] }),
      'agreements_missing',
    ],
  ])('%s', (_, body, code) => {
    const login = opened();
    answer(login, body);
    expect(ended(login)).toBe(code);
  });

  test('too late, or not at all: the deadline, and trying again asks again', () => {
    const login = opened();
    login.pass(12_000);
    login.ring();
    expect(ended(login)).toBe('timeout');
    answer(login, publicConfig(applicationA, appA));
    expect(login.state.name).toBe('failed');
    login.tap('retryTapped');
    expect(login.state.name).toBe('identifying');
    answer(login, publicConfig(applicationA, appA));
    expect(login.state.name).toBe('asking');
  });

  test('WeChat does not say who asks: nobody is asked', () => {
    const login = start();
    login.show({ query: query(applicationA), caller: null });
    expect([ended(login), requests(login).length]).toEqual(['app_not_allowed', 0]);
  });

  test('a launch that is wrong in itself is refused before anybody is asked', () => {
    const login = start();
    login.show({ query: { ...query(applicationA), state: 'short' } });
    expect([ended(login), requests(login).length]).toEqual(['launch_invalid', 0]);
  });

  test('a second answer, after one that counted, changes nothing', () => {
    const login = opened();
    answer(login, publicConfig(applicationA, appA));
    const before = login.state;
    answer(login, publicConfig(applicationA, appA, { name: 'Mallory' }));
    expect(login.state).toBe(before);
  });
});

describe('agreements of hosts that this program cannot open', () => {
  test('go through the provider’s reader, which gets the address', () => {
    const reader = 'https://read.example/?page=';
    const login = opened({ brand: { businessDomains: [], reader } });
    answer(login, publicConfig(applicationA, appA));
    const seen = JSON.stringify(login.state);
    expect(seen).toContain(`${reader}${encodeURIComponent('https://t.example/a')}`);
  });

  test('are no login without one', () => {
    const login = opened({ brand: { businessDomains: [] } });
    answer(login, publicConfig(applicationA, appA));
    expect(ended(login)).toBe('agreements_missing');
  });
});

describe('nothing of one company is left when the next launch comes', () => {
  const a = { caller: appA, query: query(applicationA) };
  const b = { caller: appB, query: query(applicationB) };
  const bodyOf = { a: publicConfig(applicationA, appA), b: publicConfig(applicationB, appB) };

  test.each([
    ['after a screen', (login: Driver) => answer(login, bodyOf.a)],
    ['after nothing was answered', () => undefined],
    [
      'after WeChat’s sheet',
      (login: Driver) => {
        answer(login, bodyOf.a);
        toPhoneSheet(login);
      },
    ],
    [
      'after a result',
      (login: Driver) => {
        answer(login, bodyOf.a);
        toReturning(login);
      },
    ],
    ['after a failure', (login: Driver) => answer(login, 'oops', 500)],
  ])('%s', (_, before) => {
    const login = start({ brand: { businessDomains: ['t.example'] } });
    login.show(a);
    before(login);
    const late = login.state.visit.attempt;
    login.hide();
    login.show(b);
    expect(JSON.stringify(login.state)).not.toMatch(/Tenant a|Terms of a/);
    const response = { status: 200, body: bodyOf.a };
    login.send({ type: 'responded', attempt: late, purpose: 'directory', response });
    expect(login.state.name).toBe('identifying');
    answer(login, bodyOf.b);
    expect(login.screen).toMatchObject({ screen: 'login', title: 'Tenant b' });
    expect(JSON.stringify(login.state)).not.toMatch(/Tenant a|Terms of a/);
  });
});
