import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type Bench, startBench } from './helpers';

let bench: Bench;
beforeAll(async () => {
  bench = await startBench();
});
beforeEach(() => bench.sandbox.reset());
afterAll(() => bench.sandbox.close());

describe('an access token', () => {
  test('opens what its scopes allow', async () => {
    const { data } = await bench.signIn('existing', { options: { scope: 'openid profile' } });
    const response = await me(data.access_token);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({
      sub: expect.any(String),
      nickname: '陈宇',
      updated_at: expect.any(String),
    });
  });

  test('gives the v3 profile', async () => {
    const { data } = await bench.signIn('existing');
    expect(await profile(data.access_token)).toMatchObject({
      statusCode: 200,
      data: { nickname: '陈宇', phone: '19900001002', phoneCountryCode: '+86' },
    });
    expect(await profile('nonsense')).toMatchObject({ statusCode: 401, apiCode: 2020 });
  });

  test('expires', async () => {
    const { data } = await bench.signIn('existing');
    bench.clock.advance(1_209_601_000);
    expect((await me(data.access_token)).status).toBe(401);
  });

  test('can be revoked', async () => {
    const { data } = await bench.signIn('existing');
    const token = data.access_token ?? '';
    expect((await form('/oidc/token/revocation', { client_id: appId(), token })).status).toBe(200);
    expect((await me(token)).status).toBe(401);
  });

  test('is not the id_token, which opens nothing', async () => {
    const { data } = await bench.signIn('existing');
    expect((await me(data.id_token)).status).toBe(401);
  });
});

describe('a refresh token', () => {
  const scope = 'openid offline_access';

  test('works once and brings the next', async () => {
    const { data } = await bench.signIn('existing', { options: { scope } });
    const first = await refresh(data.refresh_token);
    expect(first.status).toBe(200);
    const next: Record<string, string> = await first.json();
    expect(next).toMatchObject({
      scope,
      access_token: expect.any(String),
      refresh_token: expect.any(String),
    });
    expect((await refresh(next.refresh_token)).status).toBe(200);
  });

  test('that comes a second time ends the whole family, access tokens included', async () => {
    const { data } = await bench.signIn('existing', { options: { scope } });
    const next: Record<string, string> = await (await refresh(data.refresh_token)).json();
    const again = await refresh(data.refresh_token);
    expect([again.status, await again.json()]).toEqual([400, { error: 'invalid_grant' }]);
    expect((await refresh(next.refresh_token)).status).toBe(400);
    expect((await me(next.access_token)).status).toBe(401);
    // Another sign-in of the same person is another family.
    const other = await bench.signIn('existing', { options: { scope } });
    expect((await refresh(other.data.refresh_token)).status).toBe(200);
  });

  test('can be revoked', async () => {
    const { data } = await bench.signIn('existing', { options: { scope } });
    await form('/oidc/token/revocation', { client_id: appId(), token: data.refresh_token ?? '' });
    expect((await refresh(data.refresh_token)).status).toBe(400);
  });
});

describe('the token endpoint refuses', () => {
  test.each<[string, Record<string, string>, number, string]>([
    [
      'another application',
      { client_id: 'f'.repeat(24), grant_type: 'refresh_token' },
      401,
      'invalid_client',
    ],
    ['a client secret', { client_secret: 'x', grant_type: 'refresh_token' }, 401, 'invalid_client'],
    ['another grant', { grant_type: 'password' }, 400, 'unsupported_grant_type'],
    [
      'an access token in place of the v2 token',
      { grant_type: 'http://authing.cn/oidc/grant_type/authing_token', token: 'a.b.c' },
      400,
      'invalid_grant',
    ],
  ])('%s', async (_name, fields, status, error) => {
    const response = await form('/oidc/token', { client_id: appId(), ...fields });
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ error });
  });

  test('a JSON body', async () => {
    const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' };
    const response = await fetch(`${bench.sandbox.genauth.url}/oidc/token`, init);
    expect(await response.json()).toMatchObject({ error: 'invalid_request' });
  });
});

describe('a ticket', () => {
  test('lives two minutes', async () => {
    const ticket = await mint('existing');
    bench.clock.advance(120_000);
    expect(await redeem({ ticket, secret: secret() })).toMatchObject({ code: 400 });
  });

  test('wants the user pool secret, and stays usable when it was missing', async () => {
    const ticket = await mint('existing');
    expect(await redeem({ ticket })).toMatchObject({ code: 400 });
    expect(await redeem({ ticket, secret: secret() })).toMatchObject({ nickname: '陈宇' });
  });

  // genauth-docs, wechat-miniprogram-applaunch: "_id is the user ID"; no envelope.
  test('gives the bare user, as the guide shows it', async () => {
    const user = await redeem({ ticket: await mint('existing'), secret: secret() });
    expect(user).toMatchObject({
      _id: expect.stringMatching(/^[0-9a-f]{24}$/),
      phone: '19900001002',
      token: expect.any(String),
      tokenExpiredAt: expect.stringMatching(/^\d{4}-.*Z$/),
      registerMethod: 'oauth:app2wxapp',
    });
    expect(user).not.toHaveProperty('code');
    expect(user).not.toHaveProperty('data');
    expect(await redeem({ tickett: await mint('existing'), secret: secret() })).toMatchObject({
      phone: '19900001002',
    });
  });

  test('comes in an envelope when that is wanted, until the next reset', async () => {
    const url = `${bench.sandbox.genauth.url}/sandbox/tickets`;
    const headers = { 'content-type': 'application/json' };
    const set = (body: string) => fetch(url, { method: 'PUT', headers, body });
    expect(await (await set('{"answer":"envelope"}')).json()).toMatchObject({ answer: 'envelope' });
    expect(await redeem({ ticket: await mint('existing'), secret: secret() })).toMatchObject({
      code: 200,
      data: { id: expect.any(String), nickname: '陈宇' },
    });
    expect((await set('{"answer":"xml"}')).status).toBe(400);
    bench.sandbox.reset();
    expect(await (await fetch(url)).json()).toMatchObject({ answer: 'user' });
  });

  test('is redeemed once, and in its own user pool only', async () => {
    const ticket = await mint('existing');
    const elsewhere = await bench.genauth(`/oauth/app2wxapp/auth/${'f'.repeat(24)}`, {
      ticket,
      secret: secret(),
    });
    expect(elsewhere).toMatchObject({ code: 2224 });
    expect(await redeem({ ticket, secret: secret() })).toMatchObject({ nickname: '陈宇' });
    expect(await redeem({ ticket, secret: secret() })).toMatchObject({ code: 400 });
  });

  test('can be redeemed for JSON text, without a secret, by query', async () => {
    const usual = bench;
    bench = await startBench({
      tenant: { tickets: { answer: 'envelope-text', needsSecret: false } },
    });
    try {
      const { data } = await redeem({}, `?ticket=${await mint('existing')}`);
      expect(JSON.parse(String(data))).toMatchObject({ nickname: '陈宇' });
    } finally {
      await bench.sandbox.close();
      bench = usual;
    }
  });

  async function mint(person: string): Promise<string> {
    const { tenant } = bench.sandbox.genauth;
    const { data } = await bench.genauth(tenant.tickets.endpoint, {
      userPoolId: tenant.userPoolId,
      connection: 'wechat_mini_program_code',
      extIdpConnidentifier: tenant.connection.identifier,
      wechatMiniProgramCodePayload: { code: await bench.loginCode(person) },
    });
    return data.ticket ?? '';
  }

  function redeem(body: Record<string, string>, query = '') {
    return bench.genauth(
      `/oauth/app2wxapp/auth/${bench.sandbox.genauth.tenant.userPoolId}${query}`,
      body,
    );
  }

  function secret(): string {
    return bench.sandbox.genauth.tenant.userPoolSecret;
  }
});

describe('the mini program helpers', () => {
  test('give the number behind a phone code', async () => {
    const { code } = await bench.phoneNumber('abroad');
    expect(
      await bench.genauth('/api/v3/get-wechat-miniprogram-phone', {
        extIdpConnidentifier: 'harbor-wechat',
        code,
      }),
    ).toMatchObject({
      statusCode: 200,
      data: { phoneNumber: '+85260001001', purePhoneNumber: '60001001', countryCode: '852' },
    });
  });

  test('decrypt what WeChat encrypted', async () => {
    const code = await bench.loginCode('new');
    const { encryptedData, iv } = await bench.phoneNumber('new');
    const message = { extIdpConnidentifier: 'harbor-wechat', code, encryptedData, iv };
    expect(await bench.genauth('/api/v3/decrypt-wechat-miniprogram-data', message)).toMatchObject({
      data: { purePhoneNumber: '19900001001', watermark: { appid: 'wx0123456789abcdef' } },
    });
  });
});

function appId(): string {
  return bench.sandbox.genauth.tenant.app.id;
}

function me(accessToken: string | undefined) {
  return fetch(`${bench.sandbox.genauth.url}/oidc/me`, {
    headers: { authorization: `Bearer ${accessToken}` },
  });
}

async function profile(accessToken: string | undefined) {
  const headers = { authorization: `Bearer ${accessToken}`, 'x-authing-app-id': appId() };
  return (await fetch(`${bench.sandbox.genauth.url}/api/v3/get-profile`, { headers })).json();
}

function refresh(token: string | undefined) {
  return form('/oidc/token', {
    client_id: appId(),
    grant_type: 'refresh_token',
    refresh_token: token ?? '',
  });
}

function form(path: string, fields: Record<string, string>) {
  return fetch(`${bench.sandbox.genauth.url}${path}`, {
    method: 'POST',
    body: new URLSearchParams(fields),
  });
}
