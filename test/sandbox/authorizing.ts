import { createHash } from 'node:crypto';
import { useBench } from './helpers';

export const PUBLIC = '65f0c0ffee65f0c0ffee65f0';
export const CONFIDENTIAL = '65f0c0ffee65f0c0ffee65f1';
export const OTHER = '65f0c0ffee65f0c0ffee65f2';
export const SECRET = 'a secret';
export const REDIRECT = 'https://app.example/callback?tenant=1';
export const NATIVE = 'http://127.0.0.1/callback';
export const VERIFIER = 'v'.repeat(43);
export const CHALLENGE = createHash('sha256').update(VERIFIER).digest('base64url');

const redirectUris = [REDIRECT, NATIVE, 'com.example.app:/callback'];
export type Fields = Record<string, string | undefined>;

const usual: Fields = {
  client_id: PUBLIC,
  redirect_uri: REDIRECT,
  response_type: 'code',
  scope: 'openid profile phone',
  state: 'a state',
  nonce: 'a nonce',
  code_challenge: CHALLENGE,
  code_challenge_method: 'S256',
};

export function encode(fields: Fields): URLSearchParams {
  const given = Object.entries({ ...usual, ...fields });
  return new URLSearchParams(
    given.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

/** What the client gets with its redirect URI. */
export function answerOf(response: Response): Record<string, string> {
  const url = new URL(response.headers.get('location') ?? '');
  return Object.fromEntries(url.hash ? new URLSearchParams(url.hash.slice(1)) : url.searchParams);
}

/** A client that sends people to sign in, against a sandbox that knows its addresses. */
export function useAuthorizing() {
  const bench = useBench({
    tenant: {
      app: { redirectUris },
      more: {
        apps: [
          { id: CONFIDENTIAL, secret: SECRET, redirectUris: [REDIRECT] },
          { id: OTHER, redirectUris: [REDIRECT] },
        ],
      },
    },
  });

  const at = (path: string) => `${bench.sandbox.genauth.url}${path}`;
  const ask = (fields: Fields = {}, more = '') =>
    fetch(at(`/oidc/auth?${encode(fields)}${more}`), { redirect: 'manual' });

  function choose(fields: Fields = {}, headers: Record<string, string> = {}) {
    const body = encode({ person: 'existing', ...fields });
    return fetch(at('/oidc/auth/sign-in'), { method: 'POST', body, headers, redirect: 'manual' });
  }

  const codeFor = async (fields: Fields = {}) => answerOf(await choose(fields)).code ?? '';

  async function exchange(code: string, fields: Fields = {}, headers: Record<string, string> = {}) {
    const given = {
      grant_type: 'authorization_code',
      client_id: PUBLIC,
      redirect_uri: REDIRECT,
      code_verifier: VERIFIER,
      code,
      ...fields,
    };
    const body = new URLSearchParams(
      Object.entries(given).flatMap(([name, value]) =>
        value === undefined ? [] : [[name, value]],
      ),
    );
    const response = await fetch(at('/oidc/token'), { method: 'POST', body, headers });
    return { status: response.status, body: await response.json() };
  }
  return { bench, at, ask, choose, codeFor, exchange };
}
