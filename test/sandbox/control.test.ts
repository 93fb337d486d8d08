import { describe, expect, test } from '@jest/globals';
import { type Answer, controlOf } from './control-api';
import { useBench } from './helpers';

const bench = useBench();
const control = controlOf(bench);

describe('health', () => {
  test('says where everything is, and that it is no production', async () => {
    const { genauth, wechat } = bench.sandbox;
    expect(await control('GET', '/health')).toMatchObject({
      status: 200,
      json: {
        status: 'ok',
        purpose: expect.stringContaining('development'),
        genauth: { url: genauth.url, issuer: genauth.issuer, appId: genauth.tenant.app.id },
        wechat: { url: wechat.url, appid: wechat.program.appid },
      },
    });
  });
});

describe('people', () => {
  const wanda = { name: 'Wanda', phone: { countryCode: '44', number: '7700900001' } };

  test('come, sign in, change and go', async () => {
    expect((await control('PUT', '/sandbox/people/wanda', wanda)).json).toMatchObject({
      id: 'wanda',
      standing: 'unknown',
    });
    expect(await bench.signIn('wanda')).toMatchObject({ statusCode: 200 });
    await control('PUT', '/sandbox/people/wanda', { ...wanda, apiCode: 4021 });
    expect(await bench.signIn('wanda')).toMatchObject({ statusCode: 402, apiCode: 4021 });
    await control('DELETE', '/sandbox/people/wanda');
    expect(
      (await control<Answer[]>('GET', '/sandbox/people')).json.map(({ id }) => id),
    ).not.toContain('wanda');
    expect(
      (await bench.wechat('/client/login', { appid: 'wx0123456789abcdef', person: 'wanda' })).error,
    ).toContain('wanda');
  });

  test('have an account from the start when they are known', async () => {
    await control('PUT', '/sandbox/people/wanda', { ...wanda, standing: 'known' });
    const { json } = await control<object[]>('GET', '/sandbox/accounts');
    expect(json).toContainEqual(expect.objectContaining({ nickname: 'Wanda', phone: wanda.phone }));
  });

  test('give the codes that the mini program would have got', async () => {
    const { json } = await control('POST', '/sandbox/codes', { person: 'existing' });
    const message = {
      connection: 'wechat_mini_program_code_and_phone',
      extIdpConnidentifier: 'harbor-wechat',
      wechatMiniProgramCodeAndPhonePayload: {
        wxLoginInfo: { code: json.code },
        wxPhoneInfo: { code: json.phoneCode },
      },
    };
    expect(await bench.genauth('/api/v3/signin-by-mobile', message)).toMatchObject({
      statusCode: 200,
    });
    expect(
      (await control('POST', '/sandbox/codes', { person: 'no-phone' })).json.phoneCode,
    ).toBeNull();
  });
});

describe('the identity source', () => {
  const form = {
    identifier: 'lagoon',
    displayName: 'WeChat',
    appid: 'wx00000000000000ab',
    secret: 's3cret',
    apps: ['65f0c0ffee65f0c0ffee65f0'],
  };

  test('that is created works at once, for the applications that are associated', async () => {
    const { status, json } = await control('POST', '/sandbox/connections', form);
    expect([status, json]).toMatchObject([
      201,
      { identifier: 'lagoon', loginOnly: false, id: expect.stringMatching(/^[0-9a-f]{24}$/) },
    ]);
    const signIn = async () => {
      const { code } = (
        await control('POST', '/sandbox/codes', { person: 'new', appid: form.appid })
      ).json;
      const payload = {
        connection: 'wechat_mini_program_code',
        wechatMiniProgramCodePayload: { code },
      };
      return bench.genauth('/api/v3/signin-by-mobile', {
        ...payload,
        extIdpConnidentifier: 'lagoon',
      });
    };
    await control('PUT', `/sandbox/connections/${json.id}`, { loginOnly: true });
    expect(await signIn()).toMatchObject({ apiCode: 2004 });
    await control('PUT', `/sandbox/connections/${json.id}`, { loginOnly: false });
    expect(await signIn()).toMatchObject({ statusCode: 200 });
    await control('PUT', `/sandbox/connections/${json.id}`, { secret: 'wrong' });
    expect(await signIn()).toMatchObject({
      statusCode: 602,
      message: expect.stringContaining('40125'),
    });
    await control('PUT', `/sandbox/connections/${json.id}`, { apps: [] });
    expect(await signIn()).toMatchObject({ statusCode: 404 });
  });

  test.each(['Lagoon', 'la goon', 'lagoon_1', 'x'.repeat(32), ''])(
    'takes no Unique ID like "%s"',
    async (identifier) => {
      const { status, json } = await control('POST', '/sandbox/connections', {
        ...form,
        identifier,
      });
      expect([status, json.error]).toEqual([400, expect.stringContaining('shorter than 32')]);
    },
  );

  test('takes a Unique ID once, and never another', async () => {
    expect(
      (await control('POST', '/sandbox/connections', { ...form, identifier: 'harbor-wechat' }))
        .status,
    ).toBe(409);
    const { id } = bench.sandbox.genauth.tenant.connection;
    expect(
      (await control('PUT', `/sandbox/connections/${id}`, { identifier: 'other' })).status,
    ).toBe(409);
    expect(
      (await control('PUT', `/sandbox/connections/${id}`, { identifier: 'harbor-wechat' })).status,
    ).toBe(200);
  });

  test('of the last application and the last connection stay', async () => {
    const { app, connection } = bench.sandbox.genauth.tenant;
    expect((await control('DELETE', `/sandbox/connections/${connection.id}`)).status).toBe(409);
    expect((await control('DELETE', `/sandbox/apps/${app.id}`)).status).toBe(409);
  });
});

describe('an application', () => {
  test('gets its secret, its agreements and its doors', async () => {
    const { app } = bench.sandbox.genauth.tenant;
    const agreements = [
      { id: 9, title: '<a href="https://x.example">T</a>', lang: 'ja-JP', order: 1 },
    ];
    await control('PUT', `/sandbox/apps/${app.id}`, {
      secret: 's',
      agreements,
      registrationDisabled: true,
    });
    expect(await bench.signIn('existing')).toMatchObject({ statusCode: 401 });
    expect(await bench.signIn('new', { client_id: app.id, client_secret: 's' })).toMatchObject({
      apiCode: 2031,
    });
    const config = await control<{ data: { agreements: unknown } }>(
      'GET',
      `/api/v2/applications/${app.id}/public-config`,
    );
    expect(config.json.data.agreements).toEqual([
      { ...agreements[0], required: true, availableAt: 2 },
    ]);
  });

  test('can be added, in a pool of its own', async () => {
    const pool = '65f0ba5eba11ba5eba11ba51';
    await control('PUT', `/sandbox/pools/${pool}`, { secret: 'p', nonceClaim: true });
    const { json } = await control('PUT', '/sandbox/apps/65f0c0ffee65f0c0ffee65f7', {
      userPoolId: pool,
      name: 'Lagoon',
    });
    expect(json).toMatchObject({ userPoolId: pool, name: 'Lagoon', secret: null });
    expect((await control('PUT', '/sandbox/apps/lagoon', {})).status).toBe(400);
    expect(
      (await control('PUT', `/sandbox/apps/${json.id}`, { userPoolId: 'f'.repeat(24) })).status,
    ).toBe(409);
  });
});

describe('what is registered with WeChat', () => {
  test('can be changed while everything runs', async () => {
    const { appid } = bench.sandbox.wechat.program;
    await control('PUT', `/sandbox/programs/${appid}`, { phoneService: 'no-quota' });
    expect(await bench.phoneNumber('new')).toMatchObject({ errno: 1400001 });
    await control('PUT', `/sandbox/programs/${appid}`, { phoneService: 'ok', phoneQuota: 1 });
    await bench.phoneNumber('new');
    expect((await control<object[]>('GET', '/sandbox/programs')).json[0]).toMatchObject({
      appid,
      phoneQuota: 0,
    });
    await control('PUT', '/sandbox/mobile-apps/wxanother', {
      verified: false,
      associated: [appid],
    });
    const mayOpen = await fetch(
      `${bench.sandbox.wechat.url}/client/may-open?userName=${appid}&mobileAppId=wxanother`,
    );
    expect(await mayOpen.json()).toMatchObject({ allowed: true });
  });
});

describe('faults', () => {
  test('are put in store, listed and cleared', async () => {
    const rule = { path: '/oidc/me', fault: { kind: 'status', status: 503 }, times: 'always' };
    await control('POST', '/sandbox/faults', [
      rule,
      { api: 'wx.login', fault: { kind: 'expired-code' } },
    ]);
    expect((await control('GET', '/sandbox/faults')).json).toHaveLength(2);
    expect((await fetch(`${bench.sandbox.genauth.url}/oidc/me`)).status).toBe(503);
    expect(await bench.signIn('new')).toMatchObject({
      statusCode: 602,
      message: expect.stringContaining('40029'),
    });
    await control('DELETE', '/sandbox/faults');
    expect((await fetch(`${bench.sandbox.genauth.url}/oidc/me`)).status).toBe(401);
  });

  test.each([
    [{ path: '/oidc/me', fault: { kind: 'magic' } }, "'truncated'"],
    [{ path: '/nowhere', fault: { kind: 'hang' } }, '/nowhere'],
    [{ fault: { kind: 'hang' } }, 'a path or an api'],
  ])('that do not exist are refused: %j', async (rule, words) => {
    const { status, json } = await control('POST', '/sandbox/faults', rule);
    expect([status, json.error]).toEqual([400, expect.stringContaining(words)]);
  });
});

describe('the clock', () => {
  test('moves on, and what it moves over expires', async () => {
    const code = await bench.loginCode('new');
    const { json } = await control('POST', '/sandbox/clock', { ms: 5 * 60_000 });
    expect(json.now).toBe(bench.clock.now());
    const message = {
      connection: 'wechat_mini_program_code',
      extIdpConnidentifier: 'harbor-wechat',
      wechatMiniProgramCodePayload: { code },
    };
    expect(await bench.genauth('/api/v3/signin-by-mobile', message)).toMatchObject({
      statusCode: 602,
    });
    expect((await control('POST', '/sandbox/clock', { ms: -1 })).status).toBe(400);
  });
});

describe('the control API is for this machine', () => {
  test('and no web page can use it, or read it', async () => {
    const { url } = bench.sandbox.genauth;
    const foreign = { origin: 'https://evil.example', 'content-type': 'application/json' };
    for (const path of ['/sandbox/people', '/sandbox/journal', '/journal', '/health']) {
      const response = await fetch(`${url}${path}`, { headers: foreign });
      expect([path, response.status, response.headers.get('access-control-allow-origin')]).toEqual([
        path,
        403,
        null,
      ]);
    }
    const plain = await fetch(`${url}/sandbox/reset`, {
      method: 'POST',
      headers: { 'content-type': 'text/plain' },
      body: '{}',
    });
    expect(plain.status).toBe(415);
  });

  test('and says what it does not know', async () => {
    expect(await control('GET', '/sandbox/nothing')).toMatchObject({
      status: 404,
      json: { error: expect.stringContaining('docs/sandbox.md') },
    });
    expect(await control('PUT', '/sandbox/people/wanda', { nme: 'W' })).toMatchObject({
      status: 400,
      json: { error: expect.stringContaining('nme') },
    });
  });
});
