import type { FailureCode } from '../failure';
import type { WordKey } from '../words/index';

/** What a person can do about each failure. Many ask for the same thing. */
export const advice: Readonly<Record<FailureCode, WordKey>> = {
  user_cancelled: 'advice.otherWay',
  consent_refused: 'advice.otherWay',
  phone_denied: 'advice.otherWay',
  phone_unavailable: 'advice.phone',
  phone_quota: 'advice.later',
  privacy_refused: 'advice.otherWay',
  privacy_undeclared: 'advice.support',
  launch_invalid: 'advice.updateApp',
  agreements_missing: 'advice.later',
  network: 'advice.network',
  timeout: 'advice.slow',
  code_expired: 'advice.fresh',
  rate_limited: 'advice.wait',
  user_not_found: 'advice.signUp',
  registration_disabled: 'advice.existing',
  account_blocked: 'advice.ask',
  account_locked: 'advice.unlock',
  needs_mfa: 'advice.finishInApp',
  needs_binding: 'advice.finishInApp',
  needs_completion: 'advice.finishInApp',
  needs_password_reset: 'advice.finishInApp',
  connection_missing: 'advice.support',
  ticket_unavailable: 'advice.support',
  server: 'advice.later',
  unsupported_client: 'advice.updateWechat',
  unknown: 'advice.unknown',
};
