import type { AppPlatform } from '@mini-login/server';
import type { PhoneDevice } from '@mini-login/simulator/contract';

/**
 * The app's own network: on the phone, so that it is offline when the phone is, and on the
 * timeline, so that an app developer sees what the app does after the mini program is done. `fetch`
 * leads to the sandbox.
 */
export function appFetch(phone: PhoneDevice, fetch: AppPlatform['fetch']): AppPlatform['fetch'] {
  return async (url, init = {}) => {
    const started = phone.clock.now();
    const request = {
      kind: 'http',
      from: 'app',
      method: init.method ?? 'GET',
      url,
      requestHeaders: Object.fromEntries(new Headers(init.headers)),
      ...(typeof init.body === 'string' ? { requestBody: readBody(init.body) } : {}),
    } as const;
    const complete = phone.record(request);
    const ms = () => phone.clock.now() - started;
    try {
      if (phone.networkMode === 'offline') throw new TypeError('The phone is offline');
      const response = await fetch(url, init);
      const text = await response.clone().text();
      complete({ ...request, status: response.status, responseBody: readBody(text), ms: ms() });
      return response;
    } catch (error) {
      complete({
        ...request,
        error: error instanceof Error ? error.message : String(error),
        ms: ms(),
      });
      throw error;
    }
  };
}

/** JSON and forms as values, anything else as text. */
function readBody(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return /^[\w.-]+=[^\s]*$/.test(text) ? Object.fromEntries(new URLSearchParams(text)) : text;
  }
}
