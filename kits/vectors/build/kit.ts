import {
  CompactEncrypt,
  type CompactJWSHeaderParameters,
  CompactSign,
  calculateJwkThumbprint,
  importJWK,
  type JWK,
  type JWTPayload,
} from 'jose';
import { encodeJson } from './base64url';

/** `kits/vectors/keys.json`. */
export interface Keys {
  /** GenAuth's, and one that says it is (the same `kid`). */
  readonly genauth: JWK;
  readonly mallory: JWK;
  /** The app's one-time key of this launch, and of another. */
  readonly app: JWK;
  readonly otherLaunch: JWK;
  /** What the sealing makes for each message; here it must always be the same. */
  readonly ephemeral: JWK;
}

export const registration = {
  genauth: 'https://core.genauth.ai',
  appId: '65f0c0ffee65f0c0ffee65f0',
  connection: 'harbor-wechat',
  userPoolId: '65f0ba5eba11ba5eba11ba5e',
};
export const issuer = `${registration.genauth}/oidc`;
/** `iat` of a good token: 29 s after the launch. */
const issuedAt = Date.parse('2026-01-15T08:00:29.000Z') / 1000;

/** What GenAuth's `/oidc/me` says for an access token; for others 401. */
export const userinfo = {
  'access-token-of-anna': { status: 200, body: { sub: 'anna' } },
  'access-token-of-mallory': { status: 200, body: { sub: 'mallory' } },
} as const;

/** How a token differs from a good one. */
export interface TokenChange {
  /** Replace those of the header; undefined ones leave. */
  readonly header?: Readonly<Record<string, unknown>>;
  readonly claims?: JWTPayload | Readonly<Record<string, unknown>>;
  /** The claims as written, in place of all. */
  readonly payload?: string;
  readonly key?: JWK | Uint8Array;
}

export const goodClaims = {
  iss: issuer,
  aud: registration.appId,
  sub: 'anna',
  iat: issuedAt,
  exp: issuedAt + 3600,
};

export type Kit = ReturnType<typeof createKit>;

/** `publicPem`: GenAuth's public key as a file would hold it. */
export function createKit(keys: Keys & { readonly publicPem: string }) {
  let messages = 0;

  const idToken = async (change: TokenChange = {}): Promise<string> => {
    const { key = keys.genauth, claims = {} } = change;
    const header: CompactJWSHeaderParameters = {
      alg: 'RS256',
      kid: keys.genauth.kid ?? '',
      ...change.header,
    };
    const payload = change.payload ?? JSON.stringify({ ...goodClaims, ...claims });
    const signing = key instanceof Uint8Array ? key : await importJWK({ ...key }, header.alg);
    const crit = Object.fromEntries((header.crit ?? []).map((name) => [name, true]));
    return new CompactSign(new TextEncoder().encode(payload))
      .setProtectedHeader(header)
      .sign(signing, { crit });
  };

  return {
    keys,
    publicPem: keys.publicPem,
    idToken,
    forgedIdToken: () => idToken({ key: keys.mallory }),
    /** A session of Anna's; `parts` replaces parts of it. */
    async session(change: TokenChange = {}, parts: Readonly<Record<string, unknown>> = {}) {
      return {
        access_token: 'access-token-of-anna',
        id_token: await idToken(change),
        token_type: 'Bearer',
        expires_in: 3600,
        scope: 'openid profile phone',
        ...parts,
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
      const source = typeof content === 'string' ? content : JSON.stringify(content);
      const sealing = new CompactEncrypt(new TextEncoder().encode(source))
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

export function publicOf({ kty, crv, x, y }: JWK): JWK {
  return { kty: kty ?? '', crv: crv ?? '', x: x ?? '', y: y ?? '' };
}

/** An RSA key as a key set has it. */
export function publicRsa({ n = '', e = '', kid = '' }: JWK) {
  return { kty: 'RSA', n, e, kid, alg: 'RS256', use: 'sig' } as const;
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
