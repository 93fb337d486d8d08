import { glassEasel } from 'glass-easel-miniprogram-adapter';

/**
 * A function's source, compiled by `compile`; a method's (`name(a) {}`) needs the word `function`.
 */
export function functionFrom(
  source: string,
  compile: (expression: string) => unknown,
): (...args: unknown[]) => unknown {
  const made =
    compiled(source, compile) ?? compiled(source.replace(/^(async\s+)?/, '$1function '), compile);
  if (typeof made !== 'function') throw new Error(`this is no function: ${source.slice(0, 200)}`);
  // Anything may be called with anything.
  return made as (...args: unknown[]) => unknown;
}

function compiled(source: string, compile: (expression: string) => unknown): unknown {
  try {
    return compile(source);
  } catch {
    return undefined;
  }
}

/** More than any answer needs. */
const mostValues = 1_000_000;

/**
 * What crosses to Node: JSON, without functions and cycles. The browser's own objects become a
 * word: each knows its whole document.
 *
 * @throws for what is too large to be meant.
 */
export function toJson(value: unknown): unknown {
  if (value === undefined) return undefined;
  const above: unknown[] = [];
  let left = mostValues;
  const text = JSON.stringify(value, function replace(this: unknown, _key, each: unknown) {
    left -= 1;
    if (left < 0)
      throw new Error(`the answer holds more than ${mostValues} values: ask for a part of it`);
    if (typeof each === 'function') return undefined;
    // A page and a component hold the framework's own side of them.
    if (each instanceof glassEasel.Element) return undefined;
    if (each instanceof EventTarget) return Object.prototype.toString.call(each);
    if (typeof each !== 'object' || each === null) return each;
    while (above.length > 0 && above.at(-1) !== this) above.pop();
    if (above.includes(each)) return '[Circular]';
    above.push(each);
    return each;
  });
  return text === undefined ? undefined : (JSON.parse(text) as unknown);
}

/** `a.b[0].c` */
export function valueAt(data: unknown, path: string | undefined): unknown {
  if (path === undefined || path === '') return data;
  return path
    .replace(/\[(\d+)\]/g, '.$1')
    .split('.')
    .reduce<unknown>(
      (value, key) =>
        typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined,
      data,
    );
}
