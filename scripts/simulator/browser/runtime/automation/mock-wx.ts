import type { WxMock } from '../../../contract/process';
import { takesCallbacks } from '../wx/call';

/**
 * `wx` with replaceable methods. A function mock gets the call's arguments and its own extra ones,
 * `this.origin` is what it replaces; the (awaited) result of an API that takes an object goes to
 * its success, or to fail when `errMsg` holds ":fail".
 */
export function mockable(
  wx: Record<string, unknown>,
  functionFrom: (source: string) => (...args: unknown[]) => unknown,
) {
  const mocks = new Map<string, (...args: unknown[]) => unknown>();
  const proxy = new Proxy(wx, {
    get(target, name, receiver): unknown {
      return (
        (typeof name === 'string' ? mocks.get(name) : undefined) ??
        Reflect.get(target, name, receiver)
      );
    },
  });
  const answerOf = (mock: WxMock, origin: unknown) => {
    if ('result' in mock) return () => mock.result;
    const run = functionFrom(mock.functionDeclaration);
    return (...args: unknown[]) => run.apply({ origin }, [...args, ...mock.args]);
  };
  return {
    wx: proxy,
    mock(method: string, mock: WxMock | null) {
      if (!mock) {
        mocks.delete(method);
        return;
      }
      const origin = wx[method];
      const answer = answerOf(mock, origin);
      const isAsync = typeof origin === 'function' && Reflect.get(origin, takesCallbacks) === true;
      mocks.set(method, (...args) => {
        const value = answer(...args);
        const [options] = args;
        if (hasListeners(options))
          return void Promise.resolve(value).then((result: unknown) => settle(options, result));
        return isAsync ? Promise.resolve(value).then(orReject) : value;
      });
    },
  };
}

interface Listeners {
  success?(result: unknown): void;
  fail?(error: unknown): void;
  complete?(result: unknown): void;
}

function hasListeners(options: unknown): options is Listeners {
  return (
    typeof options === 'object' &&
    options !== null &&
    ['success', 'fail', 'complete'].some((name) => name in options)
  );
}

function settle(listeners: Listeners, result: unknown): void {
  if (isFailure(result)) listeners.fail?.(result);
  else listeners.success?.(result);
  listeners.complete?.(result);
}

function orReject(result: unknown): unknown {
  return isFailure(result) ? Promise.reject(result) : result;
}

function isFailure(result: unknown): boolean {
  return (
    typeof result === 'object' &&
    result !== null &&
    'errMsg' in result &&
    String(result.errMsg).includes(':fail')
  );
}
