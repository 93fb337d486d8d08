/**
 * Closes the program. Only inside a tap, and only since 2.17.3.
 * https://developers.weixin.qq.com/miniprogram/dev/api/navigate/wx.exitMiniProgram.html
 */
export function exit(): void {
  if (typeof wx.exitMiniProgram === 'function') wx.exitMiniProgram({});
}
