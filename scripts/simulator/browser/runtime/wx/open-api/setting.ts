import type { ApiFamily } from '../call';

export const setting: ApiFamily = ({ asynchronous }) => ({
  /** https://developers.weixin.qq.com/miniprogram/dev/api/open-api/authorize/wx.authorize.html */
  authorize: asynchronous('authorize', { params: { scope: 'String' } }),
  /** https://developers.weixin.qq.com/miniprogram/dev/api/open-api/setting/wx.getSetting.html */
  getSetting: asynchronous('getSetting', { params: { withSubscriptions: 'Boolean?' } }),
  /** https://developers.weixin.qq.com/miniprogram/dev/api/open-api/setting/wx.openSetting.html */
  openSetting: asynchronous('openSetting', { params: { withSubscriptions: 'Boolean?' } }),
});
