/** The closed list. What each means to the person and to the app: `failures` (to come with the table). */
export type FailureCode =
  | 'user_cancelled'
  | 'consent_refused'
  | 'phone_denied'
  | 'phone_unavailable'
  | 'phone_quota'
  | 'privacy_refused'
  | 'privacy_undeclared'
  | 'launch_invalid'
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
  | 'connection_missing'
  | 'server'
  | 'unsupported_client'
  | 'unknown';

export interface Failure {
  readonly code: FailureCode;
  /** For the developer of the app; never holds a code, token or phone number. */
  readonly message: string;
  readonly apiCode?: number;
  readonly requestId?: string;
}
