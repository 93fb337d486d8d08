import type { Event } from '../../miniprogram/login/event';
import type { PhoneBehaviour } from './moves';

/**
 * WeChat suspends a program 5 s after it was hidden, and destroys it after 30 min
 * (docs/wechat.md#five-seconds-and-thirty-minutes).
 */
export const suspendsAfterMs = 5_000;
export const destroysAfterMs = 30 * 60_000;

/** What happens while WeChat has suspended the program: it comes when the program runs again. */
export class Held {
  private events: Event[] = [];
  private rings = 0;

  add(event: Event): void {
    this.events.push(event);
    if (event.type === 'alarmRang') this.rings += 1;
  }

  /** A ring has waited, and has not come yet. */
  get hasRing(): boolean {
    return this.rings > 0;
  }

  came({ type }: Event): void {
    if (type === 'alarmRang') this.rings -= 1;
  }

  /** All of it, in the order in which a phone with this behaviour runs it. */
  take({ resumes }: PhoneBehaviour): readonly Event[] {
    const events = this.events.splice(0);
    const timers = events.filter(({ type }) => type === 'alarmRang');
    const answers = events.filter(({ type }) => type !== 'alarmRang');
    if (resumes === 'timersFirst') return [...timers, ...answers];
    return resumes === 'answersFirst' ? [...answers, ...timers] : events;
  }
}
