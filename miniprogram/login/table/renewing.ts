import type { Renewing } from '../state';
import { cancel, failLoginCode, rememberPrivacy } from './common';
import { enter } from './enter';
import { fail, timedOut } from './fail';
import { type Context, type EventOf, keepWaiting, notShown, type Row, type Step, stay, tooLate } from './row';
import { sendRenewed } from './send';

export const renewing: Row<'renewing'> = {
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
  loginCodeArrived: sendRenewedCode,
  loginCodeFailed: failLoginCode,
  privacyRead: rememberPrivacy,
  responded: tooLate,
  requestFailed: tooLate,
  sealed: tooLate,
  sealFailed: tooLate,
  goBackAnswered: tooLate,
  timerFired: giveUp,
};

function sendRenewedCode(state: Renewing, { code }: EventOf<'loginCodeArrived'>, context: Context): Step {
  return sendRenewed(state, code, context);
}

function giveUp(state: Renewing, { timer }: EventOf<'timerFired'>, context: Context): Step {
  return timer === 'deadline' ? fail(state, timedOut('WeChat'), state, context) : stay(state);
}
