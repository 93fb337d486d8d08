import { join } from 'node:path';
import { type Brand, BrandError, readBrand } from '../../brand/pack/pack';
import { hasOwnProgram } from '../../brand/subpackages';
import { say } from '../../messages/say';
import { upload as messages, remedies } from '../../messages/upload';
import { brandedProgram, digestOf } from '../branded';
import { isSound } from '../compile/compile-program';
import type { Tree } from '../compile/references';
import { reportCompiled } from '../compile/report';
import { type PackageSizes, packageSizes } from '../compile/size';
import { isDiskError } from '../disk';
import type { ShippedProgram } from '../project';
import { type FoundKey, findKey } from '../upload/key';
import { type Sent, sendProgram } from '../upload/send';
import type { StartProcess } from '../upload/senders';
import type { Labels } from '../upload/version';
import { type CompileBrand, compileBrand } from './base';
import { appIdIn } from './choose';
import { keepMaps } from './maps';

export interface FleetSettings extends Labels {
  readonly root: string;
  readonly kind: 'upload' | 'preview';
  /** By --version: else a brand's own counts first. */
  readonly isVersionGiven: boolean;
  readonly robot: number;
  readonly key: string | undefined;
  readonly proxy: string | null;
  readonly launch: { readonly path: string; readonly query: string } | null;
  /** Also what was sent already, or may have arrived. */
  readonly again: boolean;
  /** Compiles and reports, and sends nothing. */
  readonly dryRun: boolean;
  /** ms. */
  readonly timeout: number;
  /** Where records and pictures of QR codes are kept. */
  readonly out: string;
}

/** What came of one brand. A brand's failure is its own: it stops no other. */
export type Shipment =
  | {
      readonly ok: true;
      readonly brand: string;
      readonly appId: string;
      readonly version: string;
      readonly state: 'sent' | 'sent-before' | 'not-sent';
      readonly sizes: PackageSizes;
      /** As WeChat counts them. */
      readonly packages: readonly { readonly name: string; readonly size: number }[];
      readonly qrFile: string | null;
      /** The folder of its source maps; null: nothing was sent, or it has none. */
      readonly maps: string | null;
      readonly notes: readonly string[];
      readonly ms: number;
    }
  | {
      readonly ok: false;
      readonly brand: string;
      /** Null: the pack does not say one that can be read. */
      readonly appId: string | null;
      readonly reason: string;
      readonly problems: readonly string[];
      readonly remedy: string | null;
      readonly mayHaveArrived: boolean;
    };

/** What has to be right before anything is sent, one line each: the doctor, where there is one. */
export type Examination = (
  brand: Brand,
  files: Tree,
) => { readonly problems: readonly string[]; readonly notes: readonly string[] };

export interface Fleet {
  /** Compiled once, with any brand. */
  readonly base: ShippedProgram;
  readonly settings: FleetSettings;
  readonly examine: Examination;
  /** Absent: by the official compiler. */
  readonly compile?: CompileBrand;
  /** Absent: a process for each brand alone. */
  readonly startProcess?: StartProcess;
}

export async function shipBrand(
  fleet: Fleet,
  name: string,
  onProgress: (words: string) => void = () => undefined,
): Promise<Shipment> {
  const { settings, examine, startProcess } = fleet;
  const startedAt = performance.now();
  const refuse = refusalOf(name, appIdIn(settings.root, name));
  try {
    const brand = readBrand(settings.root, name);
    const { appId } = brand.pack.miniProgram;
    const key = settings.dryRun ? null : await keyOf(settings, brand);
    if (key !== null && !key.ok) return refuse('key', [key.problem], null);
    const program = await programOf(fleet, brand);
    if ('message' in program) return refuse('program', [program.message], null);
    const sizes = sizesOf(program.files);
    const { problems, notes } = examine(brand, program.files);
    if (problems.length > 0) return refuse('doctor', problems, `npm run doctor -- ${name}`);
    const version = settings.isVersionGiven
      ? settings.version
      : (brand.pack.version ?? settings.version);
    const done = { ok: true, brand: name, appId, version, sizes, notes } as const;
    const since = () => performance.now() - startedAt;
    if (key === null)
      return { ...done, state: 'not-sent', packages: [], qrFile: null, maps: null, ms: since() };

    const { kind, description, robot, proxy, launch, timeout } = settings;
    const qrFile = join(settings.out, `${name}.qr.jpg`);
    const record = recordOf({ ...settings, version }, appId, program);
    const order = {
      kind,
      appId,
      privateKey: key.pem,
      version,
      description,
      robot,
      proxy,
      launch,
      timeout,
      qrFile,
      record,
    };
    const sent = await sendProgram(program, order, {
      onProgress,
      again: settings.again || kind === 'preview',
      startProcess,
    });
    const maps = mapsOf(join(settings.out, 'maps', name, version), program, sent);
    if (!sent.ok) {
      const { reason, message, remedy, mayHaveArrived } = sent.failure;
      return { ...refuse(reason, [message], remedy), mayHaveArrived };
    }
    const { packages, earlier } = sent;
    return {
      ...done,
      maps: maps.folder,
      notes: [...notes, ...maps.notes],
      state: earlier ? 'sent-before' : 'sent',
      packages,
      qrFile: kind === 'preview' ? qrFile : null,
      ms: since(),
    };
  } catch (error) {
    if (error instanceof BrandError)
      return refuse('brand', error.problems, `npm run brand -- check ${name}`);
    // A full disk, say: the others are sent all the same.
    return isDiskError(error)
      ? refuse('disk', [error.message], say(remedies.disk()))
      : refuse('error', [error instanceof Error ? error.message : String(error)], null);
  }
}

/** What was sent was sent, also where the disk takes no maps of it. */
function mapsOf(folder: string, program: ShippedProgram, sent: Sent) {
  if (!sent.ok && !sent.failure.mayHaveArrived) return { folder: null, notes: [] };
  try {
    return { folder: keepMaps(folder, program, sent.ok && !sent.earlier), notes: [] };
  } catch (error) {
    if (!isDiskError(error)) throw error;
    return { folder: null, notes: [say(messages.noMaps(error.message))] };
  }
}

/** Whether it is worth compiling for all: a pack that is right, a key, and no program of its own. */
export async function sharesProgram(
  settings: Pick<FleetSettings, 'root' | 'key' | 'dryRun'>,
  name: string,
): Promise<boolean> {
  try {
    const brand = readBrand(settings.root, name);
    if (hasOwnProgram(brand.pack)) return false;
    return settings.dryRun || (await keyOf(settings, brand)).ok;
  } catch (error) {
    if (error instanceof BrandError) return false;
    throw error;
  }
}

/** One with a program of its own has no part in what is compiled once. */
async function programOf(
  { base, settings: { root }, compile = compileBrand }: Fleet,
  brand: Brand,
): Promise<ShippedProgram | { readonly message: string }> {
  if (!hasOwnProgram(brand.pack)) return brandedProgram(base, brand);
  const compiled = await compile(root, brand.name);
  if (compiled.ok && isSound(compiled)) return compiled;
  return { message: reportCompiled(compiled) };
}

function keyOf(
  { root, key }: Pick<FleetSettings, 'root' | 'key'>,
  { pack }: Brand,
): Promise<FoundKey> {
  return findKey(pack.miniProgram.appId, { given: key, env: process.env, root });
}

/** Named by what is sent as what: the same again is the same record. */
function recordOf(
  { out, kind, version, robot }: FleetSettings,
  appId: string,
  program: ShippedProgram,
): string {
  return join(
    out,
    'records',
    `${kind}-${appId}-${version}-${robot}-${digestOf(program).slice(0, 16)}.json`,
  );
}

function sizesOf(files: Tree): PackageSizes {
  const app: { subPackages?: readonly { root: string }[] } = JSON.parse(
    files.get('app.json')?.toString() ?? '{}',
  );
  return packageSizes(
    files,
    (app.subPackages ?? []).map(({ root }) => root),
  );
}

/** What did not come to being sent. */
export function refusalOf(brand: string, appId: string | null) {
  return (reason: string, problems: readonly string[], remedy: string | null) =>
    ({ ok: false, brand, appId, reason, problems, remedy, mayHaveArrived: false }) as const;
}
