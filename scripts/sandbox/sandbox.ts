import type { VirtualClock } from './base/clock';
import type { Journal } from './base/journal';
import type { FaultRule } from './contract/fault';
import type { Person } from './contract/person';
import type { Faults } from './faults/faults';
import type { Accounts } from './genauth/accounts';
import type { Tenant, TenantOptions } from './genauth/tenant';
import type { MiniProgram, MobileApp } from './wechat/program';

export interface SandboxOptions {
  readonly clock: VirtualClock;
  /** Default: the demo's people. */
  readonly people?: readonly Person[];
  readonly tenant?: TenantOptions;
  /** More mini programs than those that the tenant's connections name. */
  readonly programs?: readonly MiniProgram[];
  /** More mobile apps than those that the tenant's connections name. */
  readonly mobileApps?: readonly MobileApp[];
  /** How others reach GenAuth, where that is not its own address: behind a proxy, or by a name. */
  readonly origin?: string;
  /** Where both servers listen; default 127.0.0.1, and free ports. */
  readonly host?: string;
  readonly ports?: { readonly genauth: number; readonly wechat: number };
  /** Both doubles speak TLS, with certificates of an authority of the sandbox's own. */
  readonly https?: boolean;
  /** An HTTP proxy that leads clients with fixed hosts to the doubles; 0: a free port. */
  readonly proxy?: { readonly port: number };
  /**
   * The folder of the authority for `https` and `proxy`. Default: in `data`; where there is none, a
   * temporary one, which goes when the sandbox ends.
   */
  readonly authority?: string;
  /** A folder that keeps everything; default: nothing outlives the process. */
  readonly data?: string;
  /** Faults that are in store from the start. */
  readonly faults?: readonly FaultRule[];
}

/**
 * Doubles of WeChat's servers and of GenAuth: two servers, of which the second calls the first as
 * the real one does.
 */
export interface Sandbox {
  readonly people: readonly Person[];
  /** Adds a person, or changes one; GenAuth's accounts follow. */
  setPerson(person: Person): void;
  /** What both were asked. */
  readonly journal: Journal;
  readonly wechat: {
    readonly url: string;
    readonly faults: Faults;
    /** The tenant's mini program; its `phoneService` may be changed. */
    readonly program: MiniProgram;
  };
  readonly genauth: {
    readonly url: string;
    readonly faults: Faults;
    /** Its applications and connections may be changed. */
    readonly tenant: Tenant;
    readonly accounts: Accounts;
    /** What `iss` says. */
    readonly issuer: string;
  };
  /** The proxy, where there is one. */
  readonly proxy?: { readonly url: string };
  /** The certificate that clients must trust, where there is TLS. */
  readonly authority?: { readonly file: string; readonly certificate: string };
  /** As it was when it started, at the same addresses and with the same keys. */
  reset(): void;
  /** Ends open connections too. */
  close(): Promise<void>;
}
