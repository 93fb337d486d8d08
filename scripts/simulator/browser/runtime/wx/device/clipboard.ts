import type { ApiFamily } from '../call';

export const clipboard: ApiFamily = ({ asynchronous }) => ({
  /**
   * WeChat shows its own toast.
   * https://developers.weixin.qq.com/miniprogram/dev/api/device/clipboard/wx.setClipboardData.html
   */
  setClipboardData: asynchronous('setClipboardData', { params: { data: 'String' } }),
  /**
   * https://developers.weixin.qq.com/miniprogram/dev/api/device/clipboard/wx.getClipboardData.html
   */
  getClipboardData: asynchronous('getClipboardData'),
});
