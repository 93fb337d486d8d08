/**
 * Where a server keeps which answers it has taken, and what it gave for them: strings by key, each
 * for a time. One Redis-like store serves several servers.
 *
 * Nothing is kept for a login that has only begun, so whoever begins many fills nothing.
 */
export interface LoginStore {
  /** Keeps `value` unless there is one already. Atomic: of two at a time one gets false. */
  add(key: string, value: string, lifeMs: number): Promise<boolean>;
  get(key: string): Promise<string | null>;
  /** Keeps `value` in place of what was there. */
  set(key: string, value: string, lifeMs: number): Promise<void>;
  remove(key: string): Promise<void>;
}

export interface MemoryStoreOptions {
  /** Above this the ones that end first go, whether or not their time is over. */
  readonly maxEntries?: number;
  readonly now?: () => number;
}

/** For one server process; what it holds ends with the process. */
export function createMemoryStore({
  maxEntries = 10_000,
  now = Date.now,
}: MemoryStoreOptions = {}): LoginStore {
  const entries = new Map<string, { readonly value: string; readonly endsAt: number }>();

  const read = (key: string): string | null => {
    const entry = entries.get(key);
    if (entry === undefined) return null;
    if (entry.endsAt > now()) return entry.value;
    entries.delete(key);
    return null;
  };

  const keep = (key: string, value: string, lifeMs: number): void => {
    entries.delete(key);
    entries.set(key, { value, endsAt: now() + lifeMs });
    if (entries.size > maxEntries) removeSome();
  };

  /** A tenth at a time, so that a full store does not look through all of it for each entry. */
  const removeSome = (): void => {
    const at = now();
    for (const [key, { endsAt }] of entries) if (endsAt <= at) entries.delete(key);
    if (entries.size <= maxEntries) return;
    const byEnd = [...entries].sort(([, a], [, b]) => a.endsAt - b.endsAt);
    for (const [key] of byEnd.slice(0, Math.ceil(maxEntries / 10))) entries.delete(key);
  };

  return {
    async add(key, value, lifeMs) {
      if (read(key) !== null) return false;
      keep(key, value, lifeMs);
      return true;
    },
    get: async (key) => read(key),
    set: async (key, value, lifeMs) => keep(key, value, lifeMs),
    remove: async (key) => void entries.delete(key),
  };
}
