import type { BarColours } from '../login/screen';
import { attempt } from './answer-once';

/**
 * Of the page in front, as the phone's theme is now.
 * https://developers.weixin.qq.com/miniprogram/dev/api/ui/navigation-bar/wx.setNavigationBarColor.html
 */
export function setBar(colours: BarColours): void {
  attempt(() => {
    const { background, front } = colours[wx.getAppBaseInfo().theme ?? 'light'];
    wx.setNavigationBarColor({ frontColor: front, backgroundColor: background });
  });
}
