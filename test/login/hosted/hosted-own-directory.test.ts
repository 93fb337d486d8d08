import { describe, expect, test } from '@jest/globals';
import { appA, appB, type Driver, toReturning } from '../driver';
import {
  answer,
  applicationA,
  type Changes,
  colours,
  ended,
  entry,
  provider,
  query,
  requests,
  start,
} from './two-companies';

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
