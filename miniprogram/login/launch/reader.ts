import type { ParameterError, ReadQuery } from './query';

/**
 * Reads the parameters of a launch, each once, and keeps the first that is wrong: the launch is
 * refused by its name.
 */
export interface Reader {
  readonly error: ParameterError | null;
  refuse(parameter: string, problem: string): void;
  text(name: string): string | undefined;
  /** The value where it has the shape, null where it is missing or wrong. */
  matching(name: string, pattern: RegExp, shape: string): string | null;
  /** The value where it is one of `allowed`; `otherwise` where it is missing, or wrong. */
  oneOf<T extends string>(name: string, allowed: readonly T[], otherwise: T): T;
}

export function createReader({ values, errors }: Pick<ReadQuery, 'values' | 'errors'>): Reader {
  let [error = null]: readonly (ParameterError | null)[] = errors;
  const refuse = (parameter: string, problem: string): void => {
    error ??= { parameter, problem };
  };
  return {
    get error() {
      return error;
    },
    refuse,
    text: (name) => values.get(name),
    matching(name, pattern, shape) {
      const value = values.get(name);
      if (value === undefined) return null;
      if (pattern.test(value)) return value;
      refuse(name, `must be ${shape}`);
      return null;
    },
    oneOf(name, allowed, otherwise) {
      const value = values.get(name);
      if (value === undefined) return otherwise;
      const found = allowed.find((one) => one === value);
      if (found === undefined) refuse(name, `must be ${listed(allowed)}`);
      return found ?? otherwise;
    },
  };
}

function listed(words: readonly string[]): string {
  return [words.slice(0, -1).join(', '), words[words.length - 1]].join(' or ');
}
