import { describe, expect, test } from '@jest/globals';
import type { Brand } from '../../../miniprogram/login/brand';
import { readTemplate } from '../../../miniprogram/login/hosted/ext';
import { templateWords } from '../../../miniprogram/login/words/directory';
import { brands, plain } from '../../../scripts/prove/brands';
import { fromExt } from '../../../scripts/prove/templates';
import { appA, appB, drive, toReturning } from '../driver';
import { look, template as withoutWords } from './ext-brands';

/* A template whose brand comes with ext.json. What stands there is somebody's typing. */

const template: Brand = {
  ...withoutWords,
  contact: plain.contact,
  languages: plain.languages,
  texts: {
    'zh-CN': { ...plain.texts['zh-CN'], ext_invalid: templateWords.ext_invalid[0] },
    en: { ...plain.texts.en, ext_invalid: templateWords.ext_invalid[2] },
  } as Brand['texts'],
};

const entry = {
  mobileAppId: appB,
  app: 'b'.repeat(24),
  connection: 'acme-wechat',
  returns: ['session'],
};
const acme = {
  v: 1,
  appName: { 'zh-CN': '阿克米', en: 'Acme' },
  operator: { 'zh-CN': '阿克米公司', en: 'Acme Ltd' },
  languages: ['zh-CN', 'en'],
  logo: 'https://cdn.example/acme.png',
  look: { ...look, radius: 4 },
  apps: [entry],
  genauth: { host: 'https://core.acme.example' },
  agreements: {
    from: 'brand',
    items: [{ id: 'rules', version: '3', title: 'Rules', text: 'Be kind.' }],
  },
};
const config = { logoHosts: ['cdn.example'] };

const read = (ext: unknown) => readTemplate(ext, template, config);

function start(ext: unknown) {
  const { brand, directory } = read(ext);
  const login = drive(brand, directory);
  login.show({ caller: appB });
  return login;
}

describe('a brand in ext.json', () => {
  test('is the brand of the program: its names, look, agreements, application and host', () => {
    const login = start(acme);
    expect(read(acme).notes).toEqual([]);
    expect(login.screen).toMatchObject({
      screen: 'login',
      title: '阿克米',
      logo: 'https://cdn.example/acme.png',
    });
    expect(login.screen.colours).toMatch(
      /--light-primary:#0b6478.*--dark-link:#7fcbd9.*;--radius:4px$/,
    );
    expect(login.screen.bar?.dark).toEqual({ background: '#111111', front: '#ffffff' });
    expect(JSON.stringify(login.screen)).toContain('Rules');
    toReturning(login);
    expect(JSON.stringify(login.asked('request'))).toContain(
      'https://core.acme.example/api/v3/signin-by-mobile',
    );
    expect(JSON.stringify(login.state)).toContain('"status\\":\\"ok');
  });

  test('serves the apps that it names, and no other', () => {
    const { brand, directory } = read(acme);
    const login = drive(brand, directory);
    login.show({ caller: appA });
    expect(login.state).toMatchObject({ failure: { code: 'app_not_allowed' } });
  });

  test('leaves what it does not say as the template has it', () => {
    const { brand } = read(acme);
    expect(brand.scopes).toEqual(template.scopes);
    expect(brand.genauth.headers).toEqual(template.genauth.headers);
    expect(brand.unknownCaller).toBe('refuse');
  });

  test('says things in its own words, with the names and lists that they need', () => {
    const { brand } = read({ ...acme, words: { en: { 'login.heading': 'Welcome to {app}' } } });
    expect(brand.texts.en?.['login.heading']).toBe('Welcome to {app}');
    expect(brand.texts['zh-CN']?.['login.heading']).toBe(
      template.texts['zh-CN']?.['login.heading'],
    );
  });
});

describe('what keeps nobody from logging in is replaced by the template’s, and said', () => {
  test.each([
    ['a logo on another host', { logo: 'https://evil.example/a.png' }, 'logo is not on a host'],
    ['colours that are none', { look: { light: {}, dark: {} } }, 'look cannot be read'],
    [
      'colours too much alike',
      { look: { ...look, dark: { ...look.dark, link: '#222222' } } },
      'dark.link on background',
    ],
  ])('%s', (_, change, said) => {
    const { brand, directory, notes } = read({ ...acme, ...change });
    expect(directory).toBeUndefined();
    expect(notes).toEqual([expect.stringContaining(said)]);
    if ('logo' in change) expect(brand.logo).toBe(template.logo);
    else expect(brand.colours).toEqual(template.colours);
  });
});

describe('what cannot be used is refused: nobody is served, and the owner reads why', () => {
  test.each<[string, unknown, string]>([
    ['none at all', {}, 'holds no brand'],
    ['no object', 'acme', 'holds no brand'],
    ['what WeChat could not give', undefined, 'holds no brand'],
    ['another version', { ...acme, v: 2 }, 'another version'],
    ['no name', { ...acme, appName: undefined }, 'appName'],
    ['a name with markup', { ...acme, appName: '<b>Acme</b>' }, 'appName'],
    ['a name that turns the direction', { ...acme, operator: 'a\u202eb' }, 'operator'],
    ['no app', { ...acme, apps: [] }, 'apps'],
    ['an app that is none', { ...acme, apps: [{ ...entry, app: 'x' }] }, 'apps.0.app'],
    [
      'a contract that is none',
      { ...acme, apps: [{ ...entry, returns: ['a'] }] },
      'apps.0.returns',
    ],
    ['a host without https', { ...acme, genauth: { host: 'http://a.example' } }, 'genauth.host'],
    ['a language that the template lacks', { ...acme, languages: ['fr'] }, 'languages'],
    ['an unknown caller that is no app', { ...acme, unknownCaller: 'wx1' }, 'unknownCaller'],
    ['scopes without openid', { ...acme, scopes: ['profile'] }, 'scopes'],
    ['no agreement', { ...acme, agreements: { from: 'brand', items: [] } }, 'agreements'],
    [
      'an agreement on a page that cannot be opened',
      {
        ...acme,
        agreements: {
          from: 'brand',
          items: [{ id: 'a', version: '1', title: 'A', url: 'https://b.example/' }],
        },
      },
      'agreements',
    ],
    ['a consent without its list', { ...acme, words: { en: { 'login.consent': 'Yes' } } }, 'words'],
    ['a text that is not ours', { ...acme, words: { en: { nonsense: 'Yes' } } }, 'words'],
    ['several at once', { ...acme, appName: 1, sealed: 'yes' }, 'appName, sealed'],
  ])('%s', (_, ext, said) => {
    const { notes, directory } = read(ext);
    expect(notes).toEqual([expect.stringMatching(/No app is served\.$/)]);
    expect(notes.join()).toContain(said);
    expect(directory).toBeDefined();
    const login = start(ext);
    expect(login.state).toMatchObject({ name: 'returning', failure: { code: 'ext_invalid' } });
    expect(JSON.stringify(login.state)).not.toContain('evil');
    expect(login.asked('request')).toEqual([]);
    expect(login.asked('fetchLoginCode')).toEqual([]);
  });

  test('opened by hand it says what the program is, as the template', () => {
    const { brand, directory } = read({});
    const login = drive(brand, directory);
    login.show({ scene: 1001, caller: null });
    expect(login.state.name).toBe('about');
  });
});

test('what the proof plays as ext.json is the same company as its pack', () => {
  const packs = [plain, ...brands.slice(-1)];
  const pack = (brand: Brand) => ({
    ...{ ...brand, logo: '', texts: '' },
    apps: brand.apps.map(({ own: _, createsAccounts = true, ...app }) => ({
      ...{ ...app, createsAccounts },
    })),
  });
  expect(fromExt.map(pack)).toEqual(packs.map(pack));
});

const withField = (change: object) => read({ ...acme, ...change });
const withApp = (change: object) => withField({ apps: [{ ...entry, ...change }] });

describe('the look', () => {
  const radiusOf = (radius: unknown) =>
    /;--radius:(.*)$/.exec(
      withField({ look: { ...look, radius } }).brand.colours?.style ?? '',
    )?.[1];

  test('has corners of 0 to 28 px', () => {
    expect([0, 7.5, 28].map(radiusOf)).toEqual(['0px', '7.5px', '28px']);
    for (const radius of [-1, 28.5, '4', null, undefined, Number.NaN, [4]])
      expect(radiusOf(radius)).toBeUndefined();
    expect(withField({ look }).brand.colours?.style).toMatch(/--dark-line:#[0-9a-f]{6}$/);
  });

  test('that cannot be shown is the template\u2019s, and of each app\u2019s it is said whose', () => {
    const light = { ...look.light, link: '#ffffff' };
    const { brand, notes } = withApp({ logo: 'x', look: { ...look, light } });
    expect(brand.apps[0].own).toEqual({});
    expect(notes).toEqual([
      "ext.json: apps.0.logo is not on a host for logos: the template's is shown",
      "ext.json: apps.0.look has too little contrast (light.link on background, light.link on card): the template's is shown",
    ]);
    expect(withField({ logo: null, look: null }).notes).toEqual([
      "ext.json: logo is not on a host for logos: the template's is shown",
      "ext.json: look cannot be read: the template's is shown",
    ]);
  });
});

describe('words of its own', () => {
  const refused = (change: object) => withField(change).directory !== undefined;
  const own = (text: unknown, key = 'login.consent') => refused({ words: { en: { [key]: text } } });

  test('name what ours name, lists as often and no other thing', () => {
    expect(own('I agree to {list}')).toBe(false);
    expect(own('Please: {app} asks. {list}', 'login.asking')).toBe(true);
    expect(own('{app}, {app}!', 'login.heading')).toBe(false);
    expect(own('Hello', 'login.heading')).toBe(false);
    for (const text of ['I agree', '{list} {list}', '{list} {app}', '{list} {nobody}', '', 7, null])
      expect(own(text)).toBe(true);
    expect(own('x'.repeat(500), 'login.decline')).toBe(false);
    expect(own('x'.repeat(501), 'login.decline')).toBe(true);
    expect(own('Yes', 'nonsense')).toBe(true);
    expect(withApp({ words: { en: { nonsense: 'Yes' } } }).notes.join()).toContain('apps.0.words');
  });

  test('stand in the languages that it has, and only there', () => {
    const { texts } = withField({
      words: { en: { 'login.decline': 'No' }, ja: { x: 1 } },
    }).brand;
    expect(Object.keys(texts)).toEqual(['zh-CN', 'en']);
    expect(texts.en?.['login.decline']).toBe('No');
    expect(texts['zh-CN']).toEqual(template.texts['zh-CN']);
  });
});
