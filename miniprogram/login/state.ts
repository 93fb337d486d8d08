import type { Agreement } from './brand';
import type { PublicKey } from './effect';
import type { ClientAbility } from './event';
import type { Failure } from './failure';
import type { PhoneGrant } from './phone';
import type { Lang } from './view';

/**
 * Where a log-in stands. One member per row of the table in `flow.ts`; docs/flow.md draws it.
 *
 * A state holds a secret only while a later step still needs it: the log-in code until it is sent, the phone's grant only
 * while a log-in code is on its way, the result until it has gone. Tokens are never held apart from the result.
 */
export type State =
  | Idle
  | About
  | Preparing
  | Asking
  | Renewing
  | SigningIn
  | Minting
  | Sealing
  | Failed
  | Returning
  | ByHand
  | Finished;

export type StateName = State['name'];

interface Base {
  /**
   * Numbers the tries of this process: each launch, each retry and each renewed log-in code begins a new one. Answers that carry another
   * number are dropped.
   */
  readonly attempt: number;
  readonly lang: Lang;
  readonly lacks: readonly ClientAbility[];
}

/** Before the first launch was read. */
export interface Idle extends Base {
  readonly name: 'idle';
}

/** Opened by hand: nobody waits for a result. */
export interface About extends Base {
  readonly name: 'about';
  /** Empty while GenAuth's configuration has not been read (`agreements.from` is `genauth`). */
  readonly agreements: readonly Agreement[];
  readonly privacy: Privacy;
}

/** An app waits for a result. */
interface UnderWay extends Base {
  readonly launch: Launch;
  readonly privacy: Privacy;
}

/** Reading the agreements from GenAuth's public configuration. Shown as working. */
export interface Preparing extends UnderWay, Waiting {
  readonly name: 'preparing';
  /** The log-in code is fetched side by side. */
  readonly loginCode: LoginCode;
}

/** The log-in screen. */
export interface Asking extends UnderWay {
  readonly name: 'asking';
  readonly agreements: readonly Agreement[];
  /** When the box was ticked, ms since 1970; null: it is not ticked. */
  readonly agreedAt: number | null;
  /** The sheet that asks for the agreements, and which button opened it. */
  readonly sheet: 'phone' | 'withoutPhone' | null;
  /** What went wrong without needing a screen of its own: `phone_denied`, `privacy_refused`, `consent_refused`, ... */
  readonly notice: Failure | null;
  readonly loginCode: LoginCode;
  /** WeChat's phone sheet may be open. Not shown: taking the button away would lose its answer (facts on WeChat, 4). */
  readonly phonePrompt: PhonePrompt | null;
}

/** The phone was granted, and the log-in code is too old or not there yet. Shown as working. */
export interface Renewing extends UnderWay, Consented, Waiting {
  readonly name: 'renewing';
  readonly phone: { readonly grant: PhoneGrant; readonly since: number } | null;
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

/** The failure screen. `failures[failure.code]` says whose it is and whether trying again can help. */
export interface Failed extends UnderWay {
  readonly name: 'failed';
  readonly failure: Failure;
  /** When it happened, ms since 1970. */
  readonly at: number;
  /** Null: they could not be read; trying again reads them. */
  readonly agreements: readonly Agreement[] | null;
  readonly agreedAt: number | null;
}

/** Asked WeChat to go back to the app; it has 1.5 s. */
export interface Returning extends Base, Waiting, Going {
  readonly name: 'returning';
  /** The program was hidden since: perhaps that was the switch to the app. */
  readonly hidden: boolean;
  /** WeChat said that it goes back, which proves nothing (facts on WeChat, 1). */
  readonly accepted: boolean;
}

/** WeChat did not go back by itself: the person's tap on a `launchApp` button carries the same result. */
export interface ByHand extends Base, Going {
  readonly name: 'byHand';
  /** WeChat may still go back by itself: being hidden now can mean that the result has gone. */
  readonly accepted: boolean;
  /** The button was tapped, and what came of it is not known yet. */
  readonly tapped: boolean;
}

/** Nothing more to send: words that tell the person to switch by hand, and the way out. */
export interface Finished extends Base {
  readonly name: 'finished';
  /** What the person came for has worked, or not (then `failure` says why, null: it was declined or is unknown). */
  readonly outcome: 'ok' | 'error';
  readonly failure: Failure | null;
  /** The app has the result, as far as can be known. False: the person has to start again from the app. */
  readonly delivered: boolean;
}

/** Every state in which something else has to answer gives up at `deadlineAt`, ms since 1970. */
interface Waiting {
  readonly deadlineAt: number;
}

/** What the person agreed to, and when. */
interface Consented {
  readonly agreements: readonly Agreement[];
  readonly agreedAt: number;
}

interface Going {
  /** Null: it was not understood. */
  readonly launch: Launch | null;
  readonly outcome: 'ok' | 'error';
  /** Why, when `outcome` is `error`. */
  readonly failure: Failure | null;
  /** Exactly what the app gets: the text for `navigateBackApplication` and for `app-parameter`. */
  readonly result: string;
}

/** A log-in code of `wx.login`, with the time at which it was asked for, so that its age is never underrated. */
export type LoginCode =
  | { readonly status: 'fetching'; readonly since: number; readonly deadlineAt: number }
  | { readonly status: 'ready'; readonly code: string; readonly since: number };

export interface PhonePrompt {
  readonly since: number;
  /** The program was hidden meanwhile: the answer may then be as old as the prompt. */
  readonly hidden: boolean;
}

/** WeChat's own privacy contract. `unknown` until it was read, or when this WeChat cannot say. */
export interface Privacy {
  readonly needsAuthorization: boolean | 'unknown';
  /** As WeChat writes it, «...» included; empty: there is none. */
  readonly contractName: string;
}

export type Contract = 'session' | 'codes' | 'ticket';
export type PhonePolicy = 'required' | 'optional' | 'none';

/** A launch that was understood. */
export interface Launch {
  readonly contract: Contract;
  /** Echoed back untouched; null: none was given. */
  readonly state: string | null;
  /** GenAuth application id. */
  readonly app: string;
  /** Unique ID of the identity source. */
  readonly connection: string;
  readonly userPoolId: string | null;
  readonly scope: string;
  readonly phone: PhonePolicy;
  /** The result is sealed to this key. */
  readonly key: PublicKey | null;
  readonly lang: Lang;
}
