import type { Event } from '../../miniprogram/login/event';
import type { Asking } from './answers';

interface PendingCall {
  readonly asked: Asking;
  /** ms of the model's `elapsed`. */
  readonly at: number;
  readonly number: number;
}

/** What the login has asked for and waits for, and the answers that it has had. */
export class Calls {
  pending: readonly PendingCall[] = [];
  /** The newest first, for them to come again. */
  answered: readonly Event[] = [];

  add(call: PendingCall): void {
    this.pending = [...this.pending, call].slice(-8);
  }

  take(index: number): PendingCall | undefined {
    const call = this.pending[index % Math.max(this.pending.length, 1)];
    this.pending = this.pending.filter((other) => other !== call);
    return call;
  }

  noteAnswer(event: Event): void {
    this.answered = [event, ...this.answered].slice(0, 10);
  }
}
