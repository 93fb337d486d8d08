import type { App, Connection, Pool } from '../contract/tenant';
import type { Store } from '../store/store';
import { demoAgreements } from './agreements';

const MAIN = {
  pool: '65f0ba5eba11ba5eba11ba5e',
  app: '65f0c0ffee65f0c0ffee65f0',
  connection: '65f0c0111ec7104c0111ec70',
};

export interface TicketPolicy {
  /** Ours: the real call that mints a ticket is not public, so each tenant names its own. */
  readonly endpoint: string;
  readonly lifeSeconds: number;
  /** `app2WxappLoginStrategy.ticketExchangeUserInfoNeedSecret` */
  readonly needsSecret: boolean;
  /** How a redeemed ticket is answered. */
  readonly answer: TicketAnswer;
}

/**
 * `user`: the bare user, as GenAuth's guide shows it. `envelope`: `{code, message, data}`, which
 * other clients were written for; `envelope-text` with `data` as JSON text, as one of them expects.
 */
export const TICKET_ANSWERS = ['user', 'envelope', 'envelope-text'] as const;
export type TicketAnswer = (typeof TICKET_ANSWERS)[number];

export interface TenantOptions {
  /**
   * The origin that tokens and discovery name, where the double listens elsewhere; default: its own
   * address.
   */
  readonly origin?: string;
  readonly userPoolId?: string;
  readonly userPoolSecret?: string;
  readonly app?: Partial<App>;
  readonly connection?: Partial<Connection>;
  readonly tickets?: Partial<TicketPolicy>;
  /** A path at which the tenant's own server counts logins; default: none. */
  readonly countsAt?: string;
  /** Next to the first of each. */
  readonly more?: {
    readonly pools?: readonly (Pick<Pool, 'id' | 'secret'> & Partial<Pool>)[];
    readonly apps?: readonly (Pick<App, 'id'> & Partial<App>)[];
    readonly connections?: readonly (Pick<Connection, 'id' | 'identifier'> & Partial<Connection>)[];
  };
}

/**
 * A company's set-up at GenAuth: pools, applications and connections, any number of each. What is
 * not said is the demo's.
 */
export class Tenant {
  readonly pools: Map<string, Pool>;
  readonly apps: Map<string, App>;
  readonly connections: Map<string, Connection>;
  tickets: TicketPolicy;
  /** Both spellings are in use. May change while the sandbox runs. */
  expirySpelling: 'expires_in' | 'expire_in' = 'expires_in';
  readonly #options: TenantOptions;
  readonly countsAt: string | null;
  #origin: string | undefined;

  constructor(options: TenantOptions, store: Store) {
    this.#options = options;
    this.countsAt = options.countsAt ?? null;
    this.#origin = options.origin;
    this.pools = store.table('pools');
    this.apps = store.table('apps');
    this.connections = store.table('connections');
    this.tickets = this.#ticketsAtFirst();
    if (this.pools.size === 0) this.reset();
  }

  /** As it was set up. */
  reset(): void {
    const {
      userPoolId = MAIN.pool,
      userPoolSecret = 'sandbox-user-pool-secret',
      more = {},
    } = this.#options;
    this.expirySpelling = 'expires_in';
    this.tickets = this.#ticketsAtFirst();
    for (const table of [this.pools, this.apps, this.connections]) table.clear();
    for (const pool of [{ id: userPoolId, secret: userPoolSecret }, ...(more.pools ?? [])]) {
      this.pools.set(pool.id, { nonceClaim: false, ...pool });
    }
    const app = { id: MAIN.app, ...this.#options.app };
    for (const each of [app, ...(more.apps ?? [])])
      this.apps.set(each.id, completeApp(each, userPoolId));
    const connection = {
      id: MAIN.connection,
      identifier: 'harbor-wechat',
      ...this.#options.connection,
    };
    for (const each of [connection, ...(more.connections ?? [])]) {
      const apps = [...this.apps.values()]
        .filter((one) => one.userPoolId === (each.userPoolId ?? userPoolId))
        .map(({ id }) => id);
      this.connections.set(each.id, completeConnection(each, userPoolId, apps));
    }
  }

  #ticketsAtFirst(): TicketPolicy {
    return {
      endpoint: '/api/v3/mint-app2wxapp-ticket',
      lifeSeconds: 120,
      needsSecret: true,
      answer: 'user',
      ...this.#options.tickets,
    };
  }

  /** What tokens and discovery name. */
  get origin(): string {
    if (this.#origin === undefined) throw new Error('the sandbox has no address yet');
    return this.#origin;
  }

  /** The double's own address counts where no other origin was given. */
  listensAt(url: string): void {
    this.#origin ??= url;
  }

  /** The one that the sandbox was started with; another when that is gone. */
  get app(): App {
    return main(this.apps, this.#options.app?.id ?? MAIN.app);
  }

  get connection(): Connection {
    return main(this.connections, this.#options.connection?.id ?? MAIN.connection);
  }

  get pool(): Pool {
    return main(this.pools, this.#options.userPoolId ?? MAIN.pool);
  }

  get userPoolId(): string {
    return this.pool.id;
  }

  get userPoolSecret(): string {
    return this.pool.secret;
  }

  /** The connection of this Unique ID that the application may use. */
  connectionOf(app: App, identifier: string): Connection | undefined {
    return this.connectionsOf(app).find((connection) => connection.identifier === identifier);
  }

  connectionsOf(app: App): readonly Connection[] {
    return [...this.connections.values()].filter(
      ({ userPoolId, apps }) => userPoolId === app.userPoolId && apps.includes(app.id),
    );
  }
}

export function completeApp(app: Pick<App, 'id'> & Partial<App>, userPoolId: string): App {
  return {
    userPoolId,
    name: 'Harbor',
    logo: 'https://core.genauth.ai/logo.png',
    secret: null,
    registrationDisabled: false,
    agreementEnabled: true,
    agreements: demoAgreements,
    redirectUris: [],
    logoutRedirects: [],
    ...app,
  };
}

export function completeConnection(
  connection: Pick<Connection, 'id' | 'identifier'> & Partial<Connection>,
  userPoolId: string,
  apps: readonly string[],
): Connection {
  return {
    userPoolId,
    displayName: '微信登录',
    appid: 'wx0123456789abcdef',
    secret: 'sandbox-app-secret',
    originalId: 'gh_0123456789ab',
    mobileAppID: 'wxa0c4e1f2b3d4a5b6',
    loginOnly: false,
    apps,
    ...connection,
  };
}

function main<V>(table: Map<string, V>, id: string): V {
  const value = table.get(id) ?? [...table.values()][0];
  if (value === undefined)
    throw new Error('the tenant has lost its last pool, application or connection');
  return value;
}
