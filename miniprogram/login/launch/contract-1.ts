import type { EffectiveBrand } from '../brand';
import type { Contract, PhonePolicy } from '../contract';
import { type Lang, langOfTag, nearestLang } from '../lang';
import { defaultScope, withoutPhone } from '../scopes';
import type { Launch, PublicKey } from './launch';
import { readPublicKey } from './public-key';
import type { Reader } from './reader';

/** The closed list of what a launch may set. */
export const contract1Parameters = [
  'v',
  'app',
  'conn',
  'return',
  'state',
  'nonce',
  'phone',
  'scope',
  'key',
  'lang',
] as const;

const contracts: readonly Contract[] = ['session', 'codes', 'ticket'];
/** From the least strict to the strictest. */
const policies: readonly PhonePolicy[] = ['none', 'optional', 'required'];
/** 128 bits or more, as base64url. */
const random = { pattern: /^[A-Za-z0-9_-]{22,128}$/, shape: '22 to 128 of A-Z a-z 0-9 _ -' };

/** What is the same in all contracts. */
export type Common = Pick<Launch, 'caller' | 'app' | 'connection'>;

/**
 * Reads contract 1 and holds it against what the brand allows to the app. What is wrong is left
 * out, and named by the reader.
 */
export function readContract1(
  reader: Reader,
  common: Common,
  wechatLang: Lang,
  brand: EffectiveBrand,
): Launch {
  if (reader.text('v') !== '1')
    reader.refuse('v', reader.text('v') === undefined ? 'is missing' : 'must be 1');
  checkRepeated(reader, 'app', /^[0-9a-f]{24}$/, '24 hexadecimal digits', brand.app);
  checkRepeated(
    reader,
    'conn',
    /^[a-z0-9-]{1,31}$/,
    'the Unique ID of an identity source',
    brand.connection,
  );
  if (reader.text('state') === undefined) reader.refuse('state', 'is missing');
  return { ...readPreferences(reader, wechatLang, brand), ...common };
}

/** All of it is optional: the Guard SDK sends nothing, not even a `state`. */
export function readPreferences(
  reader: Reader,
  wechatLang: Lang,
  brand: EffectiveBrand,
): Omit<Launch, keyof Common> {
  const state = reader.matching('state', random.pattern, random.shape);
  const contract = reader.oneOf('return', contracts, 'session');
  if (!brand.returns.includes(contract))
    reader.refuse('return', `${contract} is not allowed by this program`);
  const phone = stricter(reader.oneOf('phone', policies, 'required'), brand.phone);
  const key = readKey(reader, contract, brand);
  const nonce = reader.matching('nonce', random.pattern, random.shape);
  if (nonce !== null && contract !== 'session')
    reader.refuse('nonce', 'goes with return=session only');
  const scope = withoutPhone(readScope(reader, brand), phone === 'none');
  // A preference, and never a reason to refuse: what the brand does not speak leaves it at WeChat's
  // language.
  const lang = nearestLang([langOfTag(reader.text('lang')), wechatLang], brand.languages);
  return { contract, state, nonce, userPoolId: brand.genauth.userPoolId, scope, phone, key, lang };
}

/** What the brand says of the app, a launch may only repeat. */
function checkRepeated(
  reader: Reader,
  name: string,
  pattern: RegExp,
  shape: string,
  own: string,
): void {
  const given = reader.matching(name, pattern, shape);
  if (given !== null && given !== own)
    reader.refuse(name, 'is set by this program and cannot be changed');
}

function readScope(reader: Reader, { scopes }: EffectiveBrand): string {
  const scope = reader.matching(
    'scope',
    /^[a-z0-9_:.]{1,64}(?: [a-z0-9_:.]{1,64}){0,15}$/i,
    'a list of OIDC scopes',
  );
  if (scope === null) return defaultScope(scopes);
  const asked = scope.split(' ');
  if (!asked.includes('openid')) reader.refuse('scope', 'must contain openid');
  if (asked.some((one) => !scopes.includes(one)))
    reader.refuse('scope', 'asks for more than this program allows');
  return scope;
}

export function stricter(a: PhonePolicy, b: PhonePolicy): PhonePolicy {
  return policies.indexOf(a) > policies.indexOf(b) ? a : b;
}

function readKey(reader: Reader, contract: Contract, { sealed }: EffectiveBrand): PublicKey | null {
  const value = reader.text('key');
  if (value === undefined) {
    if (sealed === 'required')
      reader.refuse('key', 'is missing: this program only sends sealed results');
    return null;
  }
  if (contract !== 'session') reader.refuse('key', 'goes with return=session only');
  const key = readPublicKey(value);
  if (key === null)
    reader.refuse('key', 'must be a public P-256 JWK as unpadded base64url, a point on the curve');
  return key;
}
