/** The closed list. What each means to the person and to the app stands in `failures`. */
export type FailureCode =
  | 'user_cancelled'
  | 'consent_refused'
  | 'phone_denied'
  | 'phone_unavailable'
  | 'phone_quota'
  | 'privacy_refused'
  | 'privacy_undeclared'
  | 'launch_invalid'
  | 'agreements_missing'
  | 'network'
  | 'timeout'
  | 'code_expired'
  | 'rate_limited'
  | 'user_not_found'
  | 'registration_disabled'
  | 'account_blocked'
  | 'account_locked'
  | 'needs_mfa'
  | 'needs_binding'
  | 'needs_completion'
  | 'needs_password_reset'
  | 'connection_missing'
  | 'ticket_unavailable'
  | 'server'
  | 'unsupported_client'
  | 'unknown';

export interface Failure {
  readonly code: FailureCode;
  /** For the developer of the app, in English; never holds a code, token or phone number. */
  readonly message: string;
  /** GenAuth's own number for it. */
  readonly apiCode?: number;
  readonly requestId?: string;
}

/** Whose side a failure is on. */
export type Fault =
  /** The person said no. */
  | 'person'
  /** The account at the company: blocked, not there, incomplete. */
  | 'account'
  /** The connection between this phone and the world. */
  | 'connection'
  | 'wechat'
  /** GenAuth, the service that signs in. */
  | 'service'
  /** The app that opened this program. */
  | 'app'
  /** The company's settings of this program. */
  | 'brand';

/** Whether trying again can help: at once, after a while, or not at all. */
export type Retry = 'now' | 'later' | 'never';

/** What a failure means, apart from its words (which are in `words/`, by language). */
export const failures: Readonly<Record<FailureCode, { readonly fault: Fault; readonly retry: Retry }>> = {
  user_cancelled: { fault: 'person', retry: 'now' },
  consent_refused: { fault: 'person', retry: 'now' },
  phone_denied: { fault: 'person', retry: 'now' },
  phone_unavailable: { fault: 'wechat', retry: 'now' },
  phone_quota: { fault: 'brand', retry: 'later' },
  privacy_refused: { fault: 'person', retry: 'now' },
  privacy_undeclared: { fault: 'brand', retry: 'never' },
  launch_invalid: { fault: 'app', retry: 'never' },
  agreements_missing: { fault: 'brand', retry: 'later' },
  network: { fault: 'connection', retry: 'now' },
  timeout: { fault: 'connection', retry: 'now' },
  code_expired: { fault: 'wechat', retry: 'now' },
  rate_limited: { fault: 'service', retry: 'later' },
  user_not_found: { fault: 'account', retry: 'never' },
  registration_disabled: { fault: 'account', retry: 'never' },
  account_blocked: { fault: 'account', retry: 'never' },
  account_locked: { fault: 'account', retry: 'later' },
  needs_mfa: { fault: 'account', retry: 'never' },
  needs_binding: { fault: 'account', retry: 'never' },
  needs_completion: { fault: 'account', retry: 'never' },
  needs_password_reset: { fault: 'account', retry: 'never' },
  connection_missing: { fault: 'brand', retry: 'never' },
  ticket_unavailable: { fault: 'brand', retry: 'never' },
  server: { fault: 'service', retry: 'later' },
  unsupported_client: { fault: 'wechat', retry: 'never' },
  unknown: { fault: 'service', retry: 'later' },
};
