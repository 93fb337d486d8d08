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
}

/** What the app stands on: in a browser, on Node, with the real network or a mapped one. */
export interface AppWorld {
  readonly fetch: (url: string, init?: RequestInit) => Promise<Response>;
  /** ms since 1970: whether a token has expired is asked of this clock. */
  readonly now: () => number;
}

/** What a log-in may ask of the mini program, besides the contract. Those that a contract can't say are left out. */
export interface LoginWishes {
  readonly phone?: 'required' | 'optional' | 'none';
  readonly scope?: string;
  readonly lang?: string;
}

/** A log-in that has begun: it holds what the app must remember until the answer comes (`state`, the one-time key). */
export interface LoginAttempt {
  readonly contract: ReturnContract;
  /** For `WXLaunchMiniProgram.Req.path`; '' opens the home page. */
  readonly path: string;
  /** Reads `WXLaunchMiniProgram.Resp.extMsg`, does what is left to do, and says what came of it. */
  conclude(extMsg: string): Promise<Conclusion>;
}

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
      /** What the app has held the answer to; empty where somebody else answers for it (`codes`, `ticket`: GenAuth, asked directly). */
      readonly checks: readonly Check[];
      readonly error: null;
    }
  | { readonly ok: false; readonly who: null; readonly claims: null; readonly checks: readonly []; readonly error: AppError };

/** One thing that was compared and fits; what doesn't fit ends in an error. */
export interface Check {
  readonly id: 'state' | 'signature' | 'issuer' | 'audience' | 'expiry';
  /** What it was: the key's id, the issuer, the time at which it ends. Nothing secret. */
  readonly detail: string;
}

/** `code` is the mini program's own (`phone_denied`, ...) where the contract carries it, else one of the app's. */
export interface AppError {
  readonly code: string;
  readonly message: string;
  readonly apiCode?: number;
  readonly requestId?: string;
}

/** What only the app can find wrong. */
export type AppErrorCode =
  /** `codes`: an empty answer. Why is not told. */
  | 'denied'
  | 'malformed'
  /** The answer belongs to another log-in. */
  | 'state_mismatch'
  | 'token_invalid'
  | 'not_sealed'
  | 'exchange_failed'
  | 'network';
