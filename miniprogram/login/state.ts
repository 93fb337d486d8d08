import type { Agreement } from './brand';
import type { Consent, GivenConsent } from './consent';
import type { Failure, ShownFailure } from './failure';
import type { PhoneGrant } from './phone';
import type { AppVisit, Visit } from './visit';

/**
 * Where a login stands. One member for each row of `table.ts`; docs/flow.md draws it.
 *
 * A state holds a secret only while a later step still needs it: the login code until it is sent,
 * the phone's grant only while a login code is on its way, the result until it has gone. Tokens are
 * never held apart from the result.
 */
export type State =
  | Idle
  | About
  | Identifying
  | Preparing
  | Asking
  | Renewing
  | SigningIn
  | Minting
  | Sealing
  | Failed
  | Returning
  | ManualReturn
  | Finished;

export type StateName = State['name'];

/** Before the first launch was read. */
export interface Idle {
  readonly name: 'idle';
  readonly visit: Visit;
}

/** Opened by hand: nobody waits for a result. */
export interface About {
  readonly name: 'about';
  readonly visit: Visit;
  /** Empty while GenAuth's configuration has not been read (`agreements.from` is `genauth`). */
  readonly agreements: readonly Agreement[];
  readonly cannotOpen: boolean;
}

interface UnderWay {
  readonly visit: AppVisit;
}

/**
 * Something else has to answer. `since`: ms since 1970; `alarm.ts` says for how long each state
 * waits.
 */
interface Waiting {
  readonly since: number;
}

interface Consented {
  readonly consent: GivenConsent;
}

/**
 * A hosted program: asking the directory whose launch it is. Shown as working, in the provider's
 * look.
 */
export interface Identifying extends UnderWay, Waiting {
  readonly name: 'identifying';
  /** The login code is fetched side by side. */
  readonly loginCode: LoginCode;
}

/** Reading the agreements from GenAuth's public configuration. Shown as working. */
export interface Preparing extends UnderWay, Waiting {
  readonly name: 'preparing';
  /** The login code is fetched side by side. */
  readonly loginCode: LoginCode;
}

/** The login screen. */
export interface Asking extends UnderWay {
  readonly name: 'asking';
  /** Ticked only while what was agreed to is what stands on the screen (`terms.ts`). */
  readonly consent: Consent;
  /** The sheet that asks for the agreements, and which button opened it. */
  readonly sheet: 'phone' | 'withoutPhone' | null;
  /**
   * What went wrong without needing a screen of its own: `phone_denied`, `privacy_refused`,
   * `consent_refused`, ...
   */
  readonly notice: Notice | null;
  readonly loginCode: LoginCode;
  /**
   * WeChat's phone sheet may be open. Not shown: the button must stay
   * (docs/wechat.md#the-phone-button-must-stay-until-it-answers).
   */
  readonly phonePrompt: PhonePrompt | null;
}

/**
 * The person has said yes to all that is asked, and the login code is too old or not there yet.
 * Shown as working.
 */
export interface Renewing extends UnderWay, Consented, Waiting {
  readonly name: 'renewing';
  readonly phone: GrantedPhone | null;
}

/** `signin-by-mobile` is on its way. Shown as working. */
export interface SigningIn extends UnderWay, Consented, Waiting {
  readonly name: 'signingIn';
}

/** The brand's ticket endpoint is on its way. Shown as working. */
export interface Minting extends UnderWay, Consented, Waiting {
  readonly name: 'minting';
}

/** The session is being encrypted to the app's key. Shown as working. */
export interface Sealing extends UnderWay, Consented, Waiting {
  readonly name: 'sealing';
}

/** The states that the working screen shows. */
export type Working = Extract<State, { readonly name: (typeof workingNames)[number] }>;

const workingNames = [
  'identifying',
  'preparing',
  'renewing',
  'signingIn',
  'minting',
  'sealing',
] as const;

export function isWorking(state: State): state is Working {
  return workingNames.some((name) => name === state.name);
}

/**
 * The failure screen. `failures[failure.code]` says whose it is and whether trying again can help.
 */
export interface Failed extends UnderWay {
  readonly name: 'failed';
  readonly failure: ShownFailure;
  /** When it happened, ms since 1970. */
  readonly at: number;
  /** Null: the agreements could not be read; trying again reads them. */
  readonly consent: Consent | null;
}

/**
 * Said above the button: why the person is still here, or that an agreement cannot be read right
 * now, which does not change why.
 */
export type Notice =
  | (Failure & { readonly cannotOpen?: true })
  | { readonly cannotOpen: true; readonly code?: undefined };

/** How a login ended. */
export interface LoginOutcome {
  readonly outcome: 'ok' | 'error';
  /** Why, when `outcome` is `error`. */
  readonly failure: Failure | null;
}

interface Going extends UnderWay, LoginOutcome {
  /** Exactly what the app gets: the text for `navigateBackApplication` and for `app-parameter`. */
  readonly result: string;
  /** What the result is made of is valid from `since` for `ms`; null: it holds nothing that ages. */
  readonly validity: { readonly since: number; readonly ms: number } | null;
}

/** Asked WeChat to go back to the app; it has 1.5 s. */
export interface Returning extends Going, Waiting {
  readonly name: 'returning';
  /**
   * The program was hidden since the call, or was before it: the result may have gone, and must not
   * go a second time. Only what was hidden since can be hidden because of it.
   */
  readonly hidden: 'no' | 'since' | 'before';
  /**
   * WeChat said that it goes back, which proves nothing
   * (docs/wechat.md#going-back-ok-proves-nothing).
   */
  readonly accepted: boolean;
}

/** Something that may switch to the app, and has not failed. */
export interface Switch {
  /** ms since 1970. */
  readonly since: number;
  /** When WeChat said yes to it, ms since 1970; null: it has not. */
  readonly acceptedAt: number | null;
}

/**
 * WeChat did not go back by itself: the person's tap on a `launchApp` button carries the same
 * result.
 */
export interface ManualReturn extends Going {
  readonly name: 'manualReturn';
  /** `navigateBackApplication`; null: it has failed, or is not there. */
  readonly call: Switch | null;
  /** The button; null: it was not tapped, or did not help. */
  readonly tap: Switch | null;
  /** The button was tapped, and did not help: it may the next time. */
  readonly failedOnce: boolean;
  /**
   * A tap was not answered with an error: on a split screen, where nothing hides, the app may have
   * the result, whatever becomes of the next tap.
   */
  readonly mayHaveGone: boolean;
}

/**
 * `delivered`: WeChat said yes, and was hidden because of it. `unknown`: it may have switched.
 * `lost`: the app has nothing.
 */
export type DeliveryState = 'delivered' | 'unknown' | 'lost';

/** Nothing more to send: words that say what the person does next, and the way out. */
export interface Finished extends UnderWay, LoginOutcome {
  readonly name: 'finished';
  readonly delivery: DeliveryState;
  /** Until then, and while hidden, WeChat's yes to the button still counts; ms since 1970. */
  readonly confirmableUntil: number;
}

/**
 * A login code of `wx.login`. `since` is when it was asked for, so that its age is never
 * underrated.
 */
export type LoginCode =
  | { readonly status: 'fetching'; readonly since: number }
  | { readonly status: 'ready'; readonly code: string; readonly since: number };

/**
 * `since`: the tap, ms since 1970. What it brings may be as old
 * (docs/wechat.md#the-phone-codes-life-starts-at-the-tap).
 */
export interface PhonePrompt {
  readonly since: number;
}

export interface GrantedPhone {
  readonly grant: PhoneGrant;
  /** No younger than this, ms since 1970. */
  readonly since: number;
}
