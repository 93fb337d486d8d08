import { type BackendOptions, createBackend, createMemoryStore } from '@mini-login/server';
import { exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';
import { issuer, queryOf, registration } from './double';

const by = 'WXLaunchMiniProgram.Resp';

interface HttpAnswer {
  readonly status: number;
  readonly body: string | null;
  readonly headers?: Record<string, string>;
}

const json = (body: unknown, status = 200): HttpAnswer => ({ status, body: JSON.stringify(body) });

/** Made once: finding primes takes longer than any test. */
let pairs: Promise<readonly CryptoKeyPair[]> | undefined;

/**
 * A GenAuth that signs what the real one never would and answers as a test says, with a server of
 * the kit in front and a clock that only the test moves.
 */
export async function startModel(change: Partial<BackendOptions> = {}) {
  pairs ??= Promise.all([1, 2].map(() => generateKeyPair('RS256', { extractable: true })));
  const [first, second] = await pairs;
  if (first === undefined || second === undefined) throw new Error('there are no keys');
  const publicJwk = async (pair: CryptoKeyPair, kid: string | undefined): Promise<JWK> => ({
    ...(await exportJWK(pair.publicKey)),
    ...(kid === undefined ? {} : { kid }),
  });
  const clock = { now: Date.UTC(2026, 0, 15, 8) };
  const errors: unknown[] = [];
  let sessions = 0;
  const asked: string[] = [];
  const model = {
    clock,
    errors,
    asked,
    pairs: { first, second },
    publicJwk,
    keySet: json({ keys: [await publicJwk(first, 'one')] }),
    me: json({ sub: 'anna' }),
    get sessions() {
      return sessions;
    },
    async idToken(
      claims: Readonly<Record<string, unknown>> = {},
      header: Readonly<Record<string, unknown>> = { kid: 'one' },
      pair: CryptoKeyPair = first,
    ): Promise<string> {
      const iat = Math.floor(clock.now / 1000);
      const good = { iss: issuer, aud: registration.appId, sub: 'anna', iat, exp: iat + 3600 };
      return new SignJWT({ ...good, ...claims })
        .setProtectedHeader({ alg: 'RS256', ...header })
        .sign(pair.privateKey);
    },
  };
  const fetch = async (url: string): Promise<Response> => {
    asked.push(url.slice(issuer.length));
    const { status, body, headers } = url.endsWith('/me') ? model.me : model.keySet;
    return new Response(body, { status, headers: headers ?? {} });
  };
  const options: BackendOptions = {
    registration,
    platform: { fetch, now: () => clock.now },
    contract: 'session',
    secret: 'a secret of this test, that is long enough',
    store: createMemoryStore({ now: () => clock.now }),
    startSession: () => {
      sessions += 1;
      return Promise.resolve({ session: sessions });
    },
    onError: (error) => errors.push(error),
    ...change,
  };
  return { ...model, model, options, ...clientOf(createBackend(options)) };
}

/** Short ways to ask a server of the kit. */
export function clientOf(server: (request: Request) => Promise<Response>) {
  const ask = async (path: string, init: RequestInit) => {
    const response = await server(new Request(`http://127.0.0.1${path}`, init));
    return { status: response.status, body: await response.json(), headers: response.headers };
  };
  const post = (path: string, body: unknown) =>
    ask(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  return {
    ask,
    async begin() {
      const { body } = await post('/wechat-login', {});
      return { id: String(body.id), state: queryOf(String(body.path)).state ?? '' };
    },
    answer: (id: string, text: unknown) => post(`/wechat-login/${id}/answer`, { by, text }),
  };
}

export function resultOf(state: string, parts: Readonly<Record<string, unknown>>): string {
  return JSON.stringify({ v: 1, state, status: 'ok', ...parts });
}

export function sessionOf(id_token: string, access_token = 'an-access-token') {
  return { session: { access_token, id_token } };
}
