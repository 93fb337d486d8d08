import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { EffectiveBrand } from '../../../miniprogram/login/brand';
import type { DirectoryConfig } from '../../../miniprogram/login/directory';
import { directoryReader } from '../../../miniprogram/login/hosted/reader';
import { ownBrand } from '../../../miniprogram/login/launch/effective';
import { consoleHost } from '../../../scripts/prove/brands';
import { hosted } from '../../../scripts/prove/hosted';
import { isOfSchema } from '../../support/json-schema';

/*
 * Providers write their directory by docs/directory-entry.schema.json, and the program reads it:
 * both are held to the same table. What a row says is what docs/provider.md says of such an entry.
 */
const file = join(import.meta.dirname, '../../../docs/directory-entry.schema.json');
const schema: unknown = JSON.parse(readFileSync(file, 'utf8'));

const program = 'wxaaaaaaaaaaaaaaaa';
const caller = 'wxbbbbbbbbbbbbbbbb';
const provider: EffectiveBrand = {
  ...ownBrand({ ...hosted, businessDomains: ['t.example'], scopes: ['openid', 'phone'] }),
  returns: ['session', 'codes'],
};
const config: DirectoryConfig = {
  ...{ program, consoleHost, endpoint: 'https://directory.example' },
  ...{ hosts: ['https://other.example'], logoHosts: ['cdn.example'] },
  ...{ unregistered: 'refuse', unregisteredWords: {} },
};

const rules = { id: 'rules', version: '3', title: 'Rules', text: 'Be kind.' };
const page = { id: 'rules', version: '3', title: 'Rules', url: 'https://t.example/rules' };
const colours = {
  light: { background: '#ffffff', primary: '#0b6478', onPrimary: '#ffffff', link: '#0b6478' },
  dark: { background: '#111111', primary: '#6cc3d3', onPrimary: '#06232a', link: '#7fcbd9' },
};
const long = (length: number) => 'a'.repeat(length);
/** One character, of two UTF-16 units. */
const rare = (length: number) => '𠮷'.repeat(length);
const agreements = (change: object, from: object = rules) => ({
  agreements: [{ ...from, ...change }],
});

type Row = readonly [what: string, change: object];

const served: readonly Row[] = [
  ['nothing but what is needed', {}],
  ['a comment', { $comment: 'ours' }],
  [
    'all that there is',
    {
      ...{ programId: program, userPoolId: 'c'.repeat(24), host: 'https://other.example' },
      ...{
        operator: 'Acme Ltd',
        contact: { en: 'help@acme.example' },
        logo: 'https://cdn.example/a.png',
      },
      ...{ colours, phone: 'required', sealed: 'required', createsAccounts: false },
      ...{ returns: ['session'], scopes: ['openid'] },
    },
  ],
  ['a user pool that is null', { userPoolId: null }],
  ['spaces around a text', { name: ' Acme ', contact: '  a phone: 1 ' }],
  ['a language that nobody knows next to one that is', { name: { fr: 'Acme', en: 'Acme' } }],
  ['texts of the full length', { name: long(60), operator: long(100), contact: rare(100) }],
  [
    'rare characters, each counted once',
    { name: rare(60), ...agreements({ version: rare(40), title: rare(60), text: rare(20_000) }) },
  ],
  ['what is put for an app', { name: 'The {app} & Co; 100 %' }],
  ['a text of several lines', agreements({ text: 'One\n\ttwo\r\nthree' })],
  [
    'colours with a field that nobody knows',
    { colours: { ...colours, light: { ...colours.light, text: 7 } } },
  ],
  ['an address with a query and a fragment', agreements({ url: 'https://T.example/?a=1#b' }, page)],
  [
    'ten agreements',
    { agreements: Array.from({ length: 10 }, (_, at) => ({ ...rules, id: `a${at}` })) },
  ],
];

/** The provider's is shown in its place, or the console says it. */
const ours: readonly Row[] = [
  ['a slip in the name of a field', { seeled: 'required' }],
  ['no logo', { logo: null }],
  ['a logo without https', { logo: 'http://cdn.example/a.png' }],
  ['a logo on a host with a port', { logo: 'https://cdn.example:8443/a.png' }],
  ['a logo with spaces around it', { logo: ' https://cdn.example/a.png' }],
  ['a logo that is too long', { logo: `https://cdn.example/${long(1_024)}` }],
  ['colours that are null', { colours: null }],
  ['a theme alone', { colours: { light: colours.light } }],
  ['a colour by name', { colours: { ...colours, dark: { ...colours.dark, link: 'white' } } }],
];

const refused: readonly Row[] = [
  ...['v', 'mobileAppId', 'app', 'connection', 'name', 'agreements'].map(
    (field): Row => [`no ${field}`, { [field]: undefined }],
  ),
  ...[
    'host',
    'programId',
    'name',
    'operator',
    'contact',
    'returns',
    'scopes',
    'phone',
    'sealed',
    'createsAccounts',
    'agreements',
  ].map((field): Row => [`${field}: null`, { [field]: null }]),
  ['another version', { v: '1' }],
  ['an application in capitals', { app: 'A'.repeat(24) }],
  ['a connection with spaces around it', { connection: ' acme ' }],
  ['a connection that is too long', { connection: long(32) }],
  ['a user pool of another form', { userPoolId: 'c'.repeat(23) }],
  ['a host with a path', { host: 'https://other.example/' }],
  ['a host with spaces around it', { host: ' https://other.example' }],
  ...[
    '',
    ' ',
    '\u3164',
    '!',
    'a\nb',
    'a\u202eb',
    'a<b',
    'a&amp;b',
    'a\u200bb',
    long(61),
    rare(61),
  ].map((name): Row => [`the name ${JSON.stringify(name.slice(0, 8))}`, { name }]),
  ['a name in no language that is known', { name: { fr: 'Acme' } }],
  ['a name in no language', { name: {} }],
  ['a name whose other language cannot be shown', { name: { en: 'Acme', ja: '' } }],
  ['a name as a list', { name: ['Acme'] }],
  ['an operator that is too long', { operator: long(101) }],
  ['a contact that is too long', { contact: { en: rare(101) } }],
  ['a contract that there is not', { returns: ['token'] }],
  ['a contract twice', { returns: ['session', 'session'] }],
  ['no contract', { returns: [] }],
  ['a contract alone, in no list', { returns: 'session' }],
  ['a scope twice', { scopes: ['openid', 'openid'] }],
  ['scopes without openid', { scopes: ['phone'] }],
  ['a rule in capitals', { phone: 'Required' }],
  ['a seal that is none', { sealed: true }],
  ['accounts in words', { createsAccounts: 'no' }],
  ['no agreement in the list', { agreements: [] }],
  [
    'eleven agreements',
    { agreements: Array.from({ length: 11 }, (_, at) => ({ ...rules, id: `a${at}` })) },
  ],
  ['an agreement without a text', agreements({ text: undefined })],
  ['an agreement with an address and a text', agreements({ text: 'Be kind.' }, page)],
  ['an agreement with a text and an address that is null', agreements({ url: null })],
  ['an address with spaces around it', agreements({ url: ' https://t.example/rules ' }, page)],
  ['an address in capitals', agreements({ url: 'HTTPS://t.example/rules' }, page)],
  ['an address without https', agreements({ url: 'http://t.example/rules' }, page)],
  ['an address with a port', agreements({ url: 'https://t.example:8443/rules' }, page)],
  ['an address in other letters', agreements({ url: 'https://t.example/规则' }, page)],
  ['an address that is too long', agreements({ url: `https://t.example/${long(1_007)}` }, page)],
  ['the id of the provider’s', agreements({ id: 'provider-terms' })],
  ['an id that is too long', agreements({ id: long(33) })],
  ['a version that is a number', agreements({ version: 3 })],
  ['a version that is too long', agreements({ version: long(41) })],
  ['a version that cannot be shown', agreements({ version: '<3>' })],
  ['a title that is too long', agreements({ title: { en: long(61) } })],
  ['a text that is too long', agreements({ text: rare(20_001) })],
  ['a text that turns what follows', agreements({ text: 'a\u202eb' })],
  ['a text with markup', agreements({ text: '<b>Be kind.</b>' })],
];

/** What a schema cannot know: this program's own settings, and that ids differ. */
const beyond: readonly Row[] = [
  ['another program', { programId: 'wxcccccccccccccccc' }],
  ['a host that the program may not ask', { host: 'https://evil.example' }],
  ['a contract that the program does not allow', { returns: ['ticket'] }],
  ['a scope that the program does not ask for', { scopes: ['openid', 'email'] }],
  ['a page that the program cannot open', agreements({ url: 'https://elsewhere.example/' }, page)],
  ['two agreements of one id', { agreements: [rules, rules] }],
];

/** As it comes over the network. */
function entryOf(change: object): unknown {
  const entry = {
    ...{ v: 1, mobileAppId: caller, app: 'a'.repeat(24), connection: 'acme-wechat', name: 'Acme' },
    ...{ agreements: [rules], ...change },
  };
  return JSON.parse(JSON.stringify(entry));
}

const read = (body: unknown) =>
  directoryReader.readEntryOf({ status: 200, body }, caller, provider, config);

const verdictOf = (change: object): readonly [isOfSchema: boolean, program: string] => {
  const body = entryOf(change);
  const answer = read(body);
  const isShown = (found: typeof answer) => 'notes' in found && found.notes.length === 0;
  return [
    isOfSchema(body, schema),
    'failure' in answer ? 'refused' : isShown(answer) ? 'served' : 'ours',
  ];
};

describe('an entry of a directory, by its schema and by the program', () => {
  test.each(served)('is served: %s', (_what, change) => {
    expect(verdictOf(change)).toEqual([true, 'served']);
  });

  test.each(ours)('is served with the provider’s look: %s', (_what, change) => {
    const [isValid, verdict] = verdictOf(change);
    expect(isValid).toBe(false);
    expect(verdict).toBe('logo' in change ? 'served' : 'ours');
    const answer = read(entryOf(change));
    expect('notes' in answer && [answer.brand.logo, answer.brand.colours]).toEqual([
      provider.logo,
      provider.colours,
    ]);
  });

  test.each(refused)('is refused: %s', (_what, change) => {
    expect(verdictOf(change)).toEqual([false, 'refused']);
  });

  test.each(beyond)('is refused by this program alone: %s', (_what, change) => {
    expect(verdictOf(change)).toEqual([true, 'refused']);
  });

  test('the sample of the document', () => {
    const text = readFileSync(join(import.meta.dirname, '../../../docs/provider.md'), 'utf8');
    const samples = [...text.matchAll(/```json\n(\{\n {2}"v": 1[^`]+)```/g)].map(
      ([, json = '']) => json,
    );
    expect(samples).toHaveLength(1);
    expect(samples.every((sample) => isOfSchema(JSON.parse(sample), schema))).toBe(true);
  });
});
