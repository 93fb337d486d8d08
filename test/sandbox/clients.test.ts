import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type Bench, startBench } from './helpers';

/**
 * What official SDKs were seen to send; docs/genauth.md#how-tokens-arrive-from-official-clients
 * names them.
 */
const PUBLIC = '65f0c0ffee65f0c0ffee65f0';
const CONFIDENTIAL = '65f0c0ffee65f0c0ffee65f1';
const SECRET = 'a+secret:with %';
const SIGN_IN = '/api/v3/signin-by-mobile';

let bench: Bench;
beforeAll(async () => {
  bench = await startBench({ tenant: { more: { apps: [{ id: CONFIDENTIAL, secret: SECRET }] } } });
});
beforeEach(() => bench.sandbox.reset());
afterAll(() => bench.sandbox.close());

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
        const answer = await form(path, { ...fields, ...wrong });
        expect([answer.status, await answer.json()]).toMatchObject([
          401,
          { error: 'invalid_client' },
        ]);
      }
      const wrongBasic = await form(path, fields, { authorization: basic('wrong') });
      expect(wrongBasic.status).toBe(401);
      const right = await form(path, fields, { authorization: basic(SECRET) });
      expect(right.status).not.toBe(401);
    },
  );

  test('can do nothing with the tokens of another application', async () => {
    const { data } = await bench.signIn('existing', {
      options: { scope: 'openid offline_access' },
    });
    const fields = { client_id: CONFIDENTIAL, client_secret: SECRET };
    const introspected = await form('/oidc/token/introspection', {
      ...fields,
      token: data.access_token ?? '',
    });
    expect(await introspected.json()).toEqual({ active: false });
    const refreshed = await form('/oidc/token', {
      ...fields,
      grant_type: 'refresh_token',
      refresh_token: data.refresh_token ?? '',
    });
    expect(await refreshed.json()).toEqual({ error: 'invalid_grant' });
    await form('/oidc/token/revocation', { ...fields, token: data.access_token ?? '' });
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
    expect((await form('/oidc/me', { access_token: token })).status).toBe(200);
  });

  test('not from one application for another', async () => {
    const { data } = await bench.signIn('existing');
    const headers = { authorization: data.access_token ?? '', 'x-authing-app-id': CONFIDENTIAL };
    expect(await profile(headers)).toMatchObject({ statusCode: 401, apiCode: 2020 });
  });
});

describe('the Guard SDKs', () => {
  const exchange = async (
    change: Record<string, unknown> = {},
    headers = { 'x-authing-app-id': PUBLIC },
  ) =>
    bench.genauth(
      '/api/v2/ecConn/wechatminiprogramapplaunch/authByCode',
      {
        connId: bench.sandbox.genauth.tenant.connection.id,
        code: await bench.loginCode('existing'),
        ...change,
      },
      headers,
    );

  test('exchange the login code alone, whatever stands in the other fields', async () => {
    expect(await exchange()).toMatchObject({ code: 200 });
    expect(await exchange({ phoneInfoCode: null, iv: 'x', encryptedData: null })).toMatchObject({
      code: 200,
    });
  });

  test('then read who it is and their own data, and log out', async () => {
    const { data } = await exchange();
    const headers = { 'x-authing-app-id': PUBLIC, authorization: `Bearer ${data.token}` };
    const { url } = bench.sandbox.genauth;
    const own = await bench.genauth(
      '/api/v2/udvs/get',
      { targetType: 'USER', targetId: data.id },
      headers,
    );
    expect(own).toMatchObject({ code: 200, data: [] });
    const others = await bench.genauth(
      '/api/v2/udvs/get',
      { targetType: 'USER', targetId: 'f'.repeat(24) },
      headers,
    );
    expect(others).toMatchObject({ code: 2020 });
    const whoAmI = async () => (await fetch(`${url}/api/v2/users/me`, { headers })).json();
    expect(await whoAmI()).toMatchObject({ code: 200, data: { id: data.id, nickname: '陈宇' } });
    expect(
      await (await fetch(`${url}/api/v2/logout?app_id=${PUBLIC}`, { headers })).json(),
    ).toMatchObject({ code: 200 });
    expect(await whoAmI()).toMatchObject({ code: 2020 });
  });

  test('get the data that the next step needs', async () => {
    const answer = await exchange({ code: await bench.loginCode('mfa') });
    expect(answer).toMatchObject({ code: 1636, data: { mfaToken: expect.any(String) } });
    expect(await exchange({ code: await bench.loginCode('binding') })).toMatchObject({
      code: 1640,
      data: expect.any(Object),
    });
  });

  test('are refused a connection that is not theirs', async () => {
    expect(await exchange({ connId: 'f'.repeat(24) })).toMatchObject({ code: 404 });
  });
});

describe('the mini program SDK', () => {
  test('refreshes with its id in the header, and may ask for less', async () => {
    const { data } = await bench.signIn('existing', {
      options: { scope: 'openid profile phone offline_access' },
    });
    const headers = { 'x-authing-app-id': PUBLIC };
    const grant_type = 'refresh_token';
    const narrow = await form(
      '/oidc/token',
      { grant_type, refresh_token: data.refresh_token ?? '', scope: 'openid phone' },
      headers,
    );
    const next: Record<string, string> = await narrow.json();
    expect(next).toMatchObject({ scope: 'openid phone', refresh_token: expect.any(String) });
    const wide = await form(
      '/oidc/token',
      { grant_type, refresh_token: next.refresh_token ?? '', scope: 'openid email' },
      headers,
    );
    expect([wide.status, await wide.json()]).toEqual([400, { error: 'invalid_scope' }]);
    // The refused request did not spend it, and what comes next is for all that was granted.
    const whole = await form(
      '/oidc/token',
      { grant_type, refresh_token: next.refresh_token ?? '' },
      headers,
    );
    expect(await whole.json()).toMatchObject({ scope: 'openid profile phone offline_access' });
  });

  test('asks for a phone number with the user pool in place of the application', async () => {
    const headers = { 'x-authing-userpool-id': bench.sandbox.genauth.tenant.userPoolId };
    const { code } = await bench.phoneNumber('existing');
    const answer = await bench.genauth(
      '/api/v3/get-wechat-miniprogram-phone',
      { extIdpConnidentifier: 'harbor-wechat', code },
      headers,
    );
    const info = { purePhoneNumber: '19900001002', countryCode: '86' };
    expect(answer).toMatchObject({ statusCode: 200, data: { ...info, phone_info: info } });
  });

  test("learns WeChat's access token, with the secret of the program", async () => {
    const { appid: appId, secret: appSecret } = bench.sandbox.wechat.program;
    for (const path of [
      '/api/v3/get-wechat-access-token',
      '/api/v3/get-wechat-access-token-info',
    ]) {
      const { data } = await bench.genauth(path, { appId, appSecret });
      expect(Date.parse(data.expiresAt ?? '')).toBeGreaterThan(bench.clock.now());
      const wrong = await bench.wechat(
        `/wxa/business/getuserphonenumber?access_token=${data.accessToken}`,
        { code: 'x' },
      );
      expect(wrong.errcode).toBe(40029);
    }
  });

  test.each(['auth', 'auth-by-phone'])('of older versions signs in by %s', async (path) => {
    const code = await bench.loginCode('existing');
    const { encryptedData, iv } = await bench.phoneNumber('existing');
    const answer = await bench.genauth(`/connections/social/wechat-miniprogram/${path}`, {
      code,
      encryptedData,
      iv,
      rawData: '{}',
    });
    expect(answer).toMatchObject({
      code: 200,
      data: { nickname: '陈宇', token: expect.any(String) },
    });
  });

  test('of older versions reads the number', async () => {
    const code = await bench.loginCode('existing');
    const { encryptedData, iv } = await bench.phoneNumber('existing');
    const answer = await bench.genauth('/connections/social/wechat-miniprogram/getphone', {
      code,
      encryptedData,
      iv,
    });
    expect(answer).toMatchObject({ code: 200, data: { purePhoneNumber: '19900001002' } });
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
    const active = await form('/oidc/token/introspection', {
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
    const response = await form('/oidc/token', { client_id: PUBLIC });
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

function form(path: string, fields: Record<string, string>, headers: Record<string, string> = {}) {
  return fetch(`${bench.sandbox.genauth.url}${path}`, {
    method: 'POST',
    headers,
    body: new URLSearchParams(fields),
  });
}

async function me(headers: Record<string, string>) {
  return (await fetch(`${bench.sandbox.genauth.url}/oidc/me`, { headers })).json();
}

async function profile(headers: Record<string, string>) {
  return (await fetch(`${bench.sandbox.genauth.url}/api/v3/get-profile`, { headers })).json();
}
