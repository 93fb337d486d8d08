import { resolve } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import type { WebSocket } from 'ws';
import type { TimelineEntry } from '../../contract/timeline';
import { applyEvent, type Chosen, EMPTY, type UiEvent, type UiState } from '../../ui/model';
import { entriesOf } from './entries';
import { type Jest, type JestRun, runJest } from './jest';
import { type FromTest, readMessage, type SentPicture } from './messages';
import { Phones } from './phones';
import { Pictures } from './pictures';
import { unfinished } from './unfinished';
import { WatchedFiles } from './watch';

/** ms that hooks and Jest's own tear-down have; and when the whole server ends. */
const untilForced = 10_000;
const untilForcedAtEnd = 3_000;
const GONE = 'The test that was to run is not in this file any more: it was renamed or taken out.';

export interface UiSessionOptions {
  readonly jest: Jest;
  readonly args: readonly string[];
  /** The test files, from the folder. */
  readonly files: readonly string[];
  /** The same, as they are by now. */
  list(): Promise<readonly string[]>;
  /** Of the server's own pages and lines. */
  readonly url: string;
  readonly port?: number;
}

/** A person's runs of tests, from the first to the last. */
export class UiSession {
  readonly phones = new Phones((phone) => this.#apply({ type: 'phone', phone }));
  readonly #options: UiSessionOptions;
  readonly #pages = new Set<(data: unknown) => void>();
  readonly #pictures = new Pictures();
  /** And what a person may read. */
  readonly #files: WatchedFiles;
  #state: UiState = EMPTY;
  #run: JestRun | null = null;
  #chosen: readonly Chosen[] = [];
  /** Test files that report now. */
  readonly #lines = new Set<WebSocket>();
  /** Steps that wait, by their ids; the first is the one that is shown. */
  readonly #held = new Map<string, () => void>();
  /** Files that this run has reached. */
  readonly #reached = new Set<string>();
  /** Those of them that have not come to their end. */
  readonly #begun = new Set<string>();
  /** Files of this run that hold none of the tests that were chosen. */
  readonly #without = new Set<string>();
  /** Files whose tests are still to be found: a run came first. */
  readonly #unlisted: Set<string>;
  #isStopping = false;
  /** Another run follows, or none at all. */
  #isLeft = false;
  #runs = 0;

  constructor(options: UiSessionOptions) {
    this.#options = options;
    const tests = options.files.map((file) => resolve(options.jest.folder, file));
    this.#files = new WatchedFiles(options.jest.folder, tests, () => void this.#runAgain());
    this.#unlisted = new Set(options.files);
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
    return this.#pictures.of(id);
  }

  /** Whether it is one of the tests' own files, and may be read. */
  knows(file: string): boolean {
    return this.#files.has(file);
  }

  get filesToRun(): readonly string[] {
    return this.#state.run === 'running'
      ? this.#chosen.map(({ path }) => path)
      : [...this.#unlisted];
  }

  /** What is on disk by now. */
  async run(chosen: readonly Chosen[]): Promise<void> {
    this.#runs += 1;
    const turn = this.#runs;
    this.#isLeft = true;
    const listed = this.#options.list().catch(() => this.#options.files);
    await this.stop();
    await this.phones.closeOver();
    const files = await listed;
    // Somebody wanted another one meanwhile.
    if (turn !== this.#runs) return;
    this.#chosen = this.#takeFiles(files, chosen);
    this.#isLeft = false;
    this.#start('running', chosen);
  }

  /** Files come and go; where all were chosen, a new one is too. */
  #takeFiles(files: readonly string[], chosen: readonly Chosen[]): readonly Chosen[] {
    const before = this.#state.files.map(({ path }) => path);
    const isWhole = (path: string) =>
      chosen.some((each) => each.path === path && each.tests === null);
    const areAll = before.every(isWhole);
    const added = files.filter((path) => !before.includes(path));
    for (const path of added) {
      this.#unlisted.add(path);
      this.#files.add(resolve(this.#options.jest.folder, path));
    }
    this.#apply({ type: 'files', paths: files });
    return [
      ...chosen.filter(({ path }) => files.includes(path)),
      ...(areAll ? added.map((path) => ({ path, tests: null })) : []),
    ];
  }

  /** First kindly: what runs fails at once, so that hooks and Jest's own tear-down have the time. */
  async stop(time = untilForced): Promise<void> {
    const run = this.#run;
    if (!run) return;
    this.#isStopping = true;
    for (const line of this.#lines) line.send(JSON.stringify({ type: 'stop' }));
    const timer = setTimeout(() => run.stop(), this.#state.run === 'listing' ? 0 : time);
    await run.over;
    clearTimeout(timer);
  }

  setStepping(stepping: boolean): void {
    this.#apply({ type: 'stepping', stepping });
    if (!stepping) while (this.#held.size > 0) this.next();
  }

  /** Whatever is saved, what was run last runs again. */
  async setWatching(watching: boolean): Promise<void> {
    this.#apply({ type: 'watching', watching });
    await (watching ? this.#files.start() : this.#files.stop());
  }

  /** The step that waits is done. */
  next(): void {
    const [first] = this.#held;
    if (!first) return;
    const [step, go] = first;
    this.#release(step);
    go();
  }

  async close(): Promise<void> {
    this.#isLeft = true;
    await this.#files.stop();
    await this.stop(untilForcedAtEnd);
    await this.phones.closeAll();
  }

  /** The line of one test file. */
  take(line: WebSocket): void {
    this.#lines.add(line);
    line.on('message', (data) => {
      const message = readMessage(String(data));
      if (message) this.#handle(line, message);
    });
    // Such as a message that is too long: the line closes, and nobody else's.
    line.on('error', () => undefined);
    line.on('close', () => this.#lines.delete(line));
  }

  async #runAgain(): Promise<void> {
    if (this.#chosen.length > 0) await this.run(this.#chosen);
  }

  #start(kind: 'listing' | 'running', chosen: readonly Chosen[]): void {
    this.#isStopping = false;
    this.#reached.clear();
    this.#begun.clear();
    this.#without.clear();
    this.#apply({ type: 'run', run: kind, chosen });
    const { jest, args, url } = this.#options;
    const run = runJest(jest, args, {
      url,
      onOutput: (text) => this.#apply({ type: 'output', text }),
    });
    this.#run = run;
    void run.over.then((end) => {
      this.#run = null;
      this.phones.runOver();
      for (const step of this.#held.keys()) this.#release(step);
      const chosenNow = kind === 'running' ? this.#chosen : [];
      const reports = { reached: this.#reached, begun: this.#begun };
      if (!this.#isStopping)
        for (const event of unfinished(this.#state, chosenNow, reports, end)) this.#apply(event);
      this.#apply({ type: 'over' });
      // What Jest did not come to in a whole run it will not come to in another one.
      if (kind === 'listing' && !this.#isStopping) this.#unlisted.clear();
      if (this.#unlisted.size > 0 && !this.#isLeft) this.#start('listing', []);
    });
  }

  #handle(line: WebSocket, message: FromTest): void {
    switch (message.type) {
      case 'hello': {
        const mine = this.#chosen.find(({ path }) => path === message.path);
        const list = this.#state.run !== 'running';
        const plan = { list, isOver: this.#isStopping, tests: mine?.tests ?? null };
        this.#reached.add(message.path);
        this.#begun.add(message.path);
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
        if (this.#state.stepping && !this.#isStopping) this.#hold(message.step, go);
        else go();
        return;
      }
      case 'step':
        this.#takeStep(message);
        return;
      case 'file':
        // Not before: a listing that gives way to a run may have come as far as the file's name.
        this.#unlisted.delete(message.path);
        if (this.#lacks(message)) this.#without.add(message.path);
        this.#apply(message);
        return;
      case 'fileOver': {
        this.#begun.delete(message.path);
        this.#unlisted.delete(message.path);
        const isWithout = this.#without.has(message.path);
        this.#apply({ ...message, error: message.error ?? (isWithout ? GONE : null) });
        return;
      }
      default:
        this.#apply(message);
    }
  }

  /** Whether none of the tests that are to run is there. */
  #lacks({ path, tests }: Extract<FromTest, { type: 'file' }>): boolean {
    const mine = this.#state.run === 'running' && this.#chosen.find((each) => each.path === path);
    if (!mine || mine.tests === null) return false;
    return !mine.tests.some((wanted) => tests.some(({ id }) => id === wanted));
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
        before: this.#pictures.keep(before),
        after: this.#pictures.keep(after),
        entries: entriesOf(entries as readonly TimelineEntry[]),
      },
    });
  }

  #hold(step: string, go: () => void): void {
    this.#held.set(step, go);
    this.#showWaiting();
  }

  #release(step: string): void {
    this.#held.delete(step);
    this.#showWaiting();
  }

  #showWaiting(): void {
    const [first = null] = this.#held.keys();
    if (first !== this.#state.waiting) this.#apply({ type: 'waiting', step: first });
  }

  #apply(event: UiEvent): void {
    this.#state = applyEvent(this.#state, event);
    for (const send of this.#pages) send(event);
  }
}
