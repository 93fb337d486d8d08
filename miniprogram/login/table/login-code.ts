import type { Agreement } from '../brand';
import type { Effect } from '../effect';
import type { Asking, LoginCode, Preparing } from '../state';
import { isYounger, timing } from '../timing';
import { fail, timedOut } from './fail';
import { type Context, type EventOf, type Step, stay } from './row';

/** The log-in screen, with the code that is there or on its way. */
export function ask(
  base: Pick<Asking, 'attempt' | 'lang' | 'lacks' | 'launch' | 'privacy'>,
  agreements: readonly Agreement[],
  agreedAt: number | null,
  loginCode: LoginCode,
): Asking {
  const { attempt, lang, lacks, launch, privacy } = base;
  const visit = { attempt, lang, lacks, launch, privacy };
  return { name: 'asking', ...visit, agreements, agreedAt, sheet: null, notice: null, loginCode, phonePrompt: null };
}

export function keepLoginCode(state: Asking | Preparing, { code }: EventOf<'loginCodeArrived'>, context: Context): Step {
  const { loginCode } = state;
  if (loginCode.status !== 'fetching') return stay(state);
  const ready: LoginCode = { status: 'ready', code, since: loginCode.since };
  // While preparing, the deadline is for the agreements too.
  if (state.name === 'preparing') return stay({ ...state, loginCode: ready });
  return { state: { ...state, loginCode: ready }, effects: watchAge(state.attempt, ready, context) };
}

/** No deadline is needed once the code is there, but it ages. */
export function watchAge(attempt: number, loginCode: LoginCode, { now }: Context): readonly Effect[] {
  if (loginCode.status === 'fetching') return [];
  const left = timing.codeRefreshMs - (now - loginCode.since);
  const ms = Math.min(Math.max(left, 0), timing.codeRefreshMs);
  return [
    { type: 'stopTimer', timer: 'deadline' },
    { type: 'startTimer', attempt, timer: 'codeAge', ms },
  ];
}

/**
 * Takes a new code in the place of an old one. Not while WeChat's phone sheet may be open: the encrypted form of its answer can only
 * be read with the session of the code before (facts on WeChat, 3).
 */
export function refreshIfOld(state: Asking, { now }: Context): Step {
  const { loginCode, phonePrompt } = state;
  if (loginCode.status === 'fetching' || phonePrompt !== null) return stay(state);
  if (isYounger(loginCode.since, now, timing.codeRefreshMs)) return stay(state);
  // A try of its own: nothing that was answered to the one before can pass for the new code.
  const attempt = state.attempt + 1;
  return {
    state: { ...state, attempt, loginCode: { status: 'fetching', since: now, deadlineAt: now + timing.deadlineMs } },
    effects: [
      { type: 'stopTimer', timer: 'codeAge' },
      { type: 'startTimer', attempt, timer: 'deadline', ms: timing.deadlineMs },
      { type: 'fetchLoginCode', attempt },
    ],
  };
}

export function giveUpOrRefresh(state: Asking, { timer }: EventOf<'timerFired'>, context: Context): Step {
  if (timer === 'codeAge') return refreshIfOld(state, context);
  if (timer !== 'deadline' || state.loginCode.status !== 'fetching') return stay(state);
  return fail(state, timedOut('WeChat'), state, context);
}
