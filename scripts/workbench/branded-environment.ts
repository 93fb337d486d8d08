import { join } from 'node:path';
import { holdPort } from '@mini-login/local-server/hold-port';
import { watch } from 'chokidar';
import { listBrands } from '../brand/choice';
import { contractsOf } from '../brand/contracts';
import type { ExtJson } from '../brand/ext';
import { BrandError, readBrand } from '../brand/pack/pack';
import type { Environment } from '../environment';
import { currentLanguage, inLanguage, type Language } from '../messages/say';
import { createBrandDraft, notesIn } from './brand-draft';
import type { BrandSwitcher } from './brand-state';
import { startDemoEnvironment } from './demo-environment';
import type { PhoneLink } from './lan/link';
import { startOwnProgram } from './own-program';

export interface BrandedEnvironment extends BrandSwitcher {
  readonly url: string;
  close(): Promise<void>;
}

interface BrandedOptions {
  /** What a template is shown with. */
  readonly ext?: ExtJson | undefined;
  /** Where phones of the same network find it; asked each time. */
  readonly links?: () => readonly PhoneLink[];
}

/** Editors write a file in several steps; ms. */
const quiet = 60;

type Problems = Readonly<Record<Language, readonly string[]>>;

const noProblems: Problems = { en: [], zh: [] };

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
  { ext, links = () => [] }: BrandedOptions = {},
): Promise<BrandedEnvironment> {
  let state = {
    environment: 0,
    wanted,
    shown: '',
    problems: noProblems,
    contracts: [] as readonly string[],
  };
  let shownBrand: ReturnType<BrandSwitcher['program']> = null;
  let running: { readonly environment: Environment; readonly facts: string } | null = null;
  let queue: Promise<void> = Promise.resolve();
  const held = await holdPort(port);
  const again = afterQuiet(() => void show(state.wanted).catch(report));
  const draft = createBrandDraft(root);
  const program = await startOwnProgram(root, again.soon, ext);
  const watcher = await watchPacks(root, again.soon);
  const show = (name: string): Promise<void> => {
    // A brand that could not be shown stops nobody from choosing the next.
    queue = queue.catch(() => undefined).then(() => apply(name));
    return queue;
  };
  const switcher: BrandSwitcher = {
    show,
    program: () => shownBrand,
    draft(name, text) {
      draft.put(name, text);
      again.soon();
    },
    file: draft.read,
    hints: (name, language) => ({
      problems: problemsOf(draft.rootOf(name), name)[language],
      notes: notesIn(draft.rootOf(name), name, language),
    }),
    save: draft.save,
    state: (language = currentLanguage()) => ({
      ...state,
      problems: state.problems[language],
      brands: listBrands(root),
    }),
  };

  async function apply(name: string): Promise<void> {
    const problems = problemsOf(draft.rootOf(name), name);
    state = { ...state, wanted: name, problems };
    if (problems.en.length === 0) {
      await open(name).catch((error: unknown) => {
        if (!(error instanceof BrandError) || running === null) throw error;
        // A source of the program that can't be read: what was right stays on the phone.
        state = { ...state, problems: { en: error.problems, zh: error.problems } };
      });
    } else if (running === null && name !== fallback) await open(fallback);
  }

  /**
   * What the servers' doubles know of a brand needs a new environment; all else is in the program's
   * files, which the simulator watches.
   */
  async function open(name: string): Promise<void> {
    const packs = draft.rootOf(name);
    const { pack } = readBrand(packs, name);
    const project = await program.show(name, packs);
    const { brand } = project;
    shownBrand = brand;
    const shown = { shown: name, contracts: contractsOf(brand) };
    const facts = JSON.stringify([
      name,
      pack.miniProgram,
      brand.appName,
      brand.apps,
      brand.genauth,
      brand.agreements,
      pack.directory,
      project.others,
    ]);
    if (running?.facts === facts) {
      state = { ...state, ...shown };
      return;
    }
    const resume = held.pause();
    try {
      await running?.environment.close();
      const environment = await startDemoEnvironment(
        { port: held, watch: true, program: project },
        switcher,
        links,
      );
      running = { environment, facts };
      // Together: who asks sees the brand as shown only where it is.
      state = { ...state, ...shown, environment: state.environment + 1 };
    } finally {
      resume();
    }
  }

  const inFront = (): Environment => {
    if (running === null) throw new BrandError(state.problems[currentLanguage()]);
    return running.environment;
  };
  const { url } = await show(wanted)
    .then(() => inFront().simulator)
    .catch(async (error: unknown) => {
      await watcher.close();
      await program.close();
      await held.close();
      throw error;
    });
  return {
    ...switcher,
    url,
    async close() {
      again.cancel();
      await watcher.close();
      await queue;
      await inFront().close();
      await held.close();
      await program.close();
      draft.close();
    },
  };
}

/** One line each, in each language: pages choose. Empty when the pack is right. */
function problemsOf(root: string, name: string): Problems {
  return {
    en: inLanguage('en', () => problemsIn(root, name)),
    zh: inLanguage('zh', () => problemsIn(root, name)),
  };
}

function problemsIn(root: string, name: string): readonly string[] {
  try {
    readBrand(root, name);
    return [];
  } catch (error) {
    if (error instanceof BrandError) return error.problems;
    throw error;
  }
}

async function watchPacks(root: string, changed: () => void) {
  const ignored = /[\\/]\.[^\\/]*$|brand\.schema\.json$/;
  const watcher = watch(join(root, 'brands'), { ignoreInitial: true, ignored }).on('all', changed);
  // Before the address is given to anybody: what is edited right then must count.
  await new Promise<void>((resolve) => watcher.once('ready', resolve));
  return watcher;
}

function afterQuiet(work: () => void) {
  let pending: NodeJS.Timeout | undefined;
  const cancel = () => clearTimeout(pending);
  const soon = () => {
    cancel();
    pending = setTimeout(work, quiet);
  };
  return { soon, cancel };
}

function report(error: unknown): void {
  process.stderr.write(
    `${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
}
