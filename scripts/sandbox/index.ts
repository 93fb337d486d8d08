import { Hono } from 'hono';
import type { Clock } from './clock';
import { createFaults, type Faults } from './faults';
import { Accounts } from './genauth/accounts';
import { oidcRoutes } from './genauth/oidc-routes';
import { SignIn } from './genauth/sign-in';
import { createTenant, type Tenant, type TenantOptions } from './genauth/tenant';
import { Tickets } from './genauth/tickets';
import { Tokens } from './genauth/tokens';
import { v2Routes } from './genauth/v2-routes';
import { v3Routes } from './genauth/v3-routes';
import { WechatGateway } from './genauth/wechat-gateway';
import { createJournal, type Journal } from './journal';
import { people as demoPeople, type Person } from './people';
import { type Env, startServer } from './server';
import { clientSide } from './wechat/client-side';
import { WechatCloud } from './wechat/cloud';
import { type MiniProgram, miniProgram } from './wechat/program';
import { serverSide } from './wechat/server-side';

export { type Clock, createClock, type VirtualClock } from './clock';
export { type Fault, type FaultRule, type Faults, genauthAnswer, genauthAnswers, wechatAnswer } from './faults';
export type { Account } from './genauth/accounts';
export type { Tenant, TenantOptions } from './genauth/tenant';
export type { Exchange, Journal } from './journal';
export { type Person, people } from './people';
export { type MiniProgram, miniProgram } from './wechat/program';

export interface SandboxOptions {
  readonly clock: Clock;
  /** Default: the demo's people. */
  readonly people?: readonly Person[];
  readonly tenant?: TenantOptions;
  /** More mini programs than the one that the tenant's connection names. */
  readonly programs?: readonly MiniProgram[];
}

/** Doubles of WeChat's servers and of GenAuth: two servers on 127.0.0.1, of which the second calls the first as the real one does. */
export interface Sandbox {
  readonly people: readonly Person[];
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
    /** Its `behaviour` may be changed. */
    readonly tenant: Tenant;
    readonly accounts: Accounts;
    /** What `iss` says. */
    readonly issuer: string;
  };
  /** As it was when it started, at the same addresses and with the same keys: accounts, codes, tickets, behaviour, faults, journal. */
  reset(): void;
  close(): Promise<void>;
}

export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const { clock, people = demoPeople } = options;
  const tenant = createTenant(options.tenant);
  const journal = createJournal();
  const { appid, secret } = tenant.connection;
  const program = miniProgram({ appid, secret });

  const cloud = new WechatCloud(clock, people, [program, ...(options.programs ?? [])]);
  const wechatFaults = createFaults();
  const wechatRoutes = new Hono<Env>().route('/', clientSide(cloud)).route('/', serverSide(cloud));
  const wechat = await startServer(wechatRoutes, {
    name: 'WeChat',
    clock,
    journal,
    faults: wechatFaults,
    source: 'scripts/sandbox/wechat/',
  });

  const accounts = new Accounts(clock, tenant.behaviour, people);
  const gateway = new WechatGateway(wechat.url, tenant.connection);
  const signIn = new SignIn(tenant.connection, gateway, accounts);
  const tokens = await Tokens.create(clock, tenant, accounts);
  const tickets = new Tickets(clock, tenant.tickets);
  const parts = { clock, tenant, accounts, gateway, signIn, tokens, tickets };
  const genauthFaults = createFaults();
  const genauthRoutes = new Hono<Env>().route('/', v3Routes(parts)).route('/', v2Routes(parts)).route('/', oidcRoutes(parts));
  const genauth = await startServer(genauthRoutes, {
    name: 'GenAuth',
    clock,
    journal,
    faults: genauthFaults,
    source: 'scripts/sandbox/genauth/',
  });

  const atFirst = { behaviour: { ...tenant.behaviour }, phoneService: program.phoneService };
  return {
    people,
    journal,
    wechat: { url: wechat.url, faults: wechatFaults, program },
    genauth: { url: genauth.url, faults: genauthFaults, tenant, accounts, issuer: tokens.issuer },
    reset() {
      Object.assign(tenant.behaviour, atFirst.behaviour);
      program.phoneService = atFirst.phoneService;
      for (const part of [cloud, accounts, gateway, tokens, tickets]) part.reset();
      wechatFaults.clear();
      genauthFaults.clear();
      journal.clear();
    },
    async close() {
      await Promise.all([genauth.close(), wechat.close()]);
    },
  };
}
