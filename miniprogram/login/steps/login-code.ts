import type { Consent } from '../consent';
import type { Effect } from '../effect';
import type { Asking, Identifying, LoginCode, Preparing, Renewing } from '../state';
import { hasTime, isOver, isYounger, timing } from '../timing';
import type { AppVisit } from '../visit';
import { fail, launchExpired, timedOut } from './fail';
import { type Context, type EventOf, type Step, stay } from './step';

/** The login screen, with the code that is there or on its way. */
export function ask(visit: AppVisit, consent: Consent, loginCode: LoginCode): Asking {
  return {
    name: 'asking',
    visit,
    consent,
    sheet: null,
    notice: null,
    loginCode,
    phonePrompt: null,
  };
}

/**
 * Each login code has a try of its own: nothing that was answered to the one before can pass for
 * it. That goes for WeChat's contract too, so it is asked for again where the answer is missing.
 */
export function nextTry(visit: AppVisit): {
  readonly visit: AppVisit;
  readonly effects: readonly Effect[];
} {
  const next = { ...visit, attempt: visit.attempt + 1 };
  return { visit: next, effects: askWeChat(next) };
}

/** What every try needs from WeChat. */
export function askWeChat({ attempt, privacy }: AppVisit): readonly Effect[] {
  const fetchLoginCode: Effect = { type: 'fetchLoginCode', attempt };
  return privacy.needsAuthorization === 'unknown'
    ? [{ type: 'readPrivacy', attempt }, fetchLoginCode]
    : [fetchLoginCode];
}

export function keepLoginCode(
  state: Asking | Identifying | Preparing,
  { code }: EventOf<'loginCodeArrived'>,
): Step {
  const { loginCode } = state;
  if (loginCode.status !== 'fetching') return stay(state);
  return stay({ ...state, loginCode: { status: 'ready', code, since: loginCode.since } });
}

export function failLoginCode(
  state: Identifying | Preparing | Asking | Renewing,
  event: EventOf<'loginCodeFailed'>,
  context: Context,
): Step {
  const { code, detail } = event.failure;
  // WeChat's own words are for support: nothing that was not written here goes to the app.
  const message = `WeChat gave no login code (${code})`;
  return fail(state, { code, message, ...(detail === undefined ? {} : { detail }) }, context);
}

/**
 * Takes a new code in the place of an old one. Not while WeChat's phone sheet may be open: the
 * encrypted form of its answer can only be read with the session of the code before
 * (docs/wechat.md#a-fresh-login-may-end-the-session-of-the-code-before).
 */
export function refreshIfOld(state: Asking, { now }: Context): Step {
  const { loginCode, phonePrompt, visit } = state;
  if (loginCode.status === 'fetching' || phonePrompt !== null) return stay(state);
  if (isYounger(loginCode.since, now, timing.codeRefreshMs)) return stay(state);
  const next = nextTry(visit);
  return {
    state: { ...state, visit: next.visit, loginCode: { status: 'fetching', since: now } },
    effects: next.effects,
  };
}

export function failOrRefresh(state: Asking, _: EventOf<'alarmRang'>, context: Context): Step {
  const { visit, loginCode, phonePrompt } = state;
  const { status, since } = loginCode;
  const life = phonePrompt === null ? timing.launchLifeMs : timing.answerLifeMs;
  if (isOver(visit, context.now, life)) return fail(state, launchExpired, context);
  if (status === 'ready') return refreshIfOld(state, context);
  if (hasTime({ since, visit }, context.now, timing.deadlineMs)) return stay(state);
  return fail(state, timedOut('WeChat'), context);
}
