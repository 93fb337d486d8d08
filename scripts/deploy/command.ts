import { join, resolve } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { chosenBrand, listSamples } from '../brand/choice';
import { unknownBrands } from '../brand/known';
import { shipHelp as help } from '../messages/help/deploy';
import { listed, listedInWords, say } from '../messages/say';
import { failures, upload as messages } from '../messages/upload';
import { isSound } from './compile/compile-program';
import { reportCompiled } from './compile/report';
import { isDiskError } from './disk';
import { type CompileBrand, compileBrand } from './fleet/base';
import { appIdIn, chooseBrands, parseShard, type Shard, sharedAppIds } from './fleet/choose';
import { nameRun, writeReports } from './fleet/reports';
import {
  type Examination,
  type FleetSettings,
  refusalOf,
  type Shipment,
  sharesProgram,
} from './fleet/run';
import { shipAll } from './fleet/ship-all';
import { type FleetResult, mayHaveArrived, qrText, summaryText } from './fleet/summary';
import { addPlatformOptions, type PlatformOptions, shipOverPlatform } from './platform/options';
import type { ShippedProgram } from './project';
import type { StartProcess } from './upload/senders';
import {
  descriptionProblem,
  isDirty,
  robotProblem,
  standardLabels,
  versionProblem,
} from './upload/version';

interface Options extends PlatformOptions {
  readonly all: boolean;
  readonly shard?: Shard;
  readonly version?: string;
  readonly description?: string;
  readonly robot: number;
  readonly key?: string;
  readonly proxy?: string;
  readonly jobs: number;
  readonly dryRun: boolean;
  readonly again?: boolean;
  readonly allowDirty?: boolean;
  readonly json: boolean;
  readonly timeout: number;
  readonly page?: string;
}

/** What takes most of the time; absent: as WeChat has it, in processes of their own. */
interface ShipParts {
  readonly compile?: CompileBrand;
  readonly startProcess?: StartProcess;
}

/** `npm run upload` and `npm run preview`: the same way, but for what stands at its end. */
export function shipCommand(
  kind: FleetSettings['kind'],
  root: string,
  examine: Examination,
  parts: ShipParts = {},
): Command {
  const command = new Command(kind)
    .description(kind === 'upload' ? say(help.upload()) : say(help.preview()))
    .argument('[brands...]', say(help.brands()))
    .option('--all', say(help.all()), false)
    .option('--shard <i/n>', say(help.shard()), checked(parseShard))
    .option('--version <version>', say(help.version()))
    .option('--description <text>', say(help.description()))
    .option('--robot <1-30>', say(help.robot()), Number, 1)
    .option('--key <path>', say(help.key()))
    .option('--proxy <url>', say(help.proxy()))
    .option('--jobs <n>', say(help.jobs()), checked(wholeUpTo(32)), 2)
    .option('--timeout <seconds>', say(help.timeout()), checked(wholeUpTo(3_600)), 180)
    .option('--dry-run', say(help.dryRun()), false)
    .option('--json', say(help.json()), false);
  if (kind === 'upload') {
    command.option('--again', say(help.again())).option('--allow-dirty', say(help.allowDirty()));
    addPlatformOptions(command);
  } else command.option('--page <path>', say(help.page()));
  return command.action(async (names: string[], options: Options) => {
    const unknown = unknownBrands(root, names);
    if (unknown !== null) command.error(unknown);
    try {
      process.exitCode = options.platform
        ? await shipOverPlatform(root, names, options)
        : needsPlatform(options)
          ? fail(say(messages.needsPlatform()), 2)
          : await ship({ kind, root, examine, ...parts }, names, options);
    } catch (error) {
      if (!isDiskError(error)) throw error;
      process.exitCode = fail(say(messages.nothingSent(error.message)));
    }
  });
}

function needsPlatform({ submit = false, release = false }: Options): boolean {
  return submit || release;
}

interface Shipping extends ShipParts, Pick<FleetSettings, 'kind' | 'root'> {
  readonly examine: Examination;
}

async function ship(
  { kind, root, examine, compile = compileBrand, ...parts }: Shipping,
  names: string[],
  options: Options,
) {
  const labels = standardLabels(root);
  const version = options.version ?? labels.version;
  const description =
    options.description ?? labels.description.replace(/\p{Cc}/gu, ' ').slice(0, 200);
  const { all, shard = null, robot, dryRun } = options;
  const choice = { names, all, shard, chosen: chosenBrand(root) };
  const brands = chooseBrands(root, choice);
  const wrongUsage =
    versionProblem(version) ??
    descriptionProblem(description) ??
    robotProblem(robot) ??
    (all && names.length > 0 ? say(messages.allOrNames()) : null);
  if (wrongUsage !== null) return fail(wrongUsage, 2);
  const problem =
    (all && brands.length === 0 && shard === null
      ? say(messages.noOwnBrand(samplesText(listSamples(root))))
      : null) ??
    (kind === 'upload' && !dryRun && options.allowDirty !== true && isDirty(root)
      ? say(messages.dirty())
      : null);
  if (problem !== null) return fail(problem);
  const [first] = brands;
  const run = nameRun(new Date(), process.pid);
  const result = (done: readonly Shipment[]): FleetResult => ({
    ...{ run, kind, version, description, robot, brands: done },
    maps: `out/${kind}/maps`,
  });
  if (all) process.stderr.write(`${samplesText(listSamples(root))}\n`);
  if (first === undefined) return print(result([]), options, root);

  const settings: FleetSettings = {
    ...{
      root,
      kind,
      version,
      description,
      robot,
      dryRun,
      key: options.key,
      again: options.again ?? false,
    },
    proxy: options.proxy ?? null,
    isVersionGiven: options.version !== undefined,
    launch: launchOf(options.page),
    timeout: options.timeout * 1_000,
    out: resolve(root, 'out', kind),
  };
  // Of all machines' parts: the other one may be in another part. A preview takes nobody's place.
  const shared =
    kind === 'upload'
      ? sharedAppIds(root, chooseBrands(root, { ...choice, shard: null }))
      : new Map<string, readonly string[]>();
  const own = brands.filter((name) => !shared.has(name));
  const base = await compileOnce(settings, own, compile);
  if (typeof base === 'string') return fail(base);
  const refused = brands.flatMap((name) => {
    const others = shared.get(name);
    return others === undefined ? [] : [clash(root, name, others)];
  });
  const finish = (shipped: readonly Shipment[]) =>
    print(result([...shipped, ...refused]), options, root);
  const fleet = { base, settings, examine, compile, ...parts };
  return finish(await shipAll(fleet, own, options.jobs, finish));
}

/** A brand that was copied from a sample may have kept the line. */
function samplesText(samples: readonly string[]): string {
  const names = listed(samples) || say(messages.noSamples());
  return say(messages.samples(names));
}

function clash(root: string, brand: string, others: readonly string[]): Shipment {
  const problem = say(failures.clash(listedInWords([brand, ...others])));
  const remedy = say(failures.clashRemedy(brand));
  return refusalOf(brand, appIdIn(root, brand))('appId', [problem], remedy);
}

/**
 * With the first brand that can be sent: one that can't keeps no other from it. Where none can,
 * each says by itself why.
 */
async function compileOnce(
  settings: FleetSettings,
  brands: readonly string[],
  compile: CompileBrand,
): Promise<ShippedProgram | string> {
  const first = await firstToShip(settings, brands);
  if (first === undefined) return { files: new Map(), maps: new Map() };
  process.stderr.write(`${say(messages.compiling())}\n`);
  const compiled = await compile(settings.root, first);
  return compiled.ok && isSound(compiled) ? compiled : reportCompiled(compiled);
}

async function firstToShip(
  settings: FleetSettings,
  brands: readonly string[],
): Promise<string | undefined> {
  for (const name of brands) if (await sharesProgram(settings, name)) return name;
  return undefined;
}

function print(result: FleetResult, options: Options, root: string): number {
  const isReported = report(join(root, 'out', result.kind), result);
  process.stdout.write(
    options.json
      ? `${JSON.stringify(result, null, 2)}\n`
      : qrText(result.brands) + summaryText(result),
  );
  if (mayHaveArrived(result.brands).length > 0) return UNSURE;
  return isReported && result.brands.every(({ ok }) => ok) ? 0 : 1;
}

/** The exit code where something may have arrived; 1: something failed, and has not arrived. */
const UNSURE = 3;

/** What was sent is said on the terminal, also where the disk takes no report. */
function report(folder: string, result: FleetResult): boolean {
  try {
    writeReports(folder, result);
    return true;
  } catch (error) {
    if (!isDiskError(error)) throw error;
    process.stderr.write(`${say(messages.noReport(error.message))}\n`);
    return false;
  }
}

function launchOf(page: string | undefined): FleetSettings['launch'] {
  if (page === undefined) return null;
  const [path = '', query = ''] = page.split(/\?(.*)/s);
  return { path, query };
}

function fail(words: string, exitCode = 1): number {
  process.stderr.write(`${words.trimEnd()}\n`);
  return exitCode;
}

function checked<T>(read: (text: string) => T | null): (text: string) => T {
  return (text) => {
    const value = read(text);
    if (value === null) throw new InvalidArgumentError(say(messages.seeHelp()));
    return value;
  };
}

function wholeUpTo(most: number): (text: string) => number | null {
  return (text) => {
    const value = Number(text);
    return Number.isInteger(value) && value >= 1 && value <= most ? value : null;
  };
}
