import type { Lang } from '../lang';

/** What an app can ask to get back; docs/host-app.md describes each. */
export type Contract = 'session' | 'codes' | 'ticket';

export type PhonePolicy = 'required' | 'optional' | 'none';

/** The app's one-time P-256 key: JWK members, each 32 bytes as unpadded base64url. */
export interface PublicKey {
  readonly x: string;
  readonly y: string;
}

/** What a launch asks for, read and held against the brand. */
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
