/** Time, passed in. */
export interface Timing {
  /** ms since 1970. */
  now(): number;
  wait(ms: number): Promise<void>;
}

const MINUTE_MS = 60_000;

/** Spreads the calls of each endpoint, and holds them back when WeChat says that it is too often. */
export class Pace {
  readonly #next = new Map<string, number>();

  constructor(
    readonly timing: Timing,
    readonly callsPerMinute: number,
  ) {}

  /** Resolves when this endpoint may be asked. */
  async turn(path: string): Promise<void> {
    const now = this.timing.now();
    const at = Math.max(now, this.#next.get(path) ?? 0);
    this.#next.set(path, at + MINUTE_MS / this.callsPerMinute);
    if (at > now) await this.timing.wait(at - now);
  }

  /** WeChat's quota of this minute is used up: nobody asks before the next. */
  hold(path: string): void {
    const now = this.timing.now();
    const next = (Math.floor(now / MINUTE_MS) + 1) * MINUTE_MS;
    this.#next.set(path, Math.max(next, this.#next.get(path) ?? 0));
  }
}
