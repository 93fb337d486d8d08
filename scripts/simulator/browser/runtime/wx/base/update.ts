import type { ApiFamily } from '../call';

export const update: ApiFamily = ({ synchronous, guarded }) => ({
  /**
   * The phone always has the newest version, so only `onCheckForUpdate` answers.
   * https://developers.weixin.qq.com/miniprogram/dev/api/base/update/wx.getUpdateManager.html
   */
  getUpdateManager: synchronous('getUpdateManager', () => ({
    onCheckForUpdate(listener: (result: { hasUpdate: boolean }) => void) {
      queueMicrotask(() => guarded(() => listener({ hasUpdate: false })));
    },
    onUpdateReady: () => undefined,
    onUpdateFailed: () => undefined,
    applyUpdate() {
      throw new Error('applyUpdate:fail update is not ready');
    },
  })),
});
