import { answerOnce } from './answer-once';

/**
 * Not in the documentation: asked by `typeof`, never by version
 * (docs/wechat.md#navigatebackapplication-is-not-documented).
 */
export function canGoBack(): boolean {
  return typeof wx.navigateBackApplication === 'function';
}

/**
 * Back to the app, with the result. `ok` only says that WeChat took the call: the switch may still
 * not happen, so the login watches whether the program stays in front.
 */
export function goBack(
  extraData: string | Readonly<Record<string, unknown>>,
  done: (ok: boolean) => void,
): void {
  answerOnce(done, false, (answer) => {
    wx.navigateBackApplication?.({
      extraData,
      success: () => answer(true),
      fail: () => answer(false),
    });
    if (!canGoBack()) answer(false);
  });
}
