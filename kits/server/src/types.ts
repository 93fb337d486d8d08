/** What an app agrees upon with the mini program it opens; `docs/host-app.md` describes each. */
export type ReturnContract = 'session' | 'sealed' | 'codes' | 'ticket';

/** What the app is registered with. */
export interface AppRegistration {
  /** Origin, `https://core.genauth.ai`. */
  readonly genauth: string;
  /** Where public-config is: `https://console.genauth.ai`. */
  readonly console: string;
  /** GenAuth application, 24 hex. */
  readonly appId: string;
  /** Unique ID of the identity source. */
  readonly connection: string;
  readonly userPoolId: string;
  /** For `ticket` only. A real app keeps it on its server and redeems there. */
  readonly userPoolSecret: string;
  /**
   * Seconds by which this clock and GenAuth's may differ; default 0. Each one lets a token be as
   * much older.
   */
  readonly clockToleranceS?: number;
  /**
   * Seconds by which GenAuth's clock may be ahead of this one; default 60. More only where the
   * clock is a phone's, which its owner may set.
   */
  readonly genauthAheadS?: number;
}

/** What the app stands on: in a browser, on Node, with the real network or a mapped one. */
export interface AppPlatform {
  readonly fetch: (url: string, init?: RequestInit) => Promise<Response>;
  /** ms since 1970: whether a token is old or has expired is asked of this clock. */
  readonly now: () => number;
}

/**
 * What a login may ask of the mini program, besides the contract. Those that a contract can't say
 * are left out.
 */
export interface LaunchPreferences {
  readonly phone?: 'required' | 'optional' | 'none';
  readonly scope?: string;
  /** Any BCP 47 tag: it is mapped to a language of the contract, or left out. */
  readonly lang?: string;
  /** `codes`: launch with contract 1 and a `state`, and not with nothing, as the Guard SDK does. */
  readonly withState?: boolean;
}

/** A login that has begun. */
export interface LoginAttempt {
  readonly contract: ReturnContract;
  /** For `WXLaunchMiniProgram.Req.path`; '' opens the home page. */
  readonly path: string;
}

/**
 * How WeChat hands the text over
 * (docs/wechat.md#the-buttons-text-arrives-as-another-message-on-android).
 */
export interface Delivery {
  readonly by: 'WXLaunchMiniProgram.Resp' | 'ShowMessageFromWX.Req';
  /** `extMsg` of the first, `message.messageExt` of the second. */
  readonly text: string;
}

/** As a native module hands it over: null, undefined and other things where there is no text. */
export type NativeDelivery = Omit<Delivery, 'text'> & { readonly text: unknown };

/** Who signed in, as far as the contract tells. */
export interface SignedIn {
  readonly id: string;
  readonly name: string | null;
  readonly phone: string | null;
}

export type Conclusion =
  | {
      readonly ok: true;
      readonly who: SignedIn;
      readonly claims: Readonly<Record<string, unknown>>;
      /**
       * What the app has held the answer to; empty where somebody else answers for it (`codes`,
       * `ticket`: GenAuth, asked directly).
       */
      readonly checks: readonly Check[];
      /** Null where the contract brings none (`ticket`). */
      readonly tokens: Tokens | null;
      readonly error: null;
    }
  | {
      readonly ok: false;
      readonly who: null;
      readonly claims: null;
      readonly checks: readonly [];
      readonly error: AppError;
    };

/**
 * GenAuth's answer to a sign-in: `access_token`, `id_token`, `refresh_token`, `expires_in`,
 * `scope`, as they came.
 */
export type Tokens = Readonly<Record<string, unknown>>;

/** One thing that was compared and fits; what doesn't fit ends in an error. */
export interface Check {
  readonly id: CheckId;
  /** What it was: the key's id, the issuer, the time at which it ends. Nothing secret. */
  readonly detail: string;
}

/** In the order in which they are made. */
export const checkIds = [
  'state',
  'seal',
  'signature',
  'issuer',
  'audience',
  'expiry',
  'issued',
  'nonce',
  'access_token',
] as const;
export type CheckId = (typeof checkIds)[number];

/**
 * `code` is the mini program's own (`phone_denied`, ...) where the contract carries it, else one of
 * `refusalCodes`.
 */
export interface AppError {
  readonly code: string;
  readonly message: string;
  readonly apiCode?: number;
  readonly requestId?: string;
}
