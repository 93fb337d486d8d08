import { describe, expect, test } from '@jest/globals';
import type { Brand } from '../../../miniprogram/login/brand';
import { readTemplate } from '../../../miniprogram/login/hosted/ext';
import { app, both, caller, hex, least, look, rules, template } from './ext-brands';
import { fields } from './ext-values';

/* The brand of ext.json, field by field: docs/provider.md, version 1. */

const agreed = {
  from: 'brand',
  items: [{ id: 'rules', version: '3', title: both('Rules'), content: { text: both('Be kind.') } }],
};

const read = (ext: unknown) => readTemplate(ext, template, { logoHosts: ['cdn.example'] });
const withField = (change: object) => read({ ...least, ...change });
const withApp = (change: object) => withField({ apps: [{ ...app, ...change }] });
const withGenauth = (change: object) =>
  withField({ genauth: { host: 'https://core.acme.example', ...change } });

/** The paths that the owner is told of. */
function refused({ notes, directory }: ReturnType<typeof read>): string | null {
  if (directory === undefined) return null;
  const [note = ''] = notes;
  return (
    /^The brand in ext\.json cannot be used: (.*)\. No app is served\.$/.exec(note)?.[1] ?? note
  );
}
function brandOf(answer: ReturnType<typeof read>): Brand {
  expect(refused(answer)).toBeNull();
  return answer.brand;
}

test('with no more than it needs has the rest of the template', () => {
  const { brand, notes, directory } = read(least);
  expect([notes, directory]).toEqual([[], undefined]);
  expect(brand).toEqual({
    ...template,
    businessDomains: [],
    contact: null,
    unknownCaller: 'refuse',
    appName: both('Acme'),
    operator: both('Acme Ltd'),
    apps: [{ ...app, createsAccounts: true, name: null, own: {} }],
    genauth: {
      ...template.genauth,
      host: 'https://core.acme.example',
      userPoolId: null,
      ticketEndpoint: null,
    },
    agreements: agreed,
    texts: { 'zh-CN': template.texts['zh-CN'], en: template.texts.en },
  });
});

test('with all that it may have', () => {
  const asGiven = {
    languages: ['en'],
    businessDomains: ['t.acme.example', 'acme.example'],
    unknownCaller: caller,
    scopes: ['openid', 'orders:read'],
    sealed: 'required',
    clipboard: false,
    phone: 'optional',
    extraData: 'object',
  };
  const brand = brandOf(
    withField({
      ...asGiven,
      contact: 'help@acme.example',
      genauth: {
        host: 'https://core.acme.example',
        userPoolId: hex('e'),
        headers: { appId: 'x-acme-app', lang: 'x-acme-lang' },
        phonePayload: 'encrypted',
        ticketEndpoint: 'https://tickets.acme.example/mint',
      },
      agreements: { from: 'genauth', consoleHost: 'https://console.acme.example' },
      words: { en: { 'login.primary.wechat': 'Go' } },
      apps: [
        {
          ...app,
          returns: ['session', 'codes', 'ticket'],
          createsAccounts: false,
          name: 'Acme Pro',
          logo: 'https://cdn.example/pro.png',
          look: { ...look, radius: 0 },
          contact: null,
          agreements: { from: 'brand', items: [rules] },
          words: { en: { 'login.heading': 'Welcome to {app}' } },
        },
      ],
    }),
  );
  const en = (text: string) => ({ en: text });
  expect(brand).toMatchObject({
    ...asGiven,
    contact: en('help@acme.example'),
    genauth: {
      userPoolId: hex('e'),
      headers: { ...template.genauth.headers, appId: 'x-acme-app', lang: 'x-acme-lang' },
      phonePayload: 'encrypted',
      ticketEndpoint: 'https://tickets.acme.example/mint',
    },
    agreements: { from: 'genauth', consoleHost: 'https://console.acme.example' },
    texts: { en: { ...template.texts.en, 'login.primary.wechat': 'Go' } },
  });
  expect(brand.apps[0]).toEqual({
    ...app,
    returns: ['session', 'codes', 'ticket'],
    createsAccounts: false,
    name: en('Acme Pro'),
    own: {
      logo: 'https://cdn.example/pro.png',
      colours: {
        style: expect.stringMatching(/^--light-background:#ffffff;.*;--radius:0px$/),
        bar: expect.anything(),
      },
      contact: null,
      agreements: {
        ...agreed,
        items: [{ ...agreed.items[0], title: en('Rules'), content: { text: en('Be kind.') } }],
      },
      words: { en: { 'login.heading': 'Welcome to {app}' } },
    },
  });
});

describe('each value that a field may have', () => {
  test.each<[string, readonly unknown[]]>([
    ['sealed', ['optional', 'required']],
    ['clipboard', [true, false]],
    ['phone', ['none', 'optional', 'required']],
    ['extraData', ['string', 'object']],
  ])('%s', (field, values) => {
    for (const value of values)
      expect(brandOf(withField({ [field]: value }))).toHaveProperty(field, value);
    for (const value of ['', 'never', 7, null])
      expect(refused(withField({ [field]: value }))).toBe(field);
  });

  test('the form of the phone number, and the parts of a result', () => {
    for (const phonePayload of ['auto', 'code', 'encrypted'])
      expect(brandOf(withGenauth({ phonePayload })).genauth.phonePayload).toBe(phonePayload);
    for (const one of ['session', 'codes'])
      expect(brandOf(withApp({ returns: [one] })).apps[0].returns).toEqual([one]);
    for (const createsAccounts of [true, false])
      expect(brandOf(withApp({ createsAccounts })).apps[0]).toHaveProperty(
        'createsAccounts',
        createsAccounts,
      );
  });

  test('null where there is none, which a field that is left out has too', () => {
    expect(brandOf(withField({ contact: null })).contact).toBeNull();
    expect(brandOf(withApp({ name: null })).apps[0].name).toBeNull();
    const { genauth } = brandOf(withGenauth({ userPoolId: null, ticketEndpoint: null }));
    expect(genauth).toMatchObject({ userPoolId: null, ticketEndpoint: null });
    expect(brandOf(withApp({ contact: '客服' })).apps[0].own).toEqual({ contact: both('客服') });
  });
});

describe('addresses and names', () => {
  test.each(fields)('%s', (path, change, right, wrong) => {
    for (const value of right)
      expect([value, refused(withField(change(value)))]).toEqual([value, null]);
    for (const value of wrong)
      expect([value, refused(withField(change(value)))]).toEqual([value, path]);
  });

  test('more than fifty apps are too many', () => {
    const apps = Array.from({ length: 51 }, () => app);
    expect(refused(withField({ apps }))).toBe('apps');
  });

  test('all that is wrong is named at once', () => {
    const second = { ...app, mobileAppId: 'wx0000000000000002', app: 1, name: '' };
    expect(refused(withField({ apps: [app, second], phone: 1 }))).toBe(
      'apps.1.app, apps.1.name, phone',
    );
  });
});

describe('what a pack refuses is refused here too, by the same name', () => {
  const ticket = { host: 'https://a.example', userPoolId: hex('e') };
  const minted = { ...ticket, ticketEndpoint: 'https://a.example/mint' };
  const ofTicket = (genauth: object) =>
    withField({ genauth, apps: [{ ...app, returns: ['ticket'] }] });

  test('a ticket needs a user pool, which the launch must not choose, and somebody who mints it', () => {
    expect(brandOf(ofTicket(minted)).apps[0].returns).toEqual(['ticket']);
    expect(refused(ofTicket({ ...minted, userPoolId: null }))).toBe('genauth.userPoolId');
    expect(refused(ofTicket(ticket))).toBe('genauth.ticketEndpoint');
    expect(refused(ofTicket({ ...minted, userPoolId: 'x' }))).toBe('genauth.userPoolId');
  });

  const second = 'wx0000000000000002';
  test.each<[string, object, string]>([
    [
      'a header of the connection',
      { genauth: { ...ticket, headers: { appId: 'host' } } },
      'genauth.headers.appId',
    ],
    [
      'a header of the phone',
      { genauth: { ...ticket, headers: { lang: 'sec-fetch' } } },
      'genauth.headers.lang',
    ],
    [
      'one header for two',
      { genauth: { ...ticket, headers: { appId: 'x-a', lang: 'x-a' } } },
      'genauth.headers.lang',
    ],
    ['headers that are a text', { genauth: { ...ticket, headers: 'x' } }, 'genauth.headers'],
    ['headers that are null', { genauth: { ...ticket, headers: null } }, 'genauth.headers'],
    ['one app twice', { apps: [app, { ...app, mobileAppId: second }, app] }, 'apps.2.mobileAppId'],
    ['a slip', { seeled: 'required' }, 'seeled'],
    ['a slip of an app', { apps: [{ ...app, creates: false }] }, 'apps.0.creates'],
    ['a slip of GenAuth', { genauth: { ...ticket, pool: hex('e') } }, 'genauth.pool'],
    [
      'a slip of a header',
      { genauth: { ...ticket, headers: { app: 'x' } } },
      'genauth.headers.app',
    ],
    ['words that are null', { words: null }, 'words'],
    ['words that are a list', { words: ['x'] }, 'words'],
    ['words that are a text', { words: 'x' }, 'words'],
    ['words of a language as text', { words: { en: 'x' } }, 'words'],
    ['words of no language', { words: { zh_CN: {} } }, 'words'],
  ])('%s', (_, change, path) => {
    expect(refused(withField(change))).toBe(path);
  });
});
