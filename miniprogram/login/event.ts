import type { ShownFailure } from './failure';

/** Options of a launch or a return, as WeChat gives them; `query` is not to be trusted. */
export interface EnterOptions {
  readonly path: string;
  readonly query: unknown;
  readonly scene: number;
  /**
   * `referrerInfo.appId`: the app that launched the program
   * (docs/wechat.md#the-launching-app-is-named-by-wechat). Null: WeChat does not say.
   */
  readonly caller: string | null;
}

/**
 * A tap counts for the screen that it was meant for: `screen` is the number that stood on it
 * (`View.number`). A tap that comes when another screen is there already is dropped.
 */
interface OnScreen {
  readonly screen: number;
}

/**
 * Everything that can happen to a login. `attempt` numbers the launch an answer belongs to (copy it
 * from the effect): answers of an abandoned attempt are dropped by the table, not by the adapters.
 */
export type Event =
  // The host app and WeChat
  /**
   * Every `App.onShow`, the first one included. Whether it is a launch or only a return to the
   * front is read from it here.
   */
  | {
      readonly type: 'entered';
      readonly options: EnterOptions;
      /** WeChat's language, as `zh_CN`. */
      readonly language: string;
      readonly canGoBack: boolean;
    }
  /**
   * `Page.onLoad` of the login page: what distinguishes a launch from a mere return
   * (docs/wechat.md#an-apps-launch-loads-the-page-again).
   */
  | { readonly type: 'pageLoaded' }
  /** `App.onHide`. */
  | { readonly type: 'hidden' }
  // The person
  | (OnScreen & { readonly type: 'agreementsToggled'; readonly agreed: boolean })
  /** The box of an optional agreement. */
  | (OnScreen & {
      readonly type: 'optionToggled';
      readonly id: string;
      readonly agreed: boolean;
    })
  /**
   * Any tap on the primary button, also when its open type asks WeChat for the phone: it comes
   * before `phoneAnswered`.
   */
  | (OnScreen & { readonly type: 'primaryTapped' })
  /** Any tap on the sheet's agree button, also when its open type asks WeChat for the phone. */
  | (OnScreen & { readonly type: 'sheetAgreed' })
  | (OnScreen & { readonly type: 'sheetClosed' })
  | (OnScreen & { readonly type: 'withoutPhoneTapped' })
  /** `detail` of getPhoneNumber's event as it is; `phone.ts` reads it. */
  | { readonly type: 'phoneAnswered'; readonly detail: unknown }
  /** "Not now"; also the way out while working. */
  | (OnScreen & { readonly type: 'declined' })
  | (OnScreen & { readonly type: 'retryTapped' })
  | (OnScreen & { readonly type: 'backToAppTapped' })
  | (OnScreen & { readonly type: 'supportCopied' })
  | (OnScreen & { readonly type: 'agreementOpened'; readonly id: string })
  | (OnScreen & { readonly type: 'privacyContractOpened' })
  /** The tap itself; `launchAppAnswered` says what came of it. */
  | (OnScreen & { readonly type: 'launchAppTapped' })
  /**
   * `bindlaunchapp` or `binderror`, with its `detail` as it is; neither is final
   * (docs/wechat.md#neither-event-of-the-button-is-final).
   */
  | { readonly type: 'launchAppAnswered'; readonly ok: boolean; readonly detail: unknown }
  | (OnScreen & { readonly type: 'exitTapped' })
  // Answers to effects
  | { readonly type: 'loginCodeArrived'; readonly attempt: number; readonly code: string }
  | { readonly type: 'loginCodeFailed'; readonly attempt: number; readonly failure: ShownFailure }
  | {
      readonly type: 'privacyRead';
      readonly attempt: number;
      readonly needsAuthorization: boolean;
      readonly contractName: string;
    }
  | {
      readonly type: 'responded';
      readonly attempt: number;
      readonly purpose: RequestPurpose;
      readonly response: HttpResponse;
    }
  | {
      readonly type: 'requestFailed';
      readonly attempt: number;
      readonly purpose: RequestPurpose;
      readonly reason: RequestTrouble;
    }
  | { readonly type: 'sealed'; readonly attempt: number; readonly jwe: string }
  | { readonly type: 'sealFailed'; readonly attempt: number }
  /** The reader of an agreement, or WeChat's contract, could not be opened. */
  | { readonly type: 'openFailed'; readonly attempt: number }
  | { readonly type: 'goBackAnswered'; readonly attempt: number; readonly ok: boolean }
  /** The alarm of `alarm.ts`, perhaps late or of a state before. */
  | { readonly type: 'alarmRang' };

export type EventType = Event['type'];

/**
 * `domain`: WeChat refuses a host that the program's owner has not declared. `redirects`: this
 * WeChat would follow one, so that nothing secret was sent. `wechat`: it could not make the request.
 * `interrupted`: it broke it off, as the program was away.
 */
export type RequestTrouble =
  | 'network'
  | 'timeout'
  | 'domain'
  | 'redirects'
  | 'wechat'
  | 'interrupted';

export type RequestPurpose = 'directory' | 'agreements' | 'signIn' | 'ticket';

export interface HttpResponse {
  readonly status: number;
  /** Parsed JSON, or the text when it was none. Not to be trusted. */
  readonly body: unknown;
}
