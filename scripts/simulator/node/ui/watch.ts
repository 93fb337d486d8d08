import { relative } from 'node:path';
import { type FSWatcher, watch } from 'chokidar';

/** ms: an editor writes a file in several goes. */
const quiet = 200;

/** What a run itself writes, and what nobody writes by hand; from the folder of the tests. */
const IGNORED =
  /(?:^|[\\/])(?:node_modules|miniprogram_npm|\.[^\\/.]+)(?:[\\/]|$)|^(?:out|coverage)(?:[\\/]|$)/;

/** The files that a run is made of: its tests, their own helpers, the programs that they open. */
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
    const watcher = watch([...this.#paths], {
      ignoreInitial: true,
      ignored: (path) => IGNORED.test(relative(this.#folder, path)),
    });
    this.#watcher = watcher;
    watcher.on('all', () => {
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
