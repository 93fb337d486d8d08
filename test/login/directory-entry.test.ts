import { describe, expect, test } from '@jest/globals';
import type { EffectiveBrand } from '../../miniprogram/login/brand';
import type { DirectoryConfig } from '../../miniprogram/login/directory';
import { directoryReader } from '../../miniprogram/login/hosted/reader';
import { ownBrand } from '../../miniprogram/login/launch/effective';
import { consoleHost, plain } from '../../scripts/prove/brands';
import { hosted } from '../../scripts/prove/hosted';

/* An entry of a provider's directory, field by field: docs/provider.md, version 1. */

const caller = plain.apps[0].mobileAppId;
const program = 'wxaaaaaaaaaaaaaaaa';
const hex = (digit: string) => digit.repeat(24);
const provider: EffectiveBrand = {
  ...ownBrand({ ...hosted, languages: ['zh-CN', 'en'], contact: { 'zh-CN': '平台客服' } }),
  phone: 'optional',
};
const config: DirectoryConfig = {
  ...{ program, consoleHost, endpoint: 'https://directory.example', logoHosts: ['cdn.example'] },
  ...{ hosts: ['https://second.example'], unregistered: 'refuse', unregisteredWords: {} },
};

const rules = { id: 'rules', version: '3', title: 'Rules', text: 'Be kind.' };
const least = {
  v: 1,
  mobileAppId: caller,
  app: hex('a'),
  connection: 'acme-wechat',
  name: 'Acme',
  agreements: [rules],
};
const both = (text: string) => ({ 'zh-CN': text, en: text });

const read = (body: unknown, status = 200) =>
  directoryReader.readEntryOf({ status, body }, caller, provider, config);
const withField = (change: object) => read({ ...least, ...change });
function brandOf(change: object): EffectiveBrand {
  const answer = withField(change);
  if ('failure' in answer) throw new Error(answer.failure.message);
  return answer.brand;
}
const invalid = (what: string) => ({
  failure: { code: 'directory_invalid', message: `The directory's entry ${what}` },
});
const unavailable = (what: string) => ({
  failure: { code: 'directory_unavailable', message: `The directory's answer ${what}` },
});

test('with no more than it needs is the provider\u2019s program, for this app', () => {
  expect(read(least)).toEqual({
    notes: [],
    brand: {
      ...provider,
      app: hex('a'),
      connection: 'acme-wechat',
      createsAccounts: true,
      appName: both('Acme'),
      operator: both('Acme'),
      contact: null,
      genauth: { ...provider.genauth, userPoolId: null },
      agreements: {
        from: 'brand',
        items: [
          {
            id: 'rules',
            version: '3',
            title: both('Rules'),
            content: { text: both('Be kind.') },
          },
          ...(hosted.agreements.from === 'brand' ? hosted.agreements.items : []),
        ],
      },
    },
  });
});

test('with all that it may have', () => {
  const answer = withField({
    programId: program,
    host: 'https://second.example',
    userPoolId: hex('e'),
    createsAccounts: false,
    name: { 'zh-CN': '阿克米', en: 'Acme' },
    operator: 'Acme Ltd',
    contact: { 'zh-CN': '客服', en: 'help@acme.example' },
    returns: ['codes', 'session'],
    scopes: ['phone', 'openid'],
    phone: 'required',
    sealed: 'required',
    logo: 'https://cdn.example/a.png',
  });
  expect(answer).toMatchObject({
    notes: [],
    brand: {
      createsAccounts: false,
      appName: { 'zh-CN': '阿克米', en: 'Acme' },
      operator: both('Acme Ltd'),
      contact: { 'zh-CN': '客服', en: 'help@acme.example' },
      genauth: { host: 'https://second.example', userPoolId: hex('e') },
      returns: ['session', 'codes'],
      scopes: ['openid', 'phone'],
      phone: 'required',
      sealed: 'required',
      logo: 'https://cdn.example/a.png',
    },
  });
});

describe('no answer, or that of another', () => {
  test.each<[string, unknown, number, object]>([
    ['404', {}, 404, { failure: refused('The directory has no entry for this app') }],
    ['500', least, 500, unavailable('has the status 500')],
    ['204', least, 204, unavailable('has the status 204')],
    ['no number', least, Number.NaN, unavailable('has the status ?')],
    ['too long a text', 'x'.repeat(65_537), 200, unavailable('is too large')],
    ['as long a text as may be', 'x'.repeat(65_536), 200, unavailable('is not its JSON')],
    ['too much', { ...least, more: 'x'.repeat(65_536) }, 200, unavailable('is too large')],
    ['a text', 'oops', 200, unavailable('is not its JSON')],
    ['nothing', undefined, 200, unavailable('is not its JSON')],
    ['a list', [least], 200, unavailable('is not its JSON')],
    ['version 2', { ...least, v: 2 }, 200, invalid('is of another version than 1')],
    ['another app', { ...least, mobileAppId: 'wx1' }, 200, invalid('is of another app')],
    [
      'another program',
      { ...least, programId: 'wx1' },
      200,
      {
        failure: {
          code: 'program_mismatch',
          message: "The app's entry names another mini program than this one",
        },
      },
    ],
  ])('%s', (_, body, status, answer) => {
    expect(read(body, status)).toEqual(answer);
  });
});

function refused(message: string) {
  return { code: 'app_not_registered', message };
}

describe('a field that cannot be used', () => {
  test.each<[string, readonly object[]]>([
    [
      'has no application',
      [
        { app: undefined },
        { app: 'a' },
        { app: `${hex('a')}a` },
        { app: `z${hex('a')}` },
        { app: 7 },
      ],
    ],
    [
      'has no connection',
      [
        { connection: undefined },
        { connection: 'Acme' },
        { connection: 'acme!' },
        { connection: '!acme' },
        { connection: 'x'.repeat(32) },
      ],
    ],
    [
      'has a host that this program cannot ask',
      [{ host: 'https://evil.example' }, { host: 7 }, { host: ['https://second.example'] }],
    ],
    [
      'has a user pool that is none',
      [
        { userPoolId: 'b' },
        { userPoolId: 7 },
        { userPoolId: [hex('b')] },
        { userPoolId: `${hex('b')}b` },
        { userPoolId: `x${hex('b')}` },
        { userPoolId: '' },
      ],
    ],
    [
      'has no name that can be shown',
      [{ name: undefined }, { name: '' }, { name: 'x'.repeat(61) }, { name: { fr: 'Acme' } }],
    ],
    [
      'has an operator that cannot be shown',
      [{ operator: '' }, { operator: '<i>' }, { operator: 'x'.repeat(101) }, { operator: null }],
    ],
    [
      'has a contact that cannot be shown',
      [{ contact: '' }, { contact: 'a\u202eb' }, { contact: 'x'.repeat(101) }, { contact: {} }],
    ],
    [
      'allows what this program does not',
      [
        { returns: [] },
        { returns: 'session' },
        { returns: ['session', 'tokens'] },
        { returns: ['session', 'session'] },
        { scopes: [] },
        { scopes: ['profile'] },
        { scopes: ['openid', 'orders'] },
        { scopes: null },
      ],
    ],
    [
      'has a rule that is none',
      [
        ...['requierd', '', 7, null, ['required']].map((phone) => ({ phone })),
        ...['Required', true, null, 'yes'].map((sealed) => ({ sealed })),
      ],
    ],
    [
      'does not say whether accounts are created',
      ['false', 'no', 0, null].map((createsAccounts) => ({ createsAccounts })),
    ],
  ])('%s', (what, changes) => {
    for (const change of changes) expect(withField(change)).toEqual(invalid(what));
  });

  test('is none where it says what is held already', () => {
    expect(brandOf({ userPoolId: null, host: provider.genauth.host }).genauth).toEqual({
      ...provider.genauth,
      userPoolId: null,
    });
    expect(brandOf({ connection: 'x'.repeat(31) }).connection).toHaveLength(31);
    expect(brandOf({ name: 'x'.repeat(60) }).appName.en).toHaveLength(60);
  });
});

test('what the program asks for can be made stricter, and never looser', () => {
  const phones = ['none', 'optional', 'required', undefined];
  expect(phones.map((phone) => brandOf({ phone }).phone)).toEqual([
    'optional',
    'optional',
    'required',
    'optional',
  ]);
  expect(brandOf({ returns: ['ticket'] }).returns).toEqual(['ticket']);
  expect(brandOf({ sealed: 'optional' }).sealed).toBe('optional');
  expect(brandOf({ sealed: 'required' }).sealed).toBe('required');
});

describe('what is somebody else\u2019s text', () => {
  const nameOf = (name: unknown) => brandOf({ name }).appName;
  const textOf = (text: unknown) => {
    const { agreements } = brandOf({ agreements: [{ ...rules, text }] });
    return agreements.from === 'brand' && agreements.items[0];
  };

  test('is one line, without markup, in the languages that it has or the nearest', () => {
    expect(nameOf(' Acme ')).toEqual(both('Acme'));
    expect(nameOf('R&D, A & B;')).toEqual(both('R&D, A & B;'));
    expect(nameOf({ en: 'Acme' })).toEqual(both('Acme'));
    for (const name of ['A&amp;B', 'A&#60;B', 'A&x;', 'A<B', 'A\nB', '\u200b', 7])
      expect(withField({ name })).toEqual(invalid('has no name that can be shown'));
  });

  test('or several, for an agreement', () => {
    expect(textOf('\tA\r\nB\rC\nD \n')).toMatchObject({ content: { text: both('A\nB\nC\nD') } });
    for (const text of ['A\u202eB', 'A\u0007', 'A&lt;', 7, ['A'], ' '])
      expect(withField({ agreements: [{ ...rules, text }] })).toMatchObject({
        failure: { code: 'agreements_missing' },
      });
  });
});

describe('its agreements', () => {
  const missing = {
    code: 'agreements_missing',
    message: "The directory's entry has an agreement that cannot be read",
  };
  const agreements = (...items: unknown[]) => withField({ agreements: items });
  const many = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ ...rules, id: `rule-${index}` }));

  test('are texts or pages of hosts that can be opened, ten at most', () => {
    const url = { id: 'terms', version: '1', title: 'Terms', url: 'https://t.example/1' };
    expect(brandOf({ agreements: [url] }).agreements).toMatchObject({
      items: [{ id: 'terms', title: both('Terms'), content: { url: 'https://t.example/1' } }, {}],
    });
    expect(brandOf({ agreements: many(10) }).agreements).toHaveProperty('items.length', 11);
    const long = { ...rules, text: 'x'.repeat(20_000) };
    expect(brandOf({ agreements: [long] }).agreements).toMatchObject({ items: [{}, {}] });
    for (const id of ['wechat-privacy-2', 'a', '7'])
      expect(brandOf({ agreements: [{ ...rules, id }] }).agreements).toMatchObject({
        items: [{ id }, {}],
      });
  });

  test.each<[string, readonly unknown[]]>([
    ['none', []],
    ['eleven', many(11)],
    ['one twice', [rules, rules]],
    ['no object', ['Rules']],
    ['no id', [{ ...rules, id: undefined }]],
    ['an id of the provider\u2019s', [{ ...rules, id: 'provider-rules' }]],
    ['an id of a text', [{ ...rules, id: 'text-1' }]],
    ['WeChat\u2019s id', [{ ...rules, id: 'wechat-privacy' }]],
    ['an id in capitals', [{ ...rules, id: 'Rules' }]],
    ['an id with a space behind', [{ ...rules, id: 'rules ' }]],
    ['an id with a quote before', [{ ...rules, id: '"rules' }]],
    ['too long an id', [{ ...rules, id: 'x'.repeat(33) }]],
    ['no version', [{ ...rules, version: undefined }]],
    ['too long a version', [{ ...rules, version: '1'.repeat(41) }]],
    ['no title', [{ ...rules, title: undefined }]],
    ['too long a title', [{ ...rules, title: 'x'.repeat(61) }]],
    ['a page elsewhere', [{ ...rules, url: 'https://elsewhere.example/1' }]],
    ['no words', [{ ...rules, text: undefined }]],
    ['words that are markup', [{ ...rules, text: '<p>Be kind.' }]],
    ['too many words', [{ ...rules, text: 'x'.repeat(20_001) }]],
    ['one that can be read, and one that cannot', [rules, { ...rules, id: 'b', text: '' }]],
  ])('%s: nobody can agree to them', (_, items) => {
    const answer = agreements(...items);
    expect(answer).toMatchObject({ failure: missing, brand: { appName: both('Acme') } });
  });

  test('that are no list are none', () => {
    expect(withField({ agreements: { 0: rules, length: 1 } })).toMatchObject({ failure: missing });
    expect(withField({ agreements: undefined })).toMatchObject({ failure: missing });
  });
});

describe('its colours', () => {
  const theme = {
    light: { background: '#ffffff', primary: '#0B6478', onPrimary: '#ffffff', link: '#0b6478' },
    dark: { background: '#000000', primary: '#6cc3d3', onPrimary: '#06232a', link: '#7fcbd9' },
  };

  test('are shown with those that follow from them', () => {
    const answer = withField({ colours: theme });
    expect(answer).toMatchObject({ notes: [] });
    expect('brand' in answer && answer.brand?.colours).toEqual({
      style: [
        '--light-background:#ffffff;--light-primary:#0b6478;--light-on-primary:#ffffff',
        '--light-link:#0b6478;--light-text:#1a1a1a;--light-quiet:#666666;--light-danger:#c4302b',
        '--light-control:#85898f;--light-card:#f6f6f6;--light-line:#e6e6e6',
        '--dark-background:#000000;--dark-primary:#6cc3d3;--dark-on-primary:#06232a',
        '--dark-link:#7fcbd9;--dark-text:#ededed;--dark-quiet:#a3a3a3;--dark-danger:#ff8a80',
        '--dark-control:#7d7d7d;--dark-card:#0e0e0e;--dark-line:#252525',
      ].join(';'),
      bar: {
        light: { background: '#ffffff', front: '#000000' },
        dark: { background: '#000000', front: '#ffffff' },
      },
    });
  });

  test.each<[string, unknown]>([
    ['none', null],
    ['one theme', { light: theme.light }],
    ['the other theme', { dark: theme.dark }],
    ['a colour too few', { ...theme, light: { ...theme.light, link: undefined } }],
    ['a name', { ...theme, light: { ...theme.light, link: 'teal' } }],
    ['three digits', { ...theme, dark: { ...theme.dark, link: '#fff' } }],
    ['more behind it', { ...theme, dark: { ...theme.dark, link: '#7fcbd9;x:y' } }],
    ['more before it', { ...theme, dark: { ...theme.dark, link: 'x:y;#7fcbd9' } }],
    ['a list', { ...theme, dark: { ...theme.dark, link: ['#7fcbd9'] } }],
  ])('that cannot be read (%s) are the provider\u2019s', (_, colours) => {
    const answer = withField({ colours });
    expect(answer).toMatchObject({
      notes: ['The directory’s colours cannot be read: ours are shown'],
    });
    expect('brand' in answer && answer.brand?.colours).toBeUndefined();
  });

  test('that are too alike are the provider\u2019s, and each pair is named', () => {
    const light = { ...theme.light, onPrimary: '#0b6479', link: '#dddddd' };
    expect(withField({ colours: { ...theme, light } })).toMatchObject({
      notes: [
        'The directory’s colours have too little contrast (light.onPrimary on primary, light.link on background, light.link on card): ours are shown',
      ],
    });
  });

  // #767676 on white has 4.54, #777777 has 4.48: https://webaim.org/resources/contrastchecker/
  test.each([
    ['#767676', true],
    ['#777777', false],
    // Nearly all blue, which counts least; nearly all green, which counts most.
    ['#0000ff', true],
    ['#008a00', true],
    ['#008b00', false],
  ])('%s is dark enough for a button\u2019s words on white: %s', (primary, enough) => {
    const light = { ...theme.light, primary };
    const answer = withField({ colours: { ...theme, light } });
    expect('notes' in answer && answer.notes.join()).toBe(
      enough
        ? ''
        : 'The directory’s colours have too little contrast (light.onPrimary on primary): ours are shown',
    );
  });
});

test.each([
  ['https://cdn.example/a.png', true],
  ['https://cdn.example/', true],
  [`https://cdn.example/${'x'.repeat(1_004)}`, true],
  [`https://cdn.example/${'x'.repeat(1_005)}`, false],
  ['https://cdn.example/a b', false],
  ['https://cdn.example/a.png\n', false],
  ['xhttps://cdn.example/a.png', false],
  ['https://cdn.example.evil/a.png', false],
  ['https://cdn.example', false],
  ['http://cdn.example/a.png', false],
  [['https://cdn.example/a.png'], false],
])('a logo at %j is shown: %s', (logo, isShown) => {
  expect(brandOf({ logo }).logo).toBe(isShown ? logo : provider.logo);
});
