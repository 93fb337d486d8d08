import type { EventType } from './event';
import type { StateName } from './state';
import {
  askWithAgreements,
  failAgreements,
  openAgreement,
  openPrivacyContract,
  rememberPrivacy,
  showAgreements,
  tellCannotOpen,
} from './steps/agreements';
import { agreeAndGoOn, choose, closeSheet, goOn, goOnWithoutPhone, tick } from './steps/consent';
import { enter, markLaunch, tryAgain } from './steps/enter';
import { copySupport, giveUp } from './steps/fail';
import {
  cancel,
  decline,
  exit,
  goBackWithFailure,
  leave,
  leaveByHand,
  leaveForGood,
  letExpire,
  noteHidden,
  noteTap,
  offerByHand,
  weighAnswer,
  weighLateAnswer,
  weighLaunchApp,
} from './steps/go-back';
import { failLoginCode, giveUpOrRefresh, keepLoginCode } from './steps/login-code';
import { markPrompt, takePhone } from './steps/phone';
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

export type Row<N extends StateName> = { readonly [T in EventType]?: Cell<StateOf<N>, EventOf<T>> };

// In every state; and as long as there is a launch.
const entered = enter;
const opened = { entered, pageLoaded: markLaunch, hidden: noteHidden };
// While something is under way that the person can break off.
const working = { ...opened, declined: cancel, privacyRead: rememberPrivacy, alarmRang: giveUp };

/**
 * What logging in means: for each state, the events that mean something there. `unheard` says why
 * all others leave it alone.
 */
// biome-ignore format: a row is easier to read on few lines
export const table: { readonly [N in StateName]: Row<N> } = {
  idle: { entered },
  about: {
    entered, agreementOpened: openAgreement, privacyContractOpened: openPrivacyContract, exitTapped: exit,
    openFailed: tellCannotOpen, privacyRead: rememberPrivacy, responded: showAgreements,
  },
  preparing: {
    ...working, loginCodeArrived: keepLoginCode, loginCodeFailed: failLoginCode, responded: askWithAgreements,
    requestFailed: failAgreements,
  },
  asking: {
    ...opened, hidden: markPrompt,
    agreementsToggled: tick, optionToggled: choose, primaryTapped: goOn, sheetAgreed: agreeAndGoOn, sheetClosed: closeSheet,
    withoutPhoneTapped: goOnWithoutPhone, phoneAnswered: takePhone, declined: decline,
    agreementOpened: openAgreement, privacyContractOpened: openPrivacyContract, openFailed: tellCannotOpen,
    loginCodeArrived: keepLoginCode, loginCodeFailed: failLoginCode, privacyRead: rememberPrivacy, alarmRang: giveUpOrRefresh,
  },
  renewing: { ...working, loginCodeArrived: sendRenewedCode, loginCodeFailed: failLoginCode },
  signingIn: { ...working, responded: takeSession, requestFailed: failSignIn },
  minting: { ...working, responded: takeTicket, requestFailed: failMinting },
  sealing: { ...working, sealed: sendSealed, sealFailed: failSealing },
  failed: {
    ...opened, retryTapped: tryAgain, gaveUp: goBackWithFailure, supportCopied: copySupport, privacyRead: rememberPrivacy,
  },
  returning: { ...opened, hidden: leave, goBackAnswered: weighAnswer, alarmRang: offerByHand },
  byHand: {
    ...opened, hidden: leaveByHand, launchAppTapped: noteTap, launchAppAnswered: weighLaunchApp,
    goBackAnswered: weighLateAnswer, exitTapped: leaveForGood, alarmRang: letExpire,
  },
  finished: { ...opened, exitTapped: exit },
};

/** Why a state that does not list an event leaves it alone. */
export type Unheard =
  /** Every state lists it. */
  | 'never'
  /** There is no launch whose page it could be. */
  | 'noLaunch'
  /** The screen of this state has no such control: a tap that was meant for the screen before. */
  | 'notShown'
  /**
   * An answer that changes nothing here: this state did not ask for it, has given it up, or does
   * without.
   */
  | 'tooLate'
  /**
   * Being in the background changes nothing here: answers and the alarm come when the program is
   * back.
   */
  | 'keepWaiting';

/** Closed by its type: an event that nobody has thought about does not compile. */
export const unheard: { readonly [T in EventType]: Unheard } = {
  entered: 'never',
  pageLoaded: 'noLaunch',
  hidden: 'keepWaiting',
  agreementsToggled: 'notShown',
  optionToggled: 'notShown',
  primaryTapped: 'notShown',
  sheetAgreed: 'notShown',
  sheetClosed: 'notShown',
  withoutPhoneTapped: 'notShown',
  phoneAnswered: 'tooLate',
  declined: 'notShown',
  retryTapped: 'notShown',
  gaveUp: 'notShown',
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
