import { isOptional } from '../consent';
import type { Asking } from '../state';
import { sayYes, takeYesBack } from '../terms';
import { isOver, isYounger, timing } from '../timing';
import { fail, launchExpired } from './fail';
import { consentRefused } from './go-back';
import { proceed } from './send';
import { type Context, type EventOf, type Step, stay } from './step';

/* What the person decides on the login screen. */

export function tick(
  state: Asking,
  { agreed }: EventOf<'agreementsToggled'>,
  { now }: Context,
): Step {
  if (!agreed) return stay(takeYesBack(state));
  const { notice } = state;
  const isAnswered = notice?.code === undefined || notice.code === 'consent_refused';
  return stay({ ...sayYes(state, now), notice: isAnswered ? null : notice });
}

/** The other boxes: the one that the login needs stays as it is. */
export function choose(
  state: Asking,
  { id, agreed }: EventOf<'optionToggled'>,
  { now }: Context,
): Step {
  const { consent } = state;
  const others = consent.chosen.filter((chosen) => chosen !== id);
  const isOption = consent.agreements.some((one) => one.id === id && isOptional(one));
  if (!agreed || !isOption) return stay({ ...state, consent: { ...consent, chosen: others } });
  // The receipt names one time: no earlier than any of what it lists was agreed to.
  const yes = consent.yes && { ...consent.yes, at: now };
  return stay({ ...state, consent: { ...consent, yes, chosen: [...others, id] } });
}

/** The primary button: without the agreements it asks for them first. */
export function continueLogin(state: Asking, _: EventOf<'primaryTapped'>, context: Context): Step {
  return continueWith(
    state.visit.launch.phone === 'none' ? 'withoutPhone' : 'phone',
    state,
    context,
  );
}

export function continueWithoutPhone(
  state: Asking,
  _: EventOf<'withoutPhoneTapped'>,
  context: Context,
): Step {
  return state.visit.launch.phone === 'optional'
    ? continueWith('withoutPhone', state, context)
    : stay(state);
}

/**
 * One tap agrees and goes on. The sheet stays while WeChat asks: its button has to be there for the
 * answer (docs/wechat.md#the-phone-button-must-stay-until-it-answers).
 */
export function agreeAndContinue(state: Asking, _: EventOf<'sheetAgreed'>, context: Context): Step {
  if (state.sheet === null || state.loginCode.status === 'fetching') return stay(state);
  return continueWith(state.sheet, sayYes(state, context.now), context);
}

function continueWith(way: 'phone' | 'withoutPhone', state: Asking, context: Context): Step {
  const { visit, consent, loginCode } = state;
  const { yes } = consent;
  if (isOver(visit, context.now, timing.launchLifeMs)) return fail(state, launchExpired, context);
  if (yes === null) return stay({ ...state, sheet: way });
  // The button shows that it waits; its deadline is running.
  if (loginCode.status === 'fetching') return stay(state);
  if (way === 'phone') return stay(askPhone(state, context));
  return proceed({ visit, consent: { ...consent, yes }, phone: null }, loginCode, context);
}

/**
 * A second tap finds the sheet of the first, or WeChat asks twice; unless what the first could give
 * is too old by now.
 */
function askPhone(state: Asking, { now }: Context): Asking {
  const { visit, phonePrompt } = state;
  const isOpen = phonePrompt && isYounger(phonePrompt.since, now, timing.codeLifeMs);
  return {
    ...state,
    visit: { ...visit, asks: visit.asks + 1 },
    notice: null,
    phonePrompt: isOpen ? phonePrompt : { since: now },
  };
}

/**
 * It opens only without a yes: closing it takes back the one that it took, and the phone that
 * WeChat may be asking for.
 */
export function closeSheet(state: Asking): Step {
  if (state.sheet === null) return stay(state);
  return stay({ ...takeYesBack(state), sheet: null, notice: consentRefused });
}
