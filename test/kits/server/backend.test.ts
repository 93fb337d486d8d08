import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type BackendOptions, createBackend } from '@mini-login/server';
import { type Bench, startBench } from '../../sandbox/helpers';
import { mintTicket, playProgram, registrationOf, worldOf } from './program';

let bench: Bench;
beforeAll(async () => {
  bench = await startBench();
});
beforeEach(() => bench.sandbox.reset());
afterAll(() => bench.sandbox.close());

const by = 'WXLaunchMiniProgram.Resp';

/** A backend, and short ways to ask it. */
function start(contract: BackendOptions['contract'] = 'session') {
  const backend = createBackend({
    registration: registrationOf(bench),
    world: worldOf(bench),
    contract,
    startSession: ({ who }) => Promise.resolve({ cookie: `session-of-${who.name}` }),
  });
  const post = async (
    path: string,
    body: unknown,
    headers: Record<string, string> = { 'content-type': 'application/json' },
  ) => {
    const init = {
      method: 'POST',
      headers,
      body: typeof body === 'string' ? body : JSON.stringify(body),
    };
    const response = await backend(new Request(`http://127.0.0.1${path}`, init));
    return { status: response.status, ...(await response.json()) };
  };
  return { backend, post, begin: () => post('/wechat-login', {}) };
}

describe.each(['session', 'sealed', 'ticket'] as const)('%s', (contract) => {
  test('the person of a good answer gets a session of the app, once', async () => {
    const { post, begin } = start(contract);
    const { status, id, path, expires_in } = await begin();
    expect({ status, expires_in }).toEqual({ status: 201, expires_in: 600 });
    const answer = { by, text: await playProgram(bench, path) };
    expect(await post(`/wechat-login/${id}/answer`, answer)).toEqual({
      status: 200,
      cookie: 'session-of-陈宇',
    });
    expect(await post(`/wechat-login/${id}/answer`, answer)).toMatchObject({
      status: 401,
      error: { code: 'already_concluded', pending: false },
    });
  });
});

test('many logins at a time do not mix', async () => {
  const { post, begin } = start();
  const [anna, ben] = [await begin(), await begin()];
  const answers = [
    await playProgram(bench, anna.path, 'existing'),
    await playProgram(bench, ben.path, 'new'),
  ] as const;
  expect(await post(`/wechat-login/${anna.id}/answer`, { by, text: answers[1] })).toMatchObject({
    status: 401,
    error: { code: 'state_mismatch', pending: true },
  });
  expect(await post(`/wechat-login/${ben.id}/answer`, { by, text: answers[1] })).toMatchObject({
    status: 200,
  });
  expect(await post(`/wechat-login/${anna.id}/answer`, { by, text: answers[0] })).toMatchObject({
    status: 200,
  });
});

test('a text that is delivered twice at once ends well', async () => {
  const { post, begin } = start();
  const { id, path } = await begin();
  const text = await playProgram(bench, path);
  const deliver = (way: string) => post(`/wechat-login/${id}/answer`, { by: way, text });
  expect(await Promise.all([deliver(by), deliver('ShowMessageFromWX.Req')])).toMatchObject([
    { status: 200 },
    { status: 401, error: { code: 'already_concluded', pending: true } },
  ]);
});

test('what the mini program says went wrong reaches the app', async () => {
  const { post, begin } = start();
  const { id, path } = await begin();
  const state = new URLSearchParams(path.split('?')[1]).get('state');
  const text = JSON.stringify({
    v: 1,
    state,
    status: 'error',
    error: { code: 'user_cancelled', message: 'The person went back' },
  });
  expect(await post(`/wechat-login/${id}/answer`, { by, text })).toMatchObject({
    status: 401,
    error: { code: 'user_cancelled', message: 'The person went back', pending: false },
  });
});

test('a ticket that comes as ShowMessageFromWX.Req is refused, and stays good', async () => {
  const { post, begin } = start('ticket');
  const { id } = await begin();
  const text = `code=200&message=授权成功&ticket=${await mintTicket(bench, 'existing')}`;
  expect(
    await post(`/wechat-login/${id}/answer`, { by: 'ShowMessageFromWX.Req', text }),
  ).toMatchObject({
    error: { code: 'unproven_delivery', pending: true },
  });
  expect(await post(`/wechat-login/${id}/answer`, { by, text })).toMatchObject({ status: 200 });
});

test('a login is forgotten after its answer could only be late', async () => {
  const { post, begin } = start();
  const { id, path } = await begin();
  const answer = { by, text: await playProgram(bench, path) };
  bench.clock.advance(600_001);
  expect(await post(`/wechat-login/${id}/answer`, answer)).toMatchObject({
    error: { code: 'too_late' },
  });
  bench.clock.advance(600_001);
  await begin();
  expect(await post(`/wechat-login/${id}/answer`, answer)).toMatchObject({
    status: 404,
    error: { code: 'not_pending' },
  });
});

describe('what is no login gets an error, and nothing else', () => {
  const unknown = `/wechat-login/${'x'.repeat(43)}/answer`;
  test.each([
    ['an unknown path', '/', {}, undefined, 404],
    ['an unknown login', unknown, { by, text: '' }, undefined, 404],
    ['a delivery of another kind', unknown, { by: 'mail', text: '' }, undefined, 400],
    ['a delivery without a text', unknown, { by }, undefined, 400],
    ['a list', '/wechat-login', [], undefined, 400],
    ['no JSON', '/wechat-login', '{', undefined, 400],
    ['nothing', '/wechat-login', '', undefined, 400],
    ['a form', '/wechat-login', 'a=1', { 'content-type': 'text/plain' }, 415],
    ['a body without end', '/wechat-login', `{"lang":"${'x'.repeat(100_000)}"}`, undefined, 413],
  ])('%s', async (_what, path, body, headers, status) => {
    expect(await start().post(path, body, headers)).toMatchObject({
      status,
      error: { code: expect.any(String) },
    });
  });

  test('a GET', async () => {
    expect((await start().backend(new Request('http://127.0.0.1/wechat-login'))).status).toBe(405);
  });
});
