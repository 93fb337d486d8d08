import { DoubleTaps, type Point } from './double-tap';
import { PAGE_BAR, surfaceShownAt } from './surface-id';

/** What is made of a touch after it, or by it; none of it reaches what the touch does not count on. */
const GESTURE = ['touchstart', 'touchmove', 'touchend', 'touchcancel'] as const;
const MOUSE = ['mousedown', 'click'] as const;

/**
 * One wrapper around everything that can be touched on the phone. A click counts only where its
 * pointer went down, on the same surface, after that was shown: a browser makes the click of a tap
 * from where the finger lies when it is lifted, and by then the tap may have opened something there.
 */
export class TouchGuard {
  readonly #taps = new DoubleTaps(
    () => performance.now(),
    (surface) => surfaceShownAt(surface) ?? this.#pageShownAt,
  );
  readonly #pageKey: () => string;
  #pageShownAt = Number.NEGATIVE_INFINITY;
  #down: { readonly surface: string; readonly counts: boolean } | null = null;

  /** `pageKey` names the page of the program that is in front. */
  constructor(pageKey: () => string) {
    this.#pageKey = pageKey;
  }

  /** WeChat's surfaces: every one under `root` has a `data-surface`, and what has none is dead. */
  guardSurfaces(root: Document): void {
    this.#listen(
      root,
      ({ target }) => this.#surfaceOf(target instanceof Element ? target : null),
      () => ({ x: 0, y: 0 }),
    );
  }

  /** The program's document: before the runtime is loaded into it, so that this is told first. */
  guardProgram(inner: Window): void {
    const corner = () => {
      const frame = inner.frameElement?.getBoundingClientRect();
      return { x: frame?.left ?? 0, y: frame?.top ?? 0 };
    };
    this.#listen(inner.document, () => this.#pageKey(), corner);
  }

  /** Another page of the program is in front, and its bars with it. */
  pageChanged(): void {
    this.#pageShownAt = performance.now();
  }

  /** What a killed program was touched at says nothing of the next one. */
  programKilled(): void {
    this.#taps.forget();
  }

  /** ms until a touch at that point of the phone's page is one of its own. */
  wait(point: Point): number {
    const under = document.elementFromPoint(point.x, point.y);
    return this.#taps.wait(this.#surfaceOf(under) ?? this.#pageKey(), point);
  }

  #surfaceOf(element: Element | null): string | null {
    const surface = element?.closest('[data-surface]')?.getAttribute('data-surface') ?? null;
    return surface === PAGE_BAR ? `bar of ${this.#pageKey()}` : surface;
  }

  #listen(target: Document, surfaceAt: (event: Event) => string | null, corner: () => Point): void {
    const options = { capture: true, passive: false };
    target.addEventListener(
      'pointerdown',
      (event) => {
        const surface = surfaceAt(event) ?? '';
        const { x, y } = corner();
        const point = { x: event.clientX + x, y: event.clientY + y };
        this.#down = { surface, counts: surface !== '' && this.#taps.down(surface, point) };
      },
      options,
    );
    for (const type of GESTURE)
      target.addEventListener(
        type,
        (event) => {
          if (this.#down?.counts === false) stop(event);
        },
        options,
      );
    for (const type of MOUSE)
      target.addEventListener(
        type,
        (event) => {
          // Enter, the space bar or a script: there is no pointer that could have missed.
          if (event.detail === 0 && type === 'click') return;
          if (this.#down?.counts !== true || this.#down.surface !== surfaceAt(event)) stop(event);
        },
        options,
      );
  }
}

function stop(event: Event): void {
  event.stopImmediatePropagation();
  if (event.cancelable) event.preventDefault();
}
