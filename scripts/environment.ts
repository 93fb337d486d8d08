import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  createClock,
  type Sandbox,
  startSandbox,
  type TenantOptions,
  type VirtualClock,
} from '@mini-login/sandbox';
import type { AppRegistration } from '@mini-login/server';
import {
  type OpenEnvironment,
  type Simulator,
  type SimulatorOptions,
  startSimulator,
} from '@mini-login/simulator';
import { z } from 'zod';
import { type Brand, inLanguage } from '../miniprogram/login/brand';
import type { DirectoryConfig } from '../miniprogram/login/directory';
import type { BrandedProject } from './brand/compose';
import {
  addressesOfProgram,
  completeProgram,
  programFolder,
  useChosenProgram,
} from './brand/program';
import { root } from './setup/say.mjs';
import { manyTenants, tenantOf } from './tenants';

/**
 * Where an app's SDK reads the public configuration; the brand doesn't name it, as the mini program
 * needn't know.
 */
const CONSOLE = 'https://console.genauth.ai';

export interface EnvironmentOptions
  extends Pick<SimulatorOptions, 'port' | 'watch' | 'routes' | 'passesOn'> {
  /** Another brand's program than the applied one. */
  readonly program?: BrandedProject;
  /** How the tenant differs from the one that the brand describes. */
  readonly tenant?: TenantOptions;
}

/**
 * Everything that a login needs, on this machine alone: WeChat's and GenAuth's doubles, and the
 * phones' server.
 */
export interface Environment {
  readonly sandbox: Sandbox;
  readonly simulator: Simulator;
  /** The one clock. A phone that moves its own moves this one too. */
  readonly clock: VirtualClock;
  /** Whose program it is. */
  readonly brand: Brand;
  /** The app that the brand's first entry names: openPhone({ app: environment.app }). */
  readonly app: { readonly appId: string; readonly name: string };
  /** What the demo app is registered with. */
  readonly registration: AppRegistration;
  /** Serves the apps of many companies, those among them that are added meanwhile. */
  readonly isHosted: boolean;
  /**
   * The apps that may open the program as GenAuth has them now, by the AppID that WeChat names.
   * `isAdded`: since the start, so that no other sandbox knows it.
   */
  apps(): readonly { readonly appId: string; readonly name: string; readonly isAdded: boolean }[];
  /** What GenAuth's console keeps of this app now, to be changed. */
  own(): Pick<Registered, 'app' | 'connection'>;
  /** The same, with the app of another company behind the program: a hosted one serves many. */
  asApp(mobileAppId: string): Environment;
  /** Where GenAuth's origins really are, for the app's own requests. */
  readonly origins: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

/**
 * Starts the doubles as the brand and its AppID (`project.private.config.json`) describe them, then
 * the simulator over them.
 */
export async function startEnvironment({
  tenant,
  program,
  ...server
}: EnvironmentOptions = {}): Promise<Environment> {
  const { folder: project, brand, directory, others } = program ?? (await readApplied());
  const events = others?.events ?? null;
  const clock = createClock();
  const sandbox = await startSandbox({
    clock,
    tenant: withTenant(
      directory === undefined
        ? tenantOf(brand, readAppId(project))
        : manyTenants(brand, readAppId(project)),
      { ...(events === null ? {} : { countsAt: new URL(events).pathname }), ...tenant },
    ),
  });

  const counter = events === null ? [] : [new URL(events).origin];
  const asked = [...new Set([...originsOf(brand), ...originsOfDirectory(directory), ...counter])];
  const origins = Object.fromEntries(asked.map((origin) => [origin, sandbox.genauth.url]));
  const simulator = await startSimulator({
    project,
    cloud: sandbox.wechat.url,
    // A program has one name with WeChat, whatever the language.
    programName: [
      ...new Set([inLanguage(brand.appName, 'zh-CN'), inLanguage(brand.appName, 'en')]),
    ].join(' '),
    // WeChat has a picture of its own for each program, wherever the brand's is.
    programIcon: `/program/${brand.logo.startsWith('/') ? brand.logo.slice(1) : 'brand/logo.png'}`,
    // What own pages ask is declared, and nowhere on this machine.
    requestDomains: [...asked, ...(others?.requests ?? [])],
    hosts: origins,
    // What a person leaves behind must not greet the next one.
    storage: 'reported',
    strict: true,
    privacyScopes: ['getPhoneNumber', ...(brand.clipboard ? ['setClipboardData'] : [])],
    businessDomains: brand.businessDomains,
    onClockAdvance: (ms) => clock.advance(ms),
    ...server,
  });

  const { tenant: registered } = sandbox.genauth;
  const registrationOf = ({ app, connection, pool }: Registered): AppRegistration => ({
    genauth: brand.genauth.host,
    console: CONSOLE,
    appId: app.id,
    connection: connection.identifier,
    userPoolId: pool.id,
    userPoolSecret: pool.secret,
    // The servers keep the time to which a phone of before moved them; a new phone begins at now.
    genauthAheadS: 400 * 24 * 3600,
  });
  const { app, connection, pool } = registered;
  const appOf = ({ apps }: Registered['connection']) =>
    [...registered.apps.values()].find(({ id }) => apps.includes(id));
  const registeredAs = (mobileAppId: string): Registered => {
    const connection = [...registered.connections.values()].find(
      (one) => one.mobileAppID === mobileAppId,
    );
    const app = connection && appOf(connection);
    const pool = registered.pools.get(connection?.userPoolId ?? '');
    if (!connection || !app || !pool)
      throw new Error(`no connection at GenAuth names the app ${mobileAppId}`);
    return { app, connection, pool };
  };
  const known = new Set([...registered.connections.values()].map((one) => one.mobileAppID));
  const environment: Environment = {
    sandbox,
    simulator,
    clock,
    brand,
    app: { appId: connection.mobileAppID, name: app.name },
    registration: registrationOf({ app, connection, pool }),
    isHosted: directory !== undefined,
    apps: () =>
      [...registered.connections.values()].flatMap((one) => {
        const name = appOf(one)?.name;
        const { mobileAppID: appId } = one;
        return name === undefined ? [] : [{ appId, name, isAdded: !known.has(appId) }];
      }),
    own: () => registered,
    asApp(mobileAppId) {
      const theirs = registeredAs(mobileAppId);
      return {
        ...environment,
        app: { appId: mobileAppId, name: theirs.app.name },
        registration: registrationOf(theirs),
        own: () => registeredAs(mobileAppId),
      };
    },
    origins: { ...origins, [CONSOLE]: sandbox.genauth.url },
    async close() {
      await simulator.close();
      await sandbox.close();
    },
  };
  return environment;
}

/** Imported only now: `openEnvironment` may have to write it first. */
async function readApplied(): Promise<BrandedProject> {
  const { brand } = await import('../miniprogram/brand');
  const { directory } = await import('../miniprogram/brand/directory');
  const [folder, others] = [programFolder(root), addressesOfProgram(root)];
  return { folder, brand, directory: configOf(directory), others };
}

/** Of a packaged program's there is none, which its type says already. */
function configOf(directory: { readonly config: DirectoryConfig } | undefined) {
  return directory?.config;
}

/**
 * What this project brings to scripts/simulator/cli (package.json names it there): its doubles, and
 * the demo app behind the program.
 */
export const openEnvironment: OpenEnvironment = async () => {
  await completeProgram(root);
  const problems = await useChosenProgram(root);
  if (problems.length > 0) throw new Error(problems.join('\n'));
  const { simulator, app, close } = await startEnvironment();
  return { simulator, app, close };
};

type Registered = Pick<Sandbox['genauth']['tenant'], 'app' | 'connection' | 'pool'>;

function originsOfDirectory(directory: DirectoryConfig | undefined): readonly string[] {
  if (directory === undefined) return [];
  const { consoleHost, endpoint, hosts } = directory;
  const named = [consoleHost, endpoint === null ? null : new URL(endpoint).origin, ...hosts];
  return named.filter((one) => one !== null);
}

function withTenant(own: TenantOptions, change: TenantOptions = {}): TenantOptions {
  return {
    ...own,
    ...change,
    app: { ...own.app, ...change.app },
    connection: { ...own.connection, ...change.connection },
    tickets: { ...own.tickets, ...change.tickets },
  };
}

/** The hosts that this brand's program asks, as the tenant must declare them with WeChat. */
function originsOf({ genauth, agreements }: Brand): readonly string[] {
  return [
    ...new Set([
      genauth.host,
      ...(genauth.ticketEndpoint === null ? [] : [new URL(genauth.ticketEndpoint).origin]),
      ...(agreements.from === 'genauth' ? [agreements.consoleHost] : []),
    ]),
  ];
}

function readAppId(project: string): string {
  const config: unknown = JSON.parse(
    readFileSync(join(project, 'project.private.config.json'), 'utf8'),
  );
  return z.object({ appid: z.string() }).parse(config).appid;
}
