import type { ShownCode } from '../failure';

/**
 * What GenAuth's own numbers mean to a login (docs/genauth.md#what-apicode-says). The special one
 * counts first.
 */
export const byApiCode: Readonly<Record<number, ShownCode>> = {
  1002: 'rate_limited',
  1577: 'account_blocked',
  1578: 'account_blocked',
  1635: 'needs_mfa',
  1636: 'needs_mfa',
  1639: 'needs_password_reset',
  1640: 'needs_binding',
  1641: 'needs_binding',
  1642: 'needs_completion',
  1643: 'account_locked',
  1699: 'unknown',
  2004: 'user_not_found',
  2005: 'account_locked',
  2011: 'connection_missing',
  2020: 'unknown',
  2031: 'registration_disabled',
  2057: 'account_locked',
  2058: 'needs_password_reset',
  2224: 'connection_missing',
  2333: 'code_expired',
  4021: 'server',
  2120008: 'account_blocked',
  2130010: 'account_blocked',
};

/**
 * Without a number of its own. 404 is expected for a connection or application that is not there;
 * 409 for a phone bound elsewhere.
 */
export const byStatusCode: Readonly<Record<number, ShownCode>> = {
  404: 'connection_missing',
  409: 'needs_binding',
  429: 'rate_limited',
  601: 'server',
  602: 'server',
};

/**
 * WeChat's refusals, as GenAuth passes them on in its words
 * (docs/wechat.md#exchanging-the-login-code).
 */
export const byWeChatError: Readonly<Record<string, ShownCode>> = {
  '40013': 'connection_missing',
  '40029': 'code_expired',
  '40125': 'connection_missing',
  '40163': 'code_expired',
  // WeChat takes the person for a risk: neither the account's matter nor the login service's.
  '40226': 'wechat_failed',
  '45011': 'rate_limited',
};
