import { describe, expect, test } from '@jest/globals';
import type { DirectoryConfig } from '../../../miniprogram/login/directory';
import { directoryReader } from '../../../miniprogram/login/hosted/reader';
import { createDirectory } from '../../../miniprogram/login/hosted/table';
import { consoleHost, plain } from '../../../scripts/prove/brands';
import { answer, application, brand, config, userPoolId } from '../agreements/public-configs';
import { appA, contract1, type Driver, drive, type Shown } from '../driver';

/* Whom a hosted program asks whose launch it is. */

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
