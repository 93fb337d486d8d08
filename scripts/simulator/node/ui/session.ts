import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import type { WebSocket } from 'ws';
import type { TimelineEntry } from '../../contract/timeline';
import {
  applyEvent,
  type Chosen,
  EMPTY,
  type UiEvent,
  type UiPicture,
  type UiState,
} from '../../ui/model';
import { entriesOf } from './entries';
import { type Jest, type JestRun, runJest } from './jest';
import { type FromTest, readMessage, type SentPicture } from './messages';
import { Phones } from './phones';
import { WatchedFiles } from './watch';

/** Of about 40 KB each. */
const mostPictures = 5_000;

export interface UiSessionOptions {
  readonly jest: Jest;
  readonly args: readonly string[];
  /** The test files, from the folder. */
  readonly files: readonly string[];
  /** Of the server's own pages and lines. */
  readonly url: string;
  readonly port?: number;
}

/** A person's runs of tests, from the first to the last. */
export class UiSession {
  readonly phones = new Phones((phone) => this.#apply({ type: 'phone', phone }));
  readonly #options: UiSessionOptions;
  readonly #pages = new Set<(data: unknown) => void>();
  readonly #pictures = new Map<string, SentPicture>();
  /** And what a person may read. */
  readonly #files: WatchedFiles;
  #state: UiState = EMPTY;
  #run: JestRun | null = null;
  #chosen: readonly Chosen[] = [];
  #letGo: (() => void) | null = null;

  constructor(options: UiSessionOptions) {
    this.#options = options;
    const tests = options.files.map((file) => resolve(options.jest.folder, file));
    this.#files = new WatchedFiles(options.jest.folder, tests, () => void this.#runAgain());
    this.#apply({ type: 'files', paths: options.files });
    this.#start('listing', []);
  }

  /** First all that is known, as `{ state }`, then each change. Returns the way to stop. */
  subscribe(send: (data: unknown) => void): () => void {
    send({ state: this.#state });
    this.#pages.add(send);
    return () => void this.#pages.delete(send);
  }

  pictureOf(id: string): SentPicture | undefined {
    return this.#pictures.get(id);
  }

  /** Whether it is one of the tests' own files, and may be read. */
  knows(file: string): boolean {
    return this.#files.has(file);
  }

  /** Null: all of them. */
  get filesToRun(): readonly string[] | null {
    return this.#state.run === 'running' ? this.#chosen.map(({ path }) => path) : null;
  }

  /** What is on disk by now. */
  async run(chosen: readonly Chosen[]): Promise<void> {
    await this.stop();
    await this.phones.closeOver();
    this.#start('running', chosen);
  }

  async stop(): Promise<void> {
    const run = this.#run;
    run?.stop();
    this.#goOn();
    await run?.over;
  }

  setStepping(stepping: boolean): void {
    this.#apply({ type: 'stepping', stepping });
    if (!stepping) this.#goOn();
  }

  /** Whatever is saved, what was run last runs again. */
  async setWatching(watching: boolean): Promise<void> {
    this.#apply({ type: 'watching', watching });
    await (watching ? this.#files.start() : this.#files.stop());
  }

  /** The step that waits is done. */
  next(): void {
    this.#goOn();
  }

  async close(): Promise<void> {
    await this.#files.stop();
    await this.stop();
    await this.phones.closeAll();
  }

  /** The line of one test file. */
  take(line: WebSocket): void {
    line.on('message', (data) => {
      const message = readMessage(String(data));
      if (message) this.#hear(line, message);
    });
  }

  async #runAgain(): Promise<void> {
    if (this.#chosen.length > 0) await this.run(this.#chosen);
  }

  #start(kind: 'listing' | 'running', chosen: readonly Chosen[]): void {
    this.#chosen = chosen;
    this.#apply({ type: 'run', run: kind, chosen });
    const { jest, args, url } = this.#options;
    const run = runJest(jest, args, {
      url,
      onOutput: (text) => this.#apply({ type: 'output', text }),
    });
    this.#run = run;
    void run.over.then(() => {
      this.#run = null;
      this.phones.runOver();
      this.#apply({ type: 'over' });
    });
  }

  #hear(line: WebSocket, message: FromTest): void {
    switch (message.type) {
      case 'hello': {
        const mine = this.#chosen.find(({ path }) => path === message.path);
        const plan = { list: this.#state.run !== 'running', tests: mine?.tests ?? null };
        line.send(JSON.stringify({ type: 'plan', ...plan }));
        return;
      }
      case 'launching':
        this.phones.launching(message.at);
        this.#files.add(message.project);
        return;
      case 'connected':
        this.phones.connected(message.at);
        return;
      case 'kept':
        this.phones.kept(message.at);
        return;
      case 'wait': {
        const go = () => line.send(JSON.stringify({ type: 'go', number: message.number }));
        if (!this.#state.stepping) {
          go();
          return;
        }
        this.#letGo = go;
        this.#apply({ type: 'waiting', step: message.step });
        return;
      }
      case 'step':
        this.#takeStep(message);
        return;
      default:
        this.#apply(message);
    }
  }

  #takeStep({ path, test, step }: Extract<FromTest, { type: 'step' }>): void {
    const { before, after, source, entries, error, ...rest } = step;
    const file = source?.replace(/:\d+$/, '');
    if (file !== undefined) this.#files.add(resolve(this.#options.jest.folder, file));
    this.#apply({
      ...{ type: 'step', path, test },
      step: {
        ...{ ...rest, source },
        error: error === null ? null : stripVTControlCharacters(error),
        before: this.#keep(before),
        after: this.#keep(after),
        entries: entriesOf(entries as readonly TimelineEntry[]),
      },
    });
  }

  /** What looks the same is kept once. */
  #keep(picture: SentPicture | null): UiPicture | null {
    if (!picture) return null;
    const id = createHash('sha256').update(picture.base64).digest('hex').slice(0, 32);
    this.#pictures.set(id, picture);
    const [oldest] = this.#pictures.keys();
    if (this.#pictures.size > mostPictures && oldest !== undefined) this.#pictures.delete(oldest);
    return { id, size: picture.size ?? null, origin: picture.origin ?? { x: 0, y: 0 } };
  }

  #goOn(): void {
    this.#letGo?.();
    this.#letGo = null;
    if (this.#state.waiting !== null) this.#apply({ type: 'waiting', step: null });
  }

  #apply(event: UiEvent): void {
    this.#state = applyEvent(this.#state, event);
    for (const send of this.#pages) send(event);
  }
}
