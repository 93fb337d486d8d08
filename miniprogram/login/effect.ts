import type { RequestPurpose } from './event';
import type { PublicKey } from './launch/launch';

/**
 * What the login asks of WeChat and the network. `compose.ts` hands each to one port in `wechat/`;
 * answers come back as events with the same `attempt`.
 */
export type Effect =
  /** `wx.login`: answers `loginCodeArrived` or `loginCodeFailed`. */
  | { readonly type: 'fetchLoginCode'; readonly attempt: number }
  /** `wx.getPrivacySetting`: answers `privacyRead`, or nothing when it fails. */
  | { readonly type: 'readPrivacy'; readonly attempt: number }
  /** Answers `responded` (whatever the HTTP status) or `requestFailed`. */
  | {
      readonly type: 'request';
      readonly attempt: number;
      readonly purpose: RequestPurpose;
      readonly request: HttpRequest;
    }
  /** Fetches what sealing takes, so that it is there when the person has read and agreed. */
  | { readonly type: 'prepareSeal' }
  /** Encrypts `plaintext` to `key`: answers `sealed` or `sealFailed`. */
  | {
      readonly type: 'seal';
      readonly attempt: number;
      readonly plaintext: string;
      readonly key: PublicKey;
    }
  /** `wx.navigateBackApplication`: answers `goBackAnswered`. */
  | {
      readonly type: 'goBack';
      readonly attempt: number;
      readonly extraData: string | Readonly<Record<string, unknown>>;
    }
  /**
   * Shows an agreement; `documentOf` finds it by its id. Answers `openFailed` when
   * that is not possible.
   */
  | { readonly type: 'openAgreement'; readonly attempt: number; readonly id: string }
  | { readonly type: 'openPrivacyContract'; readonly attempt: number }
  | { readonly type: 'copy'; readonly text: string }
  /** For the developer of the app; nothing secret. */
  | { readonly type: 'note'; readonly text: string }
  /** `wx.exitMiniProgram`. */
  | { readonly type: 'exit' };

export interface HttpRequest {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly timeoutMs: number;
}
