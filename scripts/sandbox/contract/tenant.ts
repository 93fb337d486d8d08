// What GenAuth's console keeps, as the control API shows and takes it.

/** An agreement of an application, as the console keeps it. */
export interface TenantAgreement {
  readonly id: number;
  /** HTML with links. */
  readonly title: string;
  readonly lang: 'zh-CN' | 'zh-TW' | 'en-US' | 'ja-JP';
  readonly required: boolean;
  readonly order: number;
  /** 0 or null: when registering; 1: when logging in; 2: both. */
  readonly availableAt: 0 | 1 | 2 | null;
}

/** A user pool: whose accounts these are. */
export interface Pool {
  readonly id: string;
  /** Redeems tickets; belongs on the app's own server, but the old documents show it in the app. */
  readonly secret: string;
  /**
   * A Pipeline of the pool that copies `options.context.nonce` into the id_token; GenAuth can't by
   * itself.
   */
  nonceClaim: boolean;
}

export interface App {
  /** 24 hex. */
  readonly id: string;
  readonly userPoolId: string;
  name: string;
  logo: string;
  /** Null: a public client. */
  secret: string | null;
  /** Takes no new accounts, whatever the connection says. */
  registrationDisabled: boolean;
  agreementEnabled: boolean;
  agreements: readonly TenantAgreement[];
  /** Where a person may be sent with a code; compared as text. */
  readonly redirectUris: readonly string[];
  /** Where a person may be sent after `/oidc/session/end`. */
  logoutRedirects: readonly string[];
}

/** The identity source "APP Launches Mini Program". */
export interface Connection {
  /** Its id, which the Guard SDK sends as `connId`. */
  readonly id: string;
  readonly userPoolId: string;
  /** "Unique ID" in the console: what `extIdpConnidentifier` names. It can't be changed. */
  readonly identifier: string;
  displayName: string;
  /** "Mini Program ID" and "Mini Program Secret". */
  appid: string;
  secret: string;
  originalId: string;
  /** The mobile app's AppID at WeChat's open platform. */
  mobileAppID: string;
  /** "Login Only Mode": existing accounts only. */
  loginOnly: boolean;
  /** The applications that may use it. */
  apps: readonly string[];
}
