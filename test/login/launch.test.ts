import { describe, expect, test } from '@jest/globals';
import type { Brand } from '../../miniprogram/login/brand';
import { readEntry } from '../../miniprogram/login/launch/entry';
import { brands, plain } from '../../scripts/prove/brands';
import { key } from '../../scripts/prove/launches';

const own = 'pages/login/login';
const [app] = plain.apps;
const enter = (query: unknown, { path = own, scene = 1069, brand = plain, language = 'zh_CN' } = {}) =>
  readEntry({ path, query, scene }, language, brand);
const launchOf = (...args: Parameters<typeof enter>) => {
  const entry = enter(...args);
  if (entry.kind !== 'launch' || entry.refusal !== null) throw new Error(JSON.stringify(entry));
  return entry.launch;
};

describe('contract 1', () => {
  test('has the brand behind every default', () => {
    expect(launchOf({ v: '1' })).toEqual({
      contract: 'session',
      state: null,
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
    const query = { v: '1', state: 'a_-Z9', scope: 'openid%20email', key, lang: 'ja' };
    expect(launchOf(query)).toMatchObject({ state: 'a_-Z9', scope: 'openid email', lang: 'ja' });
    expect(launchOf(query).key).toMatchObject({ x: expect.any(String), y: expect.any(String) });
  });

  test.each([
    ['none', 'required', 'required'],
    ['required', 'none', 'required'],
    ['optional', 'none', 'optional'],
    ['none', 'optional', 'optional'],
    ['none', 'none', 'none'],
  ] as const)('phone: %s of the launch and %s of the brand make %s', (asked, phone, expected) => {
    expect(launchOf({ v: '1', phone: asked }, { brand: { ...plain, phone } }).phone).toBe(expected);
  });

  test.each([
    ['v', { v: '2' }],
    ['v', { state: 'abc' }],
    ['app', { v: '1', app: 'ABC' }],
    ['conn', { v: '1', conn: 'x'.repeat(32) }],
    ['return', { v: '1', return: 'everything' }],
    ['state', { v: '1', state: 'x'.repeat(129) }],
    ['state', { v: '1', state: '' }],
    ['phone', { v: '1', phone: 'maybe' }],
    ['scope', { v: '1', scope: 'email' }],
    ['scope', { v: '1', scope: '%E0%A4%A' }],
    ['key', { v: '1', key: key.slice(0, 40) }],
    ['key', { v: '1', key, return: 'codes' }],
    ['lang', { v: '1', lang: 'fr' }],
    ['lang', { v: '1', lang: ['en', 'ja'] }],
    ['lang', { v: '1', lang: 'x'.repeat(1_025) }],
    ['host', { v: '1', host: 'https://evil.example' }],
    ['__proto__', JSON.parse('{"v":"1","__proto__":{"lang":"en"}}')],
    ['constructor', { v: '1', constructor: 'x' }],
    ['query', 'v=1'],
    ['query', Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`k${index}`, '1']))],
  ])('a wrong %s is named', (parameter, query) => {
    const entry = enter(query);
    expect(entry).toMatchObject({ refusal: { code: 'launch_invalid' } });
    expect(entry.kind === 'launch' && entry.refusal?.message).toContain(` ${parameter} `);
  });

  test('a private key is refused', () => {
    const jwk = { ...JSON.parse(Buffer.from(key, 'base64url').toString()), d: 'AAAA' };
    expect(enter({ v: '1', key: Buffer.from(JSON.stringify(jwk)).toString('base64url') })).toMatchObject({
      refusal: { code: 'launch_invalid' },
    });
  });

  test('a parameter that looks like a phone number is not repeated', () => {
    const entry = enter({ v: '1', '13800138000': '1' });
    expect(entry.kind === 'launch' && entry.refusal?.message).toBe('The launch parameter a parameter is not part of contract 1');
  });

  test('a bad launch is answered in its own contract, with its state', () => {
    expect(enter({ v: '1', return: 'codes', state: 's', phone: 'maybe' })).toMatchObject({
      launch: { contract: 'codes', state: 's' },
    });
    expect(enter({ v: '3', state: 's' })).toMatchObject({ launch: { contract: 'session', state: 's' } });
    expect(enter({ userPoolId: 'x', fromApp: '1' })).toMatchObject({ launch: { contract: 'ticket', state: null } });
  });
});

describe('a brand', () => {
  test("names the app's application and connection, which a launch may only repeat", () => {
    expect(enter({ v: '1', app: app.app, conn: app.connection })).toMatchObject({ refusal: null });
    expect(enter({ v: '1', app: 'd'.repeat(24) })).toMatchObject({ refusal: { code: 'launch_invalid' } });
    expect(enter({ v: '1', conn: 'x-1' })).toMatchObject({ refusal: { code: 'launch_invalid' } });
  });

  test.each([
    ['zh_TW', 'zh-CN'],
    ['ja', 'en'],
    ['fr', 'en'],
  ])('that speaks Chinese and English answers %s in %s', (language, lang) => {
    const brand: Brand = { ...plain, languages: ['zh-CN', 'en'] };
    expect(launchOf({ v: '1' }, { brand, language }).lang).toBe(lang);
    expect(launchOf({ v: '1', lang: 'ja' }, { brand, language: 'zh_CN' }).lang).toBe('en');
  });

  test('that speaks one language answers in it', () => {
    expect(launchOf({ v: '1' }, { brand: { ...plain, languages: ['zh-CN'] }, language: 'ja' }).lang).toBe('zh-CN');
  });

  test('lists the returns that it allows', () => {
    const sessionOnly = brands[5] ?? plain;
    expect(enter({ v: '1', return: 'codes' }, { brand: sessionOnly })).toMatchObject({ refusal: { code: 'launch_invalid' } });
    expect(enter({}, { brand: sessionOnly })).toMatchObject({
      refusal: { code: 'launch_invalid' },
      launch: { contract: 'codes' },
    });
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
      const query = { userPoolId: pool, getPhone: '1', fromApp: '1', useSelfWxapp: '0', somethingElse: 'x' };
      expect(launchOf(query, { path })).toMatchObject({ contract: 'ticket', userPoolId: pool, phone: 'required' });
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
    expect(enter({ v: '1' }, { scene }).kind).toBe('return');
  });

  test.each([1007, 1011, 1047, 0])('%d has no app behind', (scene) => {
    expect(enter({ v: '1' }, { scene }).kind).toBe('noApp');
  });
});

test.each([
  ['zh_CN', 'zh-CN'],
  ['zh_TW', 'zh-TW'],
  ['zh_HK', 'zh-TW'],
  ['en', 'en'],
  ['ja', 'ja'],
  ['fr', 'en'],
])("WeChat's language %s is shown as %s", (language, lang) => {
  expect(launchOf({ v: '1' }, { language }).lang).toBe(lang);
});
