import type { EventChannel } from './router';

type Listener = (...args: unknown[]) => void;

/** Two ends of one wire between a page and the one it opened: what one emits, the other gets. */
export function eventChannelPair(): readonly [EventChannel, EventChannel] {
  const here = new Map<string, { listener: Listener; once: boolean }[]>();
  const there = new Map<string, { listener: Listener; once: boolean }[]>();
  return [end(here, there), end(there, here)];
}

function end(
  own: Map<string, { listener: Listener; once: boolean }[]>,
  other: Map<string, { listener: Listener; once: boolean }[]>,
): EventChannel {
  const add = (event: string, listener: Listener, once: boolean) =>
    own.set(event, [...(own.get(event) ?? []), { listener, once }]);
  return {
    on: (event, listener) => void add(event, listener, false),
    once: (event, listener) => void add(event, listener, true),
    off: (event, listener) =>
      void own.set(
        event,
        listener ? (own.get(event) ?? []).filter((each) => each.listener !== listener) : [],
      ),
    emit(event, ...args) {
      const listeners = other.get(event) ?? [];
      other.set(
        event,
        listeners.filter(({ once }) => !once),
      );
      for (const { listener } of listeners) listener(...args);
    },
  };
}
