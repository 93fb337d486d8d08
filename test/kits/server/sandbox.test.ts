import { beforeAll, describe, expect, test } from '@jest/globals';
import { type AppRegistration, createHostApp, type HostAppLogic } from '@mini-login/server';
import { useBench } from '../../sandbox/helpers';
import { codeOf, logIn, okResult, queryOf, receive } from './double';
import { mintTicket, platformOf, play, registrationOf } from './program';

const bench = useBench();
let registration: AppRegistration;
let app: HostAppLogic;
beforeAll(async () => {
  registration = registrationOf(bench);
  app = createHostApp(registration, platformOf(bench));
});

const chenYu = { ok: true, who: { name: '陈宇', phone: '+8619900001002' } };

describe('session', () => {
  test('launches the login page with a fresh state and nonce each time', async () => {
    const [first, second] = [
      await app.begin('session', { lang: 'en' }),
      await app.begin('session'),
    ];
    expect(first.path).toMatch(
      /^pages\/login\/login\?v=1&app=[0-9a-f]{24}&conn=harbor-wechat&return=session&state=[\w-]{43}&nonce=[\w-]{43}&lang=en$/,
    );
    expect(queryOf(first.path).state).not.toBe(queryOf(second.path).state);
  });

  test('trusts a session that GenAuth gave', async () => {
    const conclusion = await logIn(app, 'session', async ({ state }) =>
      okResult(state, { session: (await bench.signIn('existing')).data }),
    );
    expect(conclusion).toMatchObject(chenYu);
    expect(bench.sandbox.journal.takeRequest('/oidc/me')).toMatchObject({ status: 200 });
  });

  test("holds the nonce that the tenant's Pipeline adds to that of the launch", async () => {
    const pool = bench.sandbox.genauth.tenant.pools.get(registration.userPoolId);
    if (!pool) throw new Error('the sandbox has lost its user pool');
    pool.nonceClaim = true;
    const { path } = await app.begin('session');
    const conclusion = await receive(app, await play(bench, path));
    expect(conclusion.checks).toContainEqual({ id: 'nonce', detail: 'as sent' });

    await app.begin('session');
    const other = JSON.parse(await play(bench, path));
    const mixed = await logIn(app, 'session', ({ state }) =>
      okResult(state, { session: other.session }),
    );
    expect(codeOf(mixed)).toBe('nonce_mismatch');
  });

  test("refuses another person's access token", async () => {
    const { data: mallory } = await bench.signIn('new');
    const conclusion = await logIn(app, 'session', async ({ state }) => {
      const { data } = await bench.signIn('existing');
      return okResult(state, { session: { ...data, access_token: mallory.access_token } });
    });
    expect(codeOf(conclusion)).toBe('access_token_mismatch');
  });

  test('refuses a session from before the launch', async () => {
    const { data } = await bench.signIn('existing');
    bench.clock.advance(1_000);
    expect(
      codeOf(await logIn(app, 'session', ({ state }) => okResult(state, { session: data }))),
    ).toBe('token_too_old');
  });
});

test('sealed: opens what was sealed for this launch', async () => {
  const { path } = await app.begin('sealed');
  expect(await receive(app, await play(bench, path))).toMatchObject(chenYu);
});

describe('codes', () => {
  const codesOf = async (person: string) => ({
    code: await bench.loginCode(person),
    phoneInfoCode: (await bench.phoneNumber(person)).code,
  });

  test('launches the home page, as the Guard SDK does', async () => {
    expect((await app.begin('codes')).path).toBe('');
  });

  test('launches the login page with a state where that is asked for, and then wants it back', async () => {
    const { path } = await app.begin('codes', { withState: true });
    const { state, ...query } = queryOf(path);
    expect(query).toMatchObject({ v: '1', return: 'codes' });
    const codes = await codesOf('existing');
    expect(codeOf(await receive(app, JSON.stringify(codes)))).toBe('state_mismatch');
    expect(await receive(app, JSON.stringify({ ...codes, state }))).toMatchObject(chenYu);
  });

  test('redeems both codes and asks GenAuth who it was', async () => {
    const conclusion = await logIn(app, 'codes', async () =>
      JSON.stringify(await codesOf('existing')),
    );
    expect(conclusion).toMatchObject({ ...chenYu, tokens: { token_type: 'Bearer' } });
  });

  test('reads an empty text as a refusal', async () => {
    expect(codeOf(await logIn(app, 'codes', () => ''))).toBe('denied');
    expect(bench.sandbox.journal.all()).toEqual([]);
  });

  test('sends on any other text, which GenAuth refuses', async () => {
    expect(codeOf(await logIn(app, 'codes', () => 'user cancelled'))).toBe('exchange_failed');
    expect(
      bench.sandbox.journal.takeRequest('/api/v2/ecConn/wechatminiprogramapplaunch/authByCode')
        .body,
    ).toMatchObject({
      code: null,
    });
  });

  test('learns the apiCode of somebody who may not sign in', async () => {
    const conclusion = await logIn(app, 'codes', async () =>
      JSON.stringify(await codesOf('blocked')),
    );
    expect(conclusion).toMatchObject({ error: { apiCode: 2120008 } });
  });

  test('an unreachable GenAuth is the network, not a crash', async () => {
    bench.sandbox.genauth.faults.enqueue({
      path: `/api/v2/applications/${registration.appId}/public-config`,
      fault: { kind: 'reset' },
    });
    expect(codeOf(await logIn(app, 'codes', () => '{"code":"x","phoneInfoCode":"y"}'))).toBe(
      'network',
    );
  });
});

describe('ticket', () => {
  test('launches the path of the old documents', async () => {
    expect((await app.begin('ticket')).path).toBe(
      '/routes/explore?userPoolId=65f0ba5eba11ba5eba11ba5e&getPhone=1&fromApp=1&useSelfWxapp=0',
    );
  });

  test('redeems the ticket, once', async () => {
    const answer = `code=200&message=授权成功&ticket=${await mintTicket(bench, 'existing')}`;
    expect(await logIn(app, 'ticket', () => answer)).toMatchObject(chenYu);
    expect(codeOf(await logIn(app, 'ticket', () => answer))).toBe('exchange_failed');
  });

  test('reads a refusal', async () => {
    expect(await logIn(app, 'ticket', () => 'code=400&message=用户取消授权')).toMatchObject({
      error: { code: 'denied', message: '用户取消授权' },
    });
  });
});
