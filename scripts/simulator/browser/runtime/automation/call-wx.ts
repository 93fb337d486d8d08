import { toJson } from './json-values';

/**
 * An asynchronous API answers with what `success` gets, or throws what `fail` gets; a synchronous
 * one with its value.
 */
export function callWx(
  wx: Record<string, unknown>,
  method: string,
  args: readonly unknown[],
): Promise<unknown> {
  const api = wx[method];
  if (typeof api !== 'function') return Promise.reject(new Error(`wx.${method} is not a function`));
  const [first, ...rest] = args;
  const takesOptions =
    !method.endsWith('Sync') &&
    (first === undefined || (typeof first === 'object' && first !== null));
  return new Promise((resolve, reject) => {
    const listeners = {
      success: (result: unknown) => resolve(toJson(result)),
      fail: (error: unknown) => reject(new Error(errMsgOf(error))),
    };
    try {
      const result: unknown = takesOptions
        ? api({ ...first, ...listeners }, ...rest)
        : api(...args);
      if (!takesOptions || result !== undefined)
        Promise.resolve(result).then((value: unknown) => resolve(toJson(value)), reject);
    } catch (error) {
      reject(error instanceof Error ? error : new Error(String(error)));
    }
  });
}

function errMsgOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'errMsg' in error
    ? String(error.errMsg)
    : String(error);
}
