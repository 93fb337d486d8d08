import type { ApiFamily } from '../call';

export const accountInfo: ApiFamily = ({ runtime, synchronous }) => ({
  /**
   * https://developers.weixin.qq.com/miniprogram/dev/api/open-api/account-info/wx.getAccountInfoSync.html
   */
  getAccountInfoSync: synchronous('getAccountInfoSync', () => ({
    miniProgram: { appId: runtime.program.appId, envVersion: 'develop', version: '' },
    plugin: {},
  })),
});
