import type { EnterOptions } from '../login/event';

/** What `App.onShow` is called with, as far as the login needs it. */
export interface ShowOptions {
  readonly path: string;
  readonly query: unknown;
  readonly scene: number;
  readonly referrerInfo?: { readonly appId?: unknown };
}

/**
 * Not `getLaunchOptionsSync`: that stays stale after a hot start
 * (docs/wechat.md#launch-options-go-stale).
 * https://developers.weixin.qq.com/miniprogram/dev/reference/api/App.html
 */
export function readEntry({ path, query, scene, referrerInfo }: ShowOptions): EnterOptions {
  const appId = referrerInfo?.appId;
  return { path, query, scene, caller: typeof appId === 'string' && appId !== '' ? appId : null };
}
