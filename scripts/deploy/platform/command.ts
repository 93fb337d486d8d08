import { resolve } from 'node:path';
import { BrandError } from '../../brand/pack/pack';
import { remedies, status, troubles, usage } from '../../messages/platform';
import { listedInWords, say } from '../../messages/say';
import { failures } from '../../messages/upload';
import { isDiskError } from '../disk';
import { appIdIn, type Shard } from '../fleet/choose';
import { eachBrand } from '../fleet/each-brand';
import { nameRun, writeReport } from '../fleet/reports';
import type { Needs } from './declare';
import { openApi, openRun } from './open-run';
import { type Provider, readProvider } from './provider';
import type { PlatformRun } from './run';
import { lockRun } from './run-lock';
import {
  type PlatformShipment,
  realTiming,
  releaseOnPlatform,
  shipOnPlatform,
  type Target,
} from './ship';
import { type PlatformResult, platformMarkdown, platformOutcome, platformText } from './summary';
import { findTemplate } from './template';
import { trouble } from './trouble';

/** What is committed to one brand's mini program. */
export interface PlatformBrand {
  readonly appId: string;
  readonly version: string | null;
  readonly extJson: string;
  readonly needs: Needs;
}

export interface PlatformOrder {
  readonly root: string;
  /** Of this machine's part. */
  readonly names: readonly string[];
  readonly shard: Shard | null;
  /** Reads everything that would be sent, and asks nobody. */
  readonly dryRun: boolean;
  /** Brands that are for the same mini program, with the others. */
  readonly shared: ReadonlyMap<string, readonly string[]>;
  readonly jobs: number;
  /** The pack of the development mini program, whose upload is the template; null: none is needed. */
  readonly template: { readonly brand: string; readonly appId: string } | null;
  /** Of the template, and of every brand that has none of its own. */
  readonly version: string;
  readonly description: string;
  readonly submit: boolean;
  readonly release: boolean;
  /** Declares what is missing with WeChat. */
  readonly setUp: boolean;
  readonly providerFile: string;
  /** ms until WeChat counts as silent. */
  readonly timeout: number;
  readonly json: boolean;
  /** @throws BrandError */
  readBrand(name: string): PlatformBrand;
}

/** The exit code where something may have arrived; 1: something failed, and has not arrived. */
const UNSURE = 3;

/** `npm run upload -- --platform`. @returns the exit code. */
export async function shipPlatform(order: PlatformOrder): Promise<number> {
  const { root, template, version, providerFile } = order;
  const provider = readProvider(resolve(root, providerFile));
  if (typeof provider === 'string') return fail(provider, 2);
  if (order.setUp && provider.privacy === null) return fail(say(usage.noGuide(providerFile)), 2);
  if (order.setUp && template === null) return fail(say(usage.setUpFirst()), 2);
  if (order.dryRun) return await rehearse(order);
  const out = resolve(root, 'out', 'platform');
  const lock = lockRun(out);
  if (typeof lock === 'number') return fail(say(troubles.busy(lock)), 1);
  try {
    const { PLATFORM_TOKENS_KEY: key } = process.env;
    const api = openApi(shareOf(provider, order.shard), {
      ...{ timing: realTiming, timeout: order.timeout, key },
    });
    const { componentAppId } = provider;
    const templateId =
      template === null
        ? null
        : (provider.templateId ??
          (await findTemplate(api, {
            ...{ componentAppId, version, ...template },
            // Two machines at once would make two of one draft.
            makes: (order.shard?.index ?? 1) === 1,
          })));
    if (templateId !== null && typeof templateId !== 'number')
      return fail([...templateId.problems, templateId.remedy ?? ''].join('\n'), 1);
    const { description, submit, release } = order;
    const run = openRun({
      ...{ provider, api, out, timing: realTiming, templateId, description, submit, release },
      setUp: order.setUp ? provider.privacy : null,
    });
    const brands =
      template === null
        ? await eachOf(order, async (name, onProgress) => releaseOne(run, order, name, onProgress))
        : await shipEach(order, (target, onProgress) => shipOnPlatform(run, target, onProgress));
    return print(
      { run: nameRun(new Date(), process.pid), kind: 'platform', version, templateId, brands },
      order,
      out,
    );
  } finally {
    lock();
  }
}

/** What one machine of several may ask, where all of them run at once. */
function shareOf(provider: Provider, shard: Shard | null): Provider {
  const callsPerMinute = Math.max(1, Math.floor(provider.callsPerMinute / (shard?.of ?? 1)));
  return { ...provider, callsPerMinute };
}

/** Whatever would be sent is read and checked; no token is asked for, and nothing is written. */
async function rehearse(order: PlatformOrder): Promise<number> {
  const brands = await shipEach(order, async ({ brand, appId, version, extJson }) => {
    const state = { state: 'new', review: null, extBytes: Buffer.byteLength(extJson) } as const;
    return { ok: true, brand, appId, version, ...state, ms: 0 };
  });
  const { version, json } = order;
  const result: PlatformResult = {
    ...{ run: nameRun(new Date(), process.pid), kind: 'platform', version, templateId: null },
    brands,
  };
  process.stdout.write(json ? `${JSON.stringify(result, null, 2)}\n` : platformText(result));
  return brands.every(({ ok }) => ok) ? 0 : 1;
}

type ShipTarget = (
  target: Target,
  onProgress: (words: string) => void,
) => Promise<PlatformShipment>;

function shipEach(order: PlatformOrder, ship: ShipTarget): Promise<readonly PlatformShipment[]> {
  return eachOf(order, (name, onProgress) =>
    shipOne(order, name, (target) => ship(target, onProgress)),
  );
}

type Work = (name: string, onProgress: (words: string) => void) => Promise<PlatformShipment>;

function eachOf(
  { names, jobs, root }: PlatformOrder,
  work: Work,
): Promise<readonly PlatformShipment[]> {
  return eachBrand<PlatformShipment>({
    names,
    jobs,
    work,
    outcomeOf: platformOutcome,
    problemOf: (one) => (one.ok ? null : (one.problems[0] ?? one.reason)),
    isEnded: () => false,
    notBegun: (brand) => ({
      ...{ ok: false, brand, appId: appIdIn(root, brand), version: null },
      ...trouble('ended', say(troubles.notBegun()), say(remedies.again())),
    }),
  });
}

function clashOf({ root, shared }: PlatformOrder, brand: string): PlatformShipment | null {
  const others = shared.get(brand);
  if (others === undefined) return null;
  const problem = say(failures.clash(listedInWords([brand, ...others])));
  const why = trouble('appId', problem, say(failures.clashRemedy(brand)));
  return { ok: false, brand, appId: appIdIn(root, brand), version: null, ...why };
}

/** Of the pack it needs the AppID alone: whatever else it says by now, it is not sent. */
async function releaseOne(
  run: PlatformRun,
  order: PlatformOrder,
  brand: string,
  onProgress: (words: string) => void,
): Promise<PlatformShipment> {
  const clash = clashOf(order, brand);
  if (clash !== null) return clash;
  const appId = appIdIn(order.root, brand);
  if (appId !== null) return await releaseOnPlatform(run, { brand, appId }, onProgress);
  const why = trouble('brand', say(status.broken()), `npm run brand -- check ${brand}`);
  return { ok: false, brand, appId, version: null, ...why };
}

async function shipOne(
  order: PlatformOrder,
  brand: string,
  ship: (target: Target) => Promise<PlatformShipment>,
): Promise<PlatformShipment> {
  const { version, root, readBrand } = order;
  const clash = clashOf(order, brand);
  if (clash !== null) return clash;
  try {
    const { appId, extJson, needs, ...own } = readBrand(brand);
    const target = { brand, appId, extJson, needs, version: own.version ?? version };
    return await ship(target);
  } catch (error) {
    if (!(error instanceof BrandError)) throw error;
    const appId = appIdIn(root, brand);
    const remedy = `npm run brand -- check ${brand}`;
    const why = { ...trouble('brand', '', remedy), problems: error.problems };
    return { ok: false, brand, appId, version: null, ...why };
  }
}

function print(result: PlatformResult, { json }: PlatformOrder, out: string): number {
  let isReported = true;
  try {
    writeReport(out, result, platformMarkdown(result));
  } catch (error) {
    if (!isDiskError(error)) throw error;
    isReported = false;
    process.stderr.write(`${error.message}\n`);
  }
  process.stdout.write(json ? `${JSON.stringify(result, null, 2)}\n` : platformText(result));
  if (result.brands.some((one) => !one.ok && one.mayHaveArrived)) return UNSURE;
  return isReported && result.brands.every(({ ok }) => ok) ? 0 : 1;
}

function fail(words: string, exitCode: number): number {
  process.stderr.write(`${words.trimEnd()}\n`);
  return exitCode;
}
