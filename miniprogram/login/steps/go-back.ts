import { type Failure, isShown, type ShownFailure } from '../failure';
import { isObject, parseJson } from '../json';
import { errorResult } from '../result';
import type {
  About,
  Asking,
  DeliveryState,
  Failed,
  Finished,
  ManualReturn,
  Returning,
  State,
  Switch,
  Working,
} from '../state';
import { hasTime, isOver, isYounger, launchEnds, timing } from '../timing';
import type { AppVisit } from '../visit';
import { fail, launchExpired } from './fail';
import { type Context, type EventOf, type Step, stay } from './step';
import { hide, withFrame } from './visit';

/* The one place where a result leaves, and what becomes of it. */

export function goBackOk(
  visit: AppVisit,
  result: string,
  validity: NonNullable<Validity>,
  context: Context,
): Step {
  const { since } = validity;
  if (isOver(visit, context.now, timing.answerLifeMs))
    return fail({ visit }, launchExpired, context);
  const ms = Math.min(validity.ms, launchEnds(visit, timing.answerLifeMs) - since);
  // It has waited for a program that was suspended: the app could do nothing with it.
  return isYounger(since, context.now, ms)
    ? goBack(visit, { outcome: 'ok', failure: null, result, validity: { since, ms } }, context)
    : fail({ visit }, resultExpired, context);
}

const resultExpired: ShownFailure = {
  code: 'code_expired',
  message: 'The result was too old for the app',
};

export function goBackWithError(visit: AppVisit, failure: Failure, context: Context): Step {
  return goBack(
    visit,
    { outcome: 'error', failure, result: errorResult(visit.launch, failure), validity: null },
    context,
  );
}

type Validity = Returning['validity'];
type Going = Pick<Returning, 'outcome' | 'failure' | 'result' | 'validity'>;

/** Where WeChat cannot go back by itself, the person's tap does it from the start. */
function goBack(visit: AppVisit, going: Going, context: Context): Step {
  if (!visit.canGoBack) return stay(manualReturn({ visit, ...going }, null));
  const { now } = context;
  const extraData = visit.brand.extraData === 'object' ? asObject(going.result) : going.result;
  const hidden = visit.inFront ? 'no' : 'before';
  return {
    state: { name: 'returning', visit, ...going, since: now, hidden, accepted: false },
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
  // What went wrong at the phone is over where the login needs none: this is the person's choice.
  return notice?.code === undefined || isShown(notice) ? notNow : notice;
}

const notNow: Failure = { code: 'user_cancelled', message: 'The person chose not to log in' };
export const consentRefused: Failure = {
  code: 'consent_refused',
  message: 'The person did not agree to the agreements',
};

export function goBackWithFailure(
  { visit, failure }: Failed,
  _: EventOf<'backToAppTapped'>,
  context: Context,
): Step {
  return goBackWithError(visit, failure, context);
}

/**
 * Perhaps the switch to the app, perhaps the person: only a yes of WeChat's, at about the same
 * time, says which.
 */
export function handleHidden(state: Returning, _: EventOf<'hidden'>, context: Context): Step {
  const hidden = state.hidden === 'no' ? 'since' : state.hidden;
  const away: Returning = { ...state, visit: hide(state.visit), hidden };
  return state.accepted ? finish(away, deliveryOf(state, context)) : stay(away);
}

/**
 * `ok` can come before a switch that then does not happen
 * (docs/wechat.md#going-back-ok-proves-nothing): it counts while the program is hidden. One that
 * comes when the person is back proves nothing, and the result may have gone all the same.
 */
export function handleGoBackAnswer(
  state: Returning,
  { ok }: EventOf<'goBackAnswered'>,
  context: Context,
): Step {
  const { hidden, visit, accepted } = state;
  if (!ok) return accepted ? stay(state) : offer(state, null, context);
  if (hidden === 'no') return stay({ ...state, accepted: true });
  const isBecauseOfIt = hidden === 'since' && !visit.inFront;
  return finish(state, isBecauseOfIt ? deliveryOf(state, context) : 'unknown');
}

/** The call is some seconds old at most: hidden and accepted belong together. */
function deliveryOf({ since }: Returning, { now }: Context): DeliveryState {
  return isYounger(since, now, timing.switchMs) ? 'delivered' : 'unknown';
}

/** Still in front: the person's own tap is the other way back. WeChat may yet switch, late. */
export function offerManualReturn(
  state: Returning,
  _: EventOf<'alarmRang'>,
  context: Context,
): Step {
  const { since, accepted, hidden } = state;
  if (hasTime(state, context.now, timing.stillInFrontMs)) return stay(state);
  if (hidden !== 'no') return finish(state, 'unknown');
  return offer(state, { since, acceptedAt: accepted ? since : null }, context);
}

function offer(state: Returning, call: Switch | null, context: Context): Step {
  const offered = manualReturn(state, call);
  return isValid(offered, context) ? stay(offered) : finish(offered, lostOrUnknown(offered));
}

function manualReturn(
  { visit, outcome, failure, result, validity }: Going & { readonly visit: AppVisit },
  call: Switch | null,
): ManualReturn {
  return {
    name: 'manualReturn',
    visit,
    outcome,
    failure,
    result,
    validity,
    call,
    tap: null,
    failedOnce: false,
    mayHaveGone: false,
  };
}

export function isValid({ validity }: Returning | ManualReturn, { now }: Context): boolean {
  return validity === null || isYounger(validity.since, now, validity.ms);
}

/** What may have been switched to the app is not lost for sure. */
export function lostOrUnknown({ call, tap, mayHaveGone }: ManualReturn): DeliveryState {
  return call === null && tap === null && !mayHaveGone ? 'lost' : 'unknown';
}

/** Back in front: the button carries the result again, if that is still good. */
export function comeBack(state: State, context: Context): Step {
  const backAt = state.visit.inFront ? state.visit.backAt : context.now;
  const page = state.visit.page === 'ahead' ? 'loaded' : state.visit.page;
  const back = withFrame(state, { inFront: true, backAt, page });
  return back.name === 'manualReturn' && !isValid(back, context)
    ? finish(back, lostOrUnknown(back))
    : stay(back);
}

export function exit(state: About | Finished): Step {
  return { state, effects: [{ type: 'exit' }] };
}

/** Nothing more goes to the app; the result, which may hold tokens, is forgotten. */
export function finish(
  { visit, outcome, failure }: Returning | ManualReturn,
  delivery: DeliveryState,
  confirmableUntil = 0,
): Step {
  return stay({ name: 'finished', visit, outcome, failure, delivery, confirmableUntil });
}
