/** Named deadlines: starting one again replaces it. */
export interface Timers<Name extends string> {
  start(name: Name, ms: number, fired: () => void): void;
  stop(name: Name): void;
}

export function createTimers<Name extends string>(): Timers<Name> {
  const running = new Map<Name, number>();
  const stop = (name: Name) => {
    const id = running.get(name);
    if (id !== undefined) clearTimeout(id);
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
      running.set(name, id);
    },
  };
}
