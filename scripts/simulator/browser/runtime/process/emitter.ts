/** Listeners by event name. A listener is kept once, as WeChat's `on...` functions keep it. */
export class Emitter<Events extends object> {
  readonly #listeners = new Map<keyof Events, Set<(detail: never) => void>>();

  on<K extends keyof Events>(event: K, listener: (detail: Events[K]) => void): void {
    const listeners = this.#listeners.get(event) ?? new Set();
    listeners.add(listener);
    this.#listeners.set(event, listeners);
  }

  off<K extends keyof Events>(event: K, listener?: (detail: Events[K]) => void): void {
    if (listener) this.#listeners.get(event)?.delete(listener);
    else this.#listeners.delete(event);
  }

  emit<K extends keyof Events>(event: K, detail: Events[K]): number {
    const listeners = [...(this.#listeners.get(event) ?? [])];
    // What `on` took for this event takes this event's detail.
    for (const listener of listeners) (listener as (detail: Events[K]) => void)(detail);
    return listeners.length;
  }
}
