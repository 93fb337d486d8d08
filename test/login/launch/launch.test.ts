import { describe, expect, test } from '@jest/globals';
import type { Brand } from '../../../miniprogram/login/brand';
import { brands, plain } from '../../../scripts/prove/brands';
import { key } from '../../../scripts/prove/launches';
import { enter, launchOf, state } from '../enter';

const [app] = plain.apps;
/** The point of `key` with its coordinates exchanged. */
const offCurve = (() => {
  const jwk = JSON.parse(Buffer.from(key, 'base64url').toString());
  return Buffer.from(JSON.stringify({ ...jwk, x: jwk.y, y: jwk.x })).toString('base64url');
})();
describe('contract 1', () => {
  test('has the brand behind every default', () => {
    expect(launchOf({ v: '1', state })).toEqual({
      contract: 'session',
      state,
      nonce: null,
      caller: app.mobileAppId,
      app: app.app,
      connection: app.connection,
      userPoolId: plain.genauth.userPoolId,
      scope: 'openid profile phone',
      phone: 'required',
      key: null,
      lang: 'zh-CN',
    });
  });

  test('takes what the launch may set, percent-decoded', () => {
    const query = {
      v: '1',
      state: 'a_-Z9'.padEnd(22, 'x'),
      scope: 'openid%20email',
      key,
      lang: 'ja',
      nonce: 'n'.repeat(22),
    };
    expect(launchOf(query)).toMatchObject({
      state: 'a_-Z9'.padEnd(22, 'x'),
      nonce: 'n'.repeat(22),
      scope: 'openid email',
      lang: 'ja',
    });
    expect(launchOf(query).key).toMatchObject({ x: expect.any(String), y: expect.any(String) });
  });

  test.each([
    ['none', 'required', 'required'],
    ['required', 'none', 'required'],
    ['optional', 'none', 'optional'],
    ['none', 'optional', 'optional'],
    ['none', 'none', 'none'],
  ] as const)('phone: %s of the launch and %s of the brand make %s', (asked, phone, expected) => {
    expect(launchOf({ v: '1', state, phone: asked }, { brand: { ...plain, phone } }).phone).toBe(
      expected,
    );
  });

  test.each([
    ['v', { v: '2', state }],
    ['v', { state }],
    ['state', { v: '1' }],
    ['state', { v: '1', state: 's'.repeat(21) }],
    ['nonce', { v: '1', state, nonce: 'short' }],
    ['nonce', { v: '1', state, nonce: state, return: 'codes' }],
    ['scope', { v: '1', state, scope: 'openid%20address' }],
    ['key', { v: '1', state, key: offCurve }],
    ['app', { v: '1', state, app: 'ABC' }],
    ['conn', { v: '1', state, conn: 'x'.repeat(32) }],
    ['return', { v: '1', state, return: 'everything' }],
    ['state', { v: '1', state: 'x'.repeat(129) }],
    ['state', { v: '1', state: '' }],
    ['phone', { v: '1', state, phone: 'maybe' }],
    ['scope', { v: '1', state, scope: 'email' }],
    ['scope', { v: '1', state, scope: '%E0%A4%A' }],
    ['key', { v: '1', state, key: key.slice(0, 40) }],
    ['key', { v: '1', state, key, return: 'codes' }],
    ['query', 'v=1'],
  ])('a wrong %s is named', (parameter, query) => {
    const entry = enter(query);
    expect(entry).toMatchObject({ refusal: { code: 'launch_invalid' } });
    expect(entry.kind === 'launch' && entry.refusal?.message).toContain(` ${parameter} `);
  });

  test('a private key is refused', () => {
    const jwk = { ...JSON.parse(Buffer.from(key, 'base64url').toString()), d: 'AAAA' };
    expect(
      enter({ v: '1', state, key: Buffer.from(JSON.stringify(jwk)).toString('base64url') }),
    ).toMatchObject({
      refusal: { code: 'launch_invalid' },
    });
  });

  test('keys of others are ignored, and named as far as they may be', () => {
    const query = JSON.parse(
      `{"v":"1","state":"${state}","__proto__":{"lang":"en"},"host":"x","13800138000":"1","a":["b"]}`,
    );
    const entry = enter(query);
    expect(entry).toMatchObject({ refusal: null, launch: { lang: 'zh-CN' } });
    expect(entry.kind === 'launch' && [...entry.ignored].sort()).toEqual([
      '__proto__',
      'a',
      'a parameter',
      'host',
    ]);
  });

  test('a bad launch is answered in its own contract, with its state', () => {
    expect(enter({ v: '1', state, return: 'codes', phone: 'maybe' })).toMatchObject({
      launch: { contract: 'codes', state },
    });
    expect(enter({ v: '3', state })).toMatchObject({ launch: { contract: 'session', state } });
    expect(enter({ userPoolId: 'x', fromApp: '1' })).toMatchObject({
      launch: { contract: 'ticket', state: null },
    });
  });
});

describe('a brand', () => {
  test("names the app's application and connection, which a launch may only repeat", () => {
    expect(enter({ v: '1', state, app: app.app, conn: app.connection })).toMatchObject({
      refusal: null,
    });
    expect(enter({ v: '1', state, app: 'd'.repeat(24) })).toMatchObject({
      refusal: { code: 'launch_invalid' },
    });
    expect(enter({ v: '1', state, conn: 'x-1' })).toMatchObject({
      refusal: { code: 'launch_invalid' },
    });
  });

  test.each([
    ['zh_TW', 'zh-CN'],
    ['ja', 'en'],
    ['fr', 'en'],
  ])('that speaks Chinese and English answers %s in %s', (language, lang) => {
    const brand: Brand = { ...plain, languages: ['zh-CN', 'en'] };
    expect(launchOf({ v: '1', state }, { brand, language }).lang).toBe(lang);
    expect(launchOf({ v: '1', state, lang: 'ja' }, { brand, language: 'zh_CN' }).lang).toBe('en');
  });

  test('that speaks one language answers in it', () => {
    expect(
      launchOf({ v: '1', state }, { brand: { ...plain, languages: ['zh-CN'] }, language: 'ja' })
        .lang,
    ).toBe('zh-CN');
  });

  test('lists the returns that it allows', () => {
    const sessionOnly = brands[5] ?? plain;
    expect(enter({ v: '1', state, return: 'codes' }, { brand: sessionOnly })).toMatchObject({
      refusal: { code: 'launch_invalid' },
    });
    expect(enter({}, { brand: sessionOnly })).toMatchObject({
      refusal: { code: 'launch_invalid' },
      launch: { contract: 'codes' },
    });
  });
});

describe('the app that asks', () => {
  test.each([
    ['an app that the brand does not name', 'wx9999999999999999', 'app_not_allowed'],
    ['an AppID that is none', '13800138000', 'app_not_allowed'],
  ])('%s is refused, whatever it asks', (_, caller, code) => {
    const entry = enter({ v: '1', state }, { caller });
    expect(entry).toMatchObject({ refusal: { code }, launch: { state } });
    expect(JSON.stringify(entry.kind === 'launch' && entry.refusal)).not.toContain('13800138000');
  });

  test('is served as its entry says, and gets no other app’s returns', () => {
    const other = plain.apps[1]?.mobileAppId;
    expect(
      launchOf({ v: '1', state }, { ...(other === undefined ? {} : { caller: other }) }),
    ).toMatchObject({
      app: 'd'.repeat(24),
    });
    expect(
      enter(
        { v: '1', state, return: 'codes' },
        { ...(other === undefined ? {} : { caller: other }) },
      ),
    ).toMatchObject({
      refusal: { code: 'launch_invalid' },
    });
  });
});

describe('a brand that requires sealed results', () => {
  const brand: Brand = { ...plain, sealed: 'required' };
  test.each([
    ['contract 1 without a key', { v: '1', state }],
    ['codes', { v: '1', state, return: 'codes' }],
    ['the Guard SDK', {}],
    ['the older contract', { userPoolId: plain.genauth.userPoolId, fromApp: '1' }],
  ])('refuses %s', (_, query) => {
    expect(enter(query, { brand })).toMatchObject({ refusal: { code: 'launch_invalid' } });
  });

  test('serves one with a key', () => {
    expect(enter({ v: '1', state, key }, { brand })).toMatchObject({ refusal: null });
  });
});

describe('older apps', () => {
  test.each([undefined, {}])('the Guard SDK opens without path and query', (query) => {
    expect(launchOf(query, { path: '' })).toMatchObject({ contract: 'codes', phone: 'required' });
  });

  const pool = 'b'.repeat(24);
  test.each(['routes/explore', 'routers/explore', 'routes/explore.html', '/routers/explore.html'])(
    '%s asks for a ticket',
    (path) => {
      const query = {
        userPoolId: pool,
        getPhone: '1',
        fromApp: '1',
        useSelfWxapp: '0',
        somethingElse: 'x',
      };
      expect(launchOf(query, { path })).toMatchObject({
        contract: 'ticket',
        userPoolId: pool,
        phone: 'required',
      });
    },
  );

  test.each([
    ['fromApp', { userPoolId: pool }],
    ['userPoolId', { fromApp: '1' }],
    ['userPoolId', { fromApp: '1', userPoolId: 'c'.repeat(24) }],
    ['getPhone', { fromApp: '1', userPoolId: pool, getPhone: 'yes' }],
  ])('a wrong %s is named', (parameter, query) => {
    const entry = enter(query, { path: 'routes/explore' });
    expect(entry.kind === 'launch' && entry.refusal?.message).toContain(` ${parameter} `);
  });
});

describe('scenes', () => {
  test.each([1001, 1038, 1089, 1090, 1131, 1187])('%d keeps the app behind', (scene) => {
    expect(enter({ v: '1', state }, { scene }).kind).toBe('return');
  });

  test.each([1007, 1011, 1047, 0])('%d has no app behind', (scene) => {
    expect(enter({ v: '1', state }, { scene }).kind).toBe('noApp');
  });
});
