import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { createBackend, createMemoryStore, type LoginStore } from '@mini-login/server';
import { expressApp } from '../../../kits/server/examples/express';
import { fastifyApp } from '../../../kits/server/examples/fastify';
import { honoApp } from '../../../kits/server/examples/hono';
import { createLmdbStore } from '../../../kits/server/examples/lmdb-store';
import { createLoginHandler } from '../../../kits/server/examples/login';
import { createRedisStore, type RedisClient } from '../../../kits/server/examples/redis-store';
import { useBench } from '../../sandbox/helpers';
import { platformOf, play, registrationOf } from './program';

const secret = 'a secret of this test, that is long enough';
const bench = useBench();
let close: () => unknown = () => undefined;
afterEach(async () => {
  await close();
});

const login = () =>
  createBackend({
    registration: registrationOf(bench),
    platform: platformOf(bench),
    contract: 'sealed',
    secret,
    startSession: ({ who }) => Promise.resolve({ name: who.name }),
  });

/** Each serves the handler on a port of its own, as its README says. */
const servers: readonly (readonly [string, () => Promise<number>])[] = [
  [
    'Hono',
    async () => {
      const server = serve({ fetch: honoApp(login()).fetch, hostname: '127.0.0.1', port: 0 });
      close = () => server.close();
      await new Promise<void>((resolve) => void server.once('listening', resolve));
      return portOf(server.address());
    },
  ],
  [
    'Express',
    async () => {
      const server = expressApp(login()).listen(0, '127.0.0.1');
      close = () => server.close();
      await new Promise<void>((resolve) => void server.once('listening', resolve));
      return portOf(server.address());
    },
  ],
  [
    'Fastify',
    async () => {
      const app = fastifyApp(login());
      close = () => app.close();
      await app.listen({ port: 0, host: '127.0.0.1' });
      return portOf(app.server.address());
    },
  ],
];

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return address.port;
}

describe.each(servers)('%s', (_name, start) => {
  test('signs a person in, and refuses what is none', async () => {
    const url = `http://127.0.0.1:${await start()}/wechat-login`;
    const post = async (path: string, body: unknown, type = 'application/json') => {
      const response = await fetch(`${url}${path}`, {
        method: 'POST',
        headers: { 'content-type': type },
        body: JSON.stringify(body),
      });
      return { status: response.status, ...(await response.json()) };
    };
    const begun = await post('', { lang: 'zh-Hant-TW' });
    expect(begun).toMatchObject({ status: 201, expires_in: 600 });
    const by = 'WXLaunchMiniProgram.Resp';
    expect(await post(`/${begun.id}/answer`, { by, text: '{}' })).toMatchObject({
      status: 401,
      error: { code: 'state_mismatch', pending: true },
    });
    const text = await play(bench, begun.path);
    expect(await post(`/${begun.id}/answer`, { by, text })).toEqual({ status: 200, name: '陈宇' });
    expect(await post('', {}, 'text/plain')).toMatchObject({ status: 415 });
    expect((await fetch(url)).status).toBe(405);
    expect((await fetch(`${url}/x/y/z`)).status).toBe(404);
  });
});

test('Next.js: the route handler answers', async () => {
  process.env.LOGIN_SECRET = secret;
  try {
    const { POST } = await import(
      '../../../kits/server/examples/next/app/wechat-login/[[...path]]/route'
    );
    const response = await POST(
      new Request('http://127.0.0.1:3000/wechat-login', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{}',
      }),
    );
    expect(response.status).toBe(201);
  } finally {
    delete process.env.LOGIN_SECRET;
  }
});

test('without a secret no server starts', () => {
  expect(() => createLoginHandler({})).toThrow(/openssl rand/);
});

/** Redis' four commands, as its documentation describes them. */
function modelRedis(now: () => number): RedisClient {
  const kept = new Map<string, { readonly value: string; readonly endsAt: number }>();
  const read = (key: string) => {
    const entry = kept.get(key);
    return entry !== undefined && entry.endsAt > now() ? entry.value : null;
  };
  return {
    async set(key, value, { NX, PX }) {
      if (!Number.isInteger(PX) || PX < 1) throw new Error('ERR invalid expire time');
      if (NX && read(key) !== null) return null;
      kept.set(key, { value, endsAt: now() + PX });
      return 'OK';
    },
    get: async (key) => read(key),
    del: async (key) => Number(kept.delete(key)),
  };
}

describe.each(['memory', 'LMDB', 'Redis'] as const)('the store in %s', (kind) => {
  let now = 1_000_000;
  let folder: string | null = null;
  let store: LoginStore;
  beforeAll(() => {
    if (kind === 'memory') {
      store = createMemoryStore({ now: () => now });
      return;
    }
    if (kind === 'Redis') {
      store = createRedisStore(modelRedis(() => now));
      return;
    }
    folder = mkdtempSync(join(tmpdir(), 'mini-login-'));
    store = createLmdbStore(join(folder, 'logins'), { now: () => now, maxEntries: 100 });
  });
  afterAll(async () => {
    if (folder === null) return;
    if ('close' in store && typeof store.close === 'function') await store.close();
    rmSync(folder, { recursive: true });
  });

  test('adds once, replaces, forgets when the time is over, and removes', async () => {
    const both = await Promise.all([store.add('a', '1', 1_000), store.add('a', '2', 1_000)]);
    expect(both.sort()).toEqual([false, true]);
    await store.set('a', '3', 1_000);
    expect(await store.get('a')).toBe('3');
    now += 1_000;
    expect(await store.get('a')).toBeNull();
    expect(await store.add('a', '4', 1_000)).toBe(true);
    await store.remove('a');
    expect(await store.get('a')).toBeNull();
  });

  test('starts one session for two servers', async () => {
    // The bench has a clock of its own, and this store a real one.
    now = bench.clock.now();
    const server = () =>
      createBackend({
        registration: registrationOf(bench),
        platform: platformOf(bench),
        contract: 'sealed',
        secret,
        store,
        startSession: ({ who }) => Promise.resolve({ name: who.name, at: ++sessions }),
      });
    let sessions = 0;
    const post = async (to: ReturnType<typeof server>, path: string, body: unknown) => {
      const headers = { 'content-type': 'application/json' };
      const init = { method: 'POST', headers, body: JSON.stringify(body) };
      const response = await to(new Request(`http://127.0.0.1/wechat-login${path}`, init));
      return { status: response.status, ...(await response.json()) };
    };
    const [one, two] = [server(), server()];
    const { id, path } = await post(one, '', {});
    const answer = { by: 'WXLaunchMiniProgram.Resp', text: await play(bench, path) };
    const outcome = { status: 200, name: '陈宇', at: 1 };
    expect(await post(two, `/${id}/answer`, answer)).toEqual(outcome);
    expect(await post(one, `/${id}/answer`, answer)).toEqual(outcome);
  });

  test('does not grow without end', async () => {
    if (kind === 'Redis') return;
    for (let count = 0; count < 300; count += 1)
      await store.add(`key ${count}`, 'value', count === 0 ? 100_000 : 1_000 + count);
    expect(await store.get('key 0')).toBe('value');
    expect(await store.get('key 299')).toBe('value');
    if (kind === 'LMDB') expect(await store.get('key 1')).toBeNull();
  });
});

test('the store in memory has a limit, and what ends first goes first', async () => {
  const store = createMemoryStore({ maxEntries: 100, now: () => 0 });
  for (let count = 0; count < 1_000; count += 1)
    await store.add(`key ${count}`, 'value', count === 0 ? 10_000 : 1_000 + count);
  expect(await store.get('key 0')).toBe('value');
  expect(await store.get('key 1')).toBeNull();
  expect(await store.get('key 999')).toBe('value');
});
