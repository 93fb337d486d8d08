import { describe, expect, test } from '@jest/globals';
import { createHostApp, type NativeDelivery } from '@mini-login/server';
import * as fc from 'fast-check';
import { issuer, registration } from './double';
import { resultOf, sessionOf, startModel } from './genauth-model';

type Model = Awaited<ReturnType<typeof startModel>>;

/** What a server of the kit makes of a session: its status, and its code. */
async function judge(server: Model, session: Readonly<Record<string, unknown>>) {
  const { id, state } = await server.begin();
  const { status, body } = await server.answer(id, resultOf(state, session));
  return { status, code: body.error?.code, pending: body.error?.pending };
}

const signedIn = { status: 200, code: undefined, pending: undefined };

// RFC 8725, sections 2.8, 3.11 and 3.12: the issuer signs other tokens with the same keys.
describe('an access token is no id_token, though GenAuth signed it for this application:', () => {
  test.each<[string, Record<string, unknown>, Record<string, unknown>]>([
    ['by its scope', { scope: 'openid profile', jti: 'x' }, {}],
    ['by a scope in a list', { scope: ['openid'] }, {}],
    ['by its typ (RFC 9068)', {}, { typ: 'at+jwt' }],
    ['by a logout token’s typ', {}, { typ: 'logout+jwt' }],
    ['by a typ that is no text', {}, { typ: 7 }],
  ])('%s', async (_name, claims, header) => {
    const server = await startModel();
    const token = await server.idToken(claims, { kid: 'one', ...header });
    expect(await judge(server, sessionOf(token))).toEqual({
      ...{ status: 401, code: 'not_an_id_token', pending: false },
    });
  });

  test('by its coming twice', async () => {
    const server = await startModel();
    const token = await server.idToken();
    expect(await judge(server, sessionOf(token, token))).toMatchObject({ code: 'not_an_id_token' });
  });

  test.each(['JWT', 'jwt', 'application/jwt'])('typ %s is as good as none', async (typ) => {
    const server = await startModel();
    const token = await server.idToken({}, { kid: 'one', typ });
    expect(await judge(server, sessionOf(token))).toEqual(signedIn);
  });
});

// RFC 9110, section 15; RFC 6750, section 3; OpenID Connect Core, section 5.3.3.
describe('only GenAuth’s 200 says something:', () => {
  test.each([201, 202, 204, 300, 301, 302, 304, 307, 308, 400, 408, 429, 500, 502, 503])(
    '%i with the right keys decides nothing',
    async (status) => {
      const server = await startModel();
      const good = server.model.keySet.body;
      const body = status === 204 || status === 304 ? null : good;
      server.model.keySet = { status, body, headers: { location: 'https://evil.example/' } };
      const session = sessionOf(await server.idToken());
      expect(await judge(server, session)).toEqual({
        ...{ status: 503, code: 'network', pending: true },
      });
      server.model.keySet = { status: 200, body: good };
      expect(await judge(server, session)).toEqual(signedIn);
    },
  );

  test.each([
    ...[204, 301, 302, 304, 307, 408, 429, 500, 503].map((status) => [status, 'network'] as const),
    ...[201, 202, 400, 401, 403, 404].map((status) => [status, 'access_token_mismatch'] as const),
  ])('/oidc/me says %i and the right person: %s', async (status, code) => {
    const server = await startModel();
    const body = status === 204 || status === 304 ? null : '{"sub":"anna"}';
    server.model.me = { status, body };
    expect(await judge(server, sessionOf(await server.idToken()))).toMatchObject({ code });
  });
});

describe('a key that was rotated a moment ago', () => {
  test('under the same kid is asked for at once', async () => {
    const server = await startModel();
    expect(await judge(server, sessionOf(await server.idToken()))).toEqual(signedIn);
    const { second } = server.pairs;
    const keys = [await server.publicJwk(second, 'one')];
    server.model.keySet = { status: 200, body: JSON.stringify({ keys }) };
    const token = await server.idToken({}, { kid: 'one' }, second);
    expect(await judge(server, sessionOf(token))).toEqual(signedIn);
  });

  test('without any kid, after a flood of forged tokens, is asked for later, not refused', async () => {
    const server = await startModel();
    const { second } = server.pairs;
    for (let count = 0; count < 20; count += 1)
      await judge(server, sessionOf(await server.idToken({}, { kid: `made up ${count}` }, second)));
    const keys = [await server.publicJwk(second, undefined)];
    server.model.keySet = { status: 200, body: JSON.stringify({ keys }) };
    const session = sessionOf(await server.idToken({}, {}, second));
    expect(await judge(server, session)).toMatchObject({ status: 503, code: 'network' });
    server.clock.now += 61_000;
    expect(await judge(server, sessionOf(await server.idToken({}, {}, second)))).toEqual(signedIn);
  });
});

const absurd = fc.oneof(
  fc.constantFrom<unknown>(
    ...[null, '', ' ', '\u0000', '\u200b', 'ａｎｎａ', '１７００００００００', 'a'.repeat(256)],
    ...[0, -0, -1, 1e300, 2 ** 53, Number.MIN_VALUE, true, false, [], {}, [[]], { sub: 'anna' }],
  ),
  fc.jsonValue({ maxDepth: 3 }),
);

test('absurd claims are refused with a code, and no claim that is absurd signs anybody in', async () => {
  const server = await startModel();
  const iat = Math.floor(server.clock.now / 1000);
  const isTime = (value: unknown): value is number =>
    typeof value === 'number' && value >= 0 && value < 253_402_300_800;
  // From the standards, without a look at the code.
  const isValid: Record<string, (value: unknown) => boolean> = {
    iss: (value) => value === issuer,
    aud: (value) =>
      value === registration.appId ||
      (Array.isArray(value) && value.length === 1 && value[0] === registration.appId),
    azp: (value) => value === registration.appId,
    sub: (value) => value === 'anna',
    exp: (value) => isTime(value) && value > iat && value <= iat + 180 * 86_400,
    iat: (value) => isTime(value) && value >= iat && value <= iat + 60,
    nbf: (value) => isTime(value) && value <= iat + 60,
    nonce: () => false,
    at_hash: () => false,
    scope: () => false,
  };
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...Object.keys(isValid)), absurd, async (name, value) => {
      const token = await server.idToken({ [name]: value });
      const { status, code } = await judge(server, sessionOf(token));
      const mayPass = isValid[name]?.(value) ?? false;
      expect([status, code]).toEqual(mayPass ? [200, undefined] : [401, expect.any(String)]);
    }),
    { numRuns: 400 },
  );
  expect(server.errors).toEqual([]);
}, 60_000);

/** `JSON.stringify` would set the prototype; this writes the name. */
const polluted =
  '{"__proto__":{"v":1,"status":"ok","state":"STATE"},"constructor":{"prototype":{}}}';

test('whatever a stranger posts is answered, never with 500, and changes no prototype', async () => {
  const server = await startModel();
  const { id, state } = await server.begin();
  const method = fc.constantFrom('POST', 'GET', 'PUT', 'DELETE', 'OPTIONS', 'HEAD');
  const path = fc.oneof(
    fc.constantFrom('/wechat-login', '/wechat-login/', `/wechat-login/${id}/answer`, '/%00', '//'),
    fc.webPath(),
    fc.string().map((text) => `/wechat-login/${encodeURIComponent(text)}/answer`),
  );
  const inner = fc.oneof(
    fc.constantFrom(polluted.replace('STATE', state), '\ufeff{}', '{"v":1e999}', '１２３'),
    fc.json({ maxDepth: 6 }),
    fc
      .record({ v: fc.constant(1), state: fc.constant(state), session: absurd, status: absurd })
      .map((value) => JSON.stringify(value)),
  );
  const body = fc.oneof(
    fc.string(),
    fc.json(),
    fc.constantFrom('[', '{'.repeat(5_000), '"\ud800"', polluted, '{"by":1,"by":2}'),
    fc
      .record({ by: fc.oneof(fc.constantFrom('WXLaunchMiniProgram.Resp'), absurd), text: inner })
      .map((value) => JSON.stringify(value)),
  );
  const type = fc.constantFrom(
    ...['application/json', 'APPLICATION/JSON; charset=utf-8', 'application/json ; x'],
    ...['application/json-patch+json', 'text/plain', 'multipart/form-data', ''],
  );
  await fc.assert(
    fc.asyncProperty(method, path, body, type, async (verb, at, content, contentType) => {
      const hasBody = verb !== 'GET' && verb !== 'HEAD';
      const {
        status,
        body: answer,
        headers,
      } = await server.ask(at, {
        method: verb,
        headers: { 'Content-Type': contentType },
        ...(hasBody ? { body: content } : {}),
      });
      expect(status).toBeLessThan(500);
      if (status >= 400) expect(answer.error.code).toMatch(/^[a-z_]+$/);
      if (status === 405) expect(headers.get('allow')).toBe('POST');
      if (!/^application\/json\s*(;|$)/i.test(contentType))
        expect(status).toBeGreaterThanOrEqual(400);
    }),
    { numRuns: 500 },
  );
  expect(server.errors).toEqual([]);
  expect(Reflect.get({}, 'v')).toBeUndefined();
  // And the login that all of it was posted to still waits.
  expect(await judge(server, sessionOf(await server.idToken()))).toEqual(signedIn);
}, 60_000);

describe('an app that verifies by itself', () => {
  const trap = () => {
    throw new Error('a getter');
  };
  const revoked = Proxy.revocable({}, {});
  revoked.revoke();
  test.each<[string, unknown]>([
    ['null', null],
    ['undefined', undefined],
    ['a text', 'text'],
    [
      'a getter that throws',
      Object.defineProperty({ by: 'WXLaunchMiniProgram.Resp' }, 'text', { get: trap }),
    ],
    ['a proxy that throws', new Proxy({}, { get: trap })],
    ['a revoked proxy', revoked.proxy],
    ['nobody who delivers', { by: 'mail', text: '{}' }],
    ['a String object', { by: 'WXLaunchMiniProgram.Resp', text: new String('{}') }],
  ])('goes on waiting when a native module gives %s', async (_name, delivery) => {
    const { platform } = (await startModel()).options;
    if (platform === undefined) throw new Error('no model');
    const app = createHostApp(registration, platform);
    await app.begin('session');
    const conclusion = await app.receive(delivery as NativeDelivery);
    expect(conclusion.error?.code).toBe('malformed');
    expect(app.pending).toBe(true);
  });
});

test('clocks that jump keep nobody out who is in time when the answer comes', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: -86_400_000, max: 86_400_000 })), async (jumps) => {
      const server = await startModel();
      const start = server.clock.now;
      const { id, state } = await server.begin();
      const forged = resultOf('f'.repeat(43), {});
      for (const jump of jumps) {
        server.clock.now = start + jump;
        expect((await server.answer(id, forged)).status).toBeGreaterThanOrEqual(401);
      }
      server.clock.now = start + 30_000;
      const text = resultOf(state, sessionOf(await server.idToken()));
      expect((await server.answer(id, text)).status).toBe(200);
    }),
    { numRuns: 40 },
  );
}, 60_000);
