/** CSS px of the phone's page. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * Two touches so near to each other are one double tap; also the second of two of which the first
 * has opened something, for as long as that would slide in on a phone.
 */
const within = { ms: 300, px: 40 };

/**
 * What a finger went down on, and whether that counts. The second half of a double tap belongs to
 * the first: it never answers what the first half has opened. On a phone it lands while the new
 * page or sheet is still sliding in; here nothing slides.
 */
export class DoubleTaps {
  readonly #now: () => number;
  readonly #shownAt: (surface: string) => number;
  #last: { readonly surface: string; readonly at: number; readonly point: Point } | null = null;

  constructor(now: () => number, shownAt: (surface: string) => number) {
    this.#now = now;
    this.#shownAt = shownAt;
  }

  /** A finger, or the mouse, went down on `surface`. False: it does nothing there. */
  down(surface: string, point: Point): boolean {
    const counts = this.wait(surface, point) === 0;
    // What doesn't count leaves the window as it is: a third tap is not measured from the second.
    if (counts) this.#last = { surface, point, at: this.#now() };
    return counts;
  }

  /** The program was killed: what is opened next is not the last touch's. */
  forget(): void {
    this.#last = null;
  }

  /** ms until a touch there is one of its own; 0: it is now. */
  wait(surface: string, { x, y }: Point): number {
    const last = this.#last;
    if (!last || last.surface === surface) return 0;
    if (Math.hypot(last.point.x - x, last.point.y - y) > within.px) return 0;
    const since = Math.max(last.at, this.#shownAt(surface));
    return Math.max(0, Math.ceil(since + within.ms - this.#now()));
  }
}
