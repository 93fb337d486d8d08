import type { ByHand, Returning } from '../state';
import { enter } from './enter';
import { finish } from './finish';
import { type EventOf, notShown, type Row, type Step, stay, tooLate } from './row';

export const returning: Row<'returning'> = {
  entered: enter,
  hidden: leave,
  agreementsToggled: notShown,
  primaryTapped: notShown,
  sheetAgreed: notShown,
  sheetClosed: notShown,
  withoutPhoneTapped: notShown,
  phoneAnswered: tooLate,
  declined: notShown,
  retryTapped: notShown,
  gaveUp: notShown,
  supportCopied: notShown,
  agreementOpened: notShown,
  privacyContractOpened: notShown,
  launchAppTapped: notShown,
  launchAppAnswered: tooLate,
  exitTapped: notShown,
  loginCodeArrived: tooLate,
  loginCodeFailed: tooLate,
  privacyRead: tooLate,
  responded: tooLate,
  requestFailed: tooLate,
  sealed: tooLate,
  sealFailed: tooLate,
  goBackAnswered: weighAnswer,
  timerFired: offerByHand,
};

/** Perhaps the switch to the app, perhaps the person: WeChat's answer and the time tell. */
function leave(state: Returning): Step {
  return state.accepted ? finish(state, true) : stay({ ...state, hidden: true });
}

/** `ok` can come before a switch that then does not happen (facts on WeChat, 1): it counts once the program is hidden. */
function weighAnswer(state: Returning, { ok }: EventOf<'goBackAnswered'>): Step {
  if (!ok) return { state: byHand(state, false), effects: [{ type: 'stopTimer', timer: 'stillInFront' }] };
  return state.hidden ? finish(state, true) : stay({ ...state, accepted: true });
}

/** Still in front: the person's own tap is the other way back. WeChat may yet switch, late. */
function offerByHand(state: Returning, { timer }: EventOf<'timerFired'>): Step {
  if (timer !== 'stillInFront') return stay(state);
  return state.hidden ? finish(state, true) : stay(byHand(state, true));
}

function byHand(state: Returning, accepted: boolean): ByHand {
  const { attempt, lang, lacks, launch, outcome, failure, result } = state;
  return { name: 'byHand', attempt, lang, lacks, launch, outcome, failure, result, accepted, tapped: false };
}
