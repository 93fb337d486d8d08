import { failures } from '../failure';
import type { Failed, LoginCode } from '../state';
import { supportText } from '../support';
import { timing } from '../timing';
import { rememberPrivacy } from './common';
import { enter, prepare } from './enter';
import { goBackWithError } from './go-back';
import { ask } from './login-code';
import { type Context, type EventOf, keepWaiting, notShown, type Row, type Step, stay, tooLate } from './row';

export const failed: Row<'failed'> = {
  entered: enter,
  hidden: keepWaiting,
  agreementsToggled: notShown,
  primaryTapped: notShown,
  sheetAgreed: notShown,
  sheetClosed: notShown,
  withoutPhoneTapped: notShown,
  phoneAnswered: tooLate,
  declined: notShown,
  retryTapped: tryAgain,
  gaveUp: goBackWithFailure,
  supportCopied: copySupport,
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
  sealed: tooLate,
  sealFailed: tooLate,
  goBackAnswered: tooLate,
  timerFired: tooLate,
};

/**
 * A new try of the same launch, under a new number, so that no answer to the one before can be taken for one of its own. Codes are
 * fetched anew, which takes a new tap for the phone; what was agreed to stays agreed to.
 */
function tryAgain(state: Failed, _: EventOf<'retryTapped'>, context: Context): Step {
  const { lang, lacks, launch, privacy, agreements, agreedAt, failure } = state;
  if (failures[failure.code].retry === 'never') return stay(state);
  const attempt = state.attempt + 1;
  const base = { attempt, lang, lacks, launch, privacy };
  if (agreements === null) return prepare(base, context);
  const loginCode: LoginCode = { status: 'fetching', since: context.now, deadlineAt: context.now + timing.deadlineMs };
  return {
    state: ask(base, agreements, agreedAt, loginCode),
    effects: [
      { type: 'startTimer', attempt, timer: 'deadline', ms: timing.deadlineMs },
      { type: 'fetchLoginCode', attempt },
    ],
  };
}

function goBackWithFailure(state: Failed, _: EventOf<'gaveUp'>, context: Context): Step {
  return goBackWithError(state, state.launch, state.launch, state.failure, context);
}

function copySupport(state: Failed): Step {
  return { state, effects: [{ type: 'copy', text: supportText(state) }] };
}
