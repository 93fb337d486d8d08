import type { Failure } from '../failure';
import { sealedResult } from '../result';
import type { Sealing } from '../state';
import { cancel, rememberPrivacy } from './common';
import { enter } from './enter';
import { fail, timedOut } from './fail';
import { goBackOk } from './go-back';
import { type Context, type EventOf, keepWaiting, notShown, type Row, type Step, stay, tooLate } from './row';

export const sealing: Row<'sealing'> = {
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
  responded: tooLate,
  requestFailed: tooLate,
  sealed: sendSealed,
  sealFailed: failSealing,
  goBackAnswered: tooLate,
  timerFired: giveUp,
};

/** A compact JWE of direct key agreement: five parts, the second empty. Anything else must not pass for a sealed session. */
const compactJwe = /^[\w-]+\.\.[\w-]+\.[\w-]+\.[\w-]+$/;

function sendSealed(state: Sealing, { jwe }: EventOf<'sealed'>, context: Context): Step {
  if (!compactJwe.test(jwe)) return failSealing(state, undefined, context);
  const { launch, agreements, agreedAt } = state;
  return goBackOk(state, launch, sealedResult(launch.state, jwe, { agreements, at: agreedAt }), context);
}

/** The session is not sent open instead: the app asked that only it can read it. */
function failSealing(state: Sealing, _: unknown, context: Context): Step {
  const failure: Failure = { code: 'unsupported_client', message: 'The session could not be sealed to the key of the launch' };
  return fail(state, failure, state, context);
}

function giveUp(state: Sealing, { timer }: EventOf<'timerFired'>, context: Context): Step {
  return timer === 'deadline' ? fail(state, timedOut('The sealing'), state, context) : stay(state);
}
