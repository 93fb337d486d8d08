import type { Effect } from '../effect';
import { readSignInAnswer } from '../genauth/sign-in';
import { sessionResult } from '../result';
import type { SigningIn } from '../state';
import { timing } from '../timing';
import { cancel, rememberPrivacy } from './common';
import { enter } from './enter';
import { cannotReach, fail, timedOut } from './fail';
import { goBackOk } from './go-back';
import { type Context, type EventOf, keepWaiting, notShown, type Row, type Step, stay, tooLate } from './row';

export const signingIn: Row<'signingIn'> = {
  entered: enter,
  hidden: keepWaiting,
  agreementsToggled: notShown,
  primaryTapped: notShown,
  sheetAgreed: notShown,
  sheetClosed: notShown,
  withoutPhoneTapped: notShown,
  phoneAnswered: tooLate,
  declined: cancel,
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
  privacyRead: rememberPrivacy,
  responded: takeSession,
  requestFailed: failSignIn,
  sealed: tooLate,
  sealFailed: tooLate,
  goBackAnswered: tooLate,
  timerFired: giveUp,
};

/** The tokens go straight on: into the result, or to be sealed. No state holds them. */
function takeSession(state: SigningIn, { purpose, response }: EventOf<'responded'>, context: Context): Step {
  if (purpose !== 'signIn') return stay(state);
  const answer = readSignInAnswer(response);
  if ('failure' in answer) return fail(state, answer.failure, state, context);
  const { attempt, launch, agreements, agreedAt } = state;
  if (launch.key === null) {
    return goBackOk(state, launch, sessionResult(launch.state, answer.session, { agreements, at: agreedAt }), context);
  }
  const effects: readonly Effect[] = [
    { type: 'startTimer', attempt, timer: 'deadline', ms: timing.deadlineMs },
    { type: 'seal', attempt, plaintext: JSON.stringify(answer.session), key: launch.key },
  ];
  return { state: { ...state, name: 'sealing', deadlineAt: context.now + timing.deadlineMs }, effects };
}

/** The request may have arrived all the same: the codes in it are spent, and trying again takes new ones. */
function failSignIn(state: SigningIn, { purpose, reason }: EventOf<'requestFailed'>, context: Context): Step {
  return purpose === 'signIn' ? fail(state, cannotReach('GenAuth', reason), state, context) : stay(state);
}

function giveUp(state: SigningIn, { timer }: EventOf<'timerFired'>, context: Context): Step {
  return timer === 'deadline' ? fail(state, timedOut('GenAuth'), state, context) : stay(state);
}
