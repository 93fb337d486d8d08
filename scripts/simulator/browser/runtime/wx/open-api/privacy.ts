import type { ApiFamily } from '../call';

export const privacy: ApiFamily = ({ asynchronous, listeners, service, guarded }) => ({
  /**
   * `{needAuthorization, privacyContractName}`.
   * https://developers.weixin.qq.com/miniprogram/dev/api/open-api/privacy/wx.getPrivacySetting.html
   */
  getPrivacySetting: asynchronous('getPrivacySetting'),
  /**
   * https://developers.weixin.qq.com/miniprogram/dev/api/open-api/privacy/wx.openPrivacyContract.html
   */
  openPrivacyContract: asynchronous('openPrivacyContract'),
  /**
   * Settles when the person has answered.
   * https://developers.weixin.qq.com/miniprogram/dev/api/open-api/privacy/wx.requirePrivacyAuthorize.html
   */
  requirePrivacyAuthorize: asynchronous('requirePrivacyAuthorize'),
  /**
   * The last registration wins; once registered, WeChat shows no sheet of its own and `resolve`
   * must be called.
   * https://developers.weixin.qq.com/miniprogram/dev/api/open-api/privacy/wx.onNeedPrivacyAuthorization.html
   */
  onNeedPrivacyAuthorization: (given: unknown) =>
    listeners('onNeedPrivacyAuthorization', (listener) => {
      const guardedListener = (...args: unknown[]) => guarded(() => void listener?.(...args));
      void service('onNeedPrivacyAuthorization', { listener: listener && guardedListener });
    })(given),
});
