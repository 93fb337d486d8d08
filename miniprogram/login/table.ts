import type { EventType } from './event';
import type { StateName } from './state';
import {
  askWithAgreements,
  failAgreements,
  openAgreement,
  openPrivacyContract,
  rememberPrivacy,
  showAgreements,
  showCannotOpen,
} from './steps/agreements';
import {
  agreeAndContinue,
  choose,
  closeSheet,
  continueLogin,
  continueWithoutPhone,
  tick,
} from './steps/consent';
import { enter, markPage, tryAgain } from './steps/enter';
import { copySupport, failAtDeadline } from './steps/fail';
import {
  cancel,
  decline,
  exit,
  goBackWithFailure,
  handleGoBackAnswer,
  handleHidden,
  offerManualReturn,
} from './steps/go-back';
import { failLoginCode, failOrRefresh, keepLoginCode } from './steps/login-code';
import {
  confirmDelivery,
  exitWithoutResult,
  finishWhenHidden,
  handleLateGoBackAnswer,
  handleLaunchAppAnswer,
  letExpire,
  markTap,
} from './steps/manual-return';
import { takePhone } from './steps/phone';
import { sendRenewedCode } from './steps/send';
import {
  failMinting,
  failSealing,
  failSignIn,
  sendSealed,
  takeSession,
  takeTicket,
} from './steps/sign-in';
import type { Cell, EventOf, StateOf } from './steps/step';
import { noteHidden } from './steps/visit';

export type StateRow<N extends StateName> = {
  readonly [T in EventType]?: Cell<StateOf<N>, EventOf<T>>;
};

export type Rows = { readonly [N in StateName]: StateRow<N> };

// In every state.
const framed = { entered: enter, pageLoaded: markPage, hidden: noteHidden };
// While something is under way that the person can break off.
const working = {
  ...framed,
  declined: cancel,
  privacyRead: rememberPrivacy,
  alarmRang: failAtDeadline,
};

/**
 * What logging in means: for each state, the events that mean something there. `ignoreReasons` says why
 * all others handleHidden it alone. The row of `identifying` is a hosted program's (`hosted/table.ts`).
 */
// biome-ignore format: a row is easier to read on few lines
export const table: Omit<Rows, 'identifying'> = {
  idle: framed,
  about: {
    ...framed,
    agreementOpened: openAgreement, privacyContractOpened: openPrivacyContract, exitTapped: exit,
    openFailed: showCannotOpen, privacyRead: rememberPrivacy, responded: showAgreements,
  },
  preparing: {
    ...working, loginCodeArrived: keepLoginCode, loginCodeFailed: failLoginCode, responded: askWithAgreements,
    requestFailed: failAgreements,
  },
  asking: {
    ...framed,
    agreementsToggled: tick, optionToggled: choose, primaryTapped: continueLogin, sheetAgreed: agreeAndContinue, sheetClosed: closeSheet,
    withoutPhoneTapped: continueWithoutPhone, phoneAnswered: takePhone, declined: decline,
    agreementOpened: openAgreement, privacyContractOpened: openPrivacyContract, openFailed: showCannotOpen,
    loginCodeArrived: keepLoginCode, loginCodeFailed: failLoginCode, privacyRead: rememberPrivacy, alarmRang: failOrRefresh,
  },
  renewing: { ...working, loginCodeArrived: sendRenewedCode, loginCodeFailed: failLoginCode },
  signingIn: { ...working, responded: takeSession, requestFailed: failSignIn },
  minting: { ...working, responded: takeTicket, requestFailed: failMinting },
  sealing: { ...working, sealed: sendSealed, sealFailed: failSealing },
  failed: {
    ...framed, retryTapped: tryAgain, backToAppTapped: goBackWithFailure, supportCopied: copySupport, privacyRead: rememberPrivacy,
  },
  returning: { ...framed, hidden: handleHidden, goBackAnswered: handleGoBackAnswer, alarmRang: offerManualReturn },
  manualReturn: {
    ...framed, hidden: finishWhenHidden, launchAppTapped: markTap, launchAppAnswered: handleLaunchAppAnswer,
    goBackAnswered: handleLateGoBackAnswer, exitTapped: exitWithoutResult, alarmRang: letExpire,
  },
  finished: { ...framed, launchAppAnswered: confirmDelivery, exitTapped: exit },
};

/** Why a state that does not list an event leaves it alone. */
export type IgnoreReason =
  /** Every state lists it. */
  | 'never'
  /** The screen of this state has no such control: a tap that was meant for the screen before. */
  | 'notShown'
  /**
   * An answer that changes nothing here: this state did not ask for it, has given it up, or does
   * without.
   */
  | 'tooLate';

/** Closed by its type: an event that nobody has thought about does not compile. */
export const ignoreReasons: { readonly [T in EventType]: IgnoreReason } = {
  entered: 'never',
  pageLoaded: 'never',
  hidden: 'never',
  agreementsToggled: 'notShown',
  optionToggled: 'notShown',
  primaryTapped: 'notShown',
  sheetAgreed: 'notShown',
  sheetClosed: 'notShown',
  withoutPhoneTapped: 'notShown',
  phoneAnswered: 'tooLate',
  declined: 'notShown',
  retryTapped: 'notShown',
  backToAppTapped: 'notShown',
  supportCopied: 'notShown',
  agreementOpened: 'notShown',
  privacyContractOpened: 'notShown',
  launchAppTapped: 'notShown',
  launchAppAnswered: 'tooLate',
  exitTapped: 'notShown',
  loginCodeArrived: 'tooLate',
  loginCodeFailed: 'tooLate',
  privacyRead: 'tooLate',
  responded: 'tooLate',
  requestFailed: 'tooLate',
  sealed: 'tooLate',
  sealFailed: 'tooLate',
  openFailed: 'tooLate',
  goBackAnswered: 'tooLate',
  alarmRang: 'tooLate',
};
