/**
 * Where the doubles keep what they know. A table is a `Map`: changes act at once, and an answer
 * that rests on them leaves the server only when `settled()` has resolved. Whoever changes an
 * object in place puts it back with `set`.
 */
export interface Store {
  /**
   * `at` gives the time of a value, in ms, where old ones are forgotten: the table then iterates
   * from old to new.
   */
  table<V>(name: string, at?: (value: V) => number): Map<string, V>;
  /**
   * Resolves when everything that was changed so far survives the end of this process, however it
   * ends.
   */
  settled(): Promise<void>;
  close(): Promise<void>;
}

/** Gone with the process. */
export function memoryStore(): Store {
  const tables = new Map<string, Map<string, never>>();
  const nothing = Promise.resolve();
  return {
    table(name) {
      const table = tables.get(name) ?? new Map<string, never>();
      tables.set(name, table);
      return table;
    },
    settled: () => nothing,
    close: () => nothing,
  };
}

/**
 * Forgets the values of a table that iterates from old to new, up to the first that is still of
 * use.
 */
export function forget<V>(table: Map<string, V>, isOver: (value: V) => boolean): void {
  for (const [key, value] of table) {
    if (!isOver(value)) return;
    table.delete(key);
  }
}
