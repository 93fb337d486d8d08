/**
 * WeChat shows its own toast when the text was copied.
 * https://developers.weixin.qq.com/miniprogram/dev/api/device/clipboard/wx.setClipboardData.html
 */
export function copy(text: string, done: (ok: boolean) => void): void {
  wx.setClipboardData({ data: text, success: () => done(true), fail: () => done(false) });
}
