import { describe, expect, test } from '@jest/globals';
import { createMemoryStore, type LoginStore } from '@mini-login/server';
import { by, secret, useBackends } from './backends';
import { queryOf } from './double';
import { mintTicket, platformOf, play } from './program';

const { bench, start } = useBackends();

describe.each(['session', 'sealed', 'ticket'] as const)('%s', (contract) => {
  test('the person of a good answer gets a session of the app, once', async () => {
    const { post, begin } = start(contract);
    const { status, id, path, expires_in } = await begin();
    expect({ status, expires_in }).toEqual({ status: 201, expires_in: 600 });
    const answer = { by, text: await play(bench, path) };
    const outcome = { status: 200, cookie: 'session 1 of 陈宇' };
    expect(await post(`/wechat-login/${id}/answer`, answer)).toEqual(outcome);
    // Its reply may have been lost.
    bench.clock.advance(59_000);
    expect(await post(`/wechat-login/${id}/answer`, answer)).toEqual(outcome);
    const other = { by, text: answer.text.replace('{', '{ ').replace(/ticket=./, 'ticket=_') };
    expect(await post(`/wechat-login/${id}/answer`, other)).toMatchObject({
      status: 401,
      error: { code: 'already_concluded', pending: false },
    });
  });
});

test('many logins at a time do not mix', async () => {
  const { post, begin } = start();
  const [anna, ben] = [await begin(), await begin()];
  const answers = [
    await play(bench, anna.path, 'existing'),
    await play(bench, ben.path, 'new'),
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

test.each(['session', 'ticket'] as const)(
  'a text of %s that is delivered many times at once starts one session',
  async (contract) => {
    const { post, begin } = start(contract);
    const { id, path } = await begin();
    const text = await play(bench, path);
    const deliver = () => post(`/wechat-login/${id}/answer`, { by, text });
    const outcome = { status: 200, cookie: 'session 1 of 陈宇' };
    expect(await Promise.all([deliver(), deliver(), deliver()])).toEqual([
      outcome,
      outcome,
      outcome,
    ]);
  },
);

test('two servers over one store are one', async () => {
  const store = createMemoryStore({ now: bench.clock.now });
  const [one, two] = [start('sealed', { store }), start('sealed', { store })];
  const { id, path } = await one.begin();
  const answer = { by, text: await play(bench, path) };
  const first = await two.post(`/wechat-login/${id}/answer`, answer);
  expect(first).toMatchObject({ status: 200 });
  expect(await one.post(`/wechat-login/${id}/answer`, answer)).toEqual(first);
});

test('another server in the middle of it says: ask again', async () => {
  const store = createMemoryStore({ now: bench.clock.now });
  const { promise: held, resolve: release } = deferred();
  const started = deferred();
  const slow = start('session', {
    store,
    startSession: () => {
      started.resolve();
      return held.then(() => ({ cookie: 'slow' }));
    },
  });
  const { id, path } = await slow.begin();
  const answer = { by, text: await play(bench, path) };
  const first = slow.post(`/wechat-login/${id}/answer`, answer);
  // Not before: whichever server takes an answer first is the one in the middle of it.
  await started.promise;
  expect(
    await start('session', { store }).post(`/wechat-login/${id}/answer`, answer),
  ).toMatchObject({ status: 503 });
  release();
  const outcome = { status: 200, cookie: 'slow' };
  expect(await first).toEqual(outcome);
  expect(await start('session', { store }).post(`/wechat-login/${id}/answer`, answer)).toEqual(
    outcome,
  );
});

test('GenAuth out of reach decides nothing: the same text counts later', async () => {
  let reachable = false;
  const platform = platformOf(bench);
  const fetch: typeof platform.fetch = (url, init) =>
    reachable ? platform.fetch(url, init) : Promise.reject(new TypeError('no network'));
  const { post, begin } = start('sealed', { platform: { ...platform, fetch } });
  const { id, path } = await begin();
  const answer = { by, text: await play(bench, path) };
  expect(await post(`/wechat-login/${id}/answer`, answer)).toMatchObject({
    status: 503,
    error: { code: 'network', pending: true },
  });
  reachable = true;
  expect(await post(`/wechat-login/${id}/answer`, answer)).toMatchObject({ status: 200 });
});

test('startSession that throws is told to onError, and the answer counts again', async () => {
  const errors: unknown[] = [];
  let broken = true;
  const { post, begin } = start('session', {
    onError: (error) => errors.push(error),
    startSession: () =>
      broken ? Promise.reject(new Error('no database')) : Promise.resolve({ cookie: 'later' }),
  });
  const { id, path } = await begin();
  const answer = { by, text: await play(bench, path) };
  expect(await post(`/wechat-login/${id}/answer`, answer)).toMatchObject({
    status: 503,
    error: { code: 'server', pending: true },
  });
  expect(errors).toEqual([new Error('no database')]);
  broken = false;
  expect(await post(`/wechat-login/${id}/answer`, answer)).toEqual({
    status: 200,
    cookie: 'later',
  });
});

test('logins that strangers begin, and forged answers, take up no memory', async () => {
  const kept = new Map<string, string>();
  const memory = createMemoryStore({ now: bench.clock.now });
  const store: LoginStore = {
    ...memory,
    add: (key, value, lifeMs) => {
      kept.set(key, value);
      return memory.add(key, value, lifeMs);
    },
  };
  const { post, begin } = start('session', { store });
  const mine = await begin();
  for (let count = 0; count < 300; count += 1) {
    const { id } = await begin();
    await post(`/wechat-login/${id}/answer`, { by, text: '{"v":1,"state":"forged"}' });
  }
  expect(kept.size).toBe(0);
  const text = await play(bench, mine.path);
  expect(await post(`/wechat-login/${mine.id}/answer`, { by, text })).toMatchObject({
    status: 200,
  });
});

describe('the id of a login', () => {
  test('says nothing that the phone must not know', async () => {
    const { id, path } = await start('sealed').begin();
    const { state = '' } = queryOf(path);
    expect(id).not.toContain(state);
    for (const part of id.split('.'))
      expect(Buffer.from(part, 'base64url').toString('latin1')).not.toContain(state);
  });

  test('counts at servers that still know the secret, and at no others', async () => {
    const { id, path } = await start('sealed').begin();
    const answer = { by, text: await play(bench, path) };
    const renewed = start('sealed', { secret: ['x'.repeat(40), secret] });
    const foreign = start('sealed', { secret: 'y'.repeat(40) });
    expect(await foreign.post(`/wechat-login/${id}/answer`, answer)).toMatchObject({
      status: 404,
      error: { code: 'not_pending', pending: false },
    });
    expect(await renewed.post(`/wechat-login/${id}/answer`, answer)).toMatchObject({
      status: 200,
    });
  });

  test('that was changed, cut or made up is none', async () => {
    const { post, begin } = start();
    const { id, path } = await begin();
    const answer = { by, text: await play(bench, path) };
    const ids = [
      `${id}x`,
      id.slice(0, -2),
      id.replace(/^./, 'f'),
      'a..b.c.d',
      '.',
      'x'.repeat(3000),
    ];
    for (const wrong of ids)
      expect(await post(`/wechat-login/${wrong}/answer`, answer)).toMatchObject({ status: 404 });
  });

  test('is of one contract', async () => {
    const { id } = await start('ticket').begin();
    expect(
      await start('session').post(`/wechat-login/${id}/answer`, { by, text: '{}' }),
    ).toMatchObject({ status: 404 });
  });

  test.each(['', 'short', []])('needs a secret that is one: %j', (wrong) => {
    expect(() => start('session', { secret: wrong as string })).toThrow(RangeError);
  });
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
  const answer = { by, text: await play(bench, path) };
  bench.clock.advance(600_001);
  expect(await post(`/wechat-login/${id}/answer`, answer)).toMatchObject({
    error: { code: 'too_late' },
  });
  bench.clock.advance(600_001);
  expect(await post(`/wechat-login/${id}/answer`, answer)).toMatchObject({
    status: 404,
    error: { code: 'not_pending' },
  });
});

describe('lang', () => {
  test.each([
    ['zh-CN', 'zh-CN'],
    ['zh', 'zh-CN'],
    ['zh_CN', 'zh-CN'],
    ['zh-Hans-HK', 'zh-CN'],
    ['zh-Hant', 'zh-TW'],
    ['zh-HK', 'zh-TW'],
    ['zh_TW', 'zh-TW'],
    ['ZH-hant-mo', 'zh-TW'],
    ['en', 'en'],
    ['en-GB', 'en'],
    ['ja-JP', 'ja'],
    ['ja-JP-u-ca-japanese', 'ja'],
    ['fr-FR', undefined],
    ['tlh', undefined],
    ['', undefined],
    ['en&scope=admin', undefined],
    ['en'.repeat(500), undefined],
    [null, undefined],
    [7, undefined],
    [['en'], undefined],
    [{ lang: 'en' }, undefined],
  ])('%j is mapped to %s, and nothing else gets into the launch', async (lang, mapped) => {
    const { status, path } = await start().begin({ lang });
    expect(status).toBe(201);
    expect(queryOf(path).lang).toBe(mapped);
  });
});

function deferred() {
  let resolve: (() => void) | undefined;
  const promise = new Promise<void>((settle) => {
    resolve = settle;
  });
  return { promise, resolve: () => resolve?.() };
}
