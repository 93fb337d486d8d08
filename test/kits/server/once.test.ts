import { expect, test } from '@jest/globals';
import { createBackend, createMemoryStore, type LoginStore } from '@mini-login/server';
import { clientOf, resultOf, sessionOf, startModel } from './genauth-model';

/** One session for a login, and the same outcome for the same text, whatever happens around it. */
async function begun(change: Parameters<typeof startModel>[0] = {}) {
  const server = await startModel(change);
  const { id, state } = await server.begin();
  return { ...server, id, state, text: resultOf(state, sessionOf(await server.idToken())) };
}

test('a reply that was lost in the last second still comes, after the end', async () => {
  const { answer, clock, id, text, model } = await begun();
  clock.now += 599_000;
  expect(await answer(id, text)).toMatchObject({ status: 200, body: { session: 1 } });
  clock.now += 15_000;
  expect(await answer(id, text)).toMatchObject({ status: 200, body: { session: 1 } });
  expect(await answer(id, `${text} `)).toMatchObject({ body: { error: { code: 'too_late' } } });
  expect(model.sessions).toBe(1);
});

test('a store that fails after the session has begun costs no second one', async () => {
  const memory = createMemoryStore();
  let broken = false;
  const store: LoginStore = {
    ...memory,
    set: (...entry) => (broken ? Promise.reject(new Error('no disk')) : memory.set(...entry)),
  };
  let sessions = 0;
  const startSession = async () => {
    sessions += 1;
    broken = true;
    return { session: sessions };
  };
  const { answer, id, text, errors } = await begun({ store, startSession });
  expect(await answer(id, text)).toMatchObject({ status: 200, body: { session: 1 } });
  expect(errors).toEqual([new Error('no disk')]);
  broken = false;
  expect(await answer(id, text)).toMatchObject({ status: 503, body: { error: { code: 'busy' } } });
  expect(sessions).toBe(1);
});

test('a session that takes minutes to start is started by one server alone', async () => {
  let release: (value: Record<string, unknown>) => void = () => undefined;
  let started: () => void = () => undefined;
  const isStarted = new Promise<void>((resolve) => {
    started = resolve;
  });
  let sessions = 0;
  const startSession = () => {
    sessions += 1;
    started();
    return new Promise<Record<string, unknown>>((resolve) => {
      release = resolve;
    });
  };
  const { answer, id, text, clock, options } = await begun({ startSession });
  const first = answer(id, text);
  await isStarted;
  const other = clientOf(createBackend(options));
  for (let minute = 0; minute < 5; minute += 1) {
    clock.now += 60_000;
    expect(await other.answer(id, text)).toMatchObject({ status: 503 });
  }
  release({ session: 1 });
  expect(await first).toMatchObject({ status: 200, body: { session: 1 } });
  expect(await other.answer(id, text)).toMatchObject({ status: 200, body: { session: 1 } });
  expect(sessions).toBe(1);
});

test('a server whose verification took longer than its claim starts nothing', async () => {
  const slow = await begun();
  const { fetch } = slow.options.platform ?? {};
  let release: () => void = () => undefined;
  let asked: () => void = () => undefined;
  const isAsked = new Promise<void>((resolve) => {
    asked = resolve;
  });
  const stuck = clientOf(
    createBackend({
      ...slow.options,
      platform: {
        now: () => slow.clock.now,
        fetch: async (url, init) => {
          asked();
          await new Promise<void>((resolve) => {
            release = resolve;
          });
          release = () => undefined;
          if (fetch === undefined) throw new Error('no model');
          return fetch(url, init);
        },
      },
    }),
  );
  const first = stuck.answer(slow.id, slow.text);
  await isAsked;
  slow.clock.now += 60_001;
  expect(await slow.answer(slow.id, slow.text)).toMatchObject({ status: 200 });
  const settled = first.then((answer) => answer.status);
  let status: number | null = null;
  void settled.then((got) => {
    status = got;
  });
  while (status === null) {
    release();
    await new Promise((resolve) => setImmediate(resolve));
  }
  expect(status).toBe(503);
  expect(slow.model.sessions).toBe(1);
});

test.each<[string, () => unknown]>([
  ['undefined', () => undefined],
  ['null', () => null],
  ['a list', () => []],
  ['a text', () => 'session'],
  ['a BigInt', () => ({ session: 1n })],
  ['a circle', () => Object.assign({}, { session: globalThis })],
])('startSession that returns %s is told to the log, and is called once', async (_name, made) => {
  let sessions = 0;
  // What a program without types may do.
  const startSession = async (): Promise<Record<string, unknown>> => {
    sessions += 1;
    const value: unknown = made();
    return value as Record<string, unknown>;
  };
  const { answer, id, text, errors } = await begun({ startSession });
  for (let times = 0; times < 3; times += 1)
    expect(await answer(id, text)).toMatchObject({
      status: 401,
      body: { error: { code: 'server', pending: false } },
    });
  expect(sessions).toBe(1);
  expect(errors).toEqual([expect.any(TypeError)]);
});

test('a session of a megabyte is given again', async () => {
  const startSession = async () => ({ large: 'x'.repeat(1_000_000) });
  const { answer, id, text } = await begun({ startSession });
  const first = await answer(id, text);
  expect(first.status).toBe(200);
  expect(await answer(id, text)).toEqual({ ...first, headers: expect.anything() });
});

test('ten thousand strangers who end their own logins cost neither memory nor a session', async () => {
  const kept = new Map<string, string>();
  const memory = createMemoryStore();
  const store: LoginStore = {
    ...memory,
    set: (key, value, lifeMs) => {
      kept.set(key, value);
      return memory.set(key, value, lifeMs);
    },
  };
  const { answer, begin, id, text, model, clock } = await begun({ store });
  expect(await answer(id, text)).toMatchObject({ status: 200 });
  clock.now += 300_000;
  const long = { code: 'server', message: 'x'.repeat(90_000), requestId: 'y'.repeat(9_000) };
  const stranger = await begin();
  const error = { v: 1, state: stranger.state, status: 'error', error: long };
  expect(await answer(stranger.id, JSON.stringify(error))).toMatchObject({ status: 401 });
  for (const value of kept.values()) expect(value.length).toBeLessThan(2_000);
  // As many as they like: what they fill is what ends first.
  for (let count = 0; count < 10_000; count += 1)
    await memory.set(`stranger ${count}`, 'failure', 600_000);
  expect(await answer(id, text)).toMatchObject({ status: 200, body: { session: 1 } });
  expect(model.sessions).toBe(1);
});
