/** The part of a program frame's fake clock that the phone drives (`@sinonjs/fake-timers`). */
export interface FrameClock {
  readonly now: number;
  readonly timers?: { values(): Iterable<{ readonly callAt?: number }> };
  tick(ms: number): number;
  /** Every due timer fires at most once, as after a sleep. */
  jump(ms: number): number;
}

/** Where real time comes from: the browser's own, before anything was replaced. */
export interface RealTime {
  now(): number;
  every(ms: number, run: () => void): void;
  /** Lets everything run that was started: promises, messages. */
  settle(): Promise<void>;
}

export interface PhoneClock {
  now(): number;
  /**
   * How far the program's clock is behind at this moment, ms: a long task keeps it from following.
   */
  lag(): number;
  /** Runs after so many ms of the phone's clock; returns the way to cancel. */
  after(ms: number, run: () => void): () => void;
  advance(ms: number): Promise<void>;
  /** Time stands still, but for `advance`: nothing that happens takes any. */
  stop(): void;
  /** It follows real time again. */
  start(): void;
  /** The program's timers follow this clock from now on. */
  attach(frame: FrameClock): void;
  detach(): void;
  /** WeChat has suspended the program: its Date and timers stand still. */
  hold(): void;
  /** They catch up: Date is right again, overdue timers fire once. */
  release(): void;
}

interface Timer {
  readonly at: number;
  readonly run: () => void;
}

/** How often the clock follows real time, ms. */
const step = 10;

/**
 * One virtual time for the phone and the program in front. It follows real time and can be moved
 * ahead; then the program's timers and the phone's own fire in the order in which they are due.
 */
export function createClock(real: RealTime): PhoneClock {
  let now = real.now();
  let followed = real.now();
  let advancing = 0;
  let frame: FrameClock | null = null;
  let held = false;
  let stopped = false;
  const timers = new Set<Timer>();

  const running = () => (frame && !held ? frame : null);
  /** A long task keeps the clock from following; what happens in it has its time all the same. */
  const current = () => {
    if (advancing > 0) return running()?.now ?? now;
    return stopped ? now : now + real.now() - followed;
  };
  const lag = () => Math.max(0, current() - (running()?.now ?? current()));

  const nextDue = (limit: number): number => {
    let due = limit;
    for (const timer of timers) due = Math.min(due, timer.at);
    for (const timer of running()?.timers?.values() ?? []) due = Math.min(due, timer.callAt ?? due);
    return Math.max(due, now);
  };

  /** To the next moment at which something is due, at most `limit`. */
  const stepTo = (limit: number) => {
    const due = nextDue(limit);
    const follower = running();
    if (follower) follower.tick(Math.max(0, due - follower.now));
    now = due;
    const ripe = [...timers].filter((timer) => timer.at <= now).sort((a, b) => a.at - b.at);
    for (const timer of ripe) if (timers.delete(timer)) timer.run();
  };

  const follow = () => {
    if (advancing > 0 || stopped) return;
    const passed = real.now() - followed;
    followed += passed;
    const target = now + passed;
    while (now < target) stepTo(target);
  };
  real.every(step, follow);

  return {
    now: current,
    lag,
    after(ms, run) {
      const timer = { at: current() + ms, run };
      timers.add(timer);
      return () => void timers.delete(timer);
    },
    async advance(ms) {
      const target = current() + ms;
      advancing += 1;
      try {
        do {
          stepTo(target);
          await real.settle();
        } while (now < target || nextDue(target + 1) <= target);
      } finally {
        advancing -= 1;
        // The time that the work itself took is not the phone's.
        followed = real.now();
      }
    },
    stop() {
      follow();
      stopped = true;
    },
    start() {
      followed = real.now();
      stopped = false;
    },
    attach(next) {
      frame = next;
      held = false;
    },
    detach() {
      frame = null;
      held = false;
    },
    hold() {
      held = true;
    },
    release() {
      if (!held) return;
      held = false;
      if (frame) frame.jump(Math.max(0, now - frame.now));
    },
  };
}
