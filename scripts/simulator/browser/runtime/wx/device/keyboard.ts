import type { ApiFamily } from '../call';

export const keyboard: ApiFamily = ({ asynchronous }) => ({
  /** https://developers.weixin.qq.com/miniprogram/dev/api/device/keyboard/wx.hideKeyboard.html */
  hideKeyboard: asynchronous('hideKeyboard', {
    run: () => {
      const focused = document.activeElement;
      if (focused instanceof HTMLElement) focused.blur();
      return { ok: true, result: {} };
    },
  }),
});
