import { missing } from '../../../contract/places';
import type { ApiTools, WxFunction } from './call';
import { isParams } from './call';
import { fail, refusedObject } from './refused';

/** Names of what gives a value back at once, which a program can't go on without. */
const SYNCHRONOUS = /Sync$/;
/**
 * Names of what gives an object back, at once, and of calls that have a task besides their answer.
 */
const OBJECT = /^create(?!BLE)|^get\w*(?:Manager|Context|Recorder)$/;
const TASK = /^(?:uploadFile|downloadFile|connectSocket)$/;

/**
 * Something of WeChat's that the simulator lacks: always loud on the timeline. An asynchronous one
 * fails, as on a phone that can't do it, and the handler that called it goes on; a listener is
 * never called; of an object the methods are refused in turn; only what gives a value back at once
 * throws.
 */
export function missingApi(api: string, tools: ApiTools): WxFunction {
  const report = () =>
    tools.runtime.host.record({ kind: 'error', message: missing(`wx.${api}`, 'wx') });
  if (SYNCHRONOUS.test(api))
    return () => {
      report();
      throw new Error(missing(`wx.${api}`, 'wx'));
    };
  if (/^o(?:n|ff)[A-Z]/.test(api)) return () => void report();
  if (OBJECT.test(api))
    return () => {
      report();
      return refusedObject(api, tools);
    };
  return (given?: unknown) => {
    const failure = fail(api, api, given, tools);
    if (TASK.test(api)) return refusedObject(`${api}()`, tools);
    return isParams(given) && (given.success || given.fail || given.complete)
      ? undefined
      : Promise.reject(failure);
  };
}

/**
 * wx.cloud is an object, as programs expect when they start; whatever is asked of it is refused by
 * name.
 */
export function cloud(tools: ApiTools): unknown {
  return refusedObject('cloud', tools, { init: () => undefined });
}
