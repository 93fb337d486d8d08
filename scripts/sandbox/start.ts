import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { guardLocalServer } from '@mini-login/local-server/guard';
import { Hono } from 'hono';
import type { Env, Refusals } from './base/http';
import { createJournal } from './base/journal';
import { people as demoPeople, People } from './base/people';
import { controlRoutes } from './control/routes';
import { enqueue } from './control/rules';
import { createFaults, type Faults } from './faults/faults';
import { skewable } from './faults/skew';
import { Accounts } from './genauth/accounts';
import { AuthorizationCodes } from './genauth/authorize/codes';
import { authorizeRoutes } from './genauth/authorize/routes';
import { loadKeys } from './genauth/keys';
import { directoryRoute } from './genauth/routes/directory-route';
import { graphqlRoute } from './genauth/routes/graphql-route';
import { oidcRoutes } from './genauth/routes/oidc-routes';
import { genauthRefusals } from './genauth/routes/refusals';
import { v2Routes } from './genauth/routes/v2-routes';
import { v3Routes } from './genauth/routes/v3-routes';
import { SignIn } from './genauth/sign-in';
import { Tenant } from './genauth/tenant';
import { Tickets } from './genauth/tickets';
import { TokenStore } from './genauth/tokens';
import { WechatGateway } from './genauth/wechat-gateway';
import type { Sandbox, SandboxOptions } from './sandbox';
import { knowsPath, type Server, startServer } from './server';
import { openDatabase } from './store/database';
import { memoryStore, type Store } from './store/store';
import type { Authority } from './tls/authority';
import { startProxy } from './tls/proxy';
import { clientSide } from './wechat/client-side';
import { WechatCloud } from './wechat/cloud';
import { ThirdPartyPlatform } from './wechat/platform/platform';
import { platformRoutes } from './wechat/platform/routes';
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
    const authority = await openAuthority(options);
    if (authority) open.push(authority);
    return await start({ ...options, authority }, store, (server) => open.push(server), close);
  } catch (error) {
    await close();
    throw error;
  }
}

type StartOptions = Omit<SandboxOptions, 'authority'> & {
  readonly authority: Authority | undefined;
};

async function start(
  options: StartOptions,
  store: Store,
  keepOpen: (server: { close(): Promise<void> }) => void,
  close: () => Promise<void>,
): Promise<Sandbox> {
  const { host = '127.0.0.1', ports = { genauth: 0, wechat: 0 }, origin, authority } = options;
  const clock = skewable(options.clock);
  const journal = createJournal();
  const names = origin === undefined ? [] : [new URL(origin).hostname];
  const tls = options.https && authority ? { authority, names } : undefined;
  const shared = { clock, store, journal, host, tls };
  const people = new People(options.people ?? demoPeople, store);
  const tenant = new Tenant(
    { ...(origin === undefined ? {} : { origin }), ...options.tenant },
    store,
  );

  const cloud = new WechatCloud(clock, people, registrations(tenant, options), store);
  const platform = new ThirdPartyPlatform(clock, cloud, store);
  const wechatRoutes = new Hono<Env>()
    .route('/', clientSide(cloud))
    .route('/', serverSide(cloud))
    .route('/', platformRoutes(platform));
  const wechatDouble = {
    ...shared,
    ...doubleOf('WeChat', wechatRoutes, wechatRefusals),
    port: ports.wechat,
    flag: '--wechat-port',
    // WeChat's servers answer to servers, not to web pages.
    pagesMayRead: () => false,
  };
  const urls = { genauth: '', wechat: '' };
  const inside = { genauth: '', wechat: '' };
  const guardClient = guardLocalServer({ origins: () => namesFor(urls.wechat) });
  const guarded = new Hono<Env>();
  guarded.use('/client/*', guardClient);
  const wechat = await startServer(wechatRoutes, { ...wechatDouble, extra: guarded });
  keepOpen(wechat);
  urls.wechat = wechat.url;
  inside.wechat = wechat.internalUrl;

  const accounts = new Accounts(clock, tenant, people, store);
  const gateway = new WechatGateway(clock, wechat.internalUrl);
  const signIn = new SignIn(tenant, gateway, accounts);
  const tokens = new TokenStore(clock, tenant, accounts, await loadKeys(store), store);
  const tickets = new Tickets(clock, () => tenant.tickets, store);
  const codes = new AuthorizationCodes(clock, store);
  const origins = () => [...namesFor(urls.genauth), tenant.origin];
  const services = {
    ...{ clock, tenant, people, accounts, gateway, signIn, tokens, tickets, codes },
    origins,
  };
  const genauthRoutes = new Hono<Env>()
    .route('/', v3Routes(services))
    .route('/', v2Routes(services))
    .route('/', directoryRoute(services))
    .route('/', oidcRoutes(services))
    .route('/', authorizeRoutes(services))
    .route('/', graphqlRoute(services));
  const genauthDouble = {
    ...shared,
    ...doubleOf('GenAuth', genauthRoutes, genauthRefusals),
    port: ports.genauth,
    flag: '--port',
    // Web apps call GenAuth from pages of their own; only its own page may sign a person in.
    pagesMayRead: (path: string) => !path.startsWith('/oidc/auth'),
  };

  const faults = [genauthDouble.faults, wechatDouble.faults];
  for (const rule of options.faults ?? []) enqueue(faults, rule);
  const reset = () => {
    for (const part of [people, tenant, cloud, platform, accounts, gateway, tokens, tickets, codes])
      part.reset();
    for (const each of faults) each.clear();
    journal.clear();
  };
  const known = { people, accounts, tenant, tokens, cloud, platform, faults, journal };
  const extra = controlRoutes({
    ...known,
    ...{ clock: options.clock, store, urls, inside, origin, reset },
  });
  const genauth = await startServer(genauthRoutes, { ...genauthDouble, extra });
  keepOpen(genauth);
  urls.genauth = genauth.url;
  inside.genauth = genauth.internalUrl;
  tenant.listensAt(genauth.url);
  const proxy = options.proxy &&
    authority && {
      host,
      port: options.proxy.port,
      authority,
      doubleFor: (name: string) => doubleFor(name, { wechat, genauth }, names),
    };
  const proxying = proxy && (await startProxy(proxy));
  if (proxying) keepOpen(proxying);
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
    ...(proxying ? { proxy: { url: proxying.url } } : {}),
    ...(authority ? { authority } : {}),
    reset,
    close,
  };
}

/** What must be registered with WeChat for the tenant's connections to work, and what was given. */
function registrations(
  tenant: Tenant,
  { programs = [], mobileApps = [] }: Pick<SandboxOptions, 'programs' | 'mobileApps'>,
) {
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

/** A server that listens everywhere is reached at the loopback address too. */
function namesFor(url: string): readonly string[] {
  const { protocol, port } = new URL(url);
  return [url, `${protocol}//127.0.0.1:${port}`];
}

/** What `https` and `proxy` sign with, if either is wanted. */
async function openAuthority({ https, proxy, authority, data }: SandboxOptions) {
  if (!https && !proxy) return undefined;
  const folder = authority ?? (data === undefined ? undefined : join(data, 'authority'));
  const temporary = folder ?? mkdtempSync(join(tmpdir(), 'sandbox-authority-'));
  // What makes certificates takes longer to load than all else, and few want them.
  const { loadAuthority } = await import('./tls/authority');
  return {
    ...(await loadAuthority(temporary)),
    async close() {
      if (folder === undefined) rmSync(temporary, { recursive: true, force: true });
    },
  };
}

/** Whose host this is, as the services' clients have it built in. docs/genauth.md#hosts */
function doubleFor(
  host: string,
  { wechat, genauth }: { readonly wechat: Server; readonly genauth: Server },
  own: readonly string[],
): Server | undefined {
  const name = host.toLowerCase();
  if (/^([\w-]+\.)?api\d*\.weixin\.qq\.com$/.test(name)) return wechat;
  return own.includes(name) || /^([\w-]+\.)+(authing\.cn|genauth\.ai)$/.test(name)
    ? genauth
    : undefined;
}

function doubleOf(name: 'WeChat' | 'GenAuth', routes: Hono<Env>, refusals: Refusals) {
  const faults: Faults = createFaults({
    name,
    knows: (path) => knowsPath(routes, path),
    foreign: refusals.foreignFaults,
  });
  return { name, faults, refusals, source: `scripts/sandbox/${name.toLowerCase()}/` };
}
