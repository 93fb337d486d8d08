/**
 * Back to the app, with the result. `ok` only says that WeChat took the call: the switch may still not happen, so the log-in
 * watches whether the program stays in front.
 */
export function goBack(extraData: string | Readonly<Record<string, unknown>>, done: (ok: boolean) => void): void {
  if (typeof wx.navigateBackApplication !== 'function') {
    done(false);
    return;
  }
  wx.navigateBackApplication({ extraData, success: () => done(true), fail: () => done(false) });
}
