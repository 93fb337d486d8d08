import { attempt } from './answer-once';

/**
 * WeChat shows its own toast when the text was copied.
 * https://developers.weixin.qq.com/miniprogram/dev/api/device/clipboard/wx.setClipboardData.html
 */
export function copy(text: string): void {
  attempt(() => wx.setClipboardData({ data: text }));
}
