/**
 * A copy whose objects are this document's own. The program's objects hold its whole document in
 * memory for as long as anybody holds them, and the timeline outlives every process. What is no
 * plain value becomes a word.
 */
export function copyHere<T>(value: T): T {
  return copy(value, new Set()) as T;
}

function copy(value: unknown, above: ReadonlySet<unknown>): unknown {
  if (typeof value === 'function') return '[function]';
  if (typeof value === 'symbol' || typeof value === 'bigint') return String(value);
  if (typeof value !== 'object' || value === null) return value;
  if (above.has(value)) return '[circular]';
  const within = new Set(above).add(value);
  // Its own `map` would make a list of its own document.
  if (Array.isArray(value)) return Array.from(value, (item: unknown) => copy(item, within));
  // By tag, because a class of another document is not this one's.
  const tag = Object.prototype.toString.call(value).slice(8, -1);
  if (tag !== 'Object') return tag === 'Error' ? String(value) : `[${tag}]`;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, copy(item, within)]));
}
