import { missing } from '../../../contract/places';
import type { ApiTools, Params, WxFunction } from './call';
import { isParams } from './call';

/** Names of what gives something back at once, which a program can't go on without. */
const SYNCHRONOUS = /Sync$|^create|^get\w*(?:Manager|Context|Recorder)$/;

/**
 * Something of WeChat's that the simulator lacks: always loud on the timeline. An asynchronous one fails, as on a phone that can't
 * do it, and the handler that called it goes on; a listener is never called; only what gives something back at once throws.
 */
export function missingApi(api: string, { runtime, tell }: ApiTools): WxFunction {
  return (given?: unknown) => {
    const message = missing(`wx.${api}`, 'wx');
    runtime.host.record({ kind: 'error', message });
    if (SYNCHRONOUS.test(api)) throw new Error(message);
    if (/^o(?:n|ff)[A-Z]/.test(api)) return undefined;
    const failure: Params = { errMsg: `${api}:fail ${message}` };
    const { success, fail, complete } = isParams(given) ? given : {};
    if (!success && !fail && !complete) return Promise.reject(failure);
    runtime.host.deliver(() => {
      tell(fail, failure);
      tell(complete, failure);
    });
    return undefined;
  };
}

/** An object, as programs expect when they start; whatever is asked of it is refused by name. */
export function cloud(tools: ApiTools): unknown {
  return new Proxy(
    {},
    {
      get: (_, name) =>
        typeof name === 'string' ? (name === 'init' ? () => undefined : missingApi(`cloud.${name}`, tools)) : undefined,
    },
  );
}
