/** The one alarm of the program. */
export class Alarm {
  #ringsAt: number | null = null;
  /** What it was set to: `compose` sets it again only when that changes. */
  #setTo: number | null = null;

  /**
   * By the time that has really passed, ms; null: it is not set, or its ring is held up by a
   * suspension.
   */
  get ringsAt(): number | null {
    return this.#ringsAt;
  }

  /** @param at What the phone's clock shows then, `now` of `elapsed` ms. */
  set(at: number | null, { now, elapsed }: { readonly now: number; readonly elapsed: number }) {
    if (at === this.#setTo) return;
    this.#setTo = at;
    this.#ringsAt = at === null ? null : elapsed + Math.max(at - now, 0);
  }

  ring(): void {
    this.#ringsAt = null;
    this.#setTo = null;
  }
}
