import { describe, expect, test } from '@jest/globals';
import { useBench } from './helpers';

/**
 * What official SDKs were seen to send; docs/genauth.md#how-tokens-arrive-from-official-clients
 * names them.
 */
const PUBLIC = '65f0c0ffee65f0c0ffee65f0';
const bench = useBench();

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
    const narrow = await bench.form(
      '/oidc/token',
      { grant_type, refresh_token: data.refresh_token ?? '', scope: 'openid phone' },
      headers,
    );
    const next: Record<string, string> = await narrow.json();
    expect(next).toMatchObject({ scope: 'openid phone', refresh_token: expect.any(String) });
    const wide = await bench.form(
      '/oidc/token',
      { grant_type, refresh_token: next.refresh_token ?? '', scope: 'openid email' },
      headers,
    );
    expect([wide.status, await wide.json()]).toEqual([400, { error: 'invalid_scope' }]);
    // The refused request did not spend it, and what comes next is for all that was granted.
    const whole = await bench.form(
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
