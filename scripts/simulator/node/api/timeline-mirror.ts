import type { TimelineEntry } from '../../contract/timeline';
import type { LentTab } from './browser';

/** The phone's timeline, here: each entry as it comes, and again when it is completed. */
export class TimelineMirror {
  readonly #byId = new Map<number, TimelineEntry>();
  readonly #listeners = new Set<(entry: TimelineEntry) => void>();

  /** Before the page loads, so that nothing is missed. */
  static async attach({ tab, undo }: LentTab): Promise<TimelineMirror> {
    const mirror = new TimelineMirror();
    undo(
      await tab.exposeFunction('simulatorTimeline', (entry: TimelineEntry) => mirror.#take(entry)),
    );
    const whenLoaded = await tab.addInitScript(() => {
      if (window.top !== window) return;
      window.addEventListener('DOMContentLoaded', () => {
        const send: unknown = Reflect.get(window, 'simulatorTimeline');
        if (typeof send !== 'function') return;
        // Entries may hold what JSON can't (an iframe's objects are fine): a copy by JSON is what a
        // reader elsewhere gets.
        window.phone.subscribe((entry) => void send(JSON.parse(JSON.stringify(entry))));
      });
    });
    undo(whenLoaded);
    return mirror;
  }

  get entries(): readonly TimelineEntry[] {
    return [...this.#byId.values()].sort((a, b) => a.id - b.id);
  }

  subscribe(listener: (entry: TimelineEntry) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  #take(entry: TimelineEntry): void {
    this.#byId.set(entry.id, entry);
    for (const listener of this.#listeners) listener(entry);
  }
}
