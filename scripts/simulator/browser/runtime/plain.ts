import { withPlainThis } from '../../contract/own-this';

/**
 * A copy that crosses JSON, for the timeline: functions, views of memory, pages, components and
 * cycles become words.
 */
export function toPlain(value: unknown, depth = 0): unknown {
  if (typeof value === 'function') return '[function]';
  if (typeof value === 'bigint' || typeof value === 'symbol') return String(value);
  if (typeof value !== 'object' || value === null) return value;
  if (depth > 8) return '[deep]';
  const tag = Object.prototype.toString.call(value).slice(8, -1);
  if (isArrayBuffer(value)) return '[ArrayBuffer]';
  if (Array.isArray(value)) return value.map((item: unknown) => toPlain(item, depth + 1));
  if (tag === 'Error') return withPlainThis(String(value));
  if (tag !== 'Object') return `[${tag}]`;
  // The whole tree of the page hangs on one, many times over: half a second for each call that is
  // given `this`.
  if ('_$' in value && 'is' in value) return `[${String(value.is)}]`;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .map(([key, item]) => [key, toPlain(item, depth + 1)]),
  );
}

/** By tag, because what the phone hands over was made in another document. */
export function isArrayBuffer(value: unknown): value is ArrayBuffer {
  return Object.prototype.toString.call(value) === '[object ArrayBuffer]';
}
