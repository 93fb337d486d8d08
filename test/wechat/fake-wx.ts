import { afterEach } from '@jest/globals';

type Callbacks = { success?: (result: unknown) => void; fail?: (error: unknown) => void };

/** What the test calls when WeChat is to answer. */
export interface PendingCall {
  readonly options: Readonly<Record<string, unknown>>;
  succeed(result?: unknown): void;
  fail(error: { errMsg: string; errno?: number }): void;
}

/**
 * Sets `wx` for one test: only the named functions, as an older client has only
 * some.
 */
export function installWx(functions: Readonly<Record<string, unknown>>): void {
  Object.assign(globalThis, { wx: functions });
}

/** A `wx` function in callback style that keeps its calls until the test answers them. */
export function pending(): {
  readonly calls: PendingCall[];
  readonly call: (options: Callbacks) => void;
} {
  const calls: PendingCall[] = [];
  return {
    calls,
    call: (options) => {
      calls.push({
        options: { ...options },
        succeed: (result) => options.success?.(result),
        fail: (error) => options.fail?.(error),
      });
    },
  };
}

/**
 * Jest gives each module a `require` of its own, and none of them `async`: a test reaches that of
 * another module only by what all of them inherit.
 */
const allRequires: object = Object.getPrototypeOf(require);

/** How WeChat loads subpackages, for one test; without, it can't, as an old base library. */
export function installAsyncRequire(load: (path: string) => Promise<unknown>): void {
  Object.defineProperty(allRequires, 'async', { configurable: true, value: load });
}

export function removeAsyncRequire(): void {
  Reflect.deleteProperty(allRequires, 'async');
}

afterEach(() => {
  Reflect.deleteProperty(globalThis, 'wx');
  removeAsyncRequire();
});
