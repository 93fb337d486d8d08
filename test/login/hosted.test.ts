import { describe, expect, test } from '@jest/globals';
import type { Brand } from '../../miniprogram/login/brand';
import type { DirectoryConfig } from '../../miniprogram/login/directory';
import type { Effect } from '../../miniprogram/login/effect';
import { directoryReader } from '../../miniprogram/login/hosted/reader';
import { createDirectory } from '../../miniprogram/login/hosted/table';
import { consoleHost } from '../../scripts/prove/brands';
import { hosted } from '../../scripts/prove/hosted';
import { appA, appB, type Driver, drive, toPhoneSheet, toReturning } from './driver';

/* One program for two companies. What a directory answers is written as GenAuth's console does. */

const [applicationA, applicationB] = ['a'.repeat(24), 'b'.repeat(24)];
const program = 'wxaaaaaaaaaaaaaaaa';
const provider: Brand = { ...hosted, provider: { 'zh-CN': '登录平台' }, businessDomains: [] };
const config: DirectoryConfig = {
  ...{ program, consoleHost, endpoint: 'https://directory.example', hosts: [] },
  ...{ logoHosts: ['cdn.example'], unregistered: 'refuse', unregisteredWords: {} },
};

const colours = {
  light: { background: '#ffffff', primary: '#0b6478', onPrimary: '#ffffff', link: '#0b6478' },
  dark: { background: '#111111', primary: '#6cc3d3', onPrimary: '#06232a', link: '#7fcbd9' },
};

interface Changes {
  readonly brand?: Partial<Brand>;
  readonly config?: Partial<DirectoryConfig>;
  /** WeChat loads what reads answers; it does when left out. */
  readonly loads?: () => boolean;
}

function start({ brand, config: change, loads = () => true }: Changes = {}): Driver {
  const reader = () => (loads() ? directoryReader : null);
  const directory = createDirectory({ ...config, ...change }, reader);
  return drive({ ...provider, ...brand }, directory);
}

const query = (app: string) => ({ v: '1', app, conn: 'acme-wechat', state: 's'.repeat(22) });

const publicConfig = (app: string, mobileAppID: string, change: object = {}) => ({
  code: 200,
  data: {
    id: app,
    name: `Tenant ${app[0]}`,
    logo: 'https://elsewhere.example/logo.png',
    requestHostname: 'evil.example',
    ecConnections: [
      { type: 'wechat:miniprogram:app-launch', fields: { mobileAppID, appId: program } },
    ],
    agreementEnabled: true,
    agreements: [
      {
        ...{ id: 1, lang: 'zh-CN', order: 1, availableAt: 2, required: true },
        title: `<a href="https://t.example/${app[0]}">Terms of ${app[0]}</a>`,
      },
    ],
    ...change,
  },
});

const entry = (mobileAppId: string, change: object = {}) => ({
  ...{ v: 1, mobileAppId, app: applicationA, connection: 'acme-wechat', name: 'Acme' },
  agreements: [{ id: 'rules', version: '3', title: 'Rules', text: 'Be kind.' }],
  ...change,
});

function answer(login: Driver, body: unknown, status = 200): void {
  const attempt = login.state.visit.attempt;
  login.send({ type: 'responded', attempt, purpose: 'directory', response: { status, body } });
}

function requests(login: Driver): readonly Extract<Effect, { type: 'request' }>[] {
  return login.asked('request').filter((effect) => effect.type === 'request');
}

const ended = (login: Driver) =>
  'failure' in login.state ? (login.state.failure?.code ?? null) : null;

/** Opened by the first company's app, which names its application, with readable agreements. */
function opened(change: Changes = {}): Driver {
  const login = start({ ...change, brand: { businessDomains: ['t.example'], ...change.brand } });
  login.show({ query: query(applicationA) });
  return login;
}

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

describe('the provider’s own directory, for launches that name nothing', () => {
  const guard = { path: '', query: {} };
  function byCaller(change: Changes = {}): Driver {
    const login = start(change);
    login.show(guard);
    return login;
  }

  test('is asked by the caller, and gives codes under the app’s name', () => {
    const login = byCaller();
    expect(requests(login)[0]?.request.url).toBe(`https://directory.example/apps/${appA}`);
    answer(login, entry(appA, { colours }));
    expect(login.screen).toMatchObject({ screen: 'login', title: 'Acme' });
    expect(login.screen.colours).toContain('--light-primary:#0b6478');
    expect(login.screen.bar?.dark).toEqual({ background: '#111111', front: '#ffffff' });
  });

  test.each([
    ['no entry', {}, 404, 'app_not_registered'],
    ['an entry of another app', entry(appB), 200, 'directory_invalid'],
    ['an entry for another program', entry(appA, { programId: 'wx1' }), 200, 'program_mismatch'],
    ['another version', entry(appA, { v: 2 }), 200, 'directory_invalid'],
    ['an error', 'oops', 500, 'directory_unavailable'],
    ['a foreign host', entry(appA, { host: 'https://evil.example' }), 200, 'directory_invalid'],
    [
      'more than the program allows',
      entry(appA, { scopes: ['openid', 'address'] }),
      200,
      'directory_invalid',
    ],
    [
      'an agreement without words',
      entry(appA, { agreements: [{ id: 'a', version: '1', title: 'A' }] }),
      200,
      'agreements_missing',
    ],
  ])('%s is refused', (_, body, status, code) => {
    const login = byCaller();
    answer(login, body, status);
    expect(ended(login)).toBe(code);
  });

  test('what the entry does not allow is refused, though the program does', () => {
    const login = byCaller();
    answer(login, entry(appA, { returns: ['session'] }));
    expect(ended(login)).toBe('launch_invalid');
  });

  test('colours that are too alike are the provider’s, and the console says so', () => {
    const login = byCaller();
    const light = { ...colours.light, onPrimary: '#0b6479' };
    answer(login, entry(appA, { colours: { ...colours, light } }));
    expect(login.screen.colours).toBe('');
    expect(JSON.stringify(login.asked('note'))).toContain('light.onPrimary on primary');
  });

  test('placeholders and signs in its texts are text', () => {
    const login = byCaller();
    answer(login, entry(appA, { name: '{operator} {list} $&' }));
    expect(login.screen).toMatchObject({ title: '{operator} {list} $&' });
    expect(JSON.stringify(login.screen)).toContain('"asking":"{operator} {list} $&');
  });

  test('a logo counts only from a host that was declared', () => {
    const login = byCaller();
    answer(login, entry(appA, { logo: 'https://cdn.example/a.png' }));
    expect(login.screen).toMatchObject({ logo: 'https://cdn.example/a.png' });
    const other = byCaller();
    answer(other, entry(appA, { logo: 'https://evil.example/a.png' }));
    expect(other.screen).toMatchObject({ logo: provider.logo });
  });

  test('codes for an app without an entry: only where the provider says so, under its own name', () => {
    const words = { 'zh-CN': { 'login.asking': '不认识' } };
    const login = byCaller({ config: { unregistered: 'codes', unregisteredWords: words } });
    answer(login, {}, 404);
    expect(login.screen).toMatchObject({ screen: 'login', title: 'Harbor', asking: '不认识' });
    // Whoever's app it is: it is not the provider's.
    toReturning(login);
    expect(login.screen).toMatchObject({ screen: 'returning', detail: '正在返回原应用…' });
    const session = start({ config: { unregistered: 'codes', unregisteredWords: words } });
    session.show({ query: query(applicationA) });
    answer(session, { code: 404 });
    expect(ended(session)).toBe('app_not_registered');
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
