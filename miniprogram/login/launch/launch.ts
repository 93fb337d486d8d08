import type { Contract, PhonePolicy } from '../contract';
import type { Lang } from '../lang';

/** The app's one-time P-256 key: JWK members, each 32 bytes as unpadded base64url. */
export interface PublicKey {
  readonly x: string;
  readonly y: string;
}

/** What a launch asks for, read and held against the brand. */
export interface Launch {
  readonly contract: Contract;
  /**
   * Echoed back untouched; null: the older contracts give none, and a launch that is refused may
   * lack it.
   */
  readonly state: string | null;
  /** For the id_token, by way of `options.context` (docs/genauth.md#there-is-no-nonce). */
  readonly nonce: string | null;
  /** The AppID of the app that asks; null: WeChat does not say it. */
  readonly caller: string | null;
  /** GenAuth application id. */
  readonly app: string;
  /** Unique ID of the identity source. */
  readonly connection: string;
  readonly userPoolId: string | null;
  /** Separated by spaces; `phone` is cut when no number was given. */
  readonly scope: string;
  readonly phone: PhonePolicy;
  /** The result is sealed to this key. */
  readonly key: PublicKey | null;
  readonly lang: Lang;
}
