import { AsyncLocalStorage } from 'node:async_hooks';
import type { Clock } from '../base/clock';

/** A clock that goes wrong for one request only. */
export interface SkewedClock extends Clock {
  /** `work` and whatever it starts see the time `ms` later than it is. */
  skew<T>(ms: number, work: () => Promise<T>): Promise<T>;
}

export function skewable(clock: Clock): SkewedClock {
  const skew = new AsyncLocalStorage<number>();
  return {
    now: () => clock.now() + (skew.getStore() ?? 0),
    wait: (ms) => clock.wait(ms),
    alarm: (ms, ring) => clock.alarm(ms, ring),
    skew: (ms, work) => skew.run(ms, work),
  };
}
