import type { ApiFamily } from '../call';

const done = () => ({ ok: true, result: {} }) as const;

export const vibrate: ApiFamily = ({ asynchronous }) => ({
  /** https://developers.weixin.qq.com/miniprogram/dev/api/device/vibrate/wx.vibrateShort.html */
  vibrateShort: asynchronous('vibrateShort', { params: { type: 'String?' }, run: done }),
  /** https://developers.weixin.qq.com/miniprogram/dev/api/device/vibrate/wx.vibrateLong.html */
  vibrateLong: asynchronous('vibrateLong', { run: done }),
});
