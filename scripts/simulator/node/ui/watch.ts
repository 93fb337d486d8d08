import { existsSync } from 'node:fs';
import { basename, relative } from 'node:path';
import { type FSWatcher, watch } from 'chokidar';

/** ms: an editor writes a file in several goes. */
const quiet = 200;

/** What nobody writes by hand; from the folder of the tests. */
const IGNORED =
  /(?:^|[\\/])(?:node_modules|miniprogram_npm|\.[^\\/.]+)(?:[\\/]|$)|^(?:out|coverage)(?:[\\/]|$)/;

const CODE = /\.(?:[cm]?[jt]sx?|wxml|wxss|wxs|less|s[ac]ss|styl)$/;
const CONFIGURATION =
  /^(?:app|ext|theme|sitemap|package|project(?:\.private)?\.config|tsconfig.*)\.json$/;

/** Whether a person wrote it, as far as a name says: what a run leaves, reports for one, is none of it. */
export function isSource(path: string): boolean {
  if (!path.endsWith('.json')) return CODE.test(path);
  return CONFIGURATION.test(basename(path)) || existsSync(path.replace(/json$/, 'wxml'));
}

/**
 * What a run is made of: the folder of its tests and the programs that they open are watched; what
 * is named one by one, the tests and their helpers, may be read.
 */
export class WatchedFiles {
  readonly #folder: string;
  readonly #onSave: () => void;
  readonly #paths: Set<string>;
  #watcher: FSWatcher | null = null;
  #timer: NodeJS.Timeout | undefined;

  constructor(folder: string, paths: Iterable<string>, onSave: () => void) {
    this.#folder = folder;
    this.#paths = new Set(paths);
    this.#onSave = onSave;
  }

  add(path: string): void {
    if (this.#paths.has(path)) return;
    this.#paths.add(path);
    this.#watcher?.add(path);
  }

  has(path: string): boolean {
    return this.#paths.has(path);
  }

  /** Resolves when what is saved is noticed. */
  async start(): Promise<void> {
    if (this.#watcher) return;
    const watcher = watch([this.#folder, ...this.#paths], {
      ignoreInitial: true,
      ignored: (path) => IGNORED.test(relative(this.#folder, path)),
    });
    this.#watcher = watcher;
    watcher.on('all', (_event, path) => {
      if (!isSource(path)) return;
      clearTimeout(this.#timer);
      this.#timer = setTimeout(this.#onSave, quiet);
    });
    await new Promise<void>((ready) => watcher.once('ready', () => ready()));
  }

  async stop(): Promise<void> {
    clearTimeout(this.#timer);
    const watcher = this.#watcher;
    this.#watcher = null;
    await watcher?.close();
  }
}
