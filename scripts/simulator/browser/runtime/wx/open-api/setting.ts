import type { ApiFamily } from '../call';

/** The program asks for no scope, so the settings page is empty. */
const nothing = { authSetting: {}, subscriptionsSetting: { mainSwitch: false, itemSettings: {} } };

export const setting: ApiFamily = ({ asynchronous }) => ({
  /** https://developers.weixin.qq.com/miniprogram/dev/api/open-api/setting/wx.getSetting.html */
  getSetting: asynchronous('getSetting', {
    params: { withSubscriptions: 'Boolean?' },
    run: () => ({ ok: true, result: nothing }),
  }),
  /** https://developers.weixin.qq.com/miniprogram/dev/api/open-api/setting/wx.openSetting.html */
  openSetting: asynchronous('openSetting', {
    params: { withSubscriptions: 'Boolean?' },
    tapOnly: true,
    run: () => ({ ok: true, result: nothing }),
  }),
});
