import type { RequestTrouble } from '../login/event';
import { readWeChatError } from '../login/wechat-error';

/** What a failed `wx.request` says about the connection; what it does not say is the network. */
export function readTrouble(error: unknown): RequestTrouble {
  const { code } = readWeChatError(error);
  if (code === 'timeout') return 'timeout';
  if (code === 'wechat_failed') return 'wechat';
  if (code === 'code_expired') return 'interrupted';
  return code === 'domain_not_allowed' ? 'domain' : 'network';
}
