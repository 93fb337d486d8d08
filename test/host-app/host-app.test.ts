import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { CompactEncrypt, importJWK, SignJWT } from 'jose';
import { type AppRegistration, createHostApp, type HostAppLogic, mapOrigins } from '../../scripts/host-app';
import { type Bench, startBench } from '../sandbox/helpers';

let bench: Bench;
let app: HostAppLogic;
beforeAll(async () => {
  bench = await startBench();
  const { url, tenant } = bench.sandbox.genauth;
  const registration: AppRegistration = {
    genauth: tenant.origin,
    console: 'https://console.genauth.ai',
    appId: tenant.app.id,
    connection: tenant.connection.identifier,
    userPoolId: tenant.userPoolId,
    userPoolSecret: tenant.userPoolSecret,
  };
  const origins = { [tenant.origin]: url, 'https://console.genauth.ai': url };
  app = createHostApp(registration, { fetch: mapOrigins(origins, fetch), now: bench.clock.now });
});
beforeEach(() => bench.sandbox.reset());
afterAll(() => bench.sandbox.close());

describe('session', () => {
  test('launches the log-in page with a fresh state each time', async () => {
    const [first, second] = [await app.begin('session', { lang: 'en' }), await app.begin('session')];
    expect(first.path).toMatch(
      /^pages\/login\/login\?v=1&app=[0-9a-f]{24}&conn=harbor-wechat&return=session&state=[\w-]{22}&lang=en$/,
    );
    expect(stateOf(first.path)).not.toBe(stateOf(second.path));
  });

  test('trusts a session whose id_token verifies', async () => {
    const attempt = await app.begin('session');
    const { data } = await bench.signIn('existing');
    expect(await attempt.conclude(okResult(stateOf(attempt.path), { session: data }))).toMatchObject({
      ok: true,
      who: { name: '陈宇', phone: '+8619900001002' },
    });
  });

  test('does not trust the answer to another log-in', async () => {
    const attempt = await app.begin('session');
    const { data } = await bench.signIn('existing');
    const other = stateOf((await app.begin('session')).path);
    expect(await attempt.conclude(okResult(other, { session: data }))).toMatchObject({ error: { code: 'state_mismatch' } });
  });

  test('does not trust an id_token that somebody else signed', async () => {
    const attempt = await app.begin('session');
    const forged = await new SignJWT({ sub: 'x' })
      .setProtectedHeader({ alg: 'HS256' })
      .sign(new TextEncoder().encode('guess'.repeat(8)));
    const message = okResult(stateOf(attempt.path), { session: { id_token: forged } });
    expect(await attempt.conclude(message)).toMatchObject({ error: { code: 'token_invalid' } });
  });

  test('does not trust an id_token that has expired', async () => {
    const attempt = await app.begin('session');
    const { data } = await bench.signIn('existing');
    bench.clock.advance(1_209_601_000);
    const message = okResult(stateOf(attempt.path), { session: data });
    expect(await attempt.conclude(message)).toMatchObject({ error: { code: 'token_invalid' } });
  });

  test('takes over the error of the mini program', async () => {
    const attempt = await app.begin('session');
    const error = { code: 'account_locked', message: 'The account is locked', apiCode: 2005, requestId: 'r1' };
    const message = JSON.stringify({ v: 1, state: stateOf(attempt.path), status: 'error', error });
    expect(await attempt.conclude(message)).toMatchObject({ ok: false, error });
  });

  test.each(['', 'null', '{"v":2}', '[]', 'code=200&ticket=x'])('calls %p malformed', async (extMsg) => {
    expect(await (await app.begin('session')).conclude(extMsg)).toMatchObject({ error: { code: 'malformed' } });
  });
});

describe('sealed', () => {
  test('opens what was sealed with the key of this log-in', async () => {
    const attempt = await app.begin('sealed');
    const { data } = await bench.signIn('existing');
    const sealed = await seal(data, keyOf(attempt.path));
    expect(await attempt.conclude(okResult(stateOf(attempt.path), { sealed }))).toMatchObject({
      ok: true,
      who: { name: '陈宇' },
    });
  });

  test('refuses what was sealed for another log-in, and what was not sealed', async () => {
    const attempt = await app.begin('sealed');
    const { data } = await bench.signIn('existing');
    const elsewhere = await seal(data, keyOf((await app.begin('sealed')).path));
    for (const parts of [{ sealed: elsewhere }, { session: data }]) {
      const message = okResult(stateOf(attempt.path), parts);
      expect(await attempt.conclude(message)).toMatchObject({ error: { code: 'not_sealed' } });
    }
  });
});

describe('codes', () => {
  test('launches the home page, as the Guard SDK does', async () => {
    expect((await app.begin('codes')).path).toBe('');
  });

  test('redeems both codes and asks GenAuth who it was', async () => {
    const attempt = await app.begin('codes');
    const code = await bench.loginCode('existing');
    const { code: phoneInfoCode } = await bench.phoneNumber('existing');
    expect(await attempt.conclude(JSON.stringify({ code, phoneInfoCode }))).toMatchObject({
      ok: true,
      who: { name: '陈宇', phone: '+8619900001002' },
    });
  });

  test('reads an empty text as a refusal', async () => {
    expect(await (await app.begin('codes')).conclude('')).toMatchObject({ error: { code: 'denied' } });
    expect(bench.sandbox.journal.all()).toEqual([]);
  });

  test('sends on any other text, which GenAuth refuses', async () => {
    expect(await (await app.begin('codes')).conclude('user cancelled')).toMatchObject({ error: { code: 'exchange_failed' } });
    expect(bench.sandbox.journal.takeRequest('/api/v2/ecConn/wechatminiprogramapplaunch/authByCode').body).toMatchObject({
      code: null,
    });
  });

  test('learns the apiCode of somebody who may not sign in', async () => {
    const attempt = await app.begin('codes');
    const code = await bench.loginCode('blocked');
    const { code: phoneInfoCode } = await bench.phoneNumber('blocked');
    expect(await attempt.conclude(JSON.stringify({ code, phoneInfoCode }))).toMatchObject({ error: { apiCode: 2120008 } });
  });
});

describe('ticket', () => {
  test('launches the path of the old documents', async () => {
    expect((await app.begin('ticket')).path).toBe(
      '/routes/explore?userPoolId=65f0ba5eba11ba5eba11ba5e&getPhone=1&fromApp=1&useSelfWxapp=0',
    );
  });

  test('redeems the ticket, once', async () => {
    const attempt = await app.begin('ticket');
    const extMsg = `code=200&message=授权成功&ticket=${await mint('existing')}`;
    expect(await attempt.conclude(extMsg)).toMatchObject({ ok: true, who: { name: '陈宇', phone: '+8619900001002' } });
    expect(await attempt.conclude(extMsg)).toMatchObject({ error: { code: 'exchange_failed' } });
  });

  test('reads a refusal', async () => {
    const attempt = await app.begin('ticket');
    expect(await attempt.conclude('code=400&message=用户取消授权')).toMatchObject({
      error: { code: 'denied', message: '用户取消授权' },
    });
  });
});

test('an unreachable GenAuth is the network, not a crash', async () => {
  const attempt = await app.begin('codes');
  bench.sandbox.genauth.faults.enqueue({
    path: `/api/v2/applications/${bench.sandbox.genauth.tenant.app.id}/public-config`,
    fault: { kind: 'unreachable' },
  });
  expect(await attempt.conclude('{"code":"x","phoneInfoCode":"y"}')).toMatchObject({ error: { code: 'network' } });
});

function query(path: string): URLSearchParams {
  return new URLSearchParams(path.split('?')[1]);
}

function stateOf(path: string): string {
  return query(path).get('state') ?? '';
}

function keyOf(path: string): Record<string, string> {
  return JSON.parse(Buffer.from(query(path).get('key') ?? '', 'base64url').toString());
}

function okResult(state: string, parts: Record<string, unknown>): string {
  return JSON.stringify({ v: 1, state, status: 'ok', ...parts, consent: { agreements: [], at: '2026-01-15T08:00:00.000Z' } });
}

async function seal(session: unknown, jwk: Record<string, string>): Promise<string> {
  return new CompactEncrypt(new TextEncoder().encode(JSON.stringify(session)))
    .setProtectedHeader({ alg: 'ECDH-ES', enc: 'A256GCM' })
    .encrypt(await importJWK(jwk, 'ECDH-ES'));
}

async function mint(person: string): Promise<string> {
  const { tenant } = bench.sandbox.genauth;
  const { data } = await bench.genauth(tenant.tickets.endpoint, {
    userPoolId: tenant.userPoolId,
    connection: 'wechat_mini_program_code_and_phone',
    extIdpConnidentifier: tenant.connection.identifier,
    wechatMiniProgramCodeAndPhonePayload: {
      wxLoginInfo: { code: await bench.loginCode(person) },
      wxPhoneInfo: { code: (await bench.phoneNumber(person)).code },
    },
  });
  return data.ticket ?? '';
}
