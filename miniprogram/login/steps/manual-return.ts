import { own, text } from '../json';
import type { Finished, ManualReturn, Switch } from '../state';
import { isYounger, timing } from '../timing';
import { finish, isValid, lostOrUnknown } from './go-back';
import { type Context, type EventOf, type Step, stay } from './step';
import { hide } from './visit';

/* The `launchApp` button, which carries the result when WeChat did not go back by itself. */

/**
 * Where something may have switched to the app, the result must not be sent again. That it has is
 * only said when WeChat's yes and the hiding belong together. Else the person comes back to the
 * button.
 */
export function finishWhenHidden(
  state: ManualReturn,
  _: EventOf<'hidden'>,
  { now }: Context,
): Step {
  const { call, tap, mayHaveGone } = state;
  const away = { ...state, visit: hide(state.visit) };
  if (call === null && tap === null && !mayHaveGone) return stay(away);
  const hasAccepted = (one: Switch | null, ms: number): boolean =>
    one?.acceptedAt != null &&
    isYounger(one.acceptedAt, now, timing.switchMs) &&
    isYounger(one.since, now, ms);
  const isKnown = hasAccepted(call, timing.switchMs) || hasAccepted(tap, timing.sheetMs);
  const canBeConfirmed = tap !== null && isYounger(tap.since, now, timing.sheetMs);
  return finish(
    away,
    isKnown ? 'delivered' : 'unknown',
    canBeConfirmed ? now + timing.switchMs : 0,
  );
}

/** WeChat's yes to the button comes when the program is hidden already. */
export function confirmDelivery(
  state: Finished,
  { ok }: EventOf<'launchAppAnswered'>,
  { now }: Context,
): Step {
  const isInTime = now < state.confirmableUntil && now >= state.confirmableUntil - timing.switchMs;
  return ok && state.delivery === 'unknown' && isInTime && !state.visit.inFront
    ? stay({ ...state, delivery: 'delivered' })
    : stay(state);
}

/** What stands on the button is worth nothing any more. */
export function letExpire(state: ManualReturn, _: EventOf<'alarmRang'>, context: Context): Step {
  return isValid(state, context) ? stay(state) : finish(state, lostOrUnknown(state));
}

export function markTap(
  state: ManualReturn,
  _: EventOf<'launchAppTapped'>,
  { now }: Context,
): Step {
  const mayHaveGone = state.mayHaveGone || state.tap !== null;
  return stay({ ...state, tap: { since: now, acceptedAt: null }, failedOnce: false, mayHaveGone });
}

/**
 * Success alone says nothing: a cancelled sheet has it too. Most errors pass, offline for one; only
 * `invalid scene` means that there is no way back
 * (docs/wechat.md#neither-event-of-the-button-is-final).
 */
export function handleLaunchAppAnswer(
  state: ManualReturn,
  { ok, detail }: EventOf<'launchAppAnswered'>,
  { now }: Context,
): Step {
  const { tap } = state;
  if (tap === null) return stay(state);
  if (ok) return stay({ ...state, tap: { ...tap, acceptedAt: now }, mayHaveGone: true });
  if (/(?:invalid|forbidden) scene/i.test(text(own(detail, 'errMsg')) ?? ''))
    return finish(state, lostOrUnknown({ ...state, tap: null }));
  return stay({ ...state, tap: null, failedOnce: true });
}

/** WeChat has answered late to the call of before. A yes that it gave is never forgotten. */
export function handleLateGoBackAnswer(
  state: ManualReturn,
  { ok }: EventOf<'goBackAnswered'>,
  { now }: Context,
): Step {
  const { call } = state;
  if (call === null) return stay(state);
  if (ok) return stay({ ...state, call: { ...call, acceptedAt: now } });
  return stay(call.acceptedAt === null ? { ...state, call: null } : state);
}

export function exitWithoutResult(state: ManualReturn): Step {
  return { state: finish(state, lostOrUnknown(state)).state, effects: [{ type: 'exit' }] };
}
