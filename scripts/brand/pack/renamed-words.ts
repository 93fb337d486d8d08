import type { WordKey } from '../../../miniprogram/login/words/index';

/**
 * Keys of texts that a pack may still have from an earlier version: what each is called now; null:
 * nothing says it any more. A key that goes from the program's words gets its row here, so that no
 * pack fails for it.
 */
export const renamedWords: Readonly<Record<string, WordKey | null>> = {
  'account_blocked.advice': 'advice.ask',
  'account_locked.advice': 'advice.unlock',
  'code_expired.advice': 'advice.fresh',
  consent_refused: null,
  'fault.person': null,
  'finished.noExit': null,
  'launch_invalid.advice': 'advice.updateApp',
  'login.busy': 'working.preparing',
  'network.advice': 'advice.network',
  'notice.phone_denied.optional': null,
  phone_denied: null,
  'phone_unavailable.advice': 'advice.phone',
  privacy_refused: null,
  'rate_limited.advice': 'advice.wait',
  'registration_disabled.advice': 'advice.existing',
  'returning.button': 'failure.back',
  'returning.byHand': 'returning.manual',
  'timeout.advice': 'advice.slow',
  'unknown.advice': 'advice.unknown',
  'unsupported_client.advice': 'advice.updateWechat',
  user_cancelled: null,
  'user_not_found.advice': 'advice.signUp',
  'working.phone': null,
  'working.return': 'failure.back',
};
