import { isObject, own } from '../json';

/**
 * A query's values as decoded strings, the known parameters that are none, and the names of what
 * others have put in.
 */
export interface ReadQuery {
  readonly values: ReadonlyMap<string, string>;
  readonly errors: readonly ParameterError[];
  /** Not ours: ignored, and told to the developer by name. */
  readonly ignored: readonly string[];
}

export interface ParameterError {
  readonly parameter: string;
  readonly problem: string;
}

const maxIgnored = 24;
const maxValueLength = 1_024;

/**
 * Decodes each value of `known` once (docs/wechat.md#query-values-arrive-still-encoded). Other keys
 * never refuse a login: other SDKs and DevTools add theirs
 * (docs/wechat.md#others-write-into-the-query-too). Nor does a `lang`: one that cannot be read is
 * none.
 */
export function readQuery(query: unknown, known: readonly string[]): ReadQuery {
  const values = new Map<string, string>();
  if (query === undefined || query === null) return { values, errors: [], ignored: [] };
  if (!isObject(query))
    return {
      values,
      errors: [{ parameter: 'query', problem: 'is not a set of parameters' }],
      ignored: [],
    };
  const errors: ParameterError[] = [];
  for (const parameter of known) {
    const given = own(query, parameter);
    if (given === undefined) continue;
    const value = readValue(given);
    if (typeof value === 'string') values.set(parameter, value);
    else if (parameter !== 'lang') errors.push({ parameter, ...value });
  }
  const ignored = Object.keys(query).filter((key) => !known.includes(key));
  return { values, errors, ignored: ignored.slice(0, maxIgnored).map(nameable) };
}

function readValue(value: unknown): string | { readonly problem: string } {
  if (Array.isArray(value)) return { problem: 'is given more than once' };
  if (typeof value !== 'string') return { problem: 'is not a text' };
  if (value.length > maxValueLength)
    return { problem: `is longer than ${maxValueLength} characters` };
  try {
    return decodeURIComponent(value);
  } catch {
    return { problem: 'cannot be percent-decoded' };
  }
}

/** A key as it may be told: what looks like no name could be a value that lost its key. */
function nameable(key: string): string {
  return /^[A-Za-z_][A-Za-z0-9_-]{0,31}$/.test(key) && !/\d{4}/.test(key) ? key : 'a parameter';
}
