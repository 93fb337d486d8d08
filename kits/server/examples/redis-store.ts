import type { LoginStore } from '@mini-login/server';

/** What is used of node-redis (`createClient` of the package `redis`, version 4 or newer). */
export interface RedisClient {
  set(key: string, value: string, options: { PX: number; NX?: true }): Promise<unknown>;
  get(key: string): Promise<string | null>;
  del(key: string): Promise<unknown>;
}

/**
 * One store for any number of servers. Redis ends what is over by itself; give it a `maxmemory` and
 * the policy `volatile-ttl`, so that a full one drops what ends first.
 */
export function createRedisStore(client: RedisClient): LoginStore {
  /** Redis takes whole milliseconds, from 1 on. */
  const life = (ms: number) => Math.max(1, Math.ceil(ms));
  return {
    // One command: of two servers one gets null.
    add: async (key, value, lifeMs) =>
      (await client.set(key, value, { NX: true, PX: life(lifeMs) })) !== null,
    get: (key) => client.get(key),
    set: async (key, value, lifeMs) => {
      await client.set(key, value, { PX: life(lifeMs) });
    },
    remove: async (key) => {
      await client.del(key);
    },
  };
}
