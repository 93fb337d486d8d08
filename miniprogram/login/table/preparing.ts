import { readAgreements } from '../genauth/public-config';
import type { Preparing } from '../state';
import { cancel, failLoginCode, rememberPrivacy } from './common';
import { enter } from './enter';
import { cannotReach, fail, timedOut } from './fail';
import { ask, keepLoginCode, watchAge } from './login-code';
import { type Context, type EventOf, keepWaiting, notShown, type Row, type Step, stay, tooLate } from './row';

export const preparing: Row<'preparing'> = {
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
  loginCodeArrived: keepLoginCode,
  loginCodeFailed: failLoginCode,
  privacyRead: rememberPrivacy,
  responded: askWithAgreements,
  requestFailed: failAgreements,
  sealed: tooLate,
  sealFailed: tooLate,
  goBackAnswered: tooLate,
  timerFired: giveUp,
};

const nothingAgreed = { agreements: null, agreedAt: null };

function askWithAgreements(state: Preparing, { purpose, response }: EventOf<'responded'>, context: Context): Step {
  if (purpose !== 'agreements') return stay(state);
  const read = readAgreements(response, state.lang);
  if ('failure' in read) return fail(state, read.failure, nothingAgreed, context);
  const { attempt, loginCode } = state;
  return { state: ask(state, read.agreements, null, loginCode), effects: watchAge(attempt, loginCode, context) };
}

function failAgreements(state: Preparing, { purpose, reason }: EventOf<'requestFailed'>, context: Context): Step {
  if (purpose !== 'agreements') return stay(state);
  return fail(state, cannotReach("GenAuth's public configuration", reason), nothingAgreed, context);
}

function giveUp(state: Preparing, { timer }: EventOf<'timerFired'>, context: Context): Step {
  if (timer !== 'deadline') return stay(state);
  return fail(state, timedOut("GenAuth's public configuration"), nothingAgreed, context);
}
