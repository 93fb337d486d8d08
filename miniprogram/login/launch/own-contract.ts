import type { Brand } from '../brand';
import type { PublicKey } from '../effect';
import type { Contract, Launch, PhonePolicy } from '../state';
import type { Lang } from '../view';
import { isLang } from './lang';
import { readPublicKey } from './public-key';
import { nameable, type ParameterError } from './query';

type Values = ReadonlyMap<string, string>;
type ReadLaunch = { readonly launch: Launch } | { readonly error: ParameterError };

/** The closed list of launch contract 1: a parameter that is not here is an error, so that a misspelt one is noticed. */
const parameters: readonly string[] = ['v', 'app', 'conn', 'return', 'state', 'phone', 'scope', 'key', 'lang'];

const patterns = {
  app: /^[0-9a-f]{24}$/,
  conn: /^[a-z0-9-]{1,31}$/,
  state: /^[A-Za-z0-9_-]{1,128}$/,
  scope: /^[a-z0-9_:.]{1,64}(?: [a-z0-9_:.]{1,64}){0,15}$/i,
} as const;

const strictness: readonly PhonePolicy[] = ['none', 'optional', 'required'];

/** Reads contract 1 and holds it against what the brand allows and locks. */
export function readOwnLaunch(values: Values, lang: Lang, brand: Brand): ReadLaunch {
  const problems: ParameterError[] = [];
  const wrong = (parameter: string, problem: string) => void problems.push({ parameter, problem });

  for (const name of values.keys()) if (!parameters.includes(name)) wrong(nameable(name), 'is not part of contract 1');
  if (values.get('v') !== '1') wrong('v', values.has('v') ? 'must be 1' : 'is missing');

  const matching = (name: keyof typeof patterns, shape: string): string | null => {
    const value = values.get(name);
    if (value === undefined) return null;
    if (patterns[name].test(value)) return value;
    wrong(name, `must be ${shape}`);
    return null;
  };
  const repeated = (name: 'app' | 'conn', shape: string, own: string): void => {
    const given = matching(name, shape);
    if (given !== null && given !== own) wrong(name, 'is set by this program and cannot be changed');
  };

  const { genauth, apps } = brand;
  const [{ app, connection, returns }] = apps;
  repeated('app', '24 hexadecimal digits', app);
  repeated('conn', 'the Unique ID of an identity source', connection);
  const state = matching('state', '1 to 128 of A-Z a-z 0-9 _ -');
  const contract = readContract(values.get('return') ?? 'session', returns, wrong);
  const phone = stricter(readPhone(values.get('phone') ?? 'required', wrong), brand.phone);
  const scope = matching('scope', 'a list of OIDC scopes') ?? (phone === 'none' ? 'openid profile' : 'openid profile phone');
  if (!scope.split(' ').includes('openid')) wrong('scope', 'must contain openid');
  const key = readKey(values.get('key'), contract, wrong);
  const asked = values.get('lang');
  if (asked !== undefined && !isLang(asked)) wrong('lang', 'must be zh-CN, zh-TW, en or ja');

  const error = problems[0];
  if (error) return { error };
  return { launch: { contract, state, app, connection, userPoolId: genauth.userPoolId, scope, phone, key, lang } };
}

/** The state of a launch that may otherwise be wrong: what can be echoed, is. */
export function readState(values: Values): string | null {
  const value = values.get('state');
  return value !== undefined && patterns.state.test(value) ? value : null;
}

type Wrong = (parameter: string, problem: string) => void;

function readContract(value: string, returns: readonly Contract[], wrong: Wrong): Contract {
  if (value !== 'session' && value !== 'codes' && value !== 'ticket') {
    wrong('return', 'must be session, codes or ticket');
    return 'session';
  }
  if (!returns.includes(value)) wrong('return', `${value} is not allowed by this program`);
  return value;
}

function readPhone(value: string, wrong: Wrong): PhonePolicy {
  if (value === 'required' || value === 'optional' || value === 'none') return value;
  wrong('phone', 'must be required, optional or none');
  return 'required';
}

export function stricter(a: PhonePolicy, b: PhonePolicy): PhonePolicy {
  return strictness.indexOf(a) > strictness.indexOf(b) ? a : b;
}

function readKey(value: string | undefined, contract: Contract, wrong: Wrong): PublicKey | null {
  if (value === undefined) return null;
  if (contract !== 'session') {
    wrong('key', 'goes with return=session only');
    return null;
  }
  const key = readPublicKey(value);
  if (key === null) wrong('key', 'must be a public P-256 JWK as unpadded base64url');
  return key;
}
