import type { Misbehaviour } from '../../../contract/misbehaviour';
import type { LaunchRequest } from '../../../contract/phone';
import type { EnterOptions } from '../../../contract/timeline';
import { readPath } from './path';

export interface EnterContext {
  /** The program's first page. */
  readonly home: string;
  /** Of the app in front; null: this WeChat does not say it. */
  readonly appId: string | null;
  readonly query: Misbehaviour['query'];
}

/** What other SDKs, DevTools and advertisements put next to the app's own keys. */
const noise = {
  __key_: '17320000000000',
  wxa_abtest: '1',
  gdt_vid: 'wx0a1b2c3d4e5f',
  weixinadinfo: '0.wx0a1b2c3d4e5f.0.0',
};

/** What App.onLaunch and App.onShow get. */
export function enterOptions(
  request: LaunchRequest,
  { home, appId, query: sent }: EnterContext,
): EnterOptions {
  const { path: asked = '', scene = 1069, extraData } = request;
  const { path, query } = readPath(asked, home);
  const caller = request.appId === undefined ? appId : request.appId;
  return {
    path,
    query: sent === 'noisy' ? { ...query, ...noise } : query,
    scene,
    ...(scene === 1069
      ? {
          referrerInfo: {
            ...(caller === null ? {} : { appId: caller }),
            ...(extraData === undefined ? {} : { extraData }),
          },
        }
      : {}),
    apiCategory: 'default',
  };
}
