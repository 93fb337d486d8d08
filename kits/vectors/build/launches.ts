import { encodeJson } from './base64url';
import { type Keys, keyParameter, publicOf, registration } from './kit';
import { type Rule, rules } from './rules';
import { nonce, state } from './vector';

/** What the mini program makes of a launch. */
export interface LaunchVector extends Rule {
  readonly name: string;
  /** `WXLaunchMiniProgram.Req.path`. */
  readonly path: string;
  readonly verdict:
    | {
        readonly ok: true;
        readonly contract: 'session' | 'codes' | 'ticket';
        readonly state: string | null;
        readonly nonce: string | null;
        readonly phone: 'required' | 'optional' | 'none';
        readonly scope: string;
        readonly lang: string;
        readonly sealed: boolean;
      }
    /** `launch_invalid`, whose message names the parameter. */
    | { readonly ok: false; readonly parameter: string };
}

const usual = {
  ok: true,
  contract: 'session',
  state,
  nonce: null,
  phone: 'required',
  scope: 'openid profile phone',
  lang: 'zh-CN',
  sealed: false,
} as const;
const page = 'pages/login/login';

type Launch = Omit<LaunchVector, keyof Rule>;

export function launchVectors(keys: Keys): readonly LaunchVector[] {
  const all = [...madeByApps(keys), ...written(), ...refused(keys)];
  return all.map(({ name, ...rest }) => ({ name, ...rules.launch, ...rest }));
}

/** As an app makes them: in the order of the contract's table, each value percent-encoded. */
function madeByApps(keys: Keys): readonly Launch[] {
  const { appId, connection, userPoolId } = registration;
  const made = (contract: 'session' | 'codes', parts: Readonly<Record<string, string>>) => {
    const query = { v: '1', app: appId, conn: connection, return: contract, state, ...parts };
    const pairs = Object.entries(query).map(
      ([key, value]) => `${key}=${encodeURIComponent(value)}`,
    );
    return `${page}?${pairs.join('&')}`;
  };
  const preferences = {
    phone: 'optional',
    scope: 'openid profile phone email',
    lang: 'en',
  } as const;
  const none = { ...usual, state: null };
  return [
    { name: 'session', path: made('session', { nonce }), verdict: { ...usual, nonce } },
    {
      name: 'session with everything',
      path: made('session', { nonce, ...preferences }),
      verdict: { ...usual, nonce, scope: preferences.scope, lang: preferences.lang },
    },
    {
      name: 'sealed',
      path: made('session', { nonce, key: keyParameter(keys.app) }),
      verdict: { ...usual, nonce, sealed: true },
    },
    {
      name: 'codes with a state',
      path: made('codes', {}),
      verdict: { ...usual, contract: 'codes' },
    },
    {
      name: 'codes as the Guard SDK asks for them',
      path: '',
      verdict: { ...none, contract: 'codes' },
    },
    {
      name: 'ticket',
      path: `/routes/explore?userPoolId=${userPoolId}&getPhone=1&fromApp=1&useSelfWxapp=0`,
      verdict: { ...none, contract: 'ticket' },
    },
    {
      name: 'session without a number, where the program insists on one',
      path: made('session', { phone: 'none' }),
      verdict: usual,
    },
  ];
}

/** Any BCP 47 tag; what the program does not speak leaves it at WeChat's language. */
const languages = [
  ['en-US', 'en'],
  ['EN_gb', 'en'],
  ['zh-Hans-CN', 'zh-CN'],
  ['zh-SG', 'zh-CN'],
  ['zh-Hant-HK', 'zh-TW'],
  ['zh_MO', 'zh-TW'],
  ['ja-JP', 'ja'],
  ['tlh', 'zh-CN'],
  ['', 'zh-CN'],
  ['not%20a%20tag', 'zh-CN'],
] as const;

/** What others write, and what the rules say of it. */
function written(): readonly Launch[] {
  const old = `userPoolId=${registration.userPoolId}&getPhone=1&fromApp=1&useSelfWxapp=0`;
  const ticket = { ...usual, contract: 'ticket', state: null } as const;
  const of = (length: number) => 'a'.repeat(length);
  return [
    { name: 'the least', path: `${page}?v=1&state=${state}`, verdict: usual },
    {
      name: 'keys of others',
      path: `${page}?v=1&state=${state}&__key_=x&channel=store`,
      verdict: usual,
    },
    {
      name: 'a state of 22 characters',
      path: `${page}?v=1&state=${of(22)}`,
      verdict: { ...usual, state: of(22) },
    },
    {
      name: 'a state of 128 characters',
      path: `${page}?v=1&state=${of(128)}`,
      verdict: { ...usual, state: of(128) },
    },
    ...languages.map(([tag, lang]) => ({
      name: `the language ${tag}`,
      path: `${page}?v=1&state=${state}&lang=${tag}`,
      verdict: { ...usual, lang },
    })),
    { name: 'the older path', path: `/routers/explore?${old}`, verdict: ticket },
    { name: 'the older path with .html', path: `routes/explore.html?${old}`, verdict: ticket },
  ];
}

function refused(keys: Keys): readonly Launch[] {
  const { x = '', y = '' } = publicOf(keys.app);
  const base = `v=1&state=${state}`;
  const key = (jwk: object) => `${base}&key=${encodeJson(jwk)}`;
  const list: readonly [string, string, string][] = [
    ['no version', 'v', `state=${state}`],
    ['another version', 'v', `v=2&state=${state}`],
    ['no state', 'state', 'v=1'],
    ['a state of 21 characters', 'state', `v=1&state=${'a'.repeat(21)}`],
    ['a state of 129 characters', 'state', `v=1&state=${'a'.repeat(129)}`],
    ['a state in the other base64', 'state', `v=1&state=${'a'.repeat(40)}%2B%2F%3D`],
    ['a nonce of 21 characters', 'nonce', `${base}&nonce=${'a'.repeat(21)}`],
    ['another application', 'app', `${base}&app=65f0c0ffee65f0c0ffee65f1`],
    ['an application that is none', 'app', `${base}&app=harbor`],
    ['another connection', 'conn', `${base}&conn=other-wechat`],
    ['a connection in capitals', 'conn', `${base}&conn=Harbor`],
    ['another return', 'return', `${base}&return=cookie`],
    ['another phone policy', 'phone', `${base}&phone=maybe`],
    ['a scope without openid', 'scope', `${base}&scope=profile`],
    ['a scope that the program does not allow', 'scope', `${base}&scope=openid%20admin`],
    ['a key that is no JWK', 'key', `${base}&key=abc`],
    ['a private key', 'key', key(keys.app)],
    ['a key on another curve', 'key', key({ ...publicOf(keys.app), crv: 'P-384' })],
    ['a point that is not on the curve', 'key', key({ kty: 'EC', crv: 'P-256', x, y: x })],
    ['a point that is too short', 'key', key({ kty: 'EC', crv: 'P-256', x, y: y.slice(1) })],
    ['a key where nothing is sealed', 'key', `${base}&return=codes&key=${keyParameter(keys.app)}`],
    ['a value that can not be decoded', 'state', 'v=1&state=%E4%B8'],
  ];
  return list.map(([name, parameter, query]) => ({
    name,
    path: `${page}?${query}`,
    verdict: { ok: false, parameter },
  }));
}
