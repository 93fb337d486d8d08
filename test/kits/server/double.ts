import {
  type AppRegistration,
  type Conclusion,
  createHostApp,
  type HostAppLogic,
  type ReturnContract,
} from '@mini-login/server';
import {
  CompactEncrypt,
  calculateJwkThumbprint,
  exportJWK,
  generateKeyPair,
  importJWK,
  type JWK,
  type JWTPayload,
  SignJWT,
} from 'jose';

/**
 * A GenAuth of which nothing is left but its keys and `/oidc/me`, so that a test can sign what the
 * real one never would.
 */
export interface GenauthDouble {
  readonly app: HostAppLogic;
  readonly clock: { now: number };
  reachable: boolean;
  /** What the app asked: paths, in order. */
  readonly asked: readonly string[];
  /** By access token. */
  readonly people: Map<string, Record<string, unknown>>;
  /**
   * A session for `sub` that is as it should be; `claims` replace those of the id_token, undefined
   * ones leave.
   */
  session(sub: string, claims?: JWTPayload): Promise<Record<string, unknown>>;
  sign(claims: JWTPayload, key?: CryptoKey): Promise<string>;
}

export const registration: AppRegistration = {
  genauth: 'https://core.genauth.ai',
  console: 'https://console.genauth.ai',
  appId: '65f0c0ffee65f0c0ffee65f0',
  connection: 'harbor-wechat',
  userPoolId: '65f0ba5eba11ba5eba11ba5e',
  userPoolSecret: 'secret',
};
export const issuer = `${registration.genauth}/oidc`;

/** Made once: finding primes takes longer than any test. */
let pair: ReturnType<typeof generateKeyPair> | undefined;

export async function startDouble(change: Partial<AppRegistration> = {}): Promise<GenauthDouble> {
  pair ??= generateKeyPair('RS256');
  const { publicKey, privateKey } = await pair;
  const jwks = { keys: [{ ...(await exportJWK(publicKey)), kid: 'k1', alg: 'RS256', use: 'sig' }] };
  const clock = { now: Date.UTC(2026, 0, 15, 8, 0, 0, 700) };
  const asked: string[] = [];
  const people = new Map<string, Record<string, unknown>>();

  const fetch = async (url: string, init?: RequestInit): Promise<Response> => {
    if (!url.startsWith(`${issuer}/`)) throw new Error(`the double has no ${url}`);
    const path = url.slice(issuer.length);
    asked.push(path);
    if (!double.reachable) throw new TypeError('no network');
    if (path === '/.well-known/jwks.json') return Response.json(jwks);
    if (path !== '/me') throw new Error(`the double has no ${url}`);
    const token = new Headers(init?.headers).get('authorization')?.replace(/^Bearer /, '') ?? '';
    const claims = people.get(token);
    return claims
      ? Response.json(claims)
      : Response.json({ error: 'invalid_token' }, { status: 401 });
  };

  const sign: GenauthDouble['sign'] = (claims, key = privateKey) =>
    new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'k1' }).sign(key);
  const double: GenauthDouble = {
    reachable: true,
    app: createHostApp({ ...registration, ...change }, { fetch, now: () => clock.now }),
    clock,
    asked,
    people,
    sign,
    async session(sub, claims = {}) {
      const iat = Math.floor(clock.now / 1000);
      const access_token = `access-token-of-${sub}`;
      people.set(access_token, { sub });
      const id_token = await sign({
        iss: issuer,
        aud: registration.appId,
        sub,
        iat,
        exp: iat + 3600,
        ...claims,
      });
      return { access_token, id_token, token_type: 'Bearer', expires_in: 3600, scope: 'openid' };
    },
  };
  return double;
}

export function receive(app: HostAppLogic, text: string): Promise<Conclusion> {
  return app.receive({ by: 'WXLaunchMiniProgram.Resp', text });
}

/** Begins, and answers with what `answer` makes of the launch's query. */
export async function logIn(
  app: HostAppLogic,
  contract: ReturnContract,
  answer: (query: Readonly<Record<string, string>>) => string | Promise<string>,
): Promise<Conclusion> {
  const { path } = await app.begin(contract);
  return receive(app, await answer(queryOf(path)));
}

export function queryOf(path: string): Readonly<Record<string, string>> {
  return Object.fromEntries(new URLSearchParams(path.split('?')[1]));
}

export function okResult(state: string | undefined, parts: Record<string, unknown>): string {
  return JSON.stringify({
    v: 1,
    state,
    status: 'ok',
    ...parts,
    consent: { agreements: [], at: '2026-01-15T08:00:00.000Z' },
  });
}

export function keyOf({ key = '' }: Readonly<Record<string, string>>): JWK {
  return JSON.parse(Buffer.from(key, 'base64url').toString());
}

/**
 * What the program seals: the content to the key, with the key's thumbprint as `kid`; `header`
 * replaces parts.
 */
export async function seal(
  content: unknown,
  key: JWK,
  header: Record<string, unknown> = {},
): Promise<string> {
  return new CompactEncrypt(new TextEncoder().encode(JSON.stringify(content)))
    .setProtectedHeader({
      alg: 'ECDH-ES',
      enc: 'A256GCM',
      kid: await calculateJwkThumbprint(key),
      ...header,
    })
    .encrypt(await importJWK(key, 'ECDH-ES'));
}

export function codeOf(conclusion: Conclusion): string {
  return conclusion.error?.code ?? 'signed in';
}
