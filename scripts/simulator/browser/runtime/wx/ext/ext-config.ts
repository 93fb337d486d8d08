import type { ApiFamily } from '../call';

/**
 * What a third-party platform gives a program that it uploads; there is none here, and none is an
 * empty object.
 */
export const extConfig: ApiFamily = ({ asynchronous, synchronous }) => ({
  /** https://developers.weixin.qq.com/miniprogram/dev/api/ext/wx.getExtConfigSync.html */
  getExtConfigSync: synchronous('getExtConfigSync', () => ({})),
  /** https://developers.weixin.qq.com/miniprogram/dev/api/ext/wx.getExtConfig.html */
  getExtConfig: asynchronous('getExtConfig', {
    run: () => ({ ok: true, result: { extConfig: {} } }),
  }),
});
