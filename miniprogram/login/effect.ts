import type { RequestPurpose, Timer } from './event';

/**
 * What the log-in asks of the world. `compose.ts` hands each to one port in `wechat/`; answers come back as events with the same
 * `attempt`.
 */
export type Effect =
  /** `wx.login`: answers `loginCodeArrived` or `loginCodeFailed`. */
  | { readonly type: 'fetchLoginCode'; readonly attempt: number }
  /** `wx.getPrivacySetting`: answers `privacyRead`, or nothing when it fails. */
  | { readonly type: 'readPrivacy'; readonly attempt: number }
  /** Answers `responded` (whatever the HTTP status) or `requestFailed`. */
  | { readonly type: 'request'; readonly attempt: number; readonly purpose: RequestPurpose; readonly request: HttpRequest }
  /** Encrypts `plaintext` to `key`: answers `sealed` or `sealFailed`. */
  | { readonly type: 'seal'; readonly attempt: number; readonly plaintext: string; readonly key: PublicKey }
  /** Fires `timerFired` after `ms`; replaces a running timer of the same name. */
  | { readonly type: 'startTimer'; readonly attempt: number; readonly timer: Timer; readonly ms: number }
  | { readonly type: 'stopTimer'; readonly timer: Timer }
  /** `wx.navigateBackApplication`: answers `goBackAnswered`. */
  | { readonly type: 'goBack'; readonly attempt: number; readonly extraData: string | Readonly<Record<string, unknown>> }
  /** Shows an agreement; `agreementsOf(state, brand)` finds it by its id. */
  | { readonly type: 'openAgreement'; readonly id: string }
  | { readonly type: 'openPrivacyContract' }
  | { readonly type: 'copy'; readonly text: string }
  /** `wx.exitMiniProgram`. */
  | { readonly type: 'exit' };

export interface HttpRequest {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly timeoutMs: number;
}

/** The app's one-time P-256 key: JWK members, each 32 bytes as unpadded base64url. */
export interface PublicKey {
  readonly x: string;
  readonly y: string;
}
