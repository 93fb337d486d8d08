import type { Failure } from '../failure';
import { isObject, parseJson } from '../json';
import { errorResult } from '../result';
import type { About, AppVisit, Asking, ByHand, Failed, Finished, Outcome, Returning, Working } from '../state';
import { isYounger, timing } from '../timing';
import { type Context, type EventOf, type Step, stay } from './step';

/* The one place where a result leaves, and what becomes of it. */

export function goBackOk(visit: AppVisit, result: string, context: Context): Step {
  return goBack(visit, { outcome: 'ok', failure: null }, result, context);
}

export function goBackWithError(visit: AppVisit, failure: Failure, context: Context): Step {
  return goBack(visit, { outcome: 'error', failure }, errorResult(visit.launch, failure), context);
}

/** An old WeChat cannot go back by itself: there the person's tap does it from the start. */
function goBack(visit: AppVisit, outcome: Outcome, result: string, { brand, now }: Context): Step {
  if (visit.lacks.includes('navigateBackApplication')) {
    return stay({ name: 'byHand', visit, ...outcome, result, accepted: false, tapped: false });
  }
  const extraData = brand.extraData === 'object' ? asObject(result) : result;
  return {
    state: { name: 'returning', visit, ...outcome, result, since: now, hidden: false, accepted: false },
    effects: [{ type: 'goBack', attempt: visit.attempt, extraData }],
  };
}

/** Some old clients read an object (docs/wechat.md#extradata-is-a-string-on-the-way). The forms that are no JSON stay text. */
function asObject(result: string): string | Readonly<Record<string, unknown>> {
  const value = parseJson(result);
  return isObject(value) ? value : result;
}

/** The person does not want to wait, or to go on at all. */
export function cancel({ visit }: Working, _: EventOf<'declined'>, context: Context): Step {
  return goBackWithError(
    visit,
    { code: 'user_cancelled', message: 'The person cancelled while the log-in was under way' },
    context,
  );
}

/** "Not now" is answered with the reason that the person gave before, if there was one. */
export function decline({ visit, sheet, agreedAt, notice }: Asking, _: EventOf<'declined'>, context: Context): Step {
  return goBackWithError(visit, sheet !== null && agreedAt === null ? consentRefused : (notice ?? notNow), context);
}

const notNow: Failure = { code: 'user_cancelled', message: 'The person chose not to log in' };
export const consentRefused: Failure = { code: 'consent_refused', message: 'The person did not agree to the agreements' };

export function goBackWithFailure({ visit, failure }: Failed, _: EventOf<'gaveUp'>, context: Context): Step {
  return goBackWithError(visit, failure, context);
}

/** Perhaps the switch to the app, perhaps the person: WeChat's answer and the time tell. */
export function leave(state: Returning): Step {
  return state.accepted ? finish(state, true) : stay({ ...state, hidden: true });
}

/** `ok` can come before a switch that then does not happen (docs/wechat.md#going-back-ok-proves-nothing): it counts once the program is hidden. */
export function weighAnswer(state: Returning, { ok }: EventOf<'goBackAnswered'>): Step {
  if (!ok) return stay(byHand(state, false));
  return state.hidden ? finish(state, true) : stay({ ...state, accepted: true });
}

/** Still in front: the person's own tap is the other way back. WeChat may yet switch, late. */
export function offerByHand(state: Returning, _: EventOf<'alarmRang'>, { now }: Context): Step {
  if (isYounger(state.since, now, timing.stillInFrontMs)) return stay(state);
  return state.hidden ? finish(state, true) : stay(byHand(state, true));
}

function byHand({ visit, outcome, failure, result }: Returning, accepted: boolean): ByHand {
  return { name: 'byHand', visit, outcome, failure, result, accepted, tapped: false };
}

/** Gone to the app with the result, as far as can be known; then it must not be sent again. Else the person comes back to the button. */
export function leaveByHand(state: ByHand): Step {
  return state.accepted || state.tapped ? finish(state, true) : stay(state);
}

export function noteTap(state: ByHand): Step {
  return stay({ ...state, tapped: true });
}

/** `invalid scene`, or a system that cannot: there is no third way, and the result is of no more use. */
export function concludeLaunchApp(state: ByHand, { ok }: EventOf<'launchAppAnswered'>): Step {
  return state.tapped ? finish(state, ok) : stay(state);
}

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
