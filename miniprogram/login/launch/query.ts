import { isObject } from '../json';

/** A query's values as decoded strings, and the first parameter that is none: the others could be read all the same. */
export interface ReadQuery {
  readonly values: ReadonlyMap<string, string>;
  readonly error: ParameterError | null;
}

export interface ParameterError {
  readonly parameter: string;
  readonly problem: string;
}

const maxKeys = 24;
const maxValueLength = 1_024;
/** Names that mean something to JavaScript objects; no contract has them. */
const prototypeKeys: readonly string[] = ['__proto__', 'constructor', 'prototype'];

/** Decodes each value once (docs/wechat.md#query-values-arrive-still-encoded). */
export function readQuery(query: unknown): ReadQuery {
  const values = new Map<string, string>();
  if (query === undefined || query === null) return { values, error: null };
  if (!isObject(query)) return { values, error: { parameter: 'query', problem: 'is not a set of parameters' } };
  let error: ParameterError | null = null;
  const keys = Object.keys(query);
  if (keys.length > maxKeys) error = { parameter: 'query', problem: `has more than ${maxKeys} parameters` };
  for (const key of keys.slice(0, maxKeys)) {
    const value = readValue(key, query[key]);
    if (typeof value === 'string') values.set(key, value);
    else error ??= { parameter: nameable(key), problem: value.problem };
  }
  return { values, error };
}

function readValue(key: string, value: unknown): string | { readonly problem: string } {
  if (prototypeKeys.includes(key)) return { problem: 'is not a parameter' };
  if (Array.isArray(value)) return { problem: 'is given more than once' };
  if (typeof value !== 'string') return { problem: 'is not a text' };
  if (value.length > maxValueLength) return { problem: `is longer than ${maxValueLength} characters` };
  try {
    return decodeURIComponent(value);
  } catch {
    return { problem: 'cannot be percent-decoded' };
  }
}

/** A key as it may stand in a message: what looks like no name could be a value that lost its key. */
export function nameable(key: string): string {
  return /^[A-Za-z_][A-Za-z0-9_-]{0,31}$/.test(key) && !/\d{4}/.test(key) ? key : 'a parameter';
}
