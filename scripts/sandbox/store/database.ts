import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from 'lmdb';
import { checkDatabase } from './check';
import { lockFolder } from './lock';
import type { Store } from './store';

/** Grows when what is kept changes its shape; a folder of another version is refused. */
const VERSION = 2;

/**
 * Keeps the tables in an embedded database (LMDB) in `folder`. Everything is read at the start;
 * each change is written behind, and `settled()` waits for its commit.
 *
 * @throws when another sandbox works in the folder, one of another version did, or the file there
 * is something else or damaged.
 */
export async function openDatabase(folder: string): Promise<Store> {
  mkdirSync(folder, { recursive: true });
  const unlock = lockFolder(folder);
  const path = join(folder, 'sandbox.lmdb');
  try {
    checkDatabase(path);
  } catch (error) {
    unlock();
    throw error;
  }
  // Only now: most sandboxes keep nothing, and the library brings a binary.
  const { open } = await import('lmdb');
  const root = open<number, string>({ path, maxDbs: 64 });
  const version = root.get('version');
  if (version !== undefined && version !== VERSION) {
    await root.close();
    unlock();
    throw new Error(
      `${folder} was written by another version of the sandbox (${version}, this is ${VERSION}); use another folder.`,
    );
  }
  if (version === undefined && root.getKeysCount({ limit: 1 }) > 0) {
    await root.close();
    unlock();
    throw new Error(`${path} is another program's; use another folder.`);
  }
  // LMDB commits in order, so the last write is behind all others.
  let lastWrite: Promise<unknown> = root.put('version', VERSION);
  const onWrite = (write: Promise<unknown>) => {
    lastWrite = write;
  };
  return {
    table: <V>(name: string, at?: (value: V) => number) =>
      new KeptMap<V>(root.openDB<V, string>({ name }), onWrite, at),
    async settled() {
      await lastWrite;
    },
    async close() {
      await lastWrite;
      await root.close();
      unlock();
    },
  };
}

/** A map whose changes go to the database too. */
class KeptMap<V> extends Map<string, V> {
  readonly #database: Database<V, string>;
  readonly #onWrite: (write: Promise<unknown>) => void;

  constructor(
    database: Database<V, string>,
    onWrite: (write: Promise<unknown>) => void,
    at?: (value: V) => number,
  ) {
    super();
    this.#database = database;
    this.#onWrite = onWrite;
    const kept = [...database.getRange()];
    if (at) kept.sort((a, b) => at(a.value) - at(b.value));
    for (const { key, value } of kept) super.set(key, value);
  }

  override set(key: string, value: V): this {
    this.#onWrite(this.#database.put(key, value));
    return super.set(key, value);
  }

  override delete(key: string): boolean {
    if (!super.delete(key)) return false;
    this.#onWrite(this.#database.remove(key));
    return true;
  }

  override clear(): void {
    super.clear();
    this.#onWrite(this.#database.clearAsync());
  }
}
