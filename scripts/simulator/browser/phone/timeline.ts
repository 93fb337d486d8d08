import type { TimelineEntry, TimelineEvent } from '../../contract/timeline';
import { copyHere } from './copy';

/** The phone's log: what the workbench shows and tests read. */
export interface Timeline {
  /** The newest, in order. Whoever wants all of them subscribes before they come. */
  readonly entries: readonly TimelineEntry[];
  /** The returned function completes the entry in place and tells the listeners again. */
  record(event: TimelineEvent): (rest: Partial<TimelineEvent>) => void;
  subscribe(listener: (entry: TimelineEntry) => void): () => void;
}

/** Ten logins or more. A phone stays open for days, and each launch adds about a hundred. */
export const mostKept = 1_000;

export function createTimeline(now: () => number): Timeline {
  const entries: TimelineEntry[] = [];
  let recorded = 0;
  const listeners = new Set<(entry: TimelineEntry) => void>();
  const notify = (entry: TimelineEntry) => {
    for (const listener of listeners) listener(entry);
  };
  return {
    entries,
    record(event) {
      recorded += 1;
      const entry: TimelineEntry = { id: recorded, at: now(), ...copyHere(event) };
      entries.push(entry);
      if (entries.length > mostKept) entries.shift();
      notify(entry);
      return (rest) => {
        // Measured here: the program's own Date stands still in a long task.
        Object.assign(
          entry,
          copyHere(rest),
          entry.kind === 'wx' || entry.kind === 'http' ? { ms: now() - entry.at } : {},
        );
        notify(entry);
      };
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
