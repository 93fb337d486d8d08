/** All the waiting that a login does, in ms. */
export const timing = {
  /**
   * A code of WeChat lives 5 minutes
   * (docs/wechat.md#a-login-code-lives-five-minutes-and-is-used-once).
   */
  codeLifeMs: 5 * 60_000,
  /** A login code older than this is fetched anew. */
  codeRefreshMs: 4 * 60_000,
  requestTimeoutMs: 10_000,
  /**
   * The login's own deadline for every answer, a little after the request's, in case no answer
   * comes at all.
   */
  deadlineMs: 12_000,
  /**
   * How long a result is good on the button of the way by hand: tickets by GenAuth's default life
   * (docs/genauth.md#a-ticket-lives-two-minutes).
   */
  ticketLifeMs: 120_000,
  sessionLifeMs: 10 * 60_000,
  /**
   * `navigateBackApplication` can succeed without going back
   * (docs/wechat.md#going-back-ok-proves-nothing).
   */
  stillInFrontMs: 1_500,
} as const;

/** Younger than `limitMs`. A clock that was set back makes a code old: the age is then unknown. */
export function isYounger(since: number, now: number, limitMs: number): boolean {
  return now >= since && now - since < limitMs;
}

/**
 * ISO 8601 in UTC. A clock beyond what a date can say is shown as 1970, since this must not throw.
 */
export function isoTime(ms: number): string {
  return new Date(Math.abs(ms) <= 8.64e15 ? ms : 0).toISOString();
}
