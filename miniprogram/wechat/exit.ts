import { attempt } from './answer-once';

/**
 * Closes the program. Only inside a tap.
 * https://developers.weixin.qq.com/miniprogram/dev/api/navigate/wx.exitMiniProgram.html
 */
export function exit(): void {
  attempt(() => wx.exitMiniProgram({}));
}
