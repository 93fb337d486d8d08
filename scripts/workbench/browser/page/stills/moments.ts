import type { PhoneDevice, TimelineEntry } from '@mini-login/simulator/contract';
import { isSame, type Still, stillOf } from './still';

/** What a phone showed once. */
export interface PhoneMoment {
  readonly still: Still;
  /** CSS px of its screen. */
  readonly width: number;
  readonly height: number;
}

export interface Moments {
  /**
   * What the phone showed right after an entry, or before it when nobody has looked then; null: no
   * picture is as old.
   */
  at(entry: number): PhoneMoment | null;
  now(): PhoneMoment;
  /** The nearest entry that shows something else; null: there is none. */
  other(entry: number, direction: 'earlier' | 'later'): number | null;
  stop(): void;
}

/** Of the many entries of a session, those whose moments are kept. */
const most = 3000;

/** @param page The phone's page. */
export function recordMoments(phone: PhoneDevice, page: Document): Moments {
  const kept = new Map<number, PhoneMoment>();
  let pending: TimelineEntry[] = [];
  let last: PhoneMoment | null = null;
  /** What was seen before the entries that wait for a look. */
  let before: PhoneMoment | null = null;

  const look = (): PhoneMoment => {
    const still = stillOf(page);
    const { screenWidth: width, screenHeight: height } = phone.device;
    // Most entries change nothing on the screen.
    if (last === null || !isSame(last.still, still)) last = { still, width, height };
    return last;
  };
  const keep = () => {
    const moment = look();
    for (const [{ id }, isSeen] of withSeen(pending)) {
      const then = isSeen ? moment : before;
      if (then !== null) kept.set(id, then);
    }
    pending = [];
    for (const oldest of kept.keys()) {
      if (kept.size <= most) break;
      kept.delete(oldest);
    }
  };
  let newest = -1;
  const stop = phone.subscribe((entry: TimelineEntry) => {
    // An entry that was completed is no new moment.
    if (entry.id <= newest) return;
    newest = entry.id;
    pending.push(entry);
    if (pending.length > 1) return;
    before = last ?? look();
    afterDrawing(keep);
  });
  return {
    at: (entry) => kept.get([...kept.keys()].findLast((id) => id <= entry) ?? -1) ?? null,
    now: look,
    other(entry, direction) {
      const shown = kept.get(entry);
      const entries = [...kept.keys()];
      const isOther = (id: number) => kept.get(id) !== shown;
      return (
        (direction === 'earlier'
          ? entries.findLast((id) => id < entry && isOther(id))
          : entries.find((id) => id > entry && isOther(id))) ?? null
      );
    },
    stop,
  };
}

/** Between an entry and the picture of it, ms: longer on a busy machine, which shows a later state. */
const sameMoment = 50;

/** Of entries that one look is for: whether it has seen what the phone showed after each. */
export function withSeen(
  entries: readonly TimelineEntry[],
): (readonly [entry: TimelineEntry, isSeen: boolean])[] {
  const last = Math.max(...entries.map(({ at }) => at));
  return entries.map((entry) => [entry, last - entry.at <= sameMoment]);
}

/** What an entry has changed is on the screen by then. */
function afterDrawing(run: () => void): void {
  requestAnimationFrame(() => setTimeout(run, 0));
}
