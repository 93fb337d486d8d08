import type { EnterOptions } from '../login/event';

/**
 * What `App.onShow` was called with, less what the log-in does not need. Not `getLaunchOptionsSync`: that stays stale after a hot start.
 * https://developers.weixin.qq.com/miniprogram/dev/reference/api/App.html
 */
export function entryOf({ path, query, scene }: { path: string; query: unknown; scene: number }): EnterOptions {
  return { path, query, scene };
}
