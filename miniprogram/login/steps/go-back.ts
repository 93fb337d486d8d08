import type { Failure } from '../failure';
import { isObject, own, parseJson, text } from '../json';
import { errorResult } from '../result';
import type {
  About,
  AppVisit,
  Asking,
  ByHand,
  Failed,
  Finished,
  Idle,
  Returning,
  State,
  Working,
} from '../state';
import { isYounger, timing } from '../timing';
import { type Context, type EventOf, type Step, stay } from './step';

/* The one place where a result leaves, and what becomes of it. */

export function goBackOk(
  visit: AppVisit,
  result: string,
  good: NonNullable<Good>,
  context: Context,
): Step {
  return goBack(visit, { outcome: 'ok', failure: null, result, good }, context);
}

export function goBackWithError(visit: AppVisit, failure: Failure, context: Context): Step {
  return goBack(
    visit,
    { outcome: 'error', failure, result: errorResult(visit.launch, failure), good: null },
    context,
  );
}

/** A state with an app behind. */
export type Opened = Exclude<State, Idle | About>;

type Good = Returning['good'];
type Going = Pick<Returning, 'outcome' | 'failure' | 'result' | 'good'>;

/** Where WeChat cannot go back by itself, the person's tap does it from the start. */
function goBack(visit: AppVisit, going: Going, { brand, now }: Context): Step {
  if (!visit.canGoBack) return stay(byHand({ visit, ...going }, false));
  const extraData = brand.extraData === 'object' ? asObject(going.result) : going.result;
  return {
    state: { name: 'returning', visit, ...going, since: now, hidden: false, accepted: false },
    effects: [{ type: 'goBack', attempt: visit.attempt, extraData }],
  };
}

/**
 * Some old clients read an object (docs/wechat.md#extradata-is-a-string-on-the-way). The forms that
 * are no JSON stay text.
 */
function asObject(result: string): string | Readonly<Record<string, unknown>> {
  const value = parseJson(result);
  return isObject(value) ? value : result;
}

/** The person does not want to wait, or to go on at all. */
export function cancel({ visit }: Working, _: EventOf<'declined'>, context: Context): Step {
  return goBackWithError(
    visit,
    { code: 'user_cancelled', message: 'The person cancelled while the login was under way' },
    context,
  );
}

/** "Not now" is answered with the reason that the person gave before, if there was one. */
export function decline(
  { visit, sheet, consent, notice }: Asking,
  _: EventOf<'declined'>,
  context: Context,
): Step {
  return goBackWithError(visit, refusalOf(sheet, consent, notice), context);
}

function refusalOf(
  sheet: Asking['sheet'],
  consent: Asking['consent'],
  notice: Asking['notice'],
): Failure {
  if (sheet !== null && consent.yes === null) return consentRefused;
  return notice === null || notice === 'cannotOpen' ? notNow : notice;
}

const notNow: Failure = { code: 'user_cancelled', message: 'The person chose not to log in' };
export const consentRefused: Failure = {
  code: 'consent_refused',
  message: 'The person did not agree to the agreements',
};

export function goBackWithFailure(
  { visit, failure }: Failed,
  _: EventOf<'gaveUp'>,
  context: Context,
): Step {
  return goBackWithError(visit, failure, context);
}

/** Perhaps the switch to the app, perhaps the person: WeChat's answer and the time tell. */
export function leave(state: Returning): Step {
  const away = { ...state, visit: hide(state.visit) };
  return state.accepted ? finish(away, true) : stay({ ...away, hidden: true });
}

/**
 * `ok` can come before a switch that then does not happen
 * (docs/wechat.md#going-back-ok-proves-nothing): it counts once the program is hidden.
 */
export function weighAnswer(
  state: Returning,
  { ok }: EventOf<'goBackAnswered'>,
  context: Context,
): Step {
  if (!ok) return offer(state, false, context);
  return state.hidden ? finish(state, true) : stay({ ...state, accepted: true });
}

/** Still in front: the person's own tap is the other way back. WeChat may yet switch, late. */
export function offerByHand(state: Returning, _: EventOf<'alarmRang'>, context: Context): Step {
  if (isYounger(state.since, context.now, timing.stillInFrontMs)) return stay(state);
  return state.hidden ? finish(state, true) : offer(state, true, context);
}

function offer(state: Returning, accepted: boolean, context: Context): Step {
  return isGood(state, context) ? stay(byHand(state, accepted)) : finish(state, false);
}

function byHand(
  { visit, outcome, failure, result, good }: Going & { readonly visit: AppVisit },
  accepted: boolean,
): ByHand {
  return {
    name: 'byHand',
    visit,
    outcome,
    failure,
    result,
    good,
    accepted,
    tapped: false,
    failedOnce: false,
  };
}

function isGood({ good }: Returning | ByHand, { now }: Context): boolean {
  return good === null || isYounger(good.since, now, good.ms);
}

/**
 * Gone to the app with the result, as far as can be known; then it must not be sent again. Else the
 * person comes back to the button.
 */
export function leaveByHand(state: ByHand): Step {
  const away = { ...state, visit: hide(state.visit) };
  return state.accepted || state.tapped ? finish(away, true) : stay(away);
}

export function noteHidden(state: Opened): Step {
  return stay(withVisit(state, hide(state.visit)));
}

/**
 * A page that is loaded after the next return has nothing to do with options that were repeated
 * before.
 */
function hide(visit: AppVisit): AppVisit {
  return { ...visit, inFront: false, page: visit.page === 'repeated' ? 'loaded' : visit.page };
}

/** Back in front: the button carries the result again, if that is still good. */
export function comeBack(state: Opened, context: Context): Step {
  const back = withVisit(state, { inFront: true });
  return back.name === 'byHand' && !isGood(back, context) ? finish(back, false) : stay(back);
}

export function withVisit(state: Opened, change: Partial<AppVisit>): Opened {
  return { ...state, visit: { ...state.visit, ...change } };
}

/** What stands on the button is worth nothing any more. */
export function letExpire(state: ByHand, _: EventOf<'alarmRang'>, context: Context): Step {
  return isGood(state, context) ? stay(state) : finish(state, false);
}

export function noteTap(state: ByHand): Step {
  return stay({ ...state, tapped: true, failedOnce: false });
}

/**
 * Success says nothing: a cancelled sheet has it too. Most errors pass, offline for one; only
 * `invalid scene` means that there is no way back
 * (docs/wechat.md#neither-event-of-the-button-is-final).
 */
export function weighLaunchApp(state: ByHand, { ok, detail }: EventOf<'launchAppAnswered'>): Step {
  if (ok || !state.tapped) return stay(state);
  if (/(?:invalid|forbidden) scene/i.test(text(own(detail, 'errMsg')) ?? ''))
    return finish(state, false);
  return stay({ ...state, tapped: false, failedOnce: true });
}

/** WeChat has answered late to the call of before. */
export function weighLateAnswer(state: ByHand, { ok }: EventOf<'goBackAnswered'>): Step {
  return stay({ ...state, accepted: ok });
}

export function leaveForGood(state: ByHand): Step {
  return { state: finish(state, false).state, effects: [{ type: 'exit' }] };
}

export function exit(state: About | Finished): Step {
  return { state, effects: [{ type: 'exit' }] };
}

/** Nothing more goes to the app; the result, which may hold tokens, is forgotten. */
function finish({ visit, outcome, failure }: Returning | ByHand, delivered: boolean): Step {
  return stay({ name: 'finished', visit, outcome, failure, delivered });
}
