import { describe, expect, test } from '@jest/globals';
import { hosted } from '../../../scripts/prove/hosted';
import {
  both,
  brandOf,
  hex,
  invalid,
  least,
  program,
  provider,
  read,
  rules,
  unavailable,
  withField,
} from './directory-entries';

/* An entry of a provider's directory, field by field: docs/provider.md, version 1. */

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
