import type { ShownFailure } from '../login/failure';
import { readWeChatError } from '../login/wechat-error';
import { answerOnce } from './answer-once';

export type LoginCodeAnswer = { readonly code: string } | { readonly failure: ShownFailure };

/**
 * One `wx.login`. The code lives 5 minutes and works once.
 * https://developers.weixin.qq.com/miniprogram/dev/api/open-api/login/wx.login.html
 */
export function fetchLoginCode(done: (answer: LoginCodeAnswer) => void): void {
  answerOnce(done, failed('wx.login threw'), (answer) => {
    wx.login({
      timeout: 10_000,
      success: ({ code }) => answer(code ? { code } : failed('wx.login gave no code')),
      fail: (error) => answer({ failure: readFailure(error) }),
    });
  });
}

function failed(message: string): LoginCodeAnswer {
  return { failure: { code: 'wechat_failed', message } };
}

/** Whatever it is, it is between this phone and WeChat: GenAuth has not been asked for anything. */
function readFailure(error: unknown): ShownFailure {
  const { code, detail } = readWeChatError(error);
  const isKnown = code === 'timeout' || code === 'network';
  return {
    code: isKnown ? code : 'wechat_failed',
    message: 'wx.login failed',
    ...(detail === '' ? {} : { detail }),
  };
}
