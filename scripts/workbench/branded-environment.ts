import { join } from 'node:path';
import { watch } from 'chokidar';
import { listBrands } from '../brand/choice';
import { contractsOf } from '../brand/contracts';
import { BrandError, readBrand } from '../brand/pack/pack';
import type { Environment } from '../environment';
import type { BrandDesk } from './brand-state';
import { startDemoEnvironment } from './demo-environment';
import { startOwnProgram } from './own-program';

export interface BrandedEnvironment extends BrandDesk {
  readonly url: string;
  close(): Promise<void>;
}

/** Editors write a file in several steps; ms. */
const quiet = 60;

/** Shown while the wanted brand never was right. */
const fallback = 'demo';

/**
 * The demo environment of one brand after the other: what is chosen in the workbench, and what its pack
 * becomes while it is edited. Nothing in `root` is written. A brand that is wrong leaves the last
 * good one on the phone.
 */
export async function startBrandedEnvironment(
  root: string,
  wanted: string,
  port: number,
): Promise<BrandedEnvironment> {
  let state = {
    environment: 0,
    wanted,
    shown: '',
    problems: [] as readonly string[],
    contracts: [] as readonly string[],
  };
  let running: { readonly environment: Environment; readonly facts: string } | null = null;
  let queue: Promise<void> = Promise.resolve();
  const program = startOwnProgram(root);

  const show = (name: string): Promise<void> => {
    // A brand that could not be shown stops nobody from choosing the next.
    queue = queue.catch(() => undefined).then(() => apply(name));
    return queue;
  };
  const desk: BrandDesk = { show, state: () => ({ ...state, brands: listBrands(root) }) };

  async function apply(name: string): Promise<void> {
    const problems = problemsOf(root, name);
    state = { ...state, wanted: name, problems };
    if (problems.length === 0) await open(name);
    else if (running === null && name !== fallback) await open(fallback);
  }

  /**
   * What the servers' doubles know of a brand needs a new environment; all else is in the program's
   * files, which the simulator watches.
   */
  async function open(name: string): Promise<void> {
    const { pack } = readBrand(root, name);
    const project = program.show(name);
    const { brand } = project;
    state = { ...state, shown: name, contracts: contractsOf(brand) };
    const facts = JSON.stringify([
      name,
      pack.miniProgram,
      brand.appName,
      brand.apps,
      brand.genauth,
      brand.agreements,
    ]);
    if (running?.facts === facts) return;
    const at = running === null ? port : portOf(running.environment);
    await running?.environment.close();
    const environment = await startDemoEnvironment(
      { port: at, watch: true, program: project },
      desk,
    );
    running = { environment, facts };
    state = { ...state, environment: state.environment + 1 };
  }

  const inFront = (): Environment => {
    if (running === null) throw new BrandError(state.problems);
    return running.environment;
  };
  const { url } = await show(wanted)
    .then(() => inFront().simulator)
    .catch(async (error: unknown) => {
      await program.close();
      throw error;
    });
  const watcher = watchPacks(root, () => void show(state.wanted).catch(report));
  return {
    ...desk,
    url,
    async close() {
      await watcher.close();
      await queue;
      await inFront().close();
      await program.close();
    },
  };
}

/** One line each; empty when the pack is right. */
function problemsOf(root: string, name: string): readonly string[] {
  try {
    readBrand(root, name);
    return [];
  } catch (error) {
    if (error instanceof BrandError) return error.problems;
    throw error;
  }
}

function portOf({ simulator }: Environment): number {
  return Number(new URL(simulator.url).port);
}

function watchPacks(root: string, changed: () => void) {
  let pending: NodeJS.Timeout | undefined;
  const ignored = /[\\/]\.[^\\/]*$|brand\.schema\.json$/;
  const watcher = watch(join(root, 'brands'), { ignoreInitial: true, ignored }).on('all', () => {
    clearTimeout(pending);
    pending = setTimeout(changed, quiet);
  });
  return {
    async close() {
      clearTimeout(pending);
      await watcher.close();
    },
  };
}

function report(error: unknown): void {
  process.stderr.write(
    `${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
}
