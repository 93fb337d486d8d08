/** Named deadlines: starting one again replaces it. */
export interface Timers<Name extends string> {
  start(name: Name, ms: number, fired: () => void): void;
  stop(name: Name): void;
}

export function createTimers<Name extends string>(): Timers<Name> {
  // How to stop each, and not its id: that is a number in WeChat and an object where tests run.
  const running = new Map<Name, () => void>();
  const stop = (name: Name) => {
    running.get(name)?.();
    running.delete(name);
  };
  return {
    stop,
    start(name, ms, fired) {
      stop(name);
      const id = setTimeout(() => {
        running.delete(name);
        fired();
      }, ms);
      running.set(name, () => clearTimeout(id));
    },
  };
}
