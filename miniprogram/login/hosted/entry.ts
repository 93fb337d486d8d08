import type { EffectiveBrand, PackAgreement } from '../brand';
import type { Contract, PhonePolicy } from '../contract';
import type { DirectoryConfig } from '../directory';
import type { HttpResponse } from '../event';
import { readAddress } from '../genauth/agreement';
import { isObject, own, text } from '../json';
import {
  type DirectoryAnswer,
  invalid,
  isTooLarge,
  type Known,
  mismatch,
  refuse,
  unavailable,
} from './answer';
import { readColours } from './colours';
import { readLogo } from './logo';
import { withAgreements } from './public';
import { readLine, readText, readWords } from './text';

const id24 = /^[0-9a-f]{24}$/;
const contracts: readonly Contract[] = ['session', 'codes', 'ticket'];
/** From the least strict to the strictest. */
const policies: readonly PhonePolicy[] = ['none', 'optional', 'required'];
const maxAgreements = 10;
/** Characters of one agreement that comes as text. */
const maxText = 20_000;

/** What an entry of version 1 may have. */
const known: readonly string[] = [
  ...['v', 'mobileAppId', 'programId', 'app', 'connection', 'userPoolId', 'host', 'name'],
  ...['operator', 'contact', 'logo', 'colours', 'returns', 'scopes', 'phone', 'sealed'],
  ...['createsAccounts', 'agreements'],
];

/** In which languages things are said, and which pages can be opened. */
export type Shower = Pick<EffectiveBrand, 'languages' | 'businessDomains' | 'reader'>;

/**
 * The provider's own directory: `GET {endpoint}/apps/{mobileAppId}` (docs/provider.md, version 1 of
 * `directory-entry.schema.json`). What it allows, it can only narrow: the brand decides the rest.
 */
export function readEntryOf(
  response: HttpResponse,
  caller: string,
  provider: EffectiveBrand,
  config: DirectoryConfig,
): DirectoryAnswer {
  const { status, body } = response;
  if (status === 404) return refuse('The directory has no entry for this app');
  if (status !== 200) return unavailable(`has the status ${Number(status) || '?'}`);
  if (isTooLarge(response)) return unavailable('is too large');
  if (!isObject(body)) return unavailable('is not its JSON');
  if (own(body, 'v') !== 1) return invalid('is of another version than 1');
  if (own(body, 'mobileAppId') !== caller) return invalid('is of another app');
  const program = own(body, 'programId');
  if (program !== undefined && program !== config.program) return mismatch();
  return readRest(body, provider, config);
}

/** Whose GenAuth it is; a text: what is wrong. */
function readGenauth(body: unknown, { genauth }: EffectiveBrand, { hosts }: DirectoryConfig) {
  const app = text(own(body, 'app'), 24) ?? '';
  const connection = text(own(body, 'connection'), 31) ?? '';
  const host = saidOr(body, 'host', genauth.host);
  const userPoolId = own(body, 'userPoolId') ?? null;
  if (!id24.test(app)) return 'has no application';
  if (!/^[a-z0-9-]+$/.test(connection)) return 'has no connection';
  if (typeof host !== 'string' || ![genauth.host, ...hosts].includes(host))
    return 'has a host that this program cannot ask';
  if (userPoolId !== null && !(typeof userPoolId === 'string' && id24.test(userPoolId)))
    return 'has a user pool that is none';
  const createsAccounts = saidOr(body, 'createsAccounts', true);
  if (typeof createsAccounts !== 'boolean') return 'does not say whether accounts are created';
  return { app, connection, createsAccounts, genauth: { ...genauth, host, userPoolId } };
}

/** What is shown of it; a text: what is wrong. */
function readNames(body: unknown, { languages }: EffectiveBrand) {
  const said = (key: string, max: number) =>
    readWords(own(body, key), languages, (value) => readLine(value, max));
  const appName = said('name', 60);
  if (appName === null) return 'has no name that can be shown';
  const operator = own(body, 'operator') === undefined ? appName : said('operator', 100);
  if (operator === null) return 'has an operator that cannot be shown';
  const hasContact = own(body, 'contact') !== undefined;
  const contact = hasContact ? said('contact', 100) : null;
  if (hasContact && contact === null) return 'has a contact that cannot be shown';
  return { appName, operator, contact };
}

/** What the app may have; a text: what is wrong. */
function readPolicies(body: unknown, provider: EffectiveBrand) {
  const returns = narrow(own(body, 'returns'), provider.returns, contracts);
  const scopes = narrow(own(body, 'scopes'), provider.scopes, provider.scopes);
  if (returns === null || scopes === null || !scopes.includes('openid'))
    return 'allows what this program does not';
  const phone = stricter(saidOr(body, 'phone', provider.phone), provider.phone);
  const asked = saidOr(body, 'sealed', provider.sealed);
  // A slip in a rule must not be read as the looser one.
  if (phone === null || (asked !== 'required' && asked !== 'optional'))
    return 'has a rule that is none';
  const sealed = asked === 'required' ? asked : provider.sealed;
  return { returns, scopes, phone, sealed };
}

function readRest(
  body: unknown,
  provider: EffectiveBrand,
  config: DirectoryConfig,
): DirectoryAnswer {
  const whose = readGenauth(body, provider, config);
  if (typeof whose === 'string') return invalid(whose);
  const names = readNames(body, provider);
  if (typeof names === 'string') return invalid(names);
  const policies = readPolicies(body, provider);
  if (typeof policies === 'string') return invalid(policies);
  const logo = readLogo(own(body, 'logo'), config) ?? provider.logo;
  const agreements = { from: 'brand', items: [] } as const;
  const brand: EffectiveBrand = { ...provider, ...whose, ...names, ...policies, logo, agreements };
  const items = readAgreementsOf(own(body, 'agreements'), provider);
  if (items !== null) {
    const answer = withColours(withAgreements(brand, provider, items), own(body, 'colours'));
    return { ...answer, notes: [...answer.notes, ...unknownOf(body)] };
  }
  const message = "The directory's entry has an agreement that cannot be read";
  return { failure: { code: 'agreements_missing', message }, brand };
}

/** A later program may know it, so that it is no reason to refuse; a slip is to be found all the same. */
function unknownOf(body: unknown): readonly string[] {
  const unknown = Object.keys(Object(body)).filter(
    (field) => !known.includes(field) && !field.startsWith('$'),
  );
  return unknown.length === 0
    ? []
    : [`The directory’s entry has what nobody reads: ${unknown.join(', ')}`];
}

function withColours(brand: EffectiveBrand, given: unknown): Known {
  if (given === undefined) return { brand, notes: [] };
  const read = readColours(given);
  if (read === null)
    return { brand, notes: ['The directory’s colours cannot be read: ours are shown'] };
  if (read.problems.length > 0) {
    const pairs = read.problems.join(', ');
    const note = `The directory’s colours have too little contrast (${pairs}): ours are shown`;
    return { brand, notes: [note] };
  }
  return { brand: { ...brand, colours: read.colours }, notes: [] };
}

/** A part of what the program allows; all of it where the entry does not say. Null: more, or none. */
function narrow<T extends string>(
  value: unknown,
  allowed: readonly T[],
  known: readonly T[],
): readonly T[] | null {
  if (value === undefined) return allowed;
  if (!Array.isArray(value) || value.length === 0) return null;
  const found = known.filter((one) => value.includes(one) && allowed.includes(one));
  return found.length === value.length ? found : null;
}

/** Null is a value, and none of ours. */
function saidOr(body: unknown, key: string, usual: unknown): unknown {
  const said = own(body, key);
  return said === undefined ? usual : said;
}

function stricter(value: unknown, least: PhonePolicy): PhonePolicy | null {
  const asked = policies.find((one) => one === value);
  if (asked === undefined) return null;
  return policies.indexOf(asked) > policies.indexOf(least) ? asked : least;
}

/** Null: one of them cannot be read to the end, so that nobody can agree to it. */
export function readAgreementsOf(
  value: unknown,
  provider: Shower,
): readonly PackAgreement[] | null {
  if (!Array.isArray(value) || value.length === 0 || value.length > maxAgreements) return null;
  const items = value.map((one: unknown) => readAgreementOf(one, provider));
  const read = items.filter((one) => one !== null);
  const ids = new Set(read.map(({ id }) => id));
  return read.length === items.length && ids.size === read.length ? read : null;
}

function readAgreementOf(value: unknown, provider: Shower): PackAgreement | null {
  const { languages } = provider;
  const id = text(own(value, 'id'), 32);
  const version = readLine(own(value, 'version'), 40);
  const title = readWords(own(value, 'title'), languages, (one) => readLine(one, 60));
  if (id === undefined || !/^(?!provider-|text-|wechat-privacy$)[a-z0-9-]+$/.test(id)) return null;
  if (version === null || title === null) return null;
  const href = own(value, 'url');
  const whole = own(value, 'text');
  if (href !== undefined) {
    // With both, nobody knows which of them was agreed to.
    if (whole !== undefined || !/^https:\S{1,1018}$/.test(String(href))) return null;
    const url = readAddress(String(href), provider);
    return url === null ? null : { id, version, title, content: { url } };
  }
  const said = readWords(whole, languages, (one) => readText(one, maxText));
  return said === null ? null : { id, version, title, content: { text: said } };
}
