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
  /** What the phone showed right after an entry; null when nobody has looked, or it was long ago. */
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
  let pending: number[] = [];
  let last: PhoneMoment | null = null;

  const look = (): PhoneMoment => {
    const still = stillOf(page);
    const { screenWidth: width, screenHeight: height } = phone.device;
    // Most entries change nothing on the screen.
    if (last === null || !isSame(last.still, still)) last = { still, width, height };
    return last;
  };
  const keep = () => {
    const moment = look();
    for (const entry of pending) kept.set(entry, moment);
    pending = [];
    for (const oldest of kept.keys()) {
      if (kept.size <= most) break;
      kept.delete(oldest);
    }
  };
  const stop = phone.subscribe(({ id }: TimelineEntry) => {
    // An entry that was completed is no new moment.
    if (kept.has(id) || pending.includes(id)) return;
    pending.push(id);
    if (pending.length === 1) afterDrawing(keep);
  });
  return {
    at: (entry) => kept.get(entry) ?? null,
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

/** What an entry has changed is on the screen by then. */
function afterDrawing(run: () => void): void {
  requestAnimationFrame(() => setTimeout(run, 0));
}
