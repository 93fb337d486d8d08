import type { Failure } from './failure';

/** Options of a launch or a return, as WeChat gives them; `query` is not to be trusted. */
export interface EnterOptions {
  readonly path: string;
  readonly query: unknown;
  readonly scene: number;
}

/**
 * Everything that can happen to a log-in. `attempt` numbers the launch an answer belongs to (copy it from the effect): answers
 * of an abandoned attempt are dropped by the table, not by the adapters.
 */
export type Event =
  // The host app and WeChat
  /** Every `App.onShow`, the first one included. Whether it is a launch or only a return to the front is read from it here. */
  | {
      readonly type: 'entered';
      readonly options: EnterOptions;
      /** WeChat's language, as `zh_CN`. */
      readonly language: string;
      readonly clientLacks: readonly ClientAbility[];
    }
  /** `App.onHide`. */
  | { readonly type: 'hidden' }
  // The person
  | { readonly type: 'agreementsToggled'; readonly agreed: boolean }
  /** Any tap on the primary button, also when its open type asks WeChat for the phone: it comes before `phoneAnswered`. */
  | { readonly type: 'primaryTapped' }
  /** Any tap on the sheet's agree button, also when its open type asks WeChat for the phone. */
  | { readonly type: 'sheetAgreed' }
  | { readonly type: 'sheetClosed' }
  | { readonly type: 'withoutPhoneTapped' }
  /** `detail` of getPhoneNumber's event as it is; `phone.ts` reads it. */
  | { readonly type: 'phoneAnswered'; readonly detail: unknown }
  /** "Not now"; also the way out while working. */
  | { readonly type: 'declined' }
  | { readonly type: 'retryTapped' }
  | { readonly type: 'gaveUp' }
  | { readonly type: 'supportCopied' }
  | { readonly type: 'agreementOpened'; readonly id: string }
  | { readonly type: 'privacyContractOpened' }
  /** The tap itself; `launchAppAnswered` tells what came of it. */
  | { readonly type: 'launchAppTapped' }
  | { readonly type: 'launchAppAnswered'; readonly ok: boolean }
  | { readonly type: 'exitTapped' }
  // Answers to effects
  | { readonly type: 'loginCodeArrived'; readonly attempt: number; readonly code: string }
  | { readonly type: 'loginCodeFailed'; readonly attempt: number; readonly failure: Failure }
  | {
      readonly type: 'privacyRead';
      readonly attempt: number;
      readonly needsAuthorization: boolean;
      readonly contractName: string;
    }
  | { readonly type: 'responded'; readonly attempt: number; readonly purpose: RequestPurpose; readonly response: HttpResponse }
  | {
      readonly type: 'requestFailed';
      readonly attempt: number;
      readonly purpose: RequestPurpose;
      readonly reason: 'network' | 'timeout';
    }
  | { readonly type: 'sealed'; readonly attempt: number; readonly jwe: string }
  | { readonly type: 'sealFailed'; readonly attempt: number }
  | { readonly type: 'goBackAnswered'; readonly attempt: number; readonly ok: boolean }
  /** The alarm of `alarm.ts`, perhaps late or of a state before. */
  | { readonly type: 'alarmRang' };

export type EventType = Event['type'];

export type RequestPurpose = 'agreements' | 'signIn' | 'ticket';

/** What an old client cannot do; found by feature detection in `wechat/`. */
export type ClientAbility = 'navigateBackApplication' | 'exitMiniProgram' | 'getPrivacySetting' | 'getRandomValues';

export interface HttpResponse {
  readonly status: number;
  /** Parsed JSON, or the text when it was none. Not to be trusted. */
  readonly body: unknown;
}
