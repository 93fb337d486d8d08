import type { EnterOptions } from '../login/event';

/**
 * How the program was last entered. Not `getLaunchOptionsSync`: that one stays stale after a hot start.
 * https://developers.weixin.qq.com/miniprogram/dev/api/base/app/life-cycle/wx.getEnterOptionsSync.html
 */
export function readEntry(): EnterOptions {
  return entryOf(wx.getEnterOptionsSync());
}

export function entryOf(options: { path: string; query: unknown; scene: number }): EnterOptions {
  return { path: options.path, query: options.query, scene: options.scene };
}
