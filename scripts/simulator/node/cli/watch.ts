import { isAlive } from '@mini-login/platform/processes';

/** ms. */
const interval = 500;
/**
 * How long a client may take to come after its cli, whoever called that is gone: a script's `cli
 * auto` ends before the test starts.
 */
const untilFirstClient = 60_000;
/** How long a failure is told. */
const afterFailure = 2_000;

export interface WatchOptions {
  readonly owner: number;
  readonly keep: boolean;
  readonly grace: number;
}

/** Leaves nothing running: ends when nobody is left who could want it. */
export class Watch {
  readonly #owner: number;
  readonly #grace: number;
  readonly #keep: boolean;
  readonly #end: () => void;
  readonly #timer: NodeJS.Timeout;
  #clients = 0;
  #deadline = Date.now() + untilFirstClient;
  #hasFailed = false;

  /**
   * `owner`: the process id of whoever called the cli. `keep`: end for nobody but `failed`.
   * `grace`: how long to stay for the next client, ms.
   */
  constructor({ owner, keep, grace }: WatchOptions, end: () => void) {
    this.#owner = owner;
    this.#keep = keep;
    this.#grace = grace;
    this.#end = end;
    this.#timer = setInterval(() => this.#look(), interval);
  }

  clients(count: number): void {
    this.#clients = count;
    if (this.#hasFailed) this.#endSoon();
    // The next suite may come: it was started once for all of them.
    else this.#deadline = Date.now() + this.#grace;
  }

  /** The project did not open: each client is told why, and then there is nothing to stay for. */
  failed(): void {
    this.#hasFailed = true;
    if (this.#clients > 0) this.#endSoon();
  }

  #endSoon(): void {
    this.#deadline = Math.min(
      this.#deadline || Number.POSITIVE_INFINITY,
      Date.now() + afterFailure,
    );
  }

  #look(): void {
    const isWanted = !this.#hasFailed && (this.#keep || this.#clients > 0 || isAlive(this.#owner));
    if (isWanted || Date.now() < this.#deadline) return;
    clearInterval(this.#timer);
    this.#end();
  }
}
