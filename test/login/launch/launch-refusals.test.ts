import { describe, expect, test } from '@jest/globals';
import type { Brand } from '../../../miniprogram/login/brand';
import { readEntry } from '../../../miniprogram/login/launch/entry';
import { brands, plain } from '../../../scripts/prove/brands';
import { key } from '../../../scripts/prove/launches';
import { drive } from '../driver';

/* What the developer of the app reads of a launch that is refused, word for word. */

const state = 's'.repeat(22);
const hex = (digit: string) => digit.repeat(24);
const pool = plain.genauth.userPoolId ?? '';
const [app] = plain.apps;
const explore = 'routes/explore';

interface Options {
  readonly path?: string;
  readonly brand?: Brand;
  readonly caller?: string | null;
}

function read(
  query: unknown,
  { path = '', brand = plain, caller = app.mobileAppId }: Options = {},
) {
  const entry = readEntry({ path, query, scene: 1069, caller }, 'zh_CN', brand);
  if (entry.kind !== 'launch') throw new Error(entry.kind);
  return entry;
}
const refusalOf = (query: unknown, options?: Options) => {
  const { refusal } = read(query, options);
  if (refusal === null) return null;
  expect(refusal.code).toBe('launch_invalid');
  return refusal.message.replace('The launch parameter ', '');
};
const withField = (change: object) => ({ v: '1', state, ...change });

const random = 'must be 22 to 128 of A-Z a-z 0-9 _ -';
const fixed = 'is set by this program and cannot be changed';
const digits = 'must be 24 hexadecimal digits';
const wrongKey = 'must be a public P-256 JWK as unpadded base64url, a point on the curve';

describe('contract 1', () => {
  test.each<[string, object]>([
    ['v is missing', { v: undefined }],
    ['v must be 1', { v: '2' }],
    ['v must be 1', { v: '' }],
    ['state is missing', { state: undefined }],
    [`state ${random}`, { state: 'x'.repeat(21) }],
    [`state ${random}`, { state: `${state} ` }],
    [`state ${random}`, { state: `"${state}` }],
    [`nonce ${random}`, { nonce: 'x'.repeat(129) }],
    ['nonce goes with return=session only', { nonce: state, return: 'codes' }],
    [`app ${digits}`, { app: 'x' }],
    [`app ${digits}`, { app: `${app.app}a` }],
    [`app ${digits}`, { app: `x${app.app}` }],
    [`app ${fixed}`, { app: hex('0') }],
    ['conn must be the Unique ID of an identity source', { conn: 'Harbor' }],
    ['conn must be the Unique ID of an identity source', { conn: `!${app.connection}` }],
    ['conn must be the Unique ID of an identity source', { conn: `${app.connection}!` }],
    [`conn ${fixed}`, { conn: 'pier-wechat' }],
    ['return must be session, codes or ticket', { return: 'everything' }],
    ['phone must be none, optional or required', { phone: 'maybe' }],
    ['scope must be a list of OIDC scopes', { scope: '' }],
    ['scope must be a list of OIDC scopes', { scope: 'openid  email' }],
    ['scope must be a list of OIDC scopes', { scope: 'openid email ' }],
    ['scope must be a list of OIDC scopes', { scope: ' openid' }],
    ['scope must be a list of OIDC scopes', { scope: '<openid' }],
    ['scope must be a list of OIDC scopes', { scope: Array(17).fill('openid').join(' ') }],
    ['scope must contain openid', { scope: 'email' }],
    ['scope asks for more than this program allows', { scope: 'openid orders' }],
    ['key goes with return=session only', { key, return: 'ticket' }],
    [`key ${wrongKey}`, { key: 'x' }],
    ['state is longer than 1024 characters', { state: 'x'.repeat(1_025) }],
    ['state is given more than once', { state: [state, state] }],
    ['state is not a text', { state: 7 }],
    ['state cannot be percent-decoded', { state: '%E0%A4%A' }],
  ])('%s', (message, change) => {
    expect(refusalOf(withField(change))).toBe(message);
  });

  test('a query that is none, and the first of two that are wrong', () => {
    expect(refusalOf('v=1')).toBe('query is not a set of parameters');
    expect(refusalOf({ v: '2', state: 'x' })).toBe('v must be 1');
  });

  test('what the app may not have', () => {
    const other = plain.apps[1]?.mobileAppId ?? '';
    expect(refusalOf(withField({ return: 'codes' }), { caller: other })).toBe(
      'return codes is not allowed by this program',
    );
    const sealed: Brand = { ...plain, sealed: 'required' };
    expect(refusalOf(withField({}), { brand: sealed })).toBe(
      'key is missing: this program only sends sealed results',
    );
  });

  test.each([
    withField({ scope: 'openid' }),
    withField({ scope: 'openid phone email profile' }),
    withField({ app: app.app, conn: app.connection }),
    withField({ state: 'x'.repeat(128), nonce: 'x'.repeat(22) }),
    withField({ phone: 'none', return: 'ticket' }),
  ])('is read where nothing is wrong: %#', (query) => {
    expect(refusalOf(query)).toBeNull();
  });

  test('that asks for no scope gets the usual ones, of those that the program has', () => {
    const scopeOf = (scopes: readonly string[]) =>
      read(withField({}), { brand: { ...plain, scopes } }).launch.scope;
    expect(scopeOf(['openid'])).toBe('openid');
    expect(scopeOf(['email', 'phone', 'openid'])).toBe('openid phone');
  });

  test('without a number has none in its scope', () => {
    expect(read(withField({ phone: 'none', scope: 'openid phone email' })).launch.scope).toBe(
      'openid email',
    );
    expect(read(withField({ phone: 'optional', scope: 'openid phone' })).launch.scope).toBe(
      'openid phone',
    );
  });
});

// docs/host-app.md#a-launch-whose-state-is-wrong
test.each([
  ['missing', {}],
  ['too short', { state: 's' }],
  ['not a text', { state: [state] }],
  ['cut', { state: '%E0%A4%A' }],
])('a state that is %s is answered without any: the app has to ignore it', (_, wrong) => {
  const login = drive();
  login.show({ query: { v: '1', ...wrong } });
  expect(login.state.name).toBe('returning');
  const { error, ...rest } = JSON.parse(login.result ?? '');
  expect(rest).toEqual({ v: 1, status: 'error' });
  expect(error).toEqual({
    code: 'launch_invalid',
    message: expect.stringMatching(/^The launch parameter state (?:is|must|cannot) /),
  });
  expect(login.asked('fetchLoginCode')).toEqual([]);
});

describe('the older contract', () => {
  const asked = { userPoolId: pool, fromApp: '1' };

  test.each<[string, object]>([
    ['fromApp is missing', { fromApp: undefined }],
    ['fromApp must be 1', { fromApp: '0' }],
    ['userPoolId is missing', { userPoolId: undefined }],
    [`userPoolId ${digits}`, { userPoolId: 'x' }],
    [`userPoolId ${digits}`, { userPoolId: `${pool}b` }],
    [`userPoolId ${digits}`, { userPoolId: `x${pool}` }],
    ['userPoolId is not the user pool of this program', { userPoolId: hex('0') }],
    ['getPhone must be 0 or 1', { getPhone: 'yes' }],
    ['useSelfWxapp must be 0 or 1', { useSelfWxapp: '2' }],
  ])('%s', (message, change) => {
    expect(refusalOf({ ...asked, ...change }, { path: explore })).toBe(message);
  });

  test('what the app may not have', () => {
    const [, , , , , sessionOnly = plain] = brands;
    const path = explore;
    expect(refusalOf(asked, { path, brand: { ...sessionOnly, sealed: 'optional' } })).toBe(
      'fromApp asks for a ticket, which is not allowed by this program',
    );
    expect(refusalOf(asked, { path, brand: { ...plain, sealed: 'required' } })).toBe(
      'fromApp asks for a ticket, which cannot be sealed',
    );
  });

  const launch = {
    contract: 'ticket',
    state: null,
    nonce: null,
    caller: app.mobileAppId,
    app: app.app,
    connection: app.connection,
    userPoolId: pool,
    key: null,
    lang: 'zh-CN',
  };

  test.each([
    [{}, 'none', 'openid profile'],
    [{ getPhone: '0', useSelfWxapp: '0' }, 'none', 'openid profile'],
    [{ getPhone: '1', useSelfWxapp: '1' }, 'required', 'openid profile phone'],
  ])('%j asks for a phone number: %s', (more, phone, scope) => {
    expect(read({ ...asked, ...more }, { path: explore })).toMatchObject({ refusal: null });
    expect(read({ ...asked, ...more }, { path: explore }).launch).toEqual({
      ...launch,
      phone,
      scope,
    });
  });

  test('is the launch\u2019s user pool where the program names none', () => {
    const brand: Brand = { ...plain, genauth: { ...plain.genauth, userPoolId: null } };
    const other = read({ ...asked, userPoolId: hex('0') }, { brand, path: explore });
    expect([other.refusal, other.launch.userPoolId]).toEqual([null, hex('0')]);
    const none = read({ fromApp: '1' }, { path: explore });
    expect(none.launch.userPoolId).toBe(pool);
  });

  test('is known by its path, or by its parameters where no v is given', () => {
    const contractOf = (query: unknown, path: string) => read(query, { path }).launch.contract;
    for (const path of [explore, '/routers/explore.html'])
      expect(contractOf({}, path)).toBe('ticket');
    for (const path of ['x/routes/explore', 'routes/explore/x', 'routes/explore.htm', 'routes'])
      expect(contractOf({}, path)).toBe('codes');
    expect(contractOf(asked, '')).toBe('ticket');
    expect(contractOf({ fromApp: '1' }, '')).toBe('session');
    expect(contractOf({ userPoolId: pool }, '')).toBe('session');
    expect(contractOf({ ...asked, v: '1' }, '')).toBe('session');
  });
});

describe('parameters that are not ours', () => {
  const noted = (more: object) => {
    const login = drive();
    login.show({ query: withField(more) });
    return login.asked('note').map((note) => note.type === 'note' && note.text);
  };

  test('are named where they look like names', () => {
    expect(noted({ a: '1', _b9: '2', 'c-d': '3', [`x${'y'.repeat(31)}`]: '' })).toEqual([
      `Launch parameters that are not ours: a, _b9, c-d, x${'y'.repeat(31)}`,
    ]);
    for (const key of ['a1380', '9a', '-a', 'a b', 'a=', ' a', `x${'y'.repeat(32)}`, ''])
      expect(noted({ [key]: '1' })).toEqual(['Launch parameters that are not ours: a parameter']);
  });

  test('are two dozen at most, and none is no word', () => {
    const many = Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`p${index}`, '1']));
    expect(String(noted(many)[0]).split(', ')).toHaveLength(24);
    for (const query of [null, undefined, {}]) {
      const login = drive();
      login.show({ path: '', query });
      expect([login.state.name, login.asked('note')]).toEqual(['asking', []]);
    }
  });

  test('a value may be 1,024 characters long', () => {
    expect(refusalOf(withField({ state: 'x'.repeat(1_024) }))).toBe(`state ${random}`);
  });
});

test.each([
  [null, 'WeChat did not say which app opened this program'],
  ['wx9999999999999999', 'This program does not serve the app wx9999999999999999'],
  ['wxabcdef0123456789', 'This program does not serve the app wxabcdef0123456789'],
  ['13800138000', 'This program does not serve the app that opened it'],
  ['wx99999999999999990', 'This program does not serve the app that opened it'],
  ['xwx9999999999999999', 'This program does not serve the app that opened it'],
  ['wx', 'This program does not serve the app that opened it'],
])('an app that the brand does not name: %j', (caller, message) => {
  expect(read(withField({}), { caller }).refusal).toEqual({ code: 'app_not_allowed', message });
});

test('an entry that signs in existing people only says so to the login, and any other nothing', () => {
  const createsAccounts = (value?: boolean) => {
    const entry = value === undefined ? app : { ...app, createsAccounts: value };
    return read(withField({}), { brand: { ...plain, apps: [entry] } }).brand;
  };
  expect(createsAccounts(false)).toMatchObject({ createsAccounts: false });
  for (const brand of [createsAccounts(true), createsAccounts()])
    expect(Object.keys(brand)).not.toContain('createsAccounts');
});
