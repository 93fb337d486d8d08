/** One timer, set to a time and not to a span. */
export interface Alarm {
  /** Rings at `at`, ms since 1970, in the place of whatever it was set to; null: not at all. */
  set(at: number | null): void;
}

/**
 * It may ring late, in the background much later, or early, when the clock was set: whoever it
 * rings for looks at the clock.
 */
export function createAlarm(ring: () => void): Alarm {
  let setTo: number | null = null;
  // How to stop it, and not its id: that is a number in WeChat and an object where tests run.
  let stop = (): void => undefined;
  return {
    set(at) {
      if (at === setTo) return;
      stop();
      setTo = at;
      if (at === null) return;
      const id = setTimeout(
        () => {
          setTo = null;
          ring();
        },
        Math.max(at - Date.now(), 0),
      );
      stop = () => clearTimeout(id);
    },
  };
}
