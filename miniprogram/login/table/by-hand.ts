import type { ByHand } from '../state';
import { enter } from './enter';
import { finish } from './finish';
import { type EventOf, notShown, type Row, type Step, stay, tooLate } from './row';

export const byHand: Row<'byHand'> = {
  entered: enter,
  hidden: leaveByHand,
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
  launchAppTapped: noteTap,
  launchAppAnswered: concludeLaunchApp,
  exitTapped: leaveForGood,
  loginCodeArrived: tooLate,
  loginCodeFailed: tooLate,
  privacyRead: tooLate,
  responded: tooLate,
  requestFailed: tooLate,
  sealed: tooLate,
  sealFailed: tooLate,
  goBackAnswered: weighLateAnswer,
  timerFired: tooLate,
};

/** Gone to the app with the result, as far as can be known; then it must not be sent again. Else the person comes back to the button. */
function leaveByHand(state: ByHand): Step {
  return state.accepted || state.tapped ? finish(state, true) : stay(state);
}

function noteTap(state: ByHand): Step {
  return stay({ ...state, tapped: true });
}

/** `invalid scene`, or a system that cannot: there is no third way, and the result is of no more use. */
function concludeLaunchApp(state: ByHand, { ok }: EventOf<'launchAppAnswered'>): Step {
  return state.tapped ? finish(state, ok) : stay(state);
}

function weighLateAnswer(state: ByHand, { ok }: EventOf<'goBackAnswered'>): Step {
  return stay({ ...state, accepted: ok });
}

function leaveForGood(state: ByHand): Step {
  const { state: finished } = finish(state, false);
  return { state: finished, effects: [{ type: 'exit' }] };
}
