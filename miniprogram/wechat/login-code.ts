import type { Failure } from '../login/failure';
import { answerOnce } from './answer-once';
import { readTrouble } from './trouble';

export type LoginCodeAnswer = { readonly code: string } | { readonly failure: Failure };

/**
 * One `wx.login`. The code lives 5 minutes and works once.
 * https://developers.weixin.qq.com/miniprogram/dev/api/open-api/login/wx.login.html
 */
export function fetchLoginCode(done: (answer: LoginCodeAnswer) => void): void {
  answerOnce(done, unknown('wx.login threw'), (answer) => {
    wx.login({
      timeout: 10_000,
      success: ({ code }) => answer(code ? { code } : unknown('wx.login gave no code')),
      fail: (error) => answer({ failure: readFailure(error) }),
    });
  });
}

function unknown(message: string): LoginCodeAnswer {
  return { failure: { code: 'unknown', message } };
}

/** WeChat's text is kept: it holds no secret, and it is all that support has to go by. */
function readFailure(error: { readonly errMsg: string }): Failure {
  const trouble = readTrouble(error);
  return {
    code: trouble === null || trouble === 'domain' ? 'unknown' : trouble,
    message: error.errMsg,
  };
}
