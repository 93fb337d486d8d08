/** Whose side a failure is on. */
export type FaultOwner =
  /** The person said no. */
  | 'person'
  /** The account at the company: blocked, not there, incomplete. */
  | 'account'
  /** The connection of this phone. */
  | 'connection'
  | 'wechat'
  /** GenAuth, the service that signs in. */
  | 'service'
  /** The app that opened this program. */
  | 'app'
  /** The company's settings of this program. */
  | 'brand'
  /** Nobody: time has passed. */
  | 'time'
  /** Nobody knows. */
  | 'unknown';

/** Whether trying again can help: at once, after a while, or not at all. */
export type Retry = 'now' | 'later' | 'never';

/** A function, because objects that each name their parts would be half a kilobyte more. */
const row = <F extends FaultOwner, R extends Retry, A extends string>(
  fault: F,
  retry: R,
  advice: A,
) => ({ fault, retry, advice }) as const;

/**
 * The closed list, a failure in each row: whose side it is on, whether trying again can help, and
 * what the person can do (many ask for the same thing). The words stand in `words/failure.ts`.
 */
export const failures = {
  user_cancelled: row('person', 'now', 'otherWay'),
  consent_refused: row('person', 'now', 'otherWay'),
  phone_denied: row('person', 'now', 'otherWay'),
  phone_unavailable: row('wechat', 'now', 'phone'),
  phone_not_allowed: row('brand', 'never', 'elsewhere'),
  phone_quota: row('brand', 'later', 'later'),
  privacy_refused: row('person', 'now', 'otherWay'),
  privacy_undeclared: row('brand', 'never', 'support'),
  app_not_registered: row('app', 'never', 'otherWay'),
  program_mismatch: row('brand', 'never', 'support'),
  directory_invalid: row('brand', 'later', 'later'),
  directory_unavailable: row('service', 'now', 'later'),
  ext_invalid: row('brand', 'never', 'support'),
  app_not_allowed: row('app', 'never', 'elsewhere'),
  launch_invalid: row('app', 'never', 'updateApp'),
  launch_expired: row('time', 'never', 'startAgain'),
  agreements_missing: row('brand', 'later', 'later'),
  network: row('connection', 'now', 'network'),
  timeout: row('connection', 'now', 'slow'),
  domain_not_allowed: row('brand', 'never', 'support'),
  code_expired: row('time', 'now', 'fresh'),
  rate_limited: row('service', 'later', 'wait'),
  user_not_found: row('account', 'never', 'signUp'),
  registration_disabled: row('account', 'never', 'existing'),
  account_blocked: row('account', 'never', 'ask'),
  account_locked: row('account', 'later', 'unlock'),
  needs_mfa: row('account', 'never', 'finishInApp'),
  needs_binding: row('account', 'never', 'finishInApp'),
  needs_completion: row('account', 'never', 'finishInApp'),
  needs_password_reset: row('account', 'never', 'finishInApp'),
  connection_missing: row('brand', 'never', 'support'),
  ticket_unavailable: row('brand', 'never', 'support'),
  seal_failed: row('wechat', 'now', 'unknown'),
  server: row('service', 'later', 'later'),
  unsupported_client: row('wechat', 'never', 'updateWechat'),
  wechat_failed: row('wechat', 'now', 'unknown'),
  unknown: row('unknown', 'now', 'unknown'),
} as const;

export type FailureCode = keyof typeof failures;

/** What the person decided needs no screen that says so. */
export type ShownCode = {
  [C in FailureCode]: (typeof failures)[C]['fault'] extends 'person' ? never : C;
}[FailureCode];

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

/** One that the failure screen shows. */
export interface ShownFailure extends Failure {
  readonly code: ShownCode;
}

export function isShown(failure: Failure): failure is ShownFailure {
  return failures[failure.code].fault !== 'person';
}
