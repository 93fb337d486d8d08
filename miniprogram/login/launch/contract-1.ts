import type { AppEntry, Brand } from '../brand';
import { type Lang, langs, nearestLang } from '../lang';
import type { Contract, Launch, PhonePolicy, PublicKey } from './launch';
import { readPublicKey } from './public-key';
import type { Reader } from './reader';

/** The closed list of launch contract 1: a parameter that is not here is an error, so that a misspelt one is noticed. */
const parameters: readonly string[] = ['v', 'app', 'conn', 'return', 'state', 'phone', 'scope', 'key', 'lang'];

const contracts: readonly Contract[] = ['session', 'codes', 'ticket'];
/** From the least strict to the strictest. */
const policies: readonly PhonePolicy[] = ['none', 'optional', 'required'];

/** Reads contract 1 and holds it against what the brand allows to the app. What is wrong is left out, and named by the reader. */
export function readContract1(reader: Reader, entry: AppEntry, wechatLang: Lang, brand: Brand): Launch {
  for (const name of reader.names) if (!parameters.includes(name)) reader.refuse(name, 'is not part of contract 1');
  if (reader.text('v') !== '1') reader.refuse('v', reader.text('v') === undefined ? 'is missing' : 'must be 1');
  checkRepeated(reader, 'app', /^[0-9a-f]{24}$/, '24 hexadecimal digits', entry.app);
  checkRepeated(reader, 'conn', /^[a-z0-9-]{1,31}$/, 'the Unique ID of an identity source', entry.connection);
  const state = reader.matching('state', /^[A-Za-z0-9_-]{1,128}$/, '1 to 128 of A-Z a-z 0-9 _ -');
  const contract = reader.oneOf('return', contracts, 'session');
  if (!entry.returns.includes(contract)) reader.refuse('return', `${contract} is not allowed by this program`);
  const phone = stricter(reader.oneOf('phone', policies, 'required'), brand.phone);
  const scope = readScope(reader) ?? (phone === 'none' ? 'openid profile' : 'openid profile phone');
  const key = readKey(reader, contract);
  const lang = nearestLang(reader.oneOf('lang', langs, wechatLang), brand.languages);
  const { app, connection } = entry;
  return { contract, state, app, connection, userPoolId: brand.genauth.userPoolId, scope, phone, key, lang };
}

/** What the brand says of the app, a launch may only repeat. */
function checkRepeated(reader: Reader, name: string, pattern: RegExp, shape: string, own: string): void {
  const given = reader.matching(name, pattern, shape);
  if (given !== null && given !== own) reader.refuse(name, 'is set by this program and cannot be changed');
}

function readScope(reader: Reader): string | null {
  const scope = reader.matching('scope', /^[a-z0-9_:.]{1,64}(?: [a-z0-9_:.]{1,64}){0,15}$/i, 'a list of OIDC scopes');
  if (scope !== null && !scope.split(' ').includes('openid')) reader.refuse('scope', 'must contain openid');
  return scope;
}

export function stricter(a: PhonePolicy, b: PhonePolicy): PhonePolicy {
  return policies.indexOf(a) > policies.indexOf(b) ? a : b;
}

function readKey(reader: Reader, contract: Contract): PublicKey | null {
  const value = reader.text('key');
  if (value === undefined) return null;
  if (contract !== 'session') reader.refuse('key', 'goes with return=session only');
  const key = readPublicKey(value);
  if (key === null) reader.refuse('key', 'must be a public P-256 JWK as unpadded base64url');
  return key;
}
