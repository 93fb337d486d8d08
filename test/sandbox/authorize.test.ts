import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { decodeJwt } from 'jose';
import {
  answerOf,
  encode,
  type Fields,
  PUBLIC,
  REDIRECT,
  useAuthorizing,
  VERIFIER,
} from './authorizing';

/* From RFC 6749, 7636, 9207, 9700 and OpenID Connect Core; nothing here looks at the code. */

const { bench, at, ask, choose, codeFor, exchange } = useAuthorizing();

describe('discovery', () => {
  test('has what OpenID Connect Discovery 1.0 and RFC 8414 require', async () => {
    const document = await (await fetch(at('/oidc/.well-known/openid-configuration'))).json();
    expect(document).toMatchObject({
      authorization_endpoint: at('/oidc/auth'),
      response_types_supported: expect.arrayContaining(['code', 'id_token']),
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256'],
      code_challenge_methods_supported: ['S256'],
      authorization_response_iss_parameter_supported: true,
      // True where it is left out.
      request_uri_parameter_supported: false,
    });
    expect(document.grant_types_supported).toContain('authorization_code');
  });
});

describe('a sign-in', () => {
  test('shows the people, and brings a code that becomes tokens', async () => {
    const page = await ask();
    expect([page.status, page.headers.get('content-type')]).toEqual([
      200,
      'text/html; charset=utf-8',
    ]);
    expect(await page.text()).toContain('陈宇');
    const answered = await choose();
    expect(answered.status).toBe(303);
    expect(answered.headers.get('location')).toMatch(
      /^https:\/\/app\.example\/callback\?tenant=1&/,
    );
    const { code = '', ...rest } = answerOf(answered);
    const iss = bench.sandbox.genauth.issuer;
    expect(rest).toEqual({ tenant: '1', state: 'a state', iss });
    const { status, body } = await exchange(code);
    expect([status, body.token_type, body.scope]).toEqual([200, 'Bearer', 'openid profile phone']);
    const atHash = createHash('sha256').update(body.access_token).digest();
    expect(decodeJwt(body.id_token)).toMatchObject({
      iss,
      aud: PUBLIC,
      nonce: 'a nonce',
      phone_number: '+8619900001002',
      auth_time: Math.floor(bench.clock.now() / 1000),
      at_hash: atHash.subarray(0, 16).toString('base64url'),
    });
  });

  test('creates the account of somebody new, where the connection lets it', async () => {
    const first = await exchange(await codeFor({ person: 'new' }));
    const again = await exchange(await codeFor({ person: 'new' }));
    const sub = decodeJwt(first.body.id_token).sub;
    expect(decodeJwt(again.body.id_token).sub).toBe(sub);
    bench.sandbox.reset();
    bench.sandbox.genauth.tenant.connection.loginOnly = true;
    const refused = await choose({ person: 'new' });
    expect([refused.status, refused.headers.get('location')]).toEqual([200, null]);
  });

  test.each(['blocked', 'locked', 'mfa', 'high-risk', 'nobody-of-this-name'])(
    'tells on the page why %s gets no further',
    async (person) => {
      const page = await choose({ person });
      expect([page.status, page.headers.get('location')]).toEqual([200, null]);
      expect(await page.text()).toContain('role="alert"');
    },
  );

  test('can be refused by the person', async () => {
    const answer = answerOf(await choose({ person: undefined, decision: 'cancel' }));
    expect(answer).toMatchObject({ error: 'access_denied', state: 'a state' });
    expect(answer).not.toHaveProperty('code');
  });

  test('comes by POST too, in Chinese, and with every value escaped', async () => {
    const body = encode({ state: '"><script>alert(1)</script>' });
    const headers = { 'accept-language': 'zh-CN,zh;q=0.9' };
    const page = await fetch(at('/oidc/auth'), { method: 'POST', body, headers });
    const text = await page.text();
    expect(text).toContain('lang="zh-CN"');
    expect(text).not.toContain('<script>');
    expect(page.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  });

  test('needs no secret memory: prompt=none is login_required', async () => {
    expect(answerOf(await ask({ prompt: 'none' }))).toMatchObject({ error: 'login_required' });
  });

  test.each([
    ['id_token', 'fragment'],
    ['code id_token', 'fragment'],
    ['id_token code', 'fragment'],
  ])('brings %s in the %s, bound to the code', async (response_type) => {
    const { code, id_token = '' } = answerOf(await choose({ response_type }));
    const claims = decodeJwt(id_token);
    expect(claims.nonce).toBe('a nonce');
    if (response_type === 'id_token') expect([code, claims.c_hash]).toEqual([undefined, undefined]);
    else
      expect(claims.c_hash).toBe(
        createHash('sha256')
          .update(code ?? '')
          .digest()
          .subarray(0, 16)
          .toString('base64url'),
      );
  });

  // https://openid.net/specs/openid-connect-core-1_0.html#ImplicitAuthResponse
  test.each(['id_token token', 'token id_token', 'code id_token token'])(
    'brings %s, each bound to the id_token, in the fragment alone',
    async (response_type) => {
      const scope = 'openid profile offline_access';
      const answer = answerOf(await choose({ response_type, scope }));
      const { id_token = '', access_token = '', refresh_token, code } = answer;
      expect(answer).toMatchObject({
        token_type: 'Bearer',
        expires_in: expect.stringMatching(/^\d+$/),
      });
      expect([refresh_token, code !== undefined]).toEqual([
        undefined,
        response_type.includes('code'),
      ]);
      const hash = createHash('sha256').update(access_token).digest().subarray(0, 16);
      expect(decodeJwt(id_token)).toMatchObject({
        nonce: 'a nonce',
        at_hash: hash.toString('base64url'),
      });
      const me = await fetch(at('/oidc/me'), {
        headers: { authorization: `Bearer ${access_token}` },
      });
      expect(await me.json()).toMatchObject({ sub: decodeJwt(id_token).sub });
      const inQuery = await ask({ response_type, response_mode: 'query' });
      expect(answerOf(inQuery)).toMatchObject({ error: 'invalid_request' });
    },
  );
});

describe('nobody is sent to an address that is not registered:', () => {
  test.each<[string, Fields]>([
    ['another host', { redirect_uri: 'https://evil.example/callback?tenant=1' }],
    ['another path', { redirect_uri: 'https://app.example/callback/x?tenant=1' }],
    ['another query', { redirect_uri: 'https://app.example/callback' }],
    ['one more parameter', { redirect_uri: `${REDIRECT}&x=1` }],
    ['capitals', { redirect_uri: 'https://APP.example/callback?tenant=1' }],
    [
      'a port that goes without saying',
      { redirect_uri: REDIRECT.replace('.example', '.example:443') },
    ],
    ['dots in the path', { redirect_uri: 'https://app.example/x/../callback?tenant=1' }],
    ['a fragment', { redirect_uri: `${REDIRECT}#x` }],
    ['none', { redirect_uri: undefined }],
    ['an empty one', { redirect_uri: '' }],
    ['a name of the loopback address', { redirect_uri: 'http://localhost:4000/callback' }],
    [
      'a port on a host that is not the loopback',
      { redirect_uri: 'http://127.0.0.1.evil.example:1/callback' },
    ],
    ['user information', { redirect_uri: 'http://127.0.0.1:80@evil.example/callback' }],
    ['no such client', { client_id: 'f'.repeat(24) }],
    ['no client', { client_id: undefined }],
  ])('%s', async (_name, fields) => {
    for (const response of [await ask(fields), await choose(fields)]) {
      expect([response.status, response.headers.get('location')]).toEqual([400, null]);
      expect(response.headers.get('content-type')).toContain('text/html');
    }
  });

  test('two of them', async () => {
    expect((await ask({}, '&redirect_uri=https://evil.example')).status).toBe(400);
  });

  // RFC 8252, sections 7.1 and 7.3
  test.each(['http://127.0.0.1:53124/callback', 'com.example.app:/callback'])(
    'but a native app is: %s',
    async (redirect_uri) => {
      const answer = await choose({ redirect_uri });
      expect(answer.headers.get('location')?.startsWith(`${redirect_uri}?code=`)).toBe(true);
    },
  );
});

describe('the client is told of a wrong request:', () => {
  test.each<[string, Fields, string]>([
    ['no response_type', { response_type: undefined }, 'invalid_request'],
    ['another response_type', { response_type: 'token' }, 'unsupported_response_type'],
    ['another response_mode', { response_mode: 'web_message' }, 'invalid_request'],
    [
      'no PKCE without a secret',
      { code_challenge: undefined, code_challenge_method: undefined },
      'invalid_request',
    ],
    ['plain PKCE', { code_challenge: VERIFIER, code_challenge_method: 'plain' }, 'invalid_request'],
    ['plain PKCE, not said', { code_challenge_method: undefined }, 'invalid_request'],
    ['a challenge that is no hash', { code_challenge: 'short' }, 'invalid_request'],
    ['prompt=none login', { prompt: 'none login' }, 'invalid_request'],
    ['a request object', { request: 'a.b.c' }, 'request_not_supported'],
    ['a request address', { request_uri: 'https://x.example' }, 'request_uri_not_supported'],
  ])('%s', async (_name, fields, error) => {
    const { iss } = { iss: bench.sandbox.genauth.issuer };
    expect(answerOf(await ask(fields))).toMatchObject({ error, state: 'a state', iss });
    expect(answerOf(await choose(fields))).not.toHaveProperty('code');
  });

  test('an id_token without a nonce, or in a query: in the fragment', async () => {
    for (const fields of [{ nonce: undefined }, { response_mode: 'query' }, { scope: 'profile' }]) {
      const response = await ask({ response_type: 'id_token', ...fields });
      expect(new URL(response.headers.get('location') ?? '').hash).toContain('invalid_request');
    }
  });

  test('a parameter that comes twice', async () => {
    expect(answerOf(await ask({}, '&scope=openid'))).toMatchObject({ error: 'invalid_request' });
  });
});

describe('a web page of somebody else', () => {
  test.each<[string, Record<string, string>]>([
    ['by its origin', { origin: 'https://evil.example' }],
    ['by what the browser says', { 'sec-fetch-site': 'cross-site' }],
    ['without an origin of its own', { origin: 'null' }],
  ])('can not sign anybody in: told %s', async (_name, headers) => {
    const response = await choose({}, headers);
    expect([response.status, response.headers.get('location')]).toEqual([403, null]);
  });

  test('can not read the page', async () => {
    const page = await fetch(at(`/oidc/auth?${encode({})}`), {
      headers: { origin: 'https://evil.example' },
    });
    expect(page.headers.get('access-control-allow-origin')).toBeNull();
  });
});

describe('an address to register', () => {
  test.each(['/callback', 'https://app.example/#x', 'javascript:alert(1)', 'data:text/html,x'])(
    'is refused: %s',
    async (uri) => {
      const response = await fetch(at(`/sandbox/apps/${PUBLIC}`), {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ redirectUris: [uri] }),
      });
      expect(response.status).toBe(400);
    },
  );
});
