import type { Misbehaviour } from '../../../contract/misbehaviour';
import type { PhoneClock } from '../clock';

/** WeChat's own surfaces over a program: the number, privacy, its contract. */
export interface Surfaces {
  /**
   * Runs while one is open. On Android the program is hidden meanwhile, and shown around the
   * answer.
   */
  during<T>(open: () => Promise<T>): Promise<T>;
}

export interface SurfaceOptions {
  readonly clock: PhoneClock;
  order(): Misbehaviour['surfaces'];
  /** App.onHide and App.onShow, while the program stays in front. */
  cover(): void;
  uncover(): void;
}

/** Between being shown and the answer, whichever comes first; ms. */
const moment = 30;

export function createSurfaces({ clock, order, cover, uncover }: SurfaceOptions): Surfaces {
  let open = 0;
  const close = () => {
    open -= 1;
    if (open === 0) uncover();
  };
  return {
    async during(run) {
      const when = order();
      if (when === 'over') return await run();
      open += 1;
      cover();
      try {
        return await run();
      } finally {
        // The next surface may open in between: then the program stays hidden.
        if (when === 'answer-first') clock.after(moment, close);
        else await shown();
      }
      async function shown(): Promise<void> {
        close();
        await new Promise<void>((resolve) => clock.after(moment, resolve));
      }
    },
  };
}
