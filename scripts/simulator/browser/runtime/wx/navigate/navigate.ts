import type { ApiFamily } from '../call';

export const navigate: ApiFamily = ({ asynchronous }) => ({
  /**
   * Not in WeChat's documentation; the OpenSDK's handlers name it as the source of `extMsg`
   * (docs/wechat.md#navigatebackapplication-is-not-documented).
   * `ok` says that WeChat was asked, not that the app came to the front.
   */
  navigateBackApplication: asynchronous('navigateBackApplication', {
    params: { extraData: 'Any?' },
  }),

  /**
   * https://developers.weixin.qq.com/miniprogram/dev/api/navigate/wx.navigateToMiniProgram.html
   */
  navigateToMiniProgram: asynchronous('navigateToMiniProgram', {
    params: {
      appId: 'String?',
      path: 'String?',
      extraData: 'Object?',
      envVersion: 'String?',
      shortLink: 'String?',
      noRelaunchIfPathUnchanged: 'Boolean?',
    },
  }),

  /** https://developers.weixin.qq.com/miniprogram/dev/api/navigate/wx.exitMiniProgram.html */
  exitMiniProgram: asynchronous('exitMiniProgram'),
});
