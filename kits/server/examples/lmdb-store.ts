import type { LoginStore } from '@mini-login/server';
import { type Database, open } from 'lmdb';

interface Kept {
  readonly value: string;
  readonly endsAt: number;
}

export interface LmdbStoreOptions {
  readonly now?: () => number;
  /** Above this a tenth goes, those that end first. */
  readonly maxEntries?: number;
}

/** A store on disk, for several processes of one machine: LMDB's transactions make `add` atomic. */
export function createLmdbStore(
  path: string,
  { now = Date.now, maxEntries = 10_000 }: LmdbStoreOptions = {},
): LoginStore & {
  close(): Promise<void>;
} {
  const database: Database<Kept, string> = open({ path });
  const read = (key: string): string | null => {
    const kept = database.get(key);
    return kept !== undefined && kept.endsAt > now() ? kept.value : null;
  };
  const keep = (key: string, value: string, lifeMs: number) => {
    if (database.getCount() >= maxEntries) removeSome(database, now(), maxEntries);
    void database.put(key, { value, endsAt: now() + lifeMs });
  };
  return {
    add: (key, value, lifeMs) =>
      database.transaction(() => {
        if (read(key) !== null) return false;
        keep(key, value, lifeMs);
        return true;
      }),
    get: async (key) => read(key),
    set: (key, value, lifeMs) => database.transaction(() => keep(key, value, lifeMs)),
    remove: async (key) => {
      await database.remove(key);
    },
    close: () => database.close(),
  };
}

/** What is over, and where that is not enough, what will be first. */
function removeSome(database: Database<Kept, string>, at: number, maxEntries: number): void {
  const kept = [...database.getRange()].map(({ key, value: { endsAt } }) => ({ key, endsAt }));
  const living = kept.filter(({ endsAt }) => endsAt > at);
  const spare = living.length - Math.floor(maxEntries * 0.9);
  const first = living.sort((a, b) => a.endsAt - b.endsAt).slice(0, Math.max(spare, 0));
  for (const { key } of [...kept.filter(({ endsAt }) => endsAt <= at), ...first])
    void database.remove(key);
}
