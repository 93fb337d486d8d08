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
  | 'brand'
  /** Nobody knows. */
  | 'unknown';

/** Whether trying again can help: at once, after a while, or not at all. */
export type Retry = 'now' | 'later' | 'never';

/**
 * The closed list, a failure in each row: whose side it is on, whether trying again can help, and
 * what the person can do (many ask for the same thing). The words stand in `words/failure.ts`.
 */
export const failures = {
  user_cancelled: { fault: 'person', retry: 'now', advice: 'otherWay' },
  consent_refused: { fault: 'person', retry: 'now', advice: 'otherWay' },
  phone_denied: { fault: 'person', retry: 'now', advice: 'otherWay' },
  phone_unavailable: { fault: 'wechat', retry: 'now', advice: 'phone' },
  phone_not_allowed: { fault: 'brand', retry: 'never', advice: 'elsewhere' },
  phone_quota: { fault: 'brand', retry: 'later', advice: 'later' },
  privacy_refused: { fault: 'person', retry: 'now', advice: 'otherWay' },
  privacy_undeclared: { fault: 'brand', retry: 'never', advice: 'support' },
  app_not_registered: { fault: 'app', retry: 'never', advice: 'otherWay' },
  program_mismatch: { fault: 'brand', retry: 'never', advice: 'support' },
  directory_invalid: { fault: 'brand', retry: 'later', advice: 'later' },
  directory_unavailable: { fault: 'service', retry: 'now', advice: 'later' },
  app_not_allowed: { fault: 'app', retry: 'never', advice: 'elsewhere' },
  launch_invalid: { fault: 'app', retry: 'never', advice: 'updateApp' },
  agreements_missing: { fault: 'brand', retry: 'later', advice: 'later' },
  network: { fault: 'connection', retry: 'now', advice: 'network' },
  timeout: { fault: 'connection', retry: 'now', advice: 'slow' },
  domain_not_allowed: { fault: 'brand', retry: 'never', advice: 'support' },
  code_expired: { fault: 'wechat', retry: 'now', advice: 'fresh' },
  rate_limited: { fault: 'service', retry: 'later', advice: 'wait' },
  user_not_found: { fault: 'account', retry: 'never', advice: 'signUp' },
  registration_disabled: { fault: 'account', retry: 'never', advice: 'existing' },
  account_blocked: { fault: 'account', retry: 'never', advice: 'ask' },
  account_locked: { fault: 'account', retry: 'later', advice: 'unlock' },
  needs_mfa: { fault: 'account', retry: 'never', advice: 'finishInApp' },
  needs_binding: { fault: 'account', retry: 'never', advice: 'finishInApp' },
  needs_completion: { fault: 'account', retry: 'never', advice: 'finishInApp' },
  needs_password_reset: { fault: 'account', retry: 'never', advice: 'finishInApp' },
  connection_missing: { fault: 'brand', retry: 'never', advice: 'support' },
  ticket_unavailable: { fault: 'brand', retry: 'never', advice: 'support' },
  seal_failed: { fault: 'wechat', retry: 'now', advice: 'unknown' },
  server: { fault: 'service', retry: 'later', advice: 'later' },
  unsupported_client: { fault: 'wechat', retry: 'never', advice: 'updateWechat' },
  wechat_failed: { fault: 'wechat', retry: 'now', advice: 'unknown' },
  unknown: { fault: 'unknown', retry: 'now', advice: 'unknown' },
} as const satisfies Readonly<
  Record<string, { readonly fault: Fault; readonly retry: Retry; readonly advice: string }>
>;

export type FailureCode = keyof typeof failures;

export interface Failure {
  readonly code: FailureCode;
  /** For the developer of the app, in English; never holds a code, token or phone number. */
  readonly message: string;
  /** WeChat's own words, cleaned: for support alone, and never sent to the app. */
  readonly detail?: string;
  /** GenAuth's own number for it. */
  readonly apiCode?: number;
  readonly requestId?: string;
}
