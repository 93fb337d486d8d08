import type { EventType } from '../../../miniprogram/login/event';
import type { StateName } from '../../../miniprogram/login/state';
import type { IgnoreReason } from '../../../miniprogram/login/table';

/**
 * What a cell of the table does, in plain words, and the states that it can lead to other than
 * staying. Tests hold it to what happens.
 */
export interface ActionWords {
  readonly says: string;
  readonly to: readonly StateName[];
}

const goingBack: readonly StateName[] = ['returning', 'manualReturn'];

export const actions: Readonly<Record<string, ActionWords>> = {
  enter: {
    says: 'a launch by an app starts from the beginning, or is refused; coming back to the front gives a waiting state 2 s more and changes nothing else, nor does a launch that WeChat repeats; any other way in shows what the program is for',
    to: ['about', 'identifying', 'preparing', 'asking', 'returning', 'manualReturn', 'finished'],
  },
  openAgreement: { says: 'opens the agreement', to: [] },
  openPrivacyContract: { says: "opens WeChat's privacy contract", to: [] },
  exit: { says: 'closes the program', to: [] },
  rememberPrivacy: {
    says: "remembers WeChat's privacy contract; one that was not on the screen takes the yes back",
    to: [],
  },
  showAgreements: { says: 'shows the links to the agreements', to: [] },
  cancel: { says: 'goes back with `user_cancelled`', to: goingBack },
  keepLoginCode: { says: 'keeps the login code and watches its age', to: [] },
  failLoginCode: { says: 'says that WeChat gave no login code', to: ['failed'] },
  askWithAgreements: {
    says: 'shows the login screen; without readable agreements there is no login',
    to: ['asking', 'failed'],
  },
  failAgreements: { says: 'says that the agreements could not be read', to: ['failed'] },
  failAtDeadline: { says: 'at the deadline, says that no answer came', to: ['failed'] },
  failOrRefresh: {
    says: 'fetches a new login code after 4 minutes; at the deadline, says that none came; 9 minutes after a launch with a `state`, that it has expired',
    to: ['failed'],
  },
  choose: { says: 'ticks the box of an optional agreement, or takes the tick back', to: [] },
  tick: { says: 'ticks the box, or takes the yes back', to: [] },
  continueLogin: {
    says: 'without consent opens the sheet; with it lets WeChat ask for the phone, or goes on where none is wanted; too late for the app, says so',
    to: ['signingIn', 'minting', 'renewing', 'returning', 'manualReturn', 'failed'],
  },
  agreeAndContinue: {
    says: 'agrees, and goes on in the same tap',
    to: ['signingIn', 'minting', 'renewing', 'returning', 'manualReturn', 'failed'],
  },
  closeSheet: {
    says: 'closes the sheet, and takes back a yes that it took; not agreeing is remembered as the reason',
    to: [],
  },
  continueWithoutPhone: {
    says: 'where the phone is optional, goes on without it; without consent opens the sheet first',
    to: ['signingIn', 'minting', 'renewing', 'returning', 'manualReturn', 'failed'],
  },
  takePhone: {
    says: 'sends the codes (`codes`: to the app itself), renews an old login code first, or says why there is no phone; too late for the app, says so',
    to: ['signingIn', 'minting', 'renewing', 'returning', 'manualReturn', 'failed'],
  },
  decline: {
    says: 'goes back with the reason: `user_cancelled`, `consent_refused`, `phone_denied`, ...',
    to: goingBack,
  },
  sendRenewedCode: {
    says: 'sends the codes',
    to: ['signingIn', 'minting', 'returning', 'manualReturn', 'failed'],
  },
  takeSession: {
    says: 'goes back with the session, seals it first where the app asked for that, or says what GenAuth refused',
    to: [...goingBack, 'sealing', 'failed'],
  },
  failSignIn: { says: 'says that GenAuth could not be reached', to: ['failed'] },
  takeTicket: {
    says: 'goes back with the ticket, or says what was refused',
    to: [...goingBack, 'failed'],
  },
  failMinting: { says: 'says that the ticket endpoint could not be reached', to: ['failed'] },
  sendSealed: { says: 'goes back with the sealed session', to: [...goingBack, 'failed'] },
  failSealing: {
    says: 'says that the session could not be sealed; it is never sent open instead',
    to: ['failed'],
  },
  tryAgain: {
    says: 'where trying again can help, starts a new try with new codes',
    to: ['identifying', 'preparing', 'asking'],
  },
  goBackWithFailure: { says: 'goes back with the failure', to: goingBack },
  copySupport: { says: 'copies what support needs', to: [] },
  handleHidden: {
    says: 'the switch to the app, if WeChat has said in the last 5 s that it goes back; without an answer yet, waits for it',
    to: ['finished'],
  },
  handleGoBackAnswer: {
    says: 'yes counts while the program is hidden; when the person is back already, nobody knows; after no, the way back is by hand',
    to: ['finished', 'manualReturn'],
  },
  offerManualReturn: {
    says: 'still in front after 1.5 s: the way back is by hand; was it hidden meanwhile, the result may have gone, and the screen says so',
    to: ['manualReturn', 'finished'],
  },
  finishWhenHidden: {
    says: 'if WeChat may have switched, the result is forgotten: delivered where WeChat said yes in the last 5 s, else nobody knows; if it can not have, the button carries nothing meanwhile',
    to: ['finished'],
  },
  markPage: {
    says: 'after options that WeChat had repeated, they are a new launch; else it belongs to the launch that waits for it, or to the one whose options come next',
    to: ['identifying', 'preparing', 'asking', 'returning', 'manualReturn'],
  },
  showCannotOpen: { says: 'says that it cannot be opened right now', to: [] },
  letExpire: { says: 'what the button carries is too old: the way back is over', to: ['finished'] },
  takeIdentity: {
    says: 'shows the login screen as the app of the answer, or refuses: nobody is served under a name that was not confirmed',
    to: ['asking', 'failed', 'returning', 'manualReturn'],
  },
  failIdentity: { says: 'says that the directory could not be reached', to: ['failed'] },
  noteHidden: { says: 'notes that another app may come next', to: [] },
  markTap: { says: 'notes when the button was tapped', to: [] },
  handleLaunchAppAnswer: {
    says: 'success counts when the program is hidden in the next 5 s; `invalid scene` leaves no way but words; after other errors the button stays',
    to: ['finished'],
  },
  exitWithoutResult: { says: 'forgets the result and closes the program', to: ['finished'] },
  handleLateGoBackAnswer: { says: 'notes whether WeChat may still switch by itself', to: [] },
  confirmDelivery: {
    says: 'a yes that comes within 5 s, with the program still hidden: the result has gone',
    to: [],
  },
};

/** The cells in which nothing happens. */
export const nothing: Readonly<Record<Exclude<IgnoreReason, 'never'>, string>> = {
  notShown: 'this screen has no such control',
  tooLate: 'nobody waits for it here',
};

export const states: Readonly<Record<StateName, string>> = {
  idle: 'before anything came from WeChat',
  about: 'opened by hand: what this program is for, and no login',
  identifying: 'a hosted program asks its directory whose launch it is',
  preparing: "the agreements are being read from GenAuth's public configuration",
  asking: 'the login screen: consent, phone number, not now',
  renewing: 'the person has said yes to all, and the login code is being renewed',
  signingIn: '`signin-by-mobile` is on its way',
  minting: "the brand's ticket endpoint is on its way",
  sealing: "the session is being encrypted to the app's key",
  failed: 'the failure screen: what happened, whose side, what to do',
  returning: '`navigateBackApplication` was called; it has 1.5 s',
  manualReturn: 'a `launchApp` button carries the same result',
  finished: 'nothing more to send',
};

export const events: Readonly<Record<EventType, string>> = {
  entered: 'the program comes to the front',
  pageLoaded: 'the login page is loaded',
  hidden: 'the program goes to the background',
  agreementsToggled: 'the box is ticked or unticked',
  optionToggled: 'the box of an optional agreement is ticked or unticked',
  primaryTapped: 'the primary button is tapped',
  sheetAgreed: "the sheet's button is tapped",
  sheetClosed: 'the sheet is closed',
  withoutPhoneTapped: '"without the phone number" is tapped',
  phoneAnswered: 'WeChat answers about the phone',
  declined: '"not now" or "cancel" is tapped',
  retryTapped: '"try again" is tapped',
  backToAppTapped: '"back to the app" is tapped',
  supportCopied: '"copy" is tapped',
  agreementOpened: 'an agreement is tapped',
  privacyContractOpened: "WeChat's privacy contract is tapped",
  launchAppTapped: 'the `launchApp` button is tapped',
  launchAppAnswered: 'WeChat says what came of that',
  exitTapped: '"close" is tapped',
  loginCodeArrived: 'a login code arrives',
  loginCodeFailed: 'WeChat gives no login code',
  privacyRead: 'WeChat reports its privacy contract',
  responded: 'a server answers',
  requestFailed: 'a server cannot be reached',
  sealed: 'the session is sealed',
  sealFailed: 'the session cannot be sealed',
  openFailed: 'an agreement cannot be opened',
  goBackAnswered: '`navigateBackApplication` answers',
  alarmRang: 'the alarm rings',
};
