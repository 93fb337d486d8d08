import { encodeBase64url, encodeJson } from './base64url';
import type { AppRegistration, LoginWishes, ReturnContract } from './types';

/** What the app keeps of a launch until the answer comes. Its memory is enough: a launch does not outlive the app. */
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

export async function makeLaunch(
  contract: ReturnContract,
  wishes: LoginWishes,
  registration: AppRegistration,
  at: number,
): Promise<Launch> {
  const scope = wishes.scope ?? 'openid profile phone';
  const bare = { contract, at, scope, state: null, nonce: null, key: null };
  switch (contract) {
    case 'session':
    case 'sealed': {
      const [state, nonce] = [randomText(), randomText()];
      const key = contract === 'sealed' ? await oneTimeKey() : null;
      const parameters = { return: 'session', state, ...(key && { key: await publicJwk(key) }) };
      return { ...bare, state, nonce, key, path: contractPath(registration, wishes, parameters) };
    }
    case 'codes': {
      // The Guard SDK opens the home page and says nothing more.
      if (wishes.withState !== true) return { ...bare, path: '' };
      const state = randomText();
      return { ...bare, state, path: contractPath(registration, wishes, { return: 'codes', state }) };
    }
    case 'ticket':
      return { ...bare, path: explorePath(registration, wishes) };
  }
}

/** 256 bits that nobody can guess, in letters that WeChat's query parser leaves alone. */
export function randomText(): string {
  return encodeBase64url(crypto.getRandomValues(new Uint8Array(32)));
}

/** The public half goes into the launch, the private half stays and cannot be exported. */
function oneTimeKey(): Promise<CryptoKeyPair> {
  return crypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, false, ['deriveBits']);
}

async function publicJwk({ publicKey }: CryptoKeyPair): Promise<string> {
  const { kty, crv, x, y } = await crypto.subtle.exportKey('jwk', publicKey);
  return encodeJson({ kty, crv, x, y });
}

/** Launch contract, version 1: every value percent-encoded, because WeChat's parser cuts one at `=`. */
function contractPath(
  { appId, connection }: AppRegistration,
  { phone, scope, lang }: LoginWishes,
  parameters: Readonly<Record<string, string>>,
): string {
  const all: Readonly<Record<string, string | undefined>> = {
    v: '1',
    app: appId,
    conn: connection,
    ...parameters,
    phone,
    scope,
    lang,
  };
  const query = Object.entries(all).flatMap(([name, value]) => (value ? [`${name}=${encodeURIComponent(value)}`] : []));
  return `pages/login/login?${query.join('&')}`;
}

/** The older documented launch. */
function explorePath({ userPoolId }: AppRegistration, { phone }: LoginWishes): string {
  return `/routes/explore?userPoolId=${userPoolId}&getPhone=${phone === 'none' ? 0 : 1}&fromApp=1&useSelfWxapp=0`;
}
