import type { Asking } from '../state';
import { failLoginCode, openAgreement, openPrivacyContract, rememberPrivacy } from './common';
import { agreeAndGoOn, closeSheet, decline, goOn, goOnWithoutPhone, tick } from './consent';
import { enter } from './enter';
import { giveUpOrRefresh, keepLoginCode } from './login-code';
import { takePhone } from './phone';
import { notShown, type Row, type Step, stay, tooLate } from './row';

export const asking: Row<'asking'> = {
  entered: enter,
  hidden: markPrompt,
  agreementsToggled: tick,
  primaryTapped: goOn,
  sheetAgreed: agreeAndGoOn,
  sheetClosed: closeSheet,
  withoutPhoneTapped: goOnWithoutPhone,
  phoneAnswered: takePhone,
  declined: decline,
  retryTapped: notShown,
  gaveUp: notShown,
  supportCopied: notShown,
  agreementOpened: openAgreement,
  privacyContractOpened: openPrivacyContract,
  launchAppTapped: notShown,
  launchAppAnswered: tooLate,
  exitTapped: notShown,
  loginCodeArrived: keepLoginCode,
  loginCodeFailed: failLoginCode,
  privacyRead: rememberPrivacy,
  responded: tooLate,
  requestFailed: tooLate,
  sealed: tooLate,
  sealFailed: tooLate,
  goBackAnswered: tooLate,
  timerFired: giveUpOrRefresh,
};

/** An answer that comes after the program was away may have been waiting for it. */
function markPrompt(state: Asking): Step {
  const { phonePrompt } = state;
  return stay(phonePrompt === null ? state : { ...state, phonePrompt: { ...phonePrompt, hidden: true } });
}
