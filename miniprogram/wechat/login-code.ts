import type { Failure } from '../login/failure';

export type LoginCodeAnswer = { readonly code: string } | { readonly failure: Failure };

/**
 * One `wx.login`. The code lives 5 minutes and works once.
 * https://developers.weixin.qq.com/miniprogram/dev/api/open-api/login/wx.login.html
 */
export function fetchLoginCode(done: (answer: LoginCodeAnswer) => void): void {
  wx.login({
    timeout: 10_000,
    success: ({ code }) => done(code ? { code } : { failure: { code: 'unknown', message: 'wx.login gave no code' } }),
    fail: ({ errMsg }) => done({ failure: readFailure(errMsg) }),
  });
}

/** WeChat's text is kept: it holds no secret, and it is all that support has to go by. */
function readFailure(errMsg: string): Failure {
  if (/timeout/i.test(errMsg)) return { code: 'timeout', message: errMsg };
  if (/network|connect|interrupted|offline|ERR_/i.test(errMsg)) return { code: 'network', message: errMsg };
  return { code: 'unknown', message: errMsg };
}
