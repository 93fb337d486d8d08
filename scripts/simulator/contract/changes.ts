/**
 * What makes one JSON value out of another, as JSON: a program of megabytes in which one file was
 * edited crosses HTTP as that file. Both sides are this package's.
 */
export type Changes =
  | { readonly is: unknown }
  /** Of a text: the characters from `from` to `to` are replaced. */
  | { readonly from: number; readonly to: number; readonly text: string }
  /** Of an object. `keys`: all that it has now, in order; left out: those that it had. */
  | {
      readonly inside: Readonly<Record<string, Changes>>;
      readonly keys?: readonly string[];
    };

/** Null: nothing. Both are plain JSON. */
export function changesOf(before: unknown, after: unknown): Changes | null {
  if (before === after) return null;
  if (typeof before === 'string' && typeof after === 'string') return changesOfText(before, after);
  if (isObject(before) && isObject(after)) return changesOfObject(before, after);
  return JSON.stringify(before) === JSON.stringify(after) ? null : { is: after };
}

/** @throws Nothing: `before` is what the changes were made for, or the result means nothing. */
export function withChanges(before: unknown, changes: Changes | null): unknown {
  if (changes === null) return before;
  if ('is' in changes) return changes.is;
  if ('text' in changes) {
    const text = String(before);
    return text.slice(0, changes.from) + changes.text + text.slice(changes.to);
  }
  const old = isObject(before) ? before : {};
  const { inside, keys = Object.keys(old) } = changes;
  // A list of pairs: `__proto__` is a key like any other.
  return Object.fromEntries(
    keys.map((key) => [key, withChanges(own(old, key), own(inside, key) ?? null)]),
  );
}

function changesOfText(before: string, after: string): Changes {
  const most = Math.min(before.length, after.length);
  let from = 0;
  while (from < most && before.charCodeAt(from) === after.charCodeAt(from)) from += 1;
  let behind = 0;
  while (
    behind < most - from &&
    before.charCodeAt(before.length - 1 - behind) === after.charCodeAt(after.length - 1 - behind)
  )
    behind += 1;
  return { from, to: before.length - behind, text: after.slice(from, after.length - behind) };
}

type JsonObject = Readonly<Record<string, unknown>>;

function changesOfObject(before: JsonObject, after: JsonObject): Changes | null {
  const keys = Object.keys(after);
  const inside = keys.flatMap((key): [string, Changes][] => {
    if (!Object.hasOwn(before, key)) return [[key, { is: after[key] }]];
    const changes = changesOf(before[key], own(after, key));
    return changes === null ? [] : [[key, changes]];
  });
  const sameKeys = JSON.stringify(Object.keys(before)) === JSON.stringify(keys);
  if (inside.length === 0 && sameKeys) return null;
  return { inside: Object.fromEntries(inside), ...(sameKeys ? {} : { keys }) };
}

function own<T>(object: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
