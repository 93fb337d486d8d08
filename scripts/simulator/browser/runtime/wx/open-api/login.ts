import type { ApiFamily } from '../call';

export const login: ApiFamily = ({ asynchronous }) => ({
  /**
   * `{code}`: 5 minutes, once.
   * https://developers.weixin.qq.com/miniprogram/dev/api/open-api/login/wx.login.html
   */
  login: asynchronous('login', { params: { timeout: 'Number?' } }),
  /** https://developers.weixin.qq.com/miniprogram/dev/api/open-api/login/wx.checkSession.html */
  checkSession: asynchronous('checkSession'),
});
