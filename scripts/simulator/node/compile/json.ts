import { missing } from '../../contract/places';
import type { CompileError } from '../../contract/program';

export type JsonObject = Readonly<Record<string, unknown>>;

export type JsonReading = { readonly value: JsonObject; readonly errors: readonly CompileError[] };

/**
 * Reads one object. A broken text gives {} and an error with its line; a missing one is the
 * caller's business.
 */
export function readJson(text: string, file: string): JsonReading {
  try {
    const value: unknown = JSON.parse(text);
    if (isObject(value)) return { value, errors: [] };
    return { value: {}, errors: [{ kind: 'json', file, line: 1, message: 'expected an object' }] };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return {
      value: {},
      errors: [{ kind: 'json', file, ...positionAt(text, offsetIn(message, text)), message }],
    };
  }
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isString(value: unknown): value is string {
  return typeof value === 'string';
}

/**
 * A warning for each key outside `known`, at its line: WeChat ignores it. `what` names the file's
 * kind: "app.json", "a page's JSON".
 */
export function warnOfUnknownKeys(
  value: JsonObject,
  known: ReadonlySet<string>,
  text: string,
  file: string,
  what: string,
): CompileError[] {
  return Object.keys(value)
    .filter((key) => !known.has(key))
    .map((key) => ({
      level: 'warning',
      kind: 'json',
      file,
      ...lineOfKey(text, key),
      message: missing(`The key "${key}" of ${what}`, 'jsonKey'),
    }));
}

function lineOfKey(text: string, key: string): { line?: number } {
  return lineOf(text, JSON.stringify(key));
}

export function lineOf(text: string, part: string): { line?: number } {
  const offset = text.indexOf(part);
  return offset < 0 ? {} : { line: positionAt(text, offset).line };
}

/** 1-based. */
export function positionAt(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** V8 words it as "... at position 23"; a text that ends too early has no position. */
function offsetIn(message: string, text: string): number {
  const found = /position (\d+)/.exec(message)?.[1];
  return found === undefined ? text.trimEnd().length : Number(found);
}
