import { describe, expect, test } from '@jest/globals';
import type { Brand } from '../../miniprogram/login/brand';
import type { DirectoryConfig } from '../../miniprogram/login/directory';
import { directoryReader } from '../../miniprogram/login/hosted/reader';
import { createDirectory } from '../../miniprogram/login/hosted/table';
import { ownBrand } from '../../miniprogram/login/launch/effective';
import { consoleHost, plain } from '../../scripts/prove/brands';
import { hosted } from '../../scripts/prove/hosted';
import { appA, contract1, type Driver, drive, type Shown } from './driver';

/* Whom a hosted program asks whose launch it is, and what of GenAuth's answer it believes. */

const application = 'a'.repeat(24);
const program = 'wxaaaaaaaaaaaaaaaa';
const brand: Brand = {
  ...hosted,
  contact: { 'zh-CN': '平台客服' },
  businessDomains: ['t.example'],
};
const provider = ownBrand(brand);
const config: DirectoryConfig = {
  ...{ program, consoleHost, endpoint: 'https://directory.example', logoHosts: ['cdn.example'] },
  ...{ hosts: [], unregistered: 'refuse', unregisteredWords: {} },
};

const connection = (
  mobileAppID: unknown,
  appId?: unknown,
  type = 'wechat:miniprogram:app-launch',
) => ({
  type,
  fields: { mobileAppID, appId },
});
const userPoolId = 'd'.repeat(24);
const answer = {
  ...{ id: application, userPoolId },
  name: 'Acme',
  ecConnections: [connection(appA, program)],
  agreementEnabled: true,
  agreements: [{ id: 1, title: '<a href="https://t.example/1">Terms</a>', lang: 'zh-CN' }],
};

const read = (body: unknown, status = 200) =>
  directoryReader.readPublicConfig(
    { status, body },
    { caller: appA, app: application, connection: 'acme-wechat' },
    'zh-CN',
    provider,
    config,
  );
const withField = (change: object) => read({ code: 200, data: { ...answer, ...change } });

describe('GenAuth\u2019s public configuration', () => {
  const providers = hosted.agreements.from === 'brand' ? hosted.agreements.items : [];
  const named = Object.fromEntries(brand.languages.map((lang) => [lang, 'Acme']));
  const acme = {
    ...provider,
    appName: named,
    operator: named,
    contact: null,
    app: application,
    connection: 'acme-wechat',
    genauth: { ...provider.genauth, userPoolId },
  };

  test('makes the provider\u2019s program this app\u2019s', () => {
    expect(withField({ logo: 'https://cdn.example/a.png' })).toEqual({
      notes: [],
      brand: {
        ...acme,
        logo: 'https://cdn.example/a.png',
        agreements: {
          from: 'brand',
          items: [
            {
              id: '1',
              version: expect.stringMatching(/^[0-9a-f]{8}$/),
              optional: false,
              parts: [{ id: '1', text: 'Terms', url: 'https://t.example/1' }],
            },
            ...providers,
          ],
        },
      },
    });
    expect(withField({ logo: 'https://elsewhere.example/a.png' })).toMatchObject({
      brand: { logo: provider.logo },
    });
  });

  test.each<[string, readonly unknown[]]>([
    ['names this program', [connection(appA, program)]],
    ['names no program', [connection(appA)]],
    ['names none that is a text', [connection(appA, 7)]],
    ['is one of several', [connection(appA, 'wx1'), connection(appA, program)]],
    ['stands behind that of another app', [connection('wx1', 'wx1'), connection(appA, program)]],
  ])('counts where a connection of the app %s', (_, ecConnections) => {
    expect(withField({ ecConnections })).toMatchObject({ brand: { app: application } });
  });

  const notOurs = 'The application that the launch names is not this app’s';
  test.each<[string, string, object]>([
    ['app_not_registered', notOurs, { ecConnections: [] }],
    ['app_not_registered', notOurs, { ecConnections: undefined }],
    ['app_not_registered', notOurs, { ecConnections: { 0: connection(appA, program) } }],
    ['app_not_registered', notOurs, { ecConnections: [connection('wx1', program)] }],
    ['app_not_registered', notOurs, { ecConnections: [connection(appA, program, 'wechat:pc')] }],
    ['app_not_registered', notOurs, { ecConnections: [null, 'x', connection([appA], program)] }],
    [
      'program_mismatch',
      "The app's entry names another mini program than this one",
      { ecConnections: [connection(appA, 'wx1'), connection(appA, 'wx2')] },
    ],
    [
      'directory_invalid',
      "The directory's entry is of another application",
      { id: 'b'.repeat(24) },
    ],
    ['directory_invalid', "The directory's entry has a name that cannot be shown", { name: '<b>' }],
    ['directory_unavailable', "The directory's answer is too large", { more: 'x'.repeat(65_536) }],
  ])('%s: %s', (code, message, change) => {
    expect(withField(change)).toEqual({ failure: { code, message } });
  });

  test('without agreements is a failure of this app, under its name', () => {
    expect(withField({ agreements: [] })).toEqual({
      failure: {
        code: 'agreements_missing',
        message: "GenAuth's public configuration has no agreement that this login needs",
      },
      brand: { ...acme, agreements: { from: 'brand', items: [] } },
    });
  });

  test.each<[string, object, string, string]>([
    ['404', { code: 404 }, 'app_not_registered', 'GenAuth knows no such application'],
    [
      '2004',
      { code: 400, apiCode: 2004 },
      'app_not_registered',
      'GenAuth knows no such application',
    ],
    ['429', { code: 429 }, 'rate_limited', 'GenAuth refused with statusCode 429'],
    [
      '500',
      { code: 500 },
      'directory_unavailable',
      "The directory's answer cannot be read: GenAuth refused with statusCode 500",
    ],
  ])('that is refused with %s', (_, body, code, message) => {
    expect(read(body)).toEqual({ failure: { code, message } });
  });
});

describe('whom to ask', () => {
  const opened = (shown: Shown, change: Partial<DirectoryConfig> = {}): Driver => {
    const login = drive(
      brand,
      createDirectory({ ...config, ...change }, () => directoryReader),
    );
    login.show(shown);
    return login;
  };
  const guard = { path: '', query: {} };
  const naming = { query: { ...contract1, app: application, conn: 'acme-wechat' } };
  const respond = (login: Driver, status: number, body: unknown) =>
    login.send({
      type: 'responded',
      attempt: login.state.visit.attempt,
      purpose: 'directory',
      response: { status, body },
    });
  const missing = {
    code: 'launch_invalid',
    message: 'The launch parameter app is missing: this program serves the apps of many companies',
  };

  test.each<[string, Shown, Partial<DirectoryConfig>, string]>([
    [
      'GenAuth, about the application that is named',
      naming,
      {},
      `${consoleHost}/api/v2/applications/${application}/public-config`,
    ],
    ['the provider, where nothing is named', guard, {}, `https://directory.example/apps/${appA}`],
    [
      'the provider, where GenAuth is not asked',
      naming,
      { consoleHost: null },
      `https://directory.example/apps/${appA}`,
    ],
  ])('%s', (_, shown, change, url) => {
    const login = opened(shown, change);
    const { attempt } = login.state.visit;
    expect(login.effects).toEqual([
      { type: 'readPrivacy', attempt },
      { type: 'fetchLoginCode', attempt },
      {
        type: 'request',
        attempt,
        purpose: 'directory',
        request: { method: 'GET', url, headers: expect.anything(), timeoutMs: 10_000 },
      },
    ]);
  });

  test('who asks the provider is answered by its entry', () => {
    const login = opened(naming, { consoleHost: null });
    respond(login, 200, { code: 200, data: answer });
    expect(login.state).toMatchObject({ failure: { code: 'directory_invalid' } });
  });

  test.each<[string, Shown, Partial<DirectoryConfig>]>([
    ['nothing is named, and nobody can be asked', guard, { endpoint: null }],
    ['the caller is no AppID', { ...guard, caller: 'wx1' }, {}],
    ['the caller is an AppID and more', { ...guard, caller: `${appA}0` }, {}],
    ['the caller has something before it', { ...guard, caller: `x${appA}` }, {}],
    [
      'a session is asked for, where codes are for anybody',
      { query: contract1 },
      { endpoint: null, unregistered: 'codes' },
    ],
  ])('nobody: %s', (_, shown, change) => {
    const login = opened(shown, change);
    expect(login.state).toMatchObject({ name: 'returning', failure: missing });
    expect(login.asked('request')).toEqual([]);
    expect(login.asked('fetchLoginCode')).toEqual([]);
  });

  test('nobody, where codes are for anybody: the login begins', () => {
    const login = opened(guard, { endpoint: null, unregistered: 'codes' });
    expect(login.state).toMatchObject({
      name: 'asking',
      visit: { brand: { appName: plain.appName } },
    });
    expect(login.asked('request')).toEqual([]);
  });

  test.each<[string, Shown, number, string, string]>([
    ['an app without an entry', guard, 404, 'asking', ''],
    ['a directory that fails', guard, 500, 'failed', 'directory_unavailable'],
    [
      'an app that asks for more than codes',
      { query: contract1 },
      404,
      'returning',
      'app_not_registered',
    ],
  ])('codes are for anybody, but %s is %s', (_, shown, status, name, code) => {
    const login = opened(shown, { unregistered: 'codes' });
    respond(login, status, {});
    expect(login.state.name).toBe(name);
    expect('failure' in login.state ? login.state.failure?.code : '').toBe(code);
  });

  test('an application that GenAuth does not know gets no codes either', () => {
    const query = { ...naming.query, return: 'codes' };
    const login = opened({ query }, { unregistered: 'codes' });
    respond(login, 200, { code: 404 });
    expect(login.state).toMatchObject({
      name: 'returning',
      failure: { code: 'app_not_registered' },
    });
  });

  const { conn: _, ...unconnected } = naming.query;
  test.each<[string, Shown]>([
    ['a session', { query: unconnected }],
    ['a ticket', { query: { ...unconnected, return: 'ticket' } }],
    [
      'a ticket of the older contract',
      { path: 'routers/explore', query: { app: application, userPoolId, fromApp: '1' } },
    ],
  ])('nobody, where %s by application names no connection', (_, shown) => {
    const login = opened(shown);
    const message =
      'The launch parameter conn is missing: this program serves the apps of many companies';
    expect(login.state).toMatchObject({ failure: { code: 'launch_invalid', message } });
    expect(login.asked('request')).toEqual([]);
    expect(login.asked('fetchLoginCode')).toEqual([]);
  });

  test('a connection is not asked for where the entry names it, or codes need none', () => {
    const codes = { ...unconnected, return: 'codes' };
    expect(opened({ query: unconnected }, { consoleHost: null }).state.name).toBe('identifying');
    expect(opened({ query: codes }).state.name).toBe('identifying');
  });

  test.each([
    ['no entry', 404, {}, 'app_not_registered'],
    ['another program', 200, { v: 1, mobileAppId: appA, programId: 'wx1' }, 'program_mismatch'],
  ])('%s is final: the app gets its answer at once', (_, status, body, code) => {
    const login = opened(guard);
    respond(login, status, body);
    expect(login.state).toMatchObject({ name: 'returning', failure: { code } });
    expect(login.asked('goBack')).toHaveLength(1);
  });
});

test('the plain brand asks nobody', () => {
  const login = drive(plain);
  login.show();
  expect(login.asked('request')).toEqual([]);
});
