import { encodeBase64url, encodeJson } from './base64url.ts';
import { mapLanguage } from './language.ts';
import type { AppRegistration, LaunchPreferences, ReturnContract } from './types.ts';

/** What is kept of a launch until the answer comes. */
export interface Launch {
  readonly contract: ReturnContract;
  readonly path: string;
  /** ms since 1970. */
  readonly at: number;
  /** Null where the contract has none: the answer then proves nothing by itself. */
  readonly state: string | null;
  readonly nonce: string | null;
  /** What `codes` asks GenAuth for when it redeems them. */
  readonly scope: string;
  /** The one-time key: the answer must then be sealed. */
  readonly key: CryptoKeyPair | null;
}

/**
 * A code of WeChat's lives 5 minutes; twice that is time enough for whoever reads the agreements.
 */
export const launchLifeMs = 600_000;

export async function makeLaunch(
  contract: ReturnContract,
  preferences: LaunchPreferences,
  registration: AppRegistration,
  { at, extractable = false }: { readonly at: number; readonly extractable?: boolean },
): Promise<Launch> {
  // The Guard SDK's `codes` and the older `ticket` have no place for a state.
  const withState =
    contract === 'session' ||
    contract === 'sealed' ||
    (contract === 'codes' && preferences.withState === true);
  const state = withState ? randomText() : null;
  const nonce = contract === 'session' || contract === 'sealed' ? randomText() : null;
  const key = contract === 'sealed' ? await oneTimeKey(extractable) : null;
  const path = launchPath(contract, preferences, registration, {
    state,
    nonce,
    key: key && (await publicJwk(key)),
  });
  return {
    contract,
    path,
    at,
    state,
    nonce,
    key,
    scope: preferences.scope ?? 'openid profile phone',
  };
}

/**
 * What a launch keeps to itself until the answer comes; `key`: the public half, as the launch
 * carries it.
 */
interface Secrets {
  readonly state: string | null;
  readonly nonce: string | null;
  readonly key: string | null;
}

/** The value of `WXLaunchMiniProgram.Req.path`. */
function launchPath(
  contract: ReturnContract,
  preferences: LaunchPreferences,
  registration: AppRegistration,
  { state, nonce, key }: Secrets,
): string {
  if (contract === 'ticket') return explorePath(registration, preferences);
  // The Guard SDK opens the home page and says nothing more.
  if (state === null) return '';
  const { phone, scope } = preferences;
  const lang = mapLanguage(preferences.lang);
  const { appId: app, connection: conn } = registration;
  const contract1 = { v: '1', app, conn, return: contract === 'codes' ? 'codes' : 'session' };
  // Every value percent-encoded, because WeChat's parser cuts one at `=`
  // (docs/wechat.md#the-query-is-cut-at-an-equals-sign).
  const query = Object.entries({ ...contract1, state, nonce, key, phone, scope, lang }).flatMap(
    ([name, value]) => (value ? [`${name}=${encodeURIComponent(value)}`] : []),
  );
  return `pages/login/login?${query.join('&')}`;
}

/** 256 bits that nobody can guess, in letters that WeChat's query parser leaves alone. */
function randomText(): string {
  return encodeBase64url(crypto.getRandomValues(new Uint8Array(32)));
}

export const sealCurve = { name: 'ECDH', namedCurve: 'P-256' } as const;

/** The public half goes into the launch; the private half stays, or goes into a sealed state. */
function oneTimeKey(extractable: boolean): Promise<CryptoKeyPair> {
  return crypto.subtle.generateKey(sealCurve, extractable, ['deriveBits']);
}

async function publicJwk({ publicKey }: CryptoKeyPair): Promise<string> {
  const { kty, crv, x, y } = await crypto.subtle.exportKey('jwk', publicKey);
  return encodeJson({ kty, crv, x, y });
}

/** The older documented launch. */
function explorePath({ userPoolId }: AppRegistration, { phone }: LaunchPreferences): string {
  return `/routes/explore?userPoolId=${userPoolId}&getPhone=${phone === 'none' ? 0 : 1}&fromApp=1&useSelfWxapp=0`;
}
