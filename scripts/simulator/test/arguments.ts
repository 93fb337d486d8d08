import { types } from 'node:util';
import { inWords } from '@mini-login/platform/lists';
import { suggest } from '../contract/nearest';

/** What an argument of the test API may be: in words, and as a check. */
export interface Kind {
  readonly words: string;
  fits(value: unknown): boolean;
}

const isText = (value: unknown) => typeof value === 'string' || types.isRegExp(value);
const isNumber = (value: unknown): value is number =>
  typeof value === 'number' && Number.isFinite(value);
const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !types.isRegExp(value);

export const STRING: Kind = { words: 'a string', fits: (value) => typeof value === 'string' };
export const NAME: Kind = {
  words: 'a string that is not empty',
  fits: (value) => typeof value === 'string' && value.trim() !== '',
};
export const TEXT: Kind = { words: 'a string or a regular expression', fits: isText };
/** An empty string is part of every text, so that looking for it finds and shows nothing. */
export const PART: Kind = {
  words: 'a string that is not empty, or a regular expression',
  fits: (value) => isText(value) && value !== '',
};
export const TEXTS: Kind = {
  words: 'a string, a regular expression, or a list of them',
  fits: (value) => isText(value) || (Array.isArray(value) && value.every(isText)),
};
export const PATH: Kind = {
  words: 'a path as "pages/shop/shop", without a slash before it and without a query',
  fits: (value) =>
    types.isRegExp(value) || (typeof value === 'string' && /^[^/?\s][^?\s]*$/.test(value)),
};
export const CLASS: Kind = {
  words: 'the name of one class',
  fits: (value) => typeof value === 'string' && /^[^\s.]\S*$/.test(value),
};
export const COUNT: Kind = {
  words: 'a whole number from 0',
  fits: (value) => isNumber(value) && Number.isInteger(value) && value >= 0,
};
export const FROM_ONE: Kind = {
  words: 'a whole number from 1',
  fits: (value) => isNumber(value) && Number.isInteger(value) && value >= 1,
};
export const INTEGER: Kind = {
  words: 'a whole number',
  fits: (value) => isNumber(value) && Number.isInteger(value),
};
export const NUMBER: Kind = { words: 'a number', fits: isNumber };
export const POSITIVE: Kind = {
  words: 'a number above 0',
  fits: (value) => isNumber(value) && value > 0,
};
export const MS: Kind = {
  words: 'a number of ms from 0',
  fits: (value) => isNumber(value) && value >= 0,
};
export const FUNCTION: Kind = {
  words: 'a function',
  fits: (value) => typeof value === 'function',
};

export function oneOf(...names: readonly string[]): Kind {
  return {
    words: inWords(
      names.map((name) => `"${name}"`),
      'or',
    ),
    fits: (value) => names.some((name) => name === value),
  };
}

/** One that may be left out. */
export function optional({ words, fits }: Kind): Kind {
  return { words, fits: (value) => value === undefined || fits(value) };
}

export const FLAG = optional({
  words: 'true or false',
  fits: (value) => typeof value === 'boolean',
});
export const WAIT = { timeout: optional(MS) };

/** @param where What was called, and which of its arguments: `getByText: the text`. */
export function checkArgument(where: string, value: unknown, { words, fits }: Kind): void {
  if (!fits(value)) throw new TypeError(`${where} must be ${words}; it is ${shown(value)}`);
}

/** Each is one of these, and of its kind: what is misspelt would mean nothing. */
export function checkOptions(
  method: string,
  given: unknown,
  kinds: Readonly<Record<string, Kind>>,
): void {
  const names = Object.keys(kinds);
  if (given === undefined) return;
  if (!isObject(given))
    throw new TypeError(`${method} takes { ${names.join(', ')} }, and no ${shown(given)}`);
  for (const [name, value] of Object.entries(given)) {
    const kind = Object.hasOwn(kinds, name) ? kinds[name] : undefined;
    if (kind === undefined)
      throw new TypeError(
        `${method} has no option "${name}"${suggest(name, names)}; it takes ${inWords(names)}`,
      );
    checkArgument(`${method}: ${name}`, value, kind);
  }
}

/** Options, where a value could stand too: `{}` would be neither. */
export function isOptions(value: unknown): value is object {
  return isObject(value) && Object.keys(value).length > 0;
}

function shown(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'function') return 'a function';
  if (Array.isArray(value)) return `[${value.map(shown).join(', ')}]`;
  if (typeof value !== 'object' || value === null || types.isRegExp(value)) return String(value);
  try {
    return JSON.stringify(value);
  } catch {
    return 'an object';
  }
}
