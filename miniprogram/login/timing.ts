import type { AppVisit, Visit } from './visit';

/** All the waiting that a login does, in ms. */
export const timing = {
  /**
   * A code of WeChat lives 5 minutes
   * (docs/wechat.md#a-login-code-lives-five-minutes-and-is-used-once).
   */
  codeLifeMs: 5 * 60_000,
  /** A login code older than this is replaced. */
  codeRefreshMs: 4 * 60_000,
  /** Codes that the app itself uses: half a minute of their life is left to it. */
  codeForAppMs: 4.5 * 60_000,
  /**
   * An app takes an answer for 10 minutes after its launch (docs/host-app.md#what-your-app-refuses),
   * which it counts from before WeChat has opened: half a minute earlier nothing more is sent.
   */
  answerLifeMs: 9.5 * 60_000,
  /** With less than a minute left nobody is asked for anything. */
  launchLifeMs: 9 * 60_000,
  /** By as much a clock may be put right. One that is set back by more hides how old a launch is. */
  clockSlackMs: 60_000,
  requestTimeoutMs: 10_000,
  /**
   * The login's own deadline for every answer, a little after the request's, in case no answer
   * comes at all.
   */
  deadlineMs: 12_000,
  /**
   * How long a result is good on the button of the way by hand. Of a ticket's two minutes, by
   * GenAuth's default, half a one is left to the app (docs/genauth.md#a-ticket-lives-two-minutes).
   */
  ticketForAppMs: 90_000,
  sessionLifeMs: 10 * 60_000,
  /**
   * `navigateBackApplication` can succeed without going back
   * (docs/wechat.md#going-back-ok-proves-nothing).
   */
  stillInFrontMs: 1_500,
  /**
   * For as long after its yes, being hidden is taken for WeChat's switch to the app; after that it
   * may be anything.
   */
  switchMs: 5_000,
  /** For as long, WeChat's sheet that asks whether to leave may be open after a tap. */
  sheetMs: 60_000,
  /**
   * Back in front, for the answers that waited for it: no document says whether they or timers come
   * first (docs/wechat.md#timers-or-answers-first).
   */
  graceMs: 2_000,
} as const;

/** Younger than `limitMs`. A clock that was set back makes a code old: the age is then unknown. */
export function isYounger(since: number, now: number, limitMs: number): boolean {
  return now >= since && now - since < limitMs;
}

/** Something else has to answer. */
interface PendingAnswer {
  readonly since: number;
  readonly visit: Pick<Visit, 'inFront' | 'backAt'>;
}

/**
 * Until when an answer may come, ms since 1970. Null: in the background nothing is given up. A clock
 * that was set back in the background would make it wait for too long.
 */
export function waitsUntil({ since, visit }: PendingAnswer, ms: number): number | null {
  const { inFront, backAt } = visit;
  if (!inFront) return null;
  const graced = backAt + timing.graceMs;
  return backAt !== 0 && backAt < since ? graced : Math.max(since + ms, graced);
}

/** The same, for a clock that somebody may have set. */
export function hasTime({ since, visit }: PendingAnswer, now: number, ms: number): boolean {
  return (
    !visit.inFront || isYounger(since, now, ms) || isYounger(visit.backAt, now, timing.graceMs)
  );
}

/**
 * ISO 8601 in UTC. A clock beyond what a date can say is shown as 1970, since this must not throw.
 */
export function isoTime(ms: number): string {
  return new Date(Math.abs(ms) <= 8.64e15 ? ms : 0).toISOString();
}

type Launched = Pick<AppVisit, 'openedAt' | 'launch'>;

/**
 * When a launch ends that an app waits for, ms since 1970. One that sends no `state` has no such end
 * that is known.
 */
export function launchEnds({ openedAt, launch }: Launched, lifeMs: number): number {
  return launch.state === null ? Number.POSITIVE_INFINITY : openedAt + lifeMs;
}

export function isOver({ openedAt, launch }: Launched, now: number, lifeMs: number): boolean {
  const since = openedAt - timing.clockSlackMs;
  return launch.state !== null && !isYounger(since, now, lifeMs + timing.clockSlackMs);
}
