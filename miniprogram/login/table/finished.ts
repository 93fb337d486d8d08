import { exit } from './common';
import { enter } from './enter';
import { keepWaiting, notShown, type Row, tooLate } from './row';

export const finished: Row<'finished'> = {
  entered: enter,
  hidden: keepWaiting,
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
  exitTapped: exit,
  loginCodeArrived: tooLate,
  loginCodeFailed: tooLate,
  privacyRead: tooLate,
  responded: tooLate,
  requestFailed: tooLate,
  sealed: tooLate,
  sealFailed: tooLate,
  goBackAnswered: tooLate,
  timerFired: tooLate,
};
