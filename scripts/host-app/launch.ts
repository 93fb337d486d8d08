import type { AppRegistration, LoginWishes } from './types';

/** A one-time key pair: the public half goes into the launch, the private half stays and cannot be exported. */
export async function oneTimeKey(): Promise<{ readonly privateKey: CryptoKey; readonly parameter: string }> {
  const pair = await crypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, false, ['deriveBits']);
  const { kty, crv, x, y } = await crypto.subtle.exportKey('jwk', pair.publicKey);
  return { privateKey: pair.privateKey, parameter: base64url(JSON.stringify({ kty, crv, x, y })) };
}

/** 128 bits that nobody can guess; letters that WeChat's query parser leaves alone. */
export function newState(): string {
  return base64url(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))));
}

/** Launch contract, version 1: every value percent-encoded, because WeChat's parser cuts one at `=`. */
export function sessionPath(
  { appId, connection }: AppRegistration,
  state: string,
  wishes: LoginWishes,
  key: string | undefined,
): string {
  const parameters: Readonly<Record<string, string | undefined>> = {
    v: '1',
    app: appId,
    conn: connection,
    return: 'session',
    state,
    phone: wishes.phone,
    scope: wishes.scope,
    key,
    lang: wishes.lang,
  };
  const query = Object.entries(parameters).flatMap(([name, value]) => (value ? [`${name}=${encodeURIComponent(value)}`] : []));
  return `pages/login/login?${query.join('&')}`;
}

/** The older documented launch. */
export function ticketPath({ userPoolId }: AppRegistration, wishes: LoginWishes): string {
  const getPhone = wishes.phone === 'none' ? 0 : 1;
  return `/routes/explore?userPoolId=${userPoolId}&getPhone=${getPhone}&fromApp=1&useSelfWxapp=0`;
}

/** Unpadded, of a text of single-byte characters. */
function base64url(bytes: string): string {
  return btoa(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
