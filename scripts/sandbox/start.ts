import { Hono } from 'hono';
import { controlRoutes } from './control/routes';
import { enqueue } from './control/rules';
import { createFaults, type Faults } from './faults/faults';
import { skewable } from './faults/skew';
import { Accounts } from './genauth/accounts';
import { loadKeys } from './genauth/keys';
import { graphqlRoute } from './genauth/routes/graphql-route';
import { oidcRoutes } from './genauth/routes/oidc-routes';
import { genauthRefusals } from './genauth/routes/refusals';
import { v2Routes } from './genauth/routes/v2-routes';
import { v3Routes } from './genauth/routes/v3-routes';
import { SignIn } from './genauth/sign-in';
import { Tenant } from './genauth/tenant';
import { Tickets } from './genauth/tickets';
import { Tokens } from './genauth/tokens';
import { WechatGateway } from './genauth/wechat-gateway';
import type { Env, Refusals } from './http';
import { createJournal } from './journal';
import { people as demoPeople, People } from './people';
import type { Sandbox, SandboxOptions } from './sandbox';
import { knowsPath, type Server, startServer } from './server';
import { openDatabase } from './store/database';
import { memoryStore, type Store } from './store/store';
import { clientSide } from './wechat/client-side';
import { WechatCloud } from './wechat/cloud';
import { miniProgram } from './wechat/program';
import { wechatRefusals } from './wechat/refusals';
import { serverSide } from './wechat/server-side';

/** @throws when a port is taken, or another sandbox works in the data folder. */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const store = options.data === undefined ? memoryStore() : await openDatabase(options.data);
  const open: { close(): Promise<void> }[] = [store];
  const close = async () => {
    for (const each of open.toReversed()) await each.close();
  };
  try {
    // A clock that was moved stays moved, or what was kept would be of the future.
    options.clock.advance(store.table<number>('clock').get('moved') ?? 0);
    return await start(options, store, (server) => open.push(server), close);
  } catch (error) {
    await close();
    throw error;
  }
}

async function start(
  options: SandboxOptions,
  store: Store,
  keepOpen: (server: Server) => void,
  close: () => Promise<void>,
): Promise<Sandbox> {
  const { host = '127.0.0.1', ports = { genauth: 0, wechat: 0 }, origin } = options;
  const clock = skewable(options.clock);
  const journal = createJournal();
  const shared = { clock, store, journal, host };
  const people = new People(options.people ?? demoPeople, store);
  const tenant = new Tenant(
    { ...(origin === undefined ? {} : { origin }), ...options.tenant },
    store,
  );

  const cloud = new WechatCloud(clock, people, registrations(tenant, options), store);
  const wechatRoutes = new Hono<Env>().route('/', clientSide(cloud)).route('/', serverSide(cloud));
  const wechatDouble = {
    ...shared,
    ...doubleOf('WeChat', wechatRoutes, wechatRefusals),
    port: ports.wechat,
  };
  const wechat = await startServer(wechatRoutes, wechatDouble);
  keepOpen(wechat);

  const accounts = new Accounts(clock, tenant, people, store);
  const gateway = new WechatGateway(clock, wechat.url);
  const signIn = new SignIn(tenant, gateway, accounts);
  const tokens = new Tokens(clock, tenant, accounts, await loadKeys(store), store);
  const tickets = new Tickets(clock, tenant.tickets, store);
  const parts = { clock, tenant, accounts, gateway, signIn, tokens, tickets };
  const genauthRoutes = new Hono<Env>()
    .route('/', v3Routes(parts))
    .route('/', v2Routes(parts))
    .route('/', oidcRoutes(parts))
    .route('/', graphqlRoute(parts));
  const genauthDouble = {
    ...shared,
    ...doubleOf('GenAuth', genauthRoutes, genauthRefusals),
    port: ports.genauth,
  };

  const faults = [genauthDouble.faults, wechatDouble.faults];
  for (const rule of options.faults ?? []) enqueue(faults, rule);
  const reset = () => {
    for (const part of [people, tenant, cloud, accounts, gateway, tokens, tickets]) part.reset();
    for (const each of faults) each.clear();
    journal.clear();
  };
  const urls = { genauth: '', wechat: wechat.url };
  const known = { people, accounts, tenant, tokens, cloud, faults, journal };
  const beside = controlRoutes({ ...known, clock: options.clock, store, urls, origin, reset });
  const genauth = await startServer(genauthRoutes, { ...genauthDouble, beside });
  keepOpen(genauth);
  urls.genauth = genauth.url;
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
    journal,
    wechat: {
      url: wechat.url,
      faults: wechatDouble.faults,
      get program() {
        const program = cloud.program(tenant.connection.appid);
        if (!program)
          throw new Error(`no mini program ${tenant.connection.appid} is registered with WeChat`);
        return program;
      },
    },
    genauth: {
      url: genauth.url,
      faults: genauthDouble.faults,
      tenant,
      accounts,
      issuer: tokens.issuer,
    },
    reset,
    close,
  };
}

/** What must be registered with WeChat for the tenant's connections to work, and what was given. */
function registrations(tenant: Tenant, { programs = [], mobileApps = [] }: SandboxOptions) {
  const connections = [...tenant.connections.values()];
  return {
    programs: [
      ...connections.map(({ appid, secret, originalId }) =>
        miniProgram({ appid, secret, originalId }),
      ),
      ...programs,
    ],
    mobileApps: [
      ...connections.map(({ mobileAppID: appid, appid: program }) => ({
        appid,
        verified: true,
        associated: [program],
      })),
      ...mobileApps,
    ],
  };
}

function doubleOf(name: 'WeChat' | 'GenAuth', routes: Hono<Env>, refusals: Refusals) {
  const faults: Faults = createFaults({
    name,
    knows: (path) => knowsPath(routes, path),
    foreign: refusals.foreignFaults,
  });
  return { name, faults, refusals, source: `scripts/sandbox/${name.toLowerCase()}/` };
}
