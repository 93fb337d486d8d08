import { beforeAll, describe, expect, test } from '@jest/globals';
import { createClock, startSandbox } from '@mini-login/sandbox';
import { type Brand, readBrand } from '../../scripts/brand/pack/pack';
import { examine, findingsText } from '../../scripts/doctor/examine';
import { examineOnline } from '../../scripts/doctor/online';
import { root } from '../../scripts/setup/say.mjs';

let brand: Brand;

beforeAll(() => {
  brand = readBrand(root, 'teahouse');
});

const sound = {
  'app.json': '{"pages":["pages/a/a"],"subPackages":[{"root":"more","pages":["b"]}]}',
  'app.js': 'require("./brand/index")',
  'brand/index.js': 'module.exports={}',
  'pages/a/a.js': 'Page({})',
  'pages/a/a.wxml': '<button open-type="getPhoneNumber"/>',
  'more/b.js': 'Page({})',
  'more/b.wxml': '<view/>',
};

/** What is found in the sound program with this change; null takes a file out. */
function find(
  change: Readonly<Record<string, string | null>>,
  level: 'error' | 'warning' | 'todo' = 'error',
) {
  const files = new Map(
    Object.entries({ ...sound, ...change }).flatMap(([path, text]) =>
      text === null ? [] : [[path, Buffer.from(text)] as const],
    ),
  );
  return examine({ brand, files })
    .filter((one) => one.level === level)
    .map(({ what, where }) => `${what} @ ${where}`);
}

test('for people, errors come first, and what is the same stands once with all its places', () => {
  const one = { what: 'a', why: 'b', how: 'c' };
  const text = findingsText([
    { ...one, level: 'warning', where: 'first' },
    { ...one, level: 'error', where: 'worse' },
    { ...one, level: 'warning', where: 'second' },
  ]);
  expect(text.split('\n').map((line) => line.trim())).toEqual([
    'ERROR    a',
    'worse',
    'b',
    '→ c',
    'warning  a',
    'first',
    'second',
    'b',
    '→ c',
    '',
  ]);
});

test('a sound program has no errors', () => {
  expect(find({})).toEqual([]);
});

test.each([
  ['a page without a script', { 'pages/a/a.js': null }, /a page has no file @ pages\/a\/a\.js/],
  [
    'a page of a subpackage without a template',
    { 'more/b.wxml': null },
    /a page has no file @ more\/b\.wxml/,
  ],
  [
    'a package of more than 2 MB',
    { 'brand/index.js': `"${'x'.repeat(2_097_153)}"` },
    /are too many @ the main package/,
  ],
  [
    'a subpackage of more than 2 MB',
    { 'more/b.js': `"${'x'.repeat(2_097_153)}"` },
    /are too many @ more/,
  ],
  [
    'a require that leads nowhere',
    { 'brand/index.js': null },
    /'\.\/brand\/index' is not in the package @ app\.js/,
  ],
  ['syntax above the floor', { 'app.js': '\na ??= 1' }, /@ app\.js:2/],
  ['native async', { 'app.js': 'async function f(){}' }, /an async function @ app\.js:1/],
  [
    'an interface that came later',
    { 'app.js': 'wx.openOfficialAccountChat({})' },
    /came with base library 3\.10\.0/,
  ],
  [
    'an AppSecret',
    { 'brand/index.js': 's="0123456789abcdef0123456789abcdef"' },
    /AppSecret.* @ brand\/index\.js/,
  ],
  ['a private key', { 'brand/index.js': '`-----BEGIN RSA PRIVATE KEY-----`' }, /a private key/],
  [
    'a token',
    {
      'app.json': sound['app.json'].replace(
        '{',
        '{"t":"eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTYifQ.c2lnbmF0dXJlLXRleHQ",',
      ),
    },
    /JWT/,
  ],
  [
    'a privacy interface without a use',
    { 'app.js': 'wx.getLocation({})' },
    /getLocation is a privacy interface/,
  ],
] as const)('%s is an error that says where', (_name, change, words) => {
  expect(find(change)).toEqual(expect.arrayContaining([expect.stringMatching(words)]));
});

test('looking whether an interface is there is no use of it', () => {
  expect(find({ 'app.js': 'var a=!!wx.getUserProfile' })).toEqual([]);
});

test('a picture that nothing shows is a warning', () => {
  expect(find({ 'brand/old.png': '' }, 'warning')).toContain(
    'a picture that nothing shows @ brand/old.png',
  );
});

test('what WeChat must be told is ready to be pasted', () => {
  const todo = find({}, 'todo').join('\n');
  expect(todo).toContain(brand.pack.genauth.host);
  expect(todo).toMatch(/declare getPhoneNumber: 手机号/);
});

describe('a careless brand is warned of', () => {
  const warnings = (change: Partial<Brand['pack']>) =>
    examine({ brand: { ...brand, pack: { ...brand.pack, ...change } }, files: new Map() })
      .filter(({ level, where }) => level === 'warning' && !where.includes('sample'))
      .map(({ where }) => where.split(': ')[1]);
  const returning = (contract: 'session' | 'codes'): Pick<Brand['pack'], 'apps'> => {
    const [app] = brand.pack.apps;
    return { apps: [{ ...app, returns: [contract] }] };
  };
  const safe = () => ({
    ...returning('session'),
    unknownCaller: 'refuse',
    sealed: 'required' as const,
  });

  test('not where it is careful', () => expect(warnings(safe())).toEqual([]));
  test('callers without a name', () => {
    expect(warnings({ ...safe(), unknownCaller: brand.pack.apps[0]?.mobileAppId ?? '' })).toEqual([
      'unknownCaller',
    ]);
  });
  test('results without a seal', () =>
    expect(warnings({ ...safe(), sealed: 'optional' })).toEqual(['sealed']));
  test('codes and tickets', () => {
    expect(warnings({ ...safe(), ...returning('codes') })).toEqual(['apps.0.returns']);
  });
});

describe('online', () => {
  const answers = (mobileAppID: string, change: Readonly<Record<string, unknown>> = {}) => {
    const { host } = brand.pack.genauth;
    const config = {
      code: 200,
      data: { ecConnections: [{ type: 'wechat:miniprogram:app-launch', fields: { mobileAppID } }] },
    };
    const known: Record<string, unknown> = {
      [`${host}/oidc/.well-known/openid-configuration`]: { issuer: host, jwks_uri: `${host}/jwks` },
      [`${host}/jwks`]: { keys: [{ kty: 'RSA' }] },
      [`${host}/api/v2/applications/${brand.pack.apps[0]?.app}/public-config`]: config,
      ...change,
    };
    const ask: typeof fetch = (url) => {
      const answer = known[String(url)];
      return answer === undefined
        ? Promise.reject(new Error('offline'))
        : Promise.resolve(Response.json(answer));
    };
    return examineOnline(
      { ...brand, pack: { ...brand.pack, apps: [brand.pack.apps[0]] } },
      { ask },
    );
  };
  const own = () => brand.pack.apps[0]?.mobileAppId ?? '';

  test('a deployment that fits has no findings', async () =>
    expect(await answers(own())).toEqual([]));
  test('another app in the console is named', async () => {
    expect(await answers('wxaaaaaaaaaaaaaaaa')).toMatchObject([
      { level: 'error', where: expect.stringContaining('apps.0.mobileAppId') },
    ]);
  });
  test('a connection that is not there is named', async () => {
    const path = `${brand.pack.genauth.host}/api/v2/applications/${brand.pack.apps[0]?.app}/public-config`;
    expect(await answers(own(), { [path]: { code: 200, data: {} } })).toMatchObject([
      { what: expect.stringContaining('no connection') },
    ]);
  });
  test('no network is one finding for the deployment', async () => {
    const key = `${brand.pack.genauth.host}/oidc/.well-known/openid-configuration`;
    expect(await answers(own(), { [key]: undefined })).toMatchObject([
      { what: expect.stringContaining('gives no answer') },
    ]);
  });
  test('a brand can be asked of the sandbox: it fits, or what is different is named', async () => {
    const demo = readBrand(root, 'demo');
    const [{ mobileAppId: mobileAppID }] = demo.pack.apps;
    const findings = async (connection: { readonly mobileAppID?: string }) => {
      const sandbox = await startSandbox({ clock: createClock(), tenant: { connection } });
      try {
        return await examineOnline(demo, { at: sandbox.genauth.url });
      } finally {
        await sandbox.close();
      }
    };
    expect(await findings({ mobileAppID })).toEqual([]);
    expect(await findings({})).toMatchObject([
      { level: 'error', where: 'brands/demo/brand.json: apps.0.mobileAppId' },
    ]);
  });
  test('why there is no answer is said, which fetch itself hides', async () => {
    const ask = () =>
      Promise.reject(new TypeError('fetch failed', { cause: { code: 'ENOTFOUND' } }));
    expect(await examineOnline(brand, { ask })).toMatchObject([
      { what: expect.stringMatching(/fetch failed \(ENOTFOUND\)$/) },
    ]);
  });
});
