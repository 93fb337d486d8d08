import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { composeProject } from '../brand/compose';
import { compileBrand } from '../deploy/fleet/base';
import { type Fleet, shipBrand } from '../deploy/fleet/run';
import { sideBySide } from '../deploy/fleet/side-by-side';
import type { ShippedProgram } from '../deploy/project';
import { openSenders } from '../deploy/upload/senders';
import { examineForUpload } from '../doctor/examine';
import { root } from '../setup/say.mjs';
import type { Upload } from '../upload-double/answers';
import { checkBrand } from '../upload-double/check-brand';
import { type MadeFleet, makeFleet } from '../upload-double/fleet';
import { childrenCpu } from './cpu';
import { peakMemory } from './memory';
import { median, type Numbers, timed } from './numbers';

/** Two at a time, as `npm run upload` has it by itself. */
const BRANDS = 50;
const AT_A_TIME = 2;
const names = Array.from(
  { length: BRANDS },
  (_, index) => `brand-${String(index + 1).padStart(2, '0')}`,
);

/**
 * What a fleet costs, against the double of WeChat's server. Ours: the program is compiled once,
 * then each brand takes its place in it, is examined and sent. The official tool's command line,
 * brand by brand: the same program with the brand applied and its npm packages there already,
 * compiled and sent, one before each quarter of the fleet, because the machine may be busier at one
 * time than at another.
 */
export async function fleetNumbers(): Promise<Numbers> {
  const place = mkdtempSync(join(tmpdir(), 'mini-login-bench-'));
  for (const path of ['miniprogram', 'project.config.json'])
    cpSync(join(root, path), join(place, path), { recursive: true });
  const made = await makeFleet(names, place);
  const environment = process.env.NODE_EXTRA_CA_CERTS;
  process.env.NODE_EXTRA_CA_CERTS = made.server.caFile;
  try {
    const doctor = await timed(() => node(['scripts/cli/run.mjs', 'doctor', 'demo'], root));
    const compiled = await timed(() => compileBrand(root, 'demo'));
    if (!compiled.value.ok)
      throw new Error(`the program does not compile: ${compiled.value.message}`);
    const fleet = fleetOf(made, compiled.value, join(place, 'out'));
    const first = await timed(() => send(made, fleet, names.slice(0, 1), 1));
    const official: Cost[] = [];
    const all = await costOf(async () => {
      const senders = openSenders();
      const sending = { ...fleet, startProcess: senders.startProcess };
      for (const quarter of inQuarters(names.slice(1))) {
        official.push(await costOf(() => officialUpload(made, quarter[0] ?? '')));
        await send(made, sending, quarter, AT_A_TIME);
      }
      await senders.end();
    });
    const again = { ...fleet, settings: { ...fleet.settings, again: true } };
    const memory = await peakMemory(() => send(made, again, names.slice(0, 8), 8));
    const brand = {
      ms: (all.ms - sum(official.map(({ ms }) => ms))) / (BRANDS - 1),
      cpu: (all.cpu - sum(official.map(({ cpu }) => cpu))) / (BRANDS - 1),
    };
    const tool = {
      ms: median(official.map(({ ms }) => ms)),
      cpu: median(official.map(({ cpu }) => cpu)),
    };
    return {
      'fleet.doctor.ms': doctor.ms,
      'fleet.first.ms': compiled.ms + first.ms,
      'fleet.brand.ms': brand.ms,
      'fleet.brand.cpu.ms': brand.cpu,
      'fleet.official.ms': tool.ms,
      'fleet.official.cpu.ms': tool.cpu,
      'fleet.ratioToOfficial': tool.ms / brand.ms,
      'fleet.cpuRatioToOfficial': tool.cpu / brand.cpu,
      'fleet.memory8.bytes': memory,
    };
  } finally {
    if (environment === undefined) delete process.env.NODE_EXTRA_CA_CERTS;
    else process.env.NODE_EXTRA_CA_CERTS = environment;
    await made.close();
    rmSync(place, { recursive: true, force: true });
  }
}

interface Cost {
  readonly ms: number;
  /** ms of all processes: this one, with the double of the server in it, and those it waited for. */
  readonly cpu: number;
}

async function costOf(work: () => Promise<unknown>): Promise<Cost> {
  const before = childrenCpu();
  const own = process.cpuUsage();
  const { ms } = await timed(work);
  const { user, system } = process.cpuUsage(own);
  return { ms, cpu: (user + system) / 1_000 + childrenCpu() - before };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function inQuarters(all: readonly string[]): readonly (readonly string[])[] {
  const size = Math.ceil(all.length / 4);
  return [0, 1, 2, 3].map((quarter) => all.slice(quarter * size, (quarter + 1) * size));
}

function fleetOf({ root, keys, server }: MadeFleet, base: ShippedProgram, out: string): Fleet {
  const settings = {
    ...{
      kind: 'upload' as const,
      isVersionGiven: true,
      version: '1.0.0',
      description: 'bench',
      robot: 1,
      launch: null,
      again: false,
      dryRun: false,
    },
    ...{ root, key: keys, proxy: server.proxy, timeout: 120_000, out },
  };
  return { base, settings, examine: examineForUpload };
}

/**
 * Sends these, and holds what arrived to their packs, and all else in it to the compiled program.
 */
async function send(
  { root, server, appIdOf }: MadeFleet,
  fleet: Fleet,
  brands: readonly string[],
  atATime: number,
) {
  const before = server.uploads.length;
  const shipments = await sideBySide(brands, atATime, (name) => shipBrand(fleet, name));
  const failed = shipments.find(({ ok }) => !ok);
  if (failed) throw new Error(`an upload failed: ${JSON.stringify(failed)}`);
  const arrived = server.uploads.slice(before);
  if (arrived.length !== brands.length)
    throw new Error(`${arrived.length} packages arrived of ${brands.length}`);
  for (const name of brands) {
    const upload = arrived.find(({ appId }) => appId === appIdOf(name));
    if (upload === undefined) throw new Error(`nothing arrived for ${name}`);
    const wrong = [
      ...checkBrand(upload, join(root, 'brands', name)),
      ...changedIn(upload, fleet.base),
    ];
    if (wrong.length > 0)
      throw new Error(`what arrived for ${name} is not its own: ${wrong.join(', ')}`);
  }
}

/** Files that are no brand's, and not as they were compiled. */
function changedIn({ files }: Upload, base: ShippedProgram): readonly string[] {
  return [...base.files].flatMap(([path, content]) =>
    /(?:^|\/)brand\//.test(path) || files.get(path)?.equals(content) === true ? [] : [path],
  );
}

async function officialUpload(
  { root: place, keys, server, appIdOf }: MadeFleet,
  name: string,
): Promise<void> {
  const { folder } = composeProject(place, name, join(place, 'official'));
  const tool = createRequire(import.meta.url).resolve('miniprogram-ci/bin/miniprogram-ci.js');
  const args = [
    '--pp',
    folder,
    '--appid',
    appIdOf(name),
    '--pkp',
    join(keys, `private.${appIdOf(name)}.key`),
  ];
  const labels = [
    '--uv',
    '1.0.0',
    '--ud',
    'bench',
    '--use-project-config',
    'true',
    '--proxy',
    server.proxy,
  ];
  const before = server.uploads.length;
  await node([tool, 'upload', ...args, ...labels], place);
  const wrong = server.uploads
    .slice(before)
    .map((upload) => checkBrand(upload, join(place, 'brands', name)));
  if (wrong.length !== 1 || wrong.flat().length > 0)
    throw new Error(`the official tool sent ${JSON.stringify(wrong)}`);
}

/** Throws where the script fails, with what it said. */
function node(args: readonly string[], cwd: string): Promise<void> {
  const child = spawn(process.execPath, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  const words: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (data: Buffer) => words.push(data.toString()));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) =>
      code === 0
        ? resolve()
        : reject(new Error(`${args.join(' ')}: ${words.join('').slice(-2_000)}`)),
    );
  });
}
