import { attempt } from './answer-once';

/** Restarts the program with the version that WeChat has downloaded. */
export type ApplyUpdate = () => void;

/**
 * A new version waits for the next cold start unless it is asked for
 * (docs/wechat.md#a-new-version-waits-for-a-cold-start). One that was ready before anybody asked
 * comes with the next cold start.
 * https://developers.weixin.qq.com/miniprogram/dev/api/base/update/UpdateManager.html
 */
export function watchUpdates(ready: (apply: ApplyUpdate) => void): void {
  attempt(() => {
    const updates = wx.getUpdateManager();
    updates.onUpdateReady(() => ready(() => attempt(() => updates.applyUpdate())));
  });
}
