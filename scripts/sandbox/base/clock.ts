/**
 * Time as the doubles see it. Whoever starts the sandbox passes it in, so that a phone and its
 * servers agree about what has expired.
 */
export interface Clock {
  /** ms since 1970. */
  now(): number;
  /** Resolves when `now()` has moved on by `ms`. */
  wait(ms: number): Promise<void>;
  /** Calls back when `now()` has moved on by `ms`, unless what it returns is called first. */
  alarm(ms: number, ring: () => void): () => void;
}

export interface VirtualClock extends Clock {
  /** Moves on by `ms` at once; what waited for that time resolves. */
  advance(ms: number): void;
}

/**
 * A clock that can be moved. A running one also moves by itself as real time does (`npm start`, a
 * journey in a real browser); a standing one moves only by `advance` (unit tests).
 */
export function createClock({ startAt = Date.now(), running = true } = {}): VirtualClock {
  const startedAt = Date.now();
  let moved = 0;
  const waiting = new Set<() => void>();
  const now = () => startAt + moved + (running ? Date.now() - startedAt : 0);
  const alarm = (ms: number, ring: () => void) => {
    const due = now() + ms;
    let timer: NodeJS.Timeout | undefined;
    const stop = () => {
      clearTimeout(timer);
      waiting.delete(check);
    };
    const check = () => {
      clearTimeout(timer);
      const rest = due - now();
      if (rest <= 0) {
        stop();
        ring();
      } else if (running) {
        timer = setTimeout(check, rest);
        timer.unref();
      }
    };
    waiting.add(check);
    check();
    return stop;
  };
  return {
    now,
    alarm,
    wait: (ms) => new Promise((resolve) => void alarm(ms, resolve)),
    advance(ms) {
      moved += ms;
      for (const check of [...waiting]) check();
    },
  };
}
