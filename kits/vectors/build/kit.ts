import {
  CompactEncrypt,
  calculateJwkThumbprint,
  importJWK,
  type JWK,
  type JWTPayload,
  SignJWT,
} from 'jose';
import { encodeBase64url, encodeJson } from './base64url';
import type { Delivery } from './delivery';

/** `kits/vectors/keys.json`. */
export interface Keys {
  /** GenAuth's, and one that says it is (the same `kid`). */
  readonly genauth: JWK;
  readonly mallory: JWK;
  /** The app's one-time key of this launch, and of another. */
  readonly app: JWK;
  readonly otherLaunch: JWK;
  /** What the sealing makes anew for each message; here it must always be the same. */
  readonly ephemeral: JWK;
}

/** What an app makes of one delivery. */
export type Verdict =
  | { readonly ok: true; readonly sub: string }
  /** `pending`: the launch still waits for its true answer. */
  | { readonly ok: false; readonly code: string; readonly pending: boolean };

export interface AnswerVector {
  readonly name: string;
  readonly launch: {
    readonly contract: 'session' | 'sealed';
    readonly state: string;
    readonly nonce: string;
    readonly at: string;
  };
  /** One after the other. */
  readonly deliveries: readonly (Delivery & { readonly at: string; readonly verdict: Verdict })[];
}

export const registration = {
  genauth: 'https://core.genauth.ai',
  console: 'https://console.genauth.ai',
  appId: '65f0c0ffee65f0c0ffee65f0',
  connection: 'harbor-wechat',
  userPoolId: '65f0ba5eba11ba5eba11ba5e',
  userPoolSecret: 'not-in-the-vectors',
};
export const issuer = `${registration.genauth}/oidc`;
const launchedAt = '2026-01-15T08:00:00.700Z';
export const answeredAt = '2026-01-15T08:00:30.000Z';
/** `iat` of a good token: 29 s after the launch. */
const issuedAt = Date.parse('2026-01-15T08:00:29.000Z') / 1000;

const random = (name: string) => encodeBase64url(new TextEncoder().encode(name.padEnd(32, '.')));
export const state = random('state of this launch');
export const nonce = random('nonce of this launch');
export const otherState = random('state of another launch');
export const otherNonce = random('nonce of another launch');

/** Whom GenAuth's `/oidc/me` names for an access token. */
export const userinfo = {
  'access-token-of-anna': { sub: 'anna' },
  'access-token-of-mallory': { sub: 'mallory' },
} as const;

export async function createKit(keys: Keys) {
  const signing = await importJWK({ ...keys.genauth }, 'RS256');
  const forging = await importJWK({ ...keys.mallory }, 'RS256');
  let messages = 0;

  const idToken = (claims: JWTPayload = {}, key = signing): Promise<string> =>
    new SignJWT({
      iss: issuer,
      aud: registration.appId,
      sub: 'anna',
      iat: issuedAt,
      exp: issuedAt + 3600,
      ...claims,
    })
      .setProtectedHeader({ alg: 'RS256', kid: keys.genauth.kid ?? '' })
      .sign(key);

  return {
    idToken,
    forgedIdToken: () => idToken({}, forging),
    /** A session of Anna's; `change` replaces parts of it. */
    async session(claims: JWTPayload = {}, change: Readonly<Record<string, unknown>> = {}) {
      const tokens = { access_token: 'access-token-of-anna', id_token: await idToken(claims) };
      return {
        ...tokens,
        token_type: 'Bearer',
        expires_in: 3600,
        scope: 'openid profile phone',
        ...change,
      };
    },
    /**
     * Sealed as the program does, but with the same random values each time. `header` replaces
     * parts.
     */
    async seal(
      content: unknown,
      key: JWK,
      header: Readonly<Record<string, string>> = {},
    ): Promise<string> {
      messages += 1;
      const sealing = new CompactEncrypt(new TextEncoder().encode(JSON.stringify(content)))
        .setProtectedHeader({
          alg: 'ECDH-ES',
          enc: 'A256GCM',
          kid: await calculateJwkThumbprint(publicOf(key)),
          ...header,
        })
        .setKeyManagementParameters({ epk: await privateKey(keys.ephemeral) })
        .setInitializationVector(
          new Uint8Array(header.enc === 'A128CBC-HS256' ? 16 : 12).fill(messages),
        );
      return sealing.encrypt(await importJWK(publicOf(key), 'ECDH-ES'));
    },
  };
}
export type Kit = Awaited<ReturnType<typeof createKit>>;

export function publicOf({ kty, crv, x, y }: JWK): JWK {
  return { kty: kty ?? '', crv: crv ?? '', x: x ?? '', y: y ?? '' };
}

async function privateKey(jwk: JWK): Promise<CryptoKey> {
  return crypto.subtle.importKey('jwk', jwk, { name: 'ECDH', namedCurve: 'P-256' }, true, [
    'deriveBits',
  ]);
}

/** As a launch carries it. */
export function keyParameter(jwk: JWK): string {
  return encodeJson(publicOf(jwk));
}

const consent = {
  agreements: [{ id: 'terms', version: '2025-11-01' }],
  at: '2026-01-15T08:00:20.000Z',
};

export function okText(parts: Readonly<Record<string, unknown>>): string {
  return JSON.stringify({ v: 1, state, status: 'ok', consent, ...parts });
}

/** What is sealed for this launch; `change` replaces parts. */
export function contentOf(session: unknown, change: Readonly<Record<string, unknown>> = {}) {
  return {
    v: 1,
    state,
    app: registration.appId,
    at: '2026-01-15T08:00:29.500Z',
    session,
    consent,
    ...change,
  };
}

const resp = { at: answeredAt, by: 'WXLaunchMiniProgram.Resp' } as const;
export const signedIn: Verdict = { ok: true, sub: 'anna' };

/** One answer, delivered as Resp. */
export function answered(
  name: string,
  text: string,
  verdict: Verdict | string,
  contract: 'session' | 'sealed',
): AnswerVector {
  const read: Verdict =
    typeof verdict === 'string' ? { ok: false, code: verdict, pending: false } : verdict;
  return delivered(name, [{ ...resp, text, verdict: read }], contract);
}

export function delivered(
  name: string,
  deliveries: AnswerVector['deliveries'],
  contract: 'session' | 'sealed',
): AnswerVector {
  return { name, launch: { contract, state, nonce, at: launchedAt }, deliveries };
}

export const forged = (code: string): Verdict => ({ ok: false, code, pending: true });
