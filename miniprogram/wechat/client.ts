import { canGoBack } from './go-back';

export interface WechatClient {
  /** WeChat's language, as `zh_CN`. */
  readonly language: string;
  readonly canGoBack: boolean;
  /** 1 is WeChat's standard text size; the largest is about 1.75. */
  readonly fontScale: number;
}

/**
 * A synchronous call, which the first paint waits for: once for each `App.onShow`, since language
 * and text size are set outside of the program.
 * https://developers.weixin.qq.com/miniprogram/dev/api/base/system/wx.getAppBaseInfo.html
 */
export function readClient(): WechatClient {
  try {
    const { language, fontSizeScaleFactor } = wx.getAppBaseInfo();
    return { language, canGoBack: canGoBack(), fontScale: fontSizeScaleFactor || 1 };
  } catch {
    return { language: '', canGoBack: canGoBack(), fontScale: 1 };
  }
}
