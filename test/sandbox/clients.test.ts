import { describe, expect, test } from '@jest/globals';
import { useBench } from './helpers';

/**
 * What official SDKs were seen to send; docs/genauth.md#how-tokens-arrive-from-official-clients
 * names them.
 */
const PUBLIC = '65f0c0ffee65f0c0ffee65f0';
const CONFIDENTIAL = '65f0c0ffee65f0c0ffee65f1';
const SECRET = 'a+secret:with %';
const SIGN_IN = '/api/v3/signin-by-mobile';

const bench = useBench({ tenant: { more: { apps: [{ id: CONFIDENTIAL, secret: SECRET }] } } });

async function codeAlone(change: Record<string, unknown> = {}) {
  return {
    connection: 'wechat_mini_program_code',
    extIdpConnidentifier: 'harbor-wechat',
    wechatMiniProgramCodePayload: { code: await bench.loginCode('existing') },
    ...change,
  };
}

describe('a sign-in', () => {
  test('with empty strings next to the code, as the mini program SDK sends them', async () => {
    const code = await bench.loginCode('existing');
    const message = await codeAlone({
      wechatMiniProgramCodePayload: { code, encryptedData: '', iv: '' },
    });
    expect(await bench.genauth(SIGN_IN, message)).toMatchObject({ statusCode: 200 });
  });

  test('with null for the payloads that are not used, as typed SDKs send them', async () => {
    const message = await codeAlone({
      wechatMiniProgramPhonePayload: null,
      wechatMiniProgramCodeAndPhonePayload: null,
      options: null,
    });
    expect(await bench.genauth(SIGN_IN, message)).toMatchObject({ statusCode: 200 });
  });

  test('by an application that says its id in the body', async () => {
    expect(await bench.genauth(SIGN_IN, await codeAlone({ client_id: PUBLIC }), {})).toMatchObject({
      statusCode: 200,
    });
  });

  test('whose media type is written in capitals', async () => {
    const headers = {
      'content-type': 'Application/JSON; Charset=UTF-8',
      'x-genauth-app-id': PUBLIC,
    };
    expect(await bench.genauth(SIGN_IN, await codeAlone(), headers)).toMatchObject({
      statusCode: 200,
    });
  });

  test.each([
    ['two applications at once', 400, { client_id: CONFIDENTIAL }],
    ['a secret that a public application has not', 401, { client_id: PUBLIC, client_secret: 'x' }],
  ])('is refused with %s', async (_name, statusCode, change) => {
    expect(await bench.genauth(SIGN_IN, await codeAlone(change))).toMatchObject({ statusCode });
  });

  test('answers in the language that is asked for', async () => {
    const headers = { 'x-authing-app-id': PUBLIC, 'x-authing-lang': 'zh-CN' };
    expect((await bench.genauth(SIGN_IN, await codeAlone(), headers)).message).toBe('操作成功');
    expect(
      (await bench.genauth(SIGN_IN, await codeAlone({ extIdpConnidentifier: 'x' }), headers))
        .message,
    ).toMatch(/身份源/);
  });
});

describe('a confidential application', () => {
  const basic = (secret: string) =>
    `Basic ${Buffer.from(`${CONFIDENTIAL}:${encodeURIComponent(secret)}`).toString('base64')}`;

  test('signs people in with its secret in the body or by Basic', async () => {
    const inBody = await codeAlone({ client_id: CONFIDENTIAL, client_secret: SECRET });
    expect(await bench.genauth(SIGN_IN, inBody, {})).toMatchObject({ statusCode: 200 });
    expect(
      await bench.genauth(SIGN_IN, await codeAlone(), { authorization: basic(SECRET) }),
    ).toMatchObject({ statusCode: 200 });
  });

  test('does not without it, nor with a wrong one', async () => {
    const headers = { 'x-authing-app-id': CONFIDENTIAL };
    expect(await bench.genauth(SIGN_IN, await codeAlone(), headers)).toMatchObject({
      statusCode: 401,
    });
    expect(
      await bench.genauth(SIGN_IN, await codeAlone(), { authorization: basic('wrong') }),
    ).toMatchObject({ statusCode: 401 });
  });

  test.each(['/oidc/token', '/oidc/token/revocation', '/oidc/token/introspection'])(
    'must show it at %s',
    async (path) => {
      const fields = {
        client_id: CONFIDENTIAL,
        token: 'x',
        grant_type: 'refresh_token',
        refresh_token: 'x',
      };
      for (const wrong of [{}, { client_secret: 'wrong' }]) {
        const answer = await bench.form(path, { ...fields, ...wrong });
        expect([answer.status, await answer.json()]).toMatchObject([
          401,
          { error: 'invalid_client' },
        ]);
      }
      const wrongBasic = await bench.form(path, fields, { authorization: basic('wrong') });
      expect(wrongBasic.status).toBe(401);
      const right = await bench.form(path, fields, { authorization: basic(SECRET) });
      expect(right.status).not.toBe(401);
    },
  );

  test('can do nothing with the tokens of another application', async () => {
    const { data } = await bench.signIn('existing', {
      options: { scope: 'openid offline_access' },
    });
    const fields = { client_id: CONFIDENTIAL, client_secret: SECRET };
    const introspected = await bench.form('/oidc/token/introspection', {
      ...fields,
      token: data.access_token ?? '',
    });
    expect(await introspected.json()).toEqual({ active: false });
    const refreshed = await bench.form('/oidc/token', {
      ...fields,
      grant_type: 'refresh_token',
      refresh_token: data.refresh_token ?? '',
    });
    expect(await refreshed.json()).toEqual({ error: 'invalid_grant' });
    await bench.form('/oidc/token/revocation', { ...fields, token: data.access_token ?? '' });
    expect(await me({ authorization: `Bearer ${data.access_token}` })).toMatchObject({
      sub: expect.any(String),
    });
  });
});

describe('an access token comes', () => {
  test('raw, in lower case, in the query, and in a form', async () => {
    const { data } = await bench.signIn('existing');
    const token = data.access_token ?? '';
    for (const authorization of [token, `bearer ${token}`, `Bearer ${token}`]) {
      expect(await me({ authorization })).toMatchObject({ sub: expect.any(String) });
      expect(await profile({ authorization })).toMatchObject({ statusCode: 200 });
    }
    const { url } = bench.sandbox.genauth;
    expect((await fetch(`${url}/oidc/me?access_token=${token}`)).status).toBe(200);
    expect(
      (
        await fetch(`${url}/oidc/me`, {
          method: 'POST',
          headers: { authorization: `Bearer ${token}` },
        })
      ).status,
    ).toBe(200);
    expect((await bench.form('/oidc/me', { access_token: token })).status).toBe(200);
  });

  test('not from one application for another', async () => {
    const { data } = await bench.signIn('existing');
    const headers = { authorization: data.access_token ?? '', 'x-authing-app-id': CONFIDENTIAL };
    expect(await profile(headers)).toMatchObject({ statusCode: 401, apiCode: 2020 });
  });
});

describe('the session', () => {
  test('ends at a registered address only', async () => {
    const { url, tenant } = bench.sandbox.genauth;
    const { data } = await bench.signIn('existing');
    tenant.app.logoutRedirects = ['https://app.example/bye'];
    const end = (to: string) =>
      fetch(
        `${url}/oidc/session/end?${new URLSearchParams({ id_token_hint: data.id_token ?? '', post_logout_redirect_uri: to, state: 's' })}`,
        {
          redirect: 'manual',
        },
      );
    const right = await end('https://app.example/bye');
    expect([right.status, right.headers.get('location')]).toEqual([
      302,
      'https://app.example/bye?state=s',
    ]);
    expect((await end('https://evil.example/')).status).toBe(400);
  });

  test('tells about its tokens', async () => {
    const { data } = await bench.signIn('existing');
    const active = await bench.form('/oidc/token/introspection', {
      client_id: PUBLIC,
      token: data.access_token ?? '',
    });
    expect(await active.json()).toMatchObject({
      active: true,
      client_id: PUBLIC,
      scope: 'openid profile phone',
    });
    const validate = async (query: string) =>
      (await fetch(`${bench.sandbox.genauth.url}/api/v2/oidc/validate_token?${query}`)).json();
    expect(await validate(`access_token=${data.access_token}`)).toMatchObject({ aud: PUBLIC });
    expect(await validate(`id_token=${data.id_token}`)).toMatchObject({ aud: PUBLIC });
    expect(await validate('id_token=x')).toMatchObject({ code: 400 });
  });

  test('is never cached on the way', async () => {
    const response = await bench.form('/oidc/token', { client_id: PUBLIC });
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  test('is found through a discovery that names only what is there', async () => {
    const { url, issuer } = bench.sandbox.genauth;
    const discovery: Record<string, unknown> = await (
      await fetch(`${url}/oidc/.well-known/openid-configuration`)
    ).json();
    const endpoints = Object.entries(discovery).filter(([name]) => /_(endpoint|uri)$/.test(name));
    expect(endpoints.length).toBeGreaterThan(5);
    for (const [name, address] of endpoints) {
      const path = String(address).slice(new URL(issuer).origin.length);
      // By another method, perhaps: 405 says that there is something.
      const { status } = await fetch(`${url}${path}`);
      expect([name, status === 404]).toEqual([name, false]);
    }
  });
});

async function me(headers: Record<string, string>) {
  return (await fetch(`${bench.sandbox.genauth.url}/oidc/me`, { headers })).json();
}

async function profile(headers: Record<string, string>) {
  return (await fetch(`${bench.sandbox.genauth.url}/api/v3/get-profile`, { headers })).json();
}
