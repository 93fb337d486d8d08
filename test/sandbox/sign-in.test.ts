import { describe, expect, test } from '@jest/globals';
import { createRemoteJWKSet, customFetch, jwtVerify } from 'jose';
import { API_CODES } from '../../scripts/sandbox/contract/api-codes';
import { useBench } from './helpers';

const bench = useBench();

describe('signing in', () => {
  test('gives tokens that verify against the published keys', async () => {
    const { statusCode, data } = await bench.signIn('existing');
    expect(statusCode).toBe(200);

    const { url, issuer, tenant } = bench.sandbox.genauth;
    const discovery = await (await fetch(`${url}/oidc/.well-known/openid-configuration`)).json();
    const keys = createRemoteJWKSet(new URL(discovery.jwks_uri), {
      [customFetch]: (wanted: string, init: RequestInit) =>
        fetch(wanted.replace(tenant.origin, url), init),
    });
    const { payload } = await jwtVerify(data.id_token ?? '', keys, {
      issuer,
      audience: tenant.app.id,
      currentDate: new Date(bench.clock.now()),
    });
    expect(payload).toMatchObject({
      nickname: '陈宇',
      phone_number: '+8619900001002',
      phone_number_verified: true,
    });
  });

  test('asks WeChat over HTTP, with the secret that no client has', async () => {
    await bench.signIn('new');
    const { journal, genauth } = bench.sandbox;
    expect(journal.takeRequest('/sns/jscode2session').query.secret).toBe(
      genauth.tenant.connection.secret,
    );
    expect(journal.takeRequest('/cgi-bin/stable_token').body).toMatchObject({
      grant_type: 'client_credential',
    });
    expect(journal.takeRequest('/wxa/business/getuserphonenumber').answer).toMatchObject({
      errcode: 0,
    });
  });

  test('by encryptedData works with the login code taken before the tap', async () => {
    const code = await bench.loginCode('new');
    const { encryptedData, iv } = await bench.phoneNumber('new');
    const answer = await signInByPhone(code, encryptedData, iv);
    expect(answer).toMatchObject({ statusCode: 200 });
    expect(bench.sandbox.genauth.accounts.all().at(-1)?.phone).toEqual({
      countryCode: '86',
      number: '19900001001',
    });
  });

  test('by encryptedData fails with a login code taken after the tap: the session_key is another', async () => {
    await bench.loginCode('new');
    const { encryptedData, iv } = await bench.phoneNumber('new');
    const late = await bench.loginCode('new');
    expect(await signInByPhone(late, encryptedData, iv)).toMatchObject({
      statusCode: 400,
      message: expect.stringContaining('cannot be decrypted'),
    });
  });

  test('by code alone signs in without the phone number', async () => {
    const answer = await bench.genauth('/api/v3/signin-by-mobile', {
      connection: 'wechat_mini_program_code',
      extIdpConnidentifier: 'harbor-wechat',
      wechatMiniProgramCodePayload: { code: await bench.loginCode('new') },
    });
    expect(answer.statusCode).toBe(200);
    expect(bench.sandbox.genauth.accounts.all().at(-1)?.phone).toBeNull();
  });

  test('twice is the same account', async () => {
    const before = bench.sandbox.genauth.accounts.all().length;
    await bench.signIn('new');
    await bench.signIn('new');
    expect(bench.sandbox.genauth.accounts.all().length).toBe(before + 1);
  });

  test('can spell the expiry the other way', async () => {
    bench.sandbox.genauth.tenant.expirySpelling = 'expire_in';
    const { data } = await bench.signIn('existing');
    expect(data.expire_in).toBe(1_209_600);
    expect(data).not.toHaveProperty('expires_in');
  });

  test('brings a refresh token only when offline_access is asked for', async () => {
    expect((await bench.signIn('existing')).data).not.toHaveProperty('refresh_token');
    const { data } = await bench.signIn('existing', {
      options: { scope: 'openid offline_access' },
    });
    expect(data.refresh_token).toEqual(expect.any(String));
  });
});

describe('the phone number', () => {
  test('goes to an existing account that has none', async () => {
    const { data } = await bench.signIn('existing-no-number');
    expect(await me(data.access_token)).toMatchObject({ phone_number: '+8619900001003' });
  });

  test('stays with the account that it is bound to', async () => {
    const { data } = await bench.signIn('number-taken');
    expect(await me(data.access_token)).not.toHaveProperty('phone_number');
  });

  test('keeps its country code', async () => {
    const { data } = await bench.signIn('abroad');
    expect(await me(data.access_token)).toMatchObject({ phone_number: '+85260001001' });
  });
});

describe('somebody who may not sign in gets the documented code', () => {
  test.each([
    ['blocked', 2120008],
    ['locked', 2005],
    ['mfa', 1636],
    ['binding', 1640],
    ['bind-or-create', 1641],
    ['incomplete', 1642],
  ])('%s: %d', async (person, apiCode) => {
    expect(await bench.signIn(person)).toMatchObject({ statusCode: 403, apiCode });
  });

  test.each(Object.keys(API_CODES).map(Number))(
    '%d, like every documented code, when a person is given it',
    async (apiCode) => {
      bench.sandbox.setPerson({
        id: 'turned-away',
        name: 'X',
        note: '',
        phone: null,
        standing: 'known',
        apiCode,
      });
      const answer = await bench.genauth('/api/v3/signin-by-mobile', {
        connection: 'wechat_mini_program_code',
        extIdpConnidentifier: 'harbor-wechat',
        wechatMiniProgramCodePayload: { code: await bench.loginCode('turned-away') },
      });
      expect(answer).toMatchObject({ apiCode });
    },
  );

  test('an unknown person at a login-only connection: 2004, and no account is made', async () => {
    bench.sandbox.genauth.tenant.connection.loginOnly = true;
    const before = bench.sandbox.genauth.accounts.all().length;
    expect(await bench.signIn('new')).toMatchObject({ statusCode: 404, apiCode: 2004 });
    expect(bench.sandbox.genauth.accounts.all().length).toBe(before);
    expect(await bench.signIn('existing')).toMatchObject({ statusCode: 200 });
  });

  test('an unknown person where registration is closed: 2031', async () => {
    bench.sandbox.genauth.tenant.app.registrationDisabled = true;
    expect(await bench.signIn('new')).toMatchObject({ apiCode: 2031 });
  });

  test('somebody whom WeChat blocks: 602', async () => {
    expect(await bench.signIn('high-risk')).toMatchObject({
      statusCode: 602,
      message: expect.stringContaining('40226'),
    });
  });
});

describe('a message that is not as documented is refused', () => {
  test.each<[string, Record<string, unknown>, string]>([
    ['an unknown field', { surprise: 1 }, 'surprise'],
    ['a connection that does not exist', { connection: 'wechat_web' }, 'connection'],
    [
      "another connection's payload",
      { wechatMiniProgramCodePayload: { code: 'x' } },
      'wechatMiniProgramCodePayload',
    ],
    [
      'no payload',
      { wechatMiniProgramCodeAndPhonePayload: undefined },
      'wechatMiniProgramCodeAndPhonePayload',
    ],
    ['an unknown option', { options: { scopes: 'openid' } }, 'scopes'],
  ])('%s', async (_name, change, named) => {
    expect(await bench.signIn('new', change)).toMatchObject({
      statusCode: 400,
      message: expect.stringContaining(named),
    });
  });

  test('an unknown extIdpConnidentifier: 404', async () => {
    expect(await bench.signIn('new', { extIdpConnidentifier: 'other' })).toMatchObject({
      statusCode: 404,
    });
  });

  test('no application id: 400; an unknown one: 2011', async () => {
    expect(await bench.genauth('/api/v3/signin-by-mobile', {}, {})).toMatchObject({
      statusCode: 400,
    });
    expect(
      await bench.genauth('/api/v3/signin-by-mobile', {}, { 'x-authing-app-id': 'f'.repeat(24) }),
    ).toMatchObject({
      apiCode: 2011,
    });
  });
});

async function signInByPhone(
  code: string,
  encryptedData: string | undefined,
  iv: string | undefined,
) {
  return bench.genauth('/api/v3/signin-by-mobile', {
    connection: 'wechat_mini_program_phone',
    extIdpConnidentifier: 'harbor-wechat',
    wechatMiniProgramPhonePayload: { encryptedData, iv, code },
  });
}

async function me(accessToken: string | undefined) {
  const headers = { authorization: `Bearer ${accessToken}` };
  return (await fetch(`${bench.sandbox.genauth.url}/oidc/me`, { headers })).json();
}
