import { readAgreements } from '../genauth/public-config';
import type { About } from '../state';
import { exit, openAgreement, openPrivacyContract, rememberPrivacy } from './common';
import { enter } from './enter';
import { type EventOf, keepWaiting, notShown, type Row, type Step, stay, tooLate } from './row';

export const about: Row<'about'> = {
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
  agreementOpened: openAgreement,
  privacyContractOpened: openPrivacyContract,
  launchAppTapped: notShown,
  launchAppAnswered: tooLate,
  exitTapped: exit,
  loginCodeArrived: tooLate,
  loginCodeFailed: tooLate,
  privacyRead: rememberPrivacy,
  responded: showAgreements,
  requestFailed: goWithoutAgreements,
  sealed: tooLate,
  sealFailed: tooLate,
  goBackAnswered: tooLate,
  timerFired: tooLate,
};

/** Nothing is agreed to here: without the configuration the page does without the links. */
function showAgreements(state: About, { purpose, response }: EventOf<'responded'>): Step {
  if (purpose !== 'agreements') return stay(state);
  const read = readAgreements(response, state.lang);
  return 'agreements' in read ? stay({ ...state, agreements: read.agreements }) : stay(state);
}

function goWithoutAgreements(state: About): Step {
  return stay(state);
}
