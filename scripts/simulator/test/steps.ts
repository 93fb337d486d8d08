import { dirname } from 'node:path';

/** What a test did, in its own words. */
export interface TestStep {
  readonly title: string;
  /** Of the line in the test: `test/shop.test.ts:12`. */
  readonly source: string | null;
  /** ms of the real clock. */
  readonly startedAt: number;
  /** Until what it needs was there, ms; and in all. */
  waited: number;
  took: number;
  error: string | null;
  before: StepPicture | null;
  after: StepPicture | null;
  /** Where the finger went down, CSS px of the page. */
  finger: { readonly x: number; readonly y: number } | null;
}

export interface StepPicture {
  readonly type: 'jpeg' | 'png';
  readonly base64: string;
  /** Of the program's page on the picture, CSS px. */
  readonly origin?: { readonly x: number; readonly y: number };
  /** Of what is on the picture, CSS px. */
  readonly size?: { readonly width: number; readonly height: number };
}

/** For what runs inside a step. */
export interface RunningStep {
  /** What it needs is there: the wait ends. */
  ready(finger?: { readonly x: number; readonly y: number }): Promise<void>;
}

/** A picture of the phone; null when there is nothing to show. */
export type StepCamera = () => Promise<StepPicture | null>;

/** Who looks on while the test runs, as UI mode does. */
export interface StepWatcher {
  /** Of each step, before and after. */
  readonly camera: StepCamera;
  /** Before anything of it is done: the step waits as long as this takes, and it does not count. */
  begin(step: TestStep): Promise<void>;
  /** Its wait is over. */
  ready(step: TestStep): void;
  end(step: TestStep): Promise<void>;
}

/** The steps of one test; pictures are taken when somebody wants them. */
export class StepLog {
  readonly steps: TestStep[] = [];
  /** Called when a step begins, before anything of it is done; what it throws is the step's error. */
  beforeStep: (() => Promise<void>) | null = null;
  #camera: StepCamera | null = null;
  #when: 'always' | 'failed' = 'always';
  #watcher: StepWatcher | null = null;
  #depth = 0;

  /** Pictures are its camera's from now on. */
  watch(watcher: StepWatcher): void {
    this.#watcher = watcher;
  }

  /**
   * `always`: before and after each step. `failed`: after a step that fails, so that steps that
   * pass cost nothing.
   */
  record(camera: StepCamera, when: 'always' | 'failed' = 'always'): void {
    this.#camera = camera;
    this.#when = when;
  }

  /** Steps inside a step are part of it. */
  async run<T>(title: string, work: (step: RunningStep) => Promise<T>): Promise<T> {
    if (this.#depth > 0) return await work({ ready: async () => undefined });
    const step: TestStep = {
      ...{ title, source: sourceLine(), startedAt: Date.now() },
      ...{ waited: 0, took: 0, error: null, before: null, after: null, finger: null },
    };
    this.steps.push(step);
    let start = performance.now();
    this.#depth += 1;
    try {
      if (this.#watcher) {
        step.before = await this.#picture(step);
        await this.#watcher.begin(step);
        start = performance.now();
      }
      await this.beforeStep?.();
      return await work({
        ready: async (finger) => {
          step.waited = performance.now() - start;
          step.before = await this.#picture(step);
          step.finger = finger ?? null;
          this.#watcher?.ready(step);
        },
      });
    } catch (error) {
      step.error = error instanceof Error ? error.message : String(error);
      throw error;
    } finally {
      this.#depth -= 1;
      step.took = performance.now() - start;
      if (step.waited === 0) step.waited = step.took;
      step.after = await this.#picture(step);
      await this.#watcher?.end(step);
    }
  }

  /** Steps that fail take one too: that is the picture that is looked at. */
  async #picture({ error }: TestStep): Promise<StepPicture | null> {
    if (this.#watcher) return await this.#watcher.camera().catch(() => null);
    if (this.#when === 'failed' && error === null) return null;
    return (await this.#camera?.().catch(() => null)) ?? null;
  }
}

/**
 * The line of the test that called: in a test file where one is in the stack, so that a suite's own
 * helpers are passed over; else the first that is neither this folder's nor Node's.
 */
function sourceLine(): string | null {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 40;
  const places = (new Error('where').stack ?? '').split('\n').slice(1).flatMap(placeOf);
  Error.stackTraceLimit = stackTraceLimit;
  const own = dirname(places[0] ?? '');
  const callers = places.filter(
    (place) => dirname(place) !== own && !/node:|[\\/]node_modules[\\/]/.test(place),
  );
  const caller = callers.find((place) => /[.-](?:test|spec)\.\w+:/.test(place)) ?? callers[0];
  return caller?.replace(`${process.cwd()}/`, '') ?? null;
}

function placeOf(line: string): readonly string[] {
  const place = /\(?((?:file:\/\/)?[^()\s]+:\d+):\d+\)?$/.exec(line)?.[1];
  return place === undefined ? [] : [place.replace('file://', '')];
}
