import { isObject, own } from '../json';

/** Null: it cannot be used. */
type Read<T> = (value: unknown) => T | null;

/**
 * Reads an object field by field and remembers the path of each that cannot be used: its owner has
 * to learn of all of them at once.
 */
export function fieldsOf(value: unknown, wrong: string[], path = ''): Fields {
  const known: string[] = [];
  const at = (name: string) => path + name;
  const given = (name: string) => {
    known.push(name);
    return own(value, name);
  };
  const refuse = (name: string) => {
    if (!wrong.includes(at(name))) wrong.push(at(name));
  };
  const required = <T>(name: string, read: Read<T>, otherwise: T): T => {
    const found = read(given(name));
    if (found === null) refuse(name);
    return found ?? otherwise;
  };
  return {
    at,
    given,
    refuse,
    refuseOthers() {
      if (isObject(value))
        for (const name of Object.keys(value)) if (!known.includes(name)) refuse(name);
    },
    required,
    optional: (name, read, otherwise) =>
      given(name) === undefined ? otherwise : required(name, read, otherwise),
    inside(name) {
      const inner = given(name);
      if (inner !== undefined && !isObject(inner)) refuse(name);
      return fieldsOf(inner, wrong, `${at(name)}.`);
    },
    each(name, read) {
      const list: readonly unknown[] = required(
        name,
        (all) => (Array.isArray(all) && all.length > 0 && all.length <= 50 ? all : null),
        [],
      );
      return list.map((one, index) => read(fieldsOf(one, wrong, `${at(name)}.${index}.`)));
    },
  };
}

export interface Fields {
  /** The whole path of a field. */
  at(name: string): string;
  given(name: string): unknown;
  /** What is right alone and does not fit to another field. */
  refuse(name: string): void;
  /** Each that nobody has read by now: a slip must not pass for a field that is left out. */
  refuseOthers(): void;
  /** Has to be there. `otherwise` stands in for what cannot be used. */
  required<T>(name: string, read: Read<T>, otherwise: T): T;
  /** `otherwise` where it is left out. */
  optional<T>(name: string, read: Read<T>, otherwise: T): T;
  inside(name: string): Fields;
  /** A list of 1 to 50. */
  each<T>(name: string, read: (fields: Fields) => T): readonly T[];
}

export function oneOf<T extends string | boolean>(...known: readonly T[]): Read<T> {
  return (value) => known.find((one) => one === value) ?? null;
}

export function matching(pattern: RegExp): Read<string> {
  return (value) => (typeof value === 'string' && pattern.test(value) ? value : null);
}

export function orNull<T>(read: Read<T>): (value: unknown) => { readonly is: T | null } | null {
  return (value) => {
    if (value === null) return { is: null };
    const found = read(value);
    return found === null ? null : { is: found };
  };
}

/** At most `max`, each of them usable and none twice. */
export function listOf<T>(read: Read<T>, max: number): Read<readonly T[]> {
  return (value) => {
    if (!Array.isArray(value) || value.length > max) return null;
    const all = value.map((one: unknown) => read(one));
    const found = all.filter((one) => one !== null);
    const isOnce = new Set(found.map((one) => JSON.stringify(one))).size === all.length;
    return isOnce ? found : null;
  };
}

export function nonEmpty<T>([first, ...rest]: readonly T[]): readonly [T, ...T[]] | null {
  return first === undefined ? null : [first, ...rest];
}
