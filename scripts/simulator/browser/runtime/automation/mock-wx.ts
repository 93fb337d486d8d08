import { functionFrom } from './json-values';

type Mock = { readonly result: unknown } | { readonly functionDeclaration: string; readonly args: readonly unknown[] };

/**
 * `wx` with replaceable methods. A function mock gets the call's arguments and its own extra ones, `this.origin` is what it
 * replaces; the (awaited) result of an API that takes an object goes to its success, or to fail when `errMsg` holds ":fail".
 */
export function mockable(wx: Record<string, unknown>) {
  const mocks = new Map<string, Mock>();
  const proxy = new Proxy(wx, {
    get(target, name, receiver): unknown {
      const mock = typeof name === 'string' ? mocks.get(name) : undefined;
      const origin: unknown = Reflect.get(target, name, receiver);
      return mock ? mocked(mock, origin, proxy) : origin;
    },
  });
  return {
    wx: proxy,
    mock(method: string, mock: Mock | null) {
      if (mock) mocks.set(method, mock);
      else mocks.delete(method);
    },
  };
}

function mocked(mock: Mock, origin: unknown, wx: unknown) {
  return (...args: unknown[]): unknown => {
    const value =
      'functionDeclaration' in mock
        ? functionFrom(mock.functionDeclaration, { wx }).apply({ origin }, [...args, ...mock.args])
        : mock.result;
    const options = args[0];
    if (typeof options !== 'object' || options === null || !isAsync(options)) return value;
    void Promise.resolve(value).then((result: unknown) => settle(options, result));
    return undefined;
  };
}

interface Listeners {
  success?(result: unknown): void;
  fail?(error: unknown): void;
  complete?(result: unknown): void;
}

function isAsync(options: object): options is Listeners {
  return ['success', 'fail', 'complete'].some((name) => name in options);
}

function settle(listeners: Listeners, result: unknown): void {
  const errMsg = typeof result === 'object' && result !== null && 'errMsg' in result ? String(result.errMsg) : '';
  if (errMsg.includes(':fail')) listeners.fail?.(result);
  else listeners.success?.(result);
  listeners.complete?.(result);
}
