import type { TimelineEntry } from '../../contract/timeline';
import type { LentTab } from './browser';

/** What the page calls with the entries of one moment, a JSON list. */
const BINDING = 'simulatorTimeline';

/** The phone's timeline, here: each entry as it comes, and again when it is completed. */
export class TimelineMirror {
  readonly #byId = new Map<number, TimelineEntry>();
  readonly #listeners = new Set<(entry: TimelineEntry) => void>();

  /**
   * Before the page loads, so that nothing is missed. What the page has reported before it answers
   * a question is here before the answer is: both come over the same line, in order.
   */
  static async attach({ tab, undo }: LentTab): Promise<TimelineMirror> {
    const mirror = new TimelineMirror();
    // The browser's own binding: the driver's answers each call by another call into the page.
    const session = await tab.context().newCDPSession(tab);
    undo({ dispose: () => session.detach() });
    session.on('Runtime.bindingCalled', ({ name, payload }) => {
      if (name !== BINDING) return;
      // Written by the phone page, from its own entries.
      for (const entry of JSON.parse(payload) as TimelineEntry[]) mirror.#take(entry);
    });
    // Without it the browser adds no binding.
    await session.send('Runtime.enable');
    await session.send('Runtime.addBinding', { name: BINDING });
    undo(await tab.addInitScript(reportEntries, BINDING));
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

/** In the page. What comes at once is reported at once, before the page answers anything. */
function reportEntries(binding: string): void {
  if (window.top !== window) return;
  window.addEventListener('DOMContentLoaded', () => {
    const send: unknown = Reflect.get(window, binding);
    // An empty document, between two phones, has none.
    if (typeof send !== 'function' || !('phone' in window)) return;
    let waiting: string[] = [];
    window.phone.subscribe((entry) => {
      if (waiting.length === 0)
        queueMicrotask(() => {
          send(`[${waiting.join()}]`);
          waiting = [];
        });
      // As it is now. It may hold what JSON can't (an iframe's objects are fine): a copy by JSON is
      // what a reader elsewhere gets.
      waiting.push(JSON.stringify(entry));
    });
  });
}
