/** A company's set-up at GenAuth. `startSandbox` takes what the brand under test needs; the rest has defaults. */
export interface Tenant {
  readonly userPoolId: string;
  /** Redeems tickets; belongs on the app's own server, but the old documents show it in the app. */
  readonly userPoolSecret: string;
  /** The origin that tokens and discovery name, though the double listens elsewhere. */
  readonly origin: string;
  readonly app: {
    /** 24 hex. */
    readonly id: string;
    readonly name: string;
    readonly logo: string;
  };
  readonly connection: Connection;
  readonly agreements: readonly TenantAgreement[];
  readonly tickets: TicketPolicy;
  readonly behaviour: Behaviour;
}

/** The identity source "APP Launches Mini Program". */
export interface Connection {
  /** Its id, which the Guard SDK sends as `connId`. */
  readonly id: string;
  /** "Unique ID" in the console: what `extIdpConnidentifier` names. */
  readonly identifier: string;
  readonly displayName: string;
  /** The mini program's registration with WeChat. */
  readonly appid: string;
  readonly secret: string;
  readonly originalId: string;
  /** The mobile app's AppID at WeChat's open platform. */
  readonly mobileAppID: string;
}

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

export interface TicketPolicy {
  /** Ours: the real call that mints a ticket is not public, so each tenant names its own. */
  readonly endpoint: string;
  readonly lifeSeconds: number;
  /** `app2WxappLoginStrategy.ticketExchangeUserInfoNeedSecret` */
  readonly needsSecret: boolean;
  /** One known client expects `data` as JSON text. */
  readonly dataAsText: boolean;
}

/** May change while the sandbox runs. */
export interface Behaviour {
  /** "Login Only Mode": existing accounts only. */
  loginOnly: boolean;
  /** The whole app takes no new accounts. */
  registrationDisabled: boolean;
  /** Both spellings are in use. */
  expirySpelling: 'expires_in' | 'expire_in';
  agreementEnabled: boolean;
}

export type TenantOptions = Partial<Omit<Tenant, 'app' | 'connection' | 'tickets' | 'behaviour'>> & {
  readonly app?: Partial<Tenant['app']>;
  readonly connection?: Partial<Connection>;
  readonly tickets?: Partial<TicketPolicy>;
  readonly behaviour?: Partial<Behaviour>;
};

/** A tenant complete with defaults: the demo's own. */
export function createTenant(options: TenantOptions = {}): Tenant {
  const origin = options.origin ?? 'https://core.genauth.ai';
  return {
    userPoolId: options.userPoolId ?? '65f0ba5eba11ba5eba11ba5e',
    userPoolSecret: options.userPoolSecret ?? 'sandbox-user-pool-secret',
    origin,
    app: { id: '65f0c0ffee65f0c0ffee65f0', name: 'Harbor', logo: `${origin}/logo.png`, ...options.app },
    connection: {
      id: '65f0c0111ec7104c0111ec70',
      identifier: 'harbor-wechat',
      displayName: '微信登录',
      appid: 'wx0123456789abcdef',
      secret: 'sandbox-app-secret',
      originalId: 'gh_0123456789ab',
      mobileAppID: 'wxfedcba0987654321',
      ...options.connection,
    },
    agreements: options.agreements ?? demoAgreements,
    tickets: {
      endpoint: '/api/v3/mint-app2wxapp-ticket',
      lifeSeconds: 120,
      needsSecret: true,
      dataAsText: false,
      ...options.tickets,
    },
    behaviour: {
      loginOnly: false,
      registrationDisabled: false,
      expirySpelling: 'expires_in',
      agreementEnabled: true,
      ...options.behaviour,
    },
  };
}

const demoAgreements: readonly TenantAgreement[] = [
  agreement(1, 'zh-CN', '我已阅读并同意 <a href="https://core.genauth.ai/terms">《用户协议》</a>', 2),
  agreement(2, 'zh-CN', '我已阅读并同意 <a href="https://core.genauth.ai/privacy">《隐私政策》</a>', 2),
  agreement(3, 'en-US', 'I agree to the <a href="https://core.genauth.ai/terms">Terms of Service</a>', 2),
  agreement(4, 'en-US', 'I agree to the <a href="https://core.genauth.ai/privacy">Privacy Policy</a>', 2),
  agreement(5, 'zh-CN', '注册时同意 <a href="https://core.genauth.ai/register">《注册须知》</a>', 0),
];

function agreement(
  id: number,
  lang: TenantAgreement['lang'],
  title: string,
  availableAt: TenantAgreement['availableAt'],
): TenantAgreement {
  return { id, title, lang, required: true, order: id, availableAt };
}
