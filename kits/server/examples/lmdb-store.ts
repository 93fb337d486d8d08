import type { LoginStore } from '@mini-login/server';
import { type Database, open } from 'lmdb';

interface Kept {
  readonly value: string;
  readonly endsAt: number;
}

/**
 * A store on disk, for several processes of one machine: LMDB's transactions make `add` atomic. A
 * Redis client is shorter: `SET key value NX PX life`, `GET`, `SET PX`, `DEL`.
 */
export function createLmdbStore(
  path: string,
  now: () => number = Date.now,
): LoginStore & {
  close(): Promise<void>;
} {
  const database: Database<Kept, string> = open({ path });
  const read = (key: string): string | null => {
    const kept = database.get(key);
    return kept !== undefined && kept.endsAt > now() ? kept.value : null;
  };
  return {
    add: (key, value, lifeMs) =>
      database.transaction(() => {
        if (read(key) !== null) return false;
        removeEnded(database, now());
        void database.put(key, { value, endsAt: now() + lifeMs });
        return true;
      }),
    get: async (key) => read(key),
    set: async (key, value, lifeMs) => {
      await database.put(key, { value, endsAt: now() + lifeMs });
    },
    remove: async (key) => {
      await database.remove(key);
    },
    close: () => database.close(),
  };
}

/** What only answers of finished logins leave behind is little: a look at each is cheap. */
function removeEnded(database: Database<Kept, string>, at: number): void {
  for (const { key, value } of database.getRange())
    if (value.endsAt <= at) void database.remove(key);
}
