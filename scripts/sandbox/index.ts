import { Hono } from 'hono';
import type { VirtualClock } from './clock';
import { createFaults, type Faults } from './faults/faults';
import { skewable } from './faults/skew';
import { Accounts } from './genauth/accounts';
import { loadKeys } from './genauth/keys';
import { oidcRoutes } from './genauth/oidc-routes';
import { genauthRefusals } from './genauth/refusals';
import { SignIn } from './genauth/sign-in';
import { Tenant, type TenantOptions } from './genauth/tenant';
import { Tickets } from './genauth/tickets';
import { Tokens } from './genauth/tokens';
import { v2Routes } from './genauth/v2-routes';
import { v3Routes } from './genauth/v3-routes';
import { WechatGateway } from './genauth/wechat-gateway';
import type { Env } from './http';
import { createJournal, type Journal } from './journal';
import { people as demoPeople, People, type Person } from './people';
import { knowsPath, startServer } from './server';
import { memoryStore } from './store/store';
import { clientSide } from './wechat/client-side';
import { WechatCloud } from './wechat/cloud';
import { type MiniProgram, type MobileApp, miniProgram } from './wechat/program';
import { wechatRefusals } from './wechat/refusals';
import { serverSide } from './wechat/server-side';

export { type Clock, createClock, type VirtualClock } from './clock';
export { genauthAnswer, genauthAnswers, wechatAnswer } from './faults/answers';
export type { Fault, FaultRule } from './faults/fault';
export type { Faults } from './faults/faults';
export type { Account } from './genauth/accounts';
export type { App, Connection, Tenant, TenantOptions } from './genauth/tenant';
export type { Exchange, Journal } from './journal';
export { type Person, people } from './people';
export { type MiniProgram, type MobileApp, miniProgram } from './wechat/program';

export interface SandboxOptions {
  readonly clock: VirtualClock;
  /** Default: the demo's people. */
  readonly people?: readonly Person[];
  readonly tenant?: TenantOptions;
  /** More mini programs than those that the tenant's connections name. */
  readonly programs?: readonly MiniProgram[];
  /** More mobile apps than those that the tenant's connections name. */
  readonly mobileApps?: readonly MobileApp[];
  /** Where both servers listen; default 127.0.0.1, and free ports. */
  readonly host?: string;
  readonly ports?: { readonly genauth: number; readonly wechat: number };
}

/** Doubles of WeChat's servers and of GenAuth: two servers, of which the second calls the first as the real one does. */
export interface Sandbox {
  readonly people: readonly Person[];
  /** Adds a person, or changes one; GenAuth's accounts follow. */
  setPerson(person: Person): void;
  removePerson(id: string): void;
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
  /** As it was when it started, at the same addresses and with the same keys. */
  reset(): void;
  close(): Promise<void>;
}

export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const { host = '127.0.0.1', ports = { genauth: 0, wechat: 0 } } = options;
  const clock = skewable(options.clock);
  const store = memoryStore();
  const journal = createJournal();
  const people = new People(options.people ?? demoPeople, store);
  const tenant = new Tenant(options.tenant ?? {}, store);

  const cloud = new WechatCloud(clock, people, registrations(tenant, options), store);
  const wechatRoutes = new Hono<Env>().route('/', clientSide(cloud)).route('/', serverSide(cloud));
  const wechatFaults = faultsOf('WeChat', wechatRoutes, wechatRefusals.foreignFaults);
  const shared = { clock, store, journal, host };
  const wechat = await startServer(wechatRoutes, {
    ...shared,
    name: 'WeChat',
    faults: wechatFaults,
    refusals: wechatRefusals,
    source: 'scripts/sandbox/wechat/',
    port: ports.wechat,
  });

  const accounts = new Accounts(clock, tenant, people, store);
  const gateway = new WechatGateway(clock, wechat.url);
  const signIn = new SignIn(tenant, gateway, accounts);
  const tokens = new Tokens(clock, tenant, accounts, await loadKeys(store), store);
  const tickets = new Tickets(clock, tenant.tickets, store);
  const parts = { clock, tenant, accounts, gateway, signIn, tokens, tickets };
  const genauthRoutes = new Hono<Env>().route('/', v3Routes(parts)).route('/', v2Routes(parts)).route('/', oidcRoutes(parts));
  const genauthFaults = faultsOf('GenAuth', genauthRoutes, genauthRefusals.foreignFaults);
  const genauth = await startServer(genauthRoutes, {
    ...shared,
    name: 'GenAuth',
    faults: genauthFaults,
    refusals: genauthRefusals,
    source: 'scripts/sandbox/genauth/',
    port: ports.genauth,
  });
  tenant.listensAt(genauth.url);
  await store.settled();

  return {
    get people() {
      return people.all();
    },
    setPerson(person) {
      people.set(person);
      accounts.seed(person);
    },
    removePerson(id) {
      const person = people.get(id);
      if (!person) return;
      accounts.remove(person);
      people.delete(id);
    },
    journal,
    wechat: {
      url: wechat.url,
      faults: wechatFaults,
      get program() {
        const program = cloud.program(tenant.connection.appid);
        if (!program) throw new Error(`no mini program ${tenant.connection.appid} is registered with WeChat`);
        return program;
      },
    },
    genauth: { url: genauth.url, faults: genauthFaults, tenant, accounts, issuer: tokens.issuer },
    reset() {
      for (const part of [people, tenant, cloud, accounts, gateway, tokens, tickets]) part.reset();
      wechatFaults.clear();
      genauthFaults.clear();
      journal.clear();
    },
    async close() {
      await Promise.all([genauth.close(), wechat.close()]);
      await store.close();
    },
  };
}

/** What must be registered with WeChat for the tenant's connections to work, and what was given. */
function registrations(tenant: Tenant, { programs = [], mobileApps = [] }: SandboxOptions) {
  const connections = [...tenant.connections.values()];
  return {
    programs: [...connections.map(({ appid, secret, originalId }) => miniProgram({ appid, secret, originalId })), ...programs],
    mobileApps: [
      ...connections.map(({ mobileAppID: appid, appid: program }) => ({ appid, verified: true, associated: [program] })),
      ...mobileApps,
    ],
  };
}

function faultsOf(name: string, routes: Hono<Env>, foreign: Parameters<typeof createFaults>[0]['foreign']): Faults {
  return createFaults({ name, knows: (path) => knowsPath(routes, path), foreign });
}
