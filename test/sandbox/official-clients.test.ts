import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createClock, type Sandbox, startSandbox } from '@mini-login/sandbox';
import { AuthenticationClient as JsClient } from 'authing-js-sdk';
import { Models, AuthenticationClient as NodeClient } from 'authing-node-sdk';
import MiniApp from 'node-easywechat/dist/MiniApp/Application';
import * as oidc from 'openid-client';
import { post as postTo } from './helpers';

/** Clients that nobody here wrote, unmodified, through the flows that a login needs. */
const PUBLIC = '65f0c0ffee65f0c0ffee65f0';
const CONFIDENTIAL = '65f0c0ffee65f0c0ffee65f1';
const SECRET = 'a secret+with:signs';
const ALL = 'openid profile phone offline_access';

let sandbox: Sandbox;
beforeAll(async () => {
  // Real time: these clients look at the machine's clock.
  sandbox = await startSandbox({
    clock: createClock(),
    tenant: { more: { apps: [{ id: CONFIDENTIAL, secret: SECRET }] } },
  });
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

const post = <T>(path: string, body: unknown, headers?: Record<string, string>) =>
  postTo<T>(`${sandbox.genauth.url}${path}`, body, headers);

interface Tokens {
  readonly access_token: string;
  readonly id_token: string;
  readonly refresh_token: string;
}

/** As the mini program does it. */
async function signIn(client: Record<string, string> = { client_id: PUBLIC }): Promise<Tokens> {
  const message = await post<object>('/sandbox/sign-in-message', {
    person: 'existing',
    scope: ALL,
  });
  const { data } = await post<{ data: Tokens }>('/api/v3/signin-by-mobile', {
    ...message,
    ...client,
  });
  return data;
}

describe('openid-client', () => {
  const discover = (id: string, authentication: oidc.ClientAuth) =>
    oidc.discovery(new URL(sandbox.genauth.issuer), id, undefined, authentication, {
      execute: [oidc.allowInsecureRequests, oidc.enableNonRepudiationChecks],
    });

  test.each<[string, string, oidc.ClientAuth, Record<string, string>]>([
    ['a public client', PUBLIC, oidc.None(), { client_id: PUBLIC }],
    [
      'client_secret_post',
      CONFIDENTIAL,
      oidc.ClientSecretPost(SECRET),
      { client_id: CONFIDENTIAL, client_secret: SECRET },
    ],
    [
      'client_secret_basic',
      CONFIDENTIAL,
      oidc.ClientSecretBasic(SECRET),
      { client_id: CONFIDENTIAL, client_secret: SECRET },
    ],
  ])(
    'discovers, refreshes, validates by JWKS, reads userinfo, introspects, revokes: %s',
    async (_name, id, authentication, client) => {
      const config = await discover(id, authentication);
      const first = await signIn(client);
      const tokens = await oidc.refreshTokenGrant(config, first.refresh_token);
      const claims = tokens.claims();
      expect(claims).toMatchObject({ iss: sandbox.genauth.issuer, aud: id, nickname: '陈宇' });
      const who = await oidc.fetchUserInfo(config, tokens.access_token, claims?.sub ?? '');
      expect(who).toMatchObject({ phone_number: '+8619900001002' });
      expect(await oidc.tokenIntrospection(config, tokens.access_token)).toMatchObject({
        active: true,
        client_id: id,
      });
      await oidc.tokenRevocation(config, tokens.refresh_token ?? '');
      expect(await oidc.tokenIntrospection(config, tokens.access_token)).toEqual({ active: false });
      await expect(
        oidc.refreshTokenGrant(config, tokens.refresh_token ?? ''),
      ).rejects.toMatchObject({ error: 'invalid_grant' });
    },
  );

  test('is told when its secret is wrong, and when the userinfo is of somebody else', async () => {
    const wrong = await discover(CONFIDENTIAL, oidc.ClientSecretBasic('wrong'));
    await expect(oidc.tokenIntrospection(wrong, 'x')).rejects.toMatchObject({ status: 401 });
    const config = await discover(PUBLIC, oidc.None());
    const { access_token } = await signIn();
    await expect(oidc.fetchUserInfo(config, access_token, 'f'.repeat(24))).rejects.toThrow();
  });
});

describe('authing-node-sdk', () => {
  const by = <M extends 'none' | 'client_secret_basic'>(method: M) => ({
    tokenEndPointAuthMethod: method,
    introspectionEndPointAuthMethod: method,
    revocationEndPointAuthMethod: method,
  });
  test.each([
    ['a public application', { appId: PUBLIC, ...by('none') }],
    [
      'client_secret_basic',
      { appId: CONFIDENTIAL, appSecret: SECRET, ...by('client_secret_basic') },
    ],
  ])('signs in by mobile, reads the profile, refreshes and revokes: %s', async (_name, options) => {
    const client = new NodeClient({ appHost: sandbox.genauth.url, ...options });
    const { code } = await post<{ code: string }>('/sandbox/codes', { person: 'existing' });
    const signedIn = await client.signInByMobile({
      connection: Models.SigninByMobileDto.connection.WECHAT_MINI_PROGRAM_CODE,
      extIdpConnidentifier: 'harbor-wechat',
      wechatMiniProgramCodePayload: { code, encryptedData: '', iv: '' },
      options: { scope: ALL },
    });
    expect(signedIn.statusCode).toBe(200);
    const { access_token = '', refresh_token = '' } = signedIn.data ?? {};
    client.setAccessToken(access_token);
    const profile = await client.getProfile({});
    expect(profile).toMatchObject({
      statusCode: 200,
      data: { nickname: '陈宇', phone: '19900001002' },
    });
    expect(
      await client.getUserInfoByAccessToken(access_token, { method: 'GET', tokenPlace: 'query' }),
    ).toMatchObject({
      sub: profile.data.userId,
    });
    expect(await client.introspectToken(access_token)).toMatchObject({ active: true });
    const next = await client.getNewAccessTokenByRefreshToken(refresh_token);
    expect(next).toMatchObject({ access_token: expect.any(String) });
    await client.revokeToken(access_token);
    expect(await client.introspectToken(access_token)).toEqual({ active: false });
  });

  test("learns WeChat's access token", async () => {
    const client = new NodeClient({
      appHost: sandbox.genauth.url,
      appId: PUBLIC,
      tokenEndPointAuthMethod: 'none',
    });
    const { appid: appId, secret: appSecret } = sandbox.wechat.program;
    const token = await client.getWechatMpAccessTokenInfo({ appId, appSecret });
    expect(token).toMatchObject({ statusCode: 200, data: { accessToken: expect.any(String) } });
  });
});

describe('authing-js-sdk', () => {
  const client = () =>
    new JsClient({
      appId: PUBLIC,
      appHost: sandbox.genauth.url,
      tokenEndPointAuthMethod: 'none',
      introspectionEndPointAuthMethod: 'none',
      revocationEndPointAuthMethod: 'none',
    });

  test('reads userinfo in every way that it knows', async () => {
    const { access_token } = await signIn();
    for (const method of ['GET', 'POST'] as const) {
      for (const tokenPlace of ['query', 'header'] as const) {
        expect(
          await client().getUserInfoByAccessToken(access_token, { method, tokenPlace }),
        ).toMatchObject({ nickname: '陈宇' });
      }
    }
    const inBody = await client().getUserInfoByAccessToken(access_token, {
      method: 'POST',
      tokenPlace: 'body',
    });
    expect(inBody).toMatchObject({ nickname: '陈宇' });
  });

  test('refreshes, validates, introspects, exchanges an id_token and revokes', async () => {
    const { access_token, id_token, refresh_token } = await signIn();
    expect(await client().validateToken({ accessToken: access_token })).toMatchObject({
      aud: PUBLIC,
    });
    expect(await client().validateToken({ idToken: id_token })).toMatchObject({ aud: PUBLIC });
    expect(await client().introspectToken(access_token)).toMatchObject({ active: true });
    const exchanged = await client().getAccessTokenByIdToken({
      redirectUri: 'https://app.example',
      idToken: id_token,
      scope: 'openid',
    });
    expect(exchanged).toMatchObject({ access_token: expect.any(String) });
    const next: unknown = await client().getNewAccessTokenByRefreshToken(refresh_token);
    expect(next).toMatchObject({ refresh_token: expect.any(String) });
    await client().revokeToken(access_token);
    expect(await client().introspectToken(access_token)).toEqual({ active: false });
  });

  test('knows who is logged in, by its GraphQL, and logs out', async () => {
    const { access_token } = await signIn();
    const sdk = client();
    sdk.setToken(access_token);
    expect(await sdk.checkLoginStatus(access_token)).toMatchObject({ status: true });
    expect(await sdk.getCurrentUser()).toMatchObject({ nickname: '陈宇', phone: '19900001002' });
    await sdk.logout();
    expect(await sdk.checkLoginStatus(access_token)).toMatchObject({ status: false });
  });
});

describe('node-easywechat, as a company’s own server', () => {
  test('exchanges the code, decrypts encryptedData, and reads the number', async () => {
    const { url, program } = sandbox.wechat;
    const app = new MiniApp({
      app_id: program.appid,
      secret: program.secret,
      http: { baseURL: `${url}/`, throw: false },
      use_stable_access_token: true,
    });
    const kept = new Map<string, unknown>();
    app.setCache({
      get: (key: string) => Promise.resolve(kept.get(key)),
      set: (key: string, value: unknown) => Promise.resolve(Boolean(kept.set(key, value))),
      has: (key: string) => Promise.resolve(kept.has(key)),
      delete: (key: string) => Promise.resolve(kept.delete(key)),
    });
    const client = async (path: string) => {
      const body = JSON.stringify({ appid: program.appid, person: 'abroad' });
      return (
        await fetch(`${url}/client/${path}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body,
        })
      ).json();
    };
    const { code } = await client('login');
    const { encryptedData, iv, code: phoneCode } = await client('phone-number');
    const { session_key, openid } = await app.getUtils().codeToSession(code);
    expect(openid).toMatch(/^o/);
    expect(app.getUtils().decryptSession(session_key, iv, encryptedData)).toMatchObject({
      phoneNumber: '+85260001001',
      purePhoneNumber: '60001001',
      watermark: { appid: program.appid },
    });
    const answer = await app
      .getClient()
      .postJson('/wxa/business/getuserphonenumber', { code: phoneCode });
    expect(answer.toObject()).toMatchObject({ errcode: 0, phone_info: { countryCode: '852' } });
    await expect(app.getUtils().codeToSession(code)).rejects.toThrow('40163');
  });
});
