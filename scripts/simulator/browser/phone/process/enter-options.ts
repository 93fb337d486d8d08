import type { LaunchRequest } from '../../../contract/phone';
import type { EnterOptions } from '../../../contract/timeline';
import { readPath } from './path';

/** What App.onLaunch and App.onShow get. `home`: the program's first page; `appId`: of the app in front. */
export function enterOptions(request: LaunchRequest, home: string, appId: string): EnterOptions {
  const { path = '', scene = 1069, extraData } = request;
  return {
    ...readPath(path, home),
    scene,
    ...(scene === 1069
      ? { referrerInfo: { appId: request.appId ?? appId, ...(extraData === undefined ? {} : { extraData }) } }
      : {}),
    apiCategory: 'default',
  };
}
