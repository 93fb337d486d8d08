import { readTicketAnswer } from '../genauth/ticket';
import { ticketResult } from '../result';
import type { Minting } from '../state';
import { cancel, rememberPrivacy } from './common';
import { enter } from './enter';
import { cannotReach, fail, timedOut } from './fail';
import { goBackOk } from './go-back';
import { type Context, type EventOf, keepWaiting, notShown, type Row, type Step, stay, tooLate } from './row';

export const minting: Row<'minting'> = {
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
  responded: takeTicket,
  requestFailed: failMinting,
  sealed: tooLate,
  sealFailed: tooLate,
  goBackAnswered: tooLate,
  timerFired: giveUp,
};

function takeTicket(state: Minting, { purpose, response }: EventOf<'responded'>, context: Context): Step {
  if (purpose !== 'ticket') return stay(state);
  const answer = readTicketAnswer(response);
  if ('failure' in answer) return fail(state, answer.failure, state, context);
  return goBackOk(state, state.launch, ticketResult(answer.ticket), context);
}

/** As with signing in: the codes are spent. */
function failMinting(state: Minting, { purpose, reason }: EventOf<'requestFailed'>, context: Context): Step {
  return purpose === 'ticket' ? fail(state, cannotReach('The ticket endpoint', reason), state, context) : stay(state);
}

function giveUp(state: Minting, { timer }: EventOf<'timerFired'>, context: Context): Step {
  return timer === 'deadline' ? fail(state, timedOut('The ticket endpoint'), state, context) : stay(state);
}
