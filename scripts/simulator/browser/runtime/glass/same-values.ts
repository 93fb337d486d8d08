import type { MethodCaller } from './glass';

const being = new WeakMap<object, Set<string>>();

/**
 * While `run` sets data: which of its fields are the very objects that the caller has already.
 * exparser calls a property's observer for another value only, and compares by identity: an
 * observer that changes its list in place and sets it is not called again. Here setData copies, so
 * that it would be, for ever.
 */
export function whileSetting(
  caller: MethodCaller,
  data: Readonly<Record<string, unknown>>,
  run: () => void,
): void {
  const before = being.get(caller);
  const same = Object.keys(data).filter(
    (name) => typeof data[name] === 'object' && data[name] === caller.data[name],
  );
  being.set(caller, new Set(same));
  try {
    run();
  } finally {
    if (before) being.set(caller, before);
    else being.delete(caller);
  }
}

type Observer = (this: MethodCaller, ...args: unknown[]) => unknown;

/** The observer of a property as exparser calls it. */
export function observerOf(name: string, observer: unknown): unknown {
  if (typeof observer !== 'function' && typeof observer !== 'string') return observer;
  return function called(this: MethodCaller, ...args: unknown[]): unknown {
    if (being.get(this)?.has(name)) return undefined;
    const run: unknown = typeof observer === 'string' ? Reflect.get(this, observer) : observer;
    return typeof run === 'function' ? (run as Observer).apply(this, args) : undefined;
  };
}
