import type { Brand } from '../../miniprogram/login/brand';
import type { Effect } from '../../miniprogram/login/effect';
import type { ClientAbility, EnterOptions, Event } from '../../miniprogram/login/event';
import type { View } from '../../miniprogram/login/screen';
import type { State } from '../../miniprogram/login/state';
import { type Asked, answerTo, phoneDetail } from './answers';
import { type AppLaunch, optionsOf } from './launches';
import type { AnswerKind, PhoneAnswerKind } from './moves';
import type { Result, Subject } from './subject';

/** One step of the log-in, as the oracle sees it. */
export interface Observed extends Result {
  readonly before: State;
  readonly event: Event;
}

/** What happens outside the log-in and can be seen there. */
export interface Watcher {
  /** A launch by an app; `fresh` is false for one that WeChat only repeats. */
  launched(options: EnterOptions, fresh: boolean): void;
  stepped(step: Observed): void;
  /** WeChat's phone sheet opens: the tap that did it. */
  prompted(tap: 'primary' | 'sheet', state: State): void;
  /** The app has received this. */
  received(text: string): void;
  minted(code: string, at: number): void;
  /** WeChat destroyed the program: nothing of it is left. */
  destroyed(): void;
}

/** What a screen offers for leaving: the tap, nothing because none is needed, or (wrongly) none. */
export type Way = Event | 'notNeeded' | null;

export interface Pending {
  readonly asked: Asked;
  readonly at: number;
  readonly number: number;
}

/** WeChat suspends a program 5 s after it was hidden, and destroys it after 30 min (docs/wechat.md#five-seconds-and-thirty-minutes). */
export const suspendsAfterMs = 5_000;
const destroysAfterMs = 30 * 60_000;

/** A phone with WeChat, a network and a clock around one log-in. It carries out effects as WeChat does; it decides nothing. */
export class World {
  state: State;
  now = Date.UTC(2025, 0, 1);
  pending: readonly Pending[] = [];
  /** Answers that were given, for them to come again. */
  answered: readonly Event[] = [];
  /** The log-in has called navigateBackApplication, and it has not failed. */
  goingBack: string | null = null;
  prompt: { readonly since: number } | null = null;
  hiddenAt: number | null = null;
  lacks: readonly ClientAbility[] = [];
  lastOptions: EnterOptions | null = null;
  /** When the alarm rings; null: it is not set, or its ring is held up by a suspension. */
  ringsAt: number | null = null;
  /** What it was set to: `compose` sets it anew only when that changes. */
  private alarmSetTo: number | null = null;
  /** The tries whose navigateBackApplication has switched to the app. */
  private readonly switched = new Set<number>();
  private queue: Event[] = [];
  private shown: { readonly state: State; readonly view: View } | null = null;
  private count = 0;

  constructor(
    readonly subject: Subject,
    readonly brand: Brand,
    private readonly watcher: Partial<Watcher>,
    /** The ways out of screens that were looked at, for all sequences together. */
    readonly ways: Map<string, Way> = new Map(),
  ) {
    this.state = subject.initial();
  }

  nextNumber(): number {
    this.count += 1;
    return this.count;
  }

  /** The log-in hears of `event` now, or when its JavaScript runs again. */
  send(event: Event): void {
    if (this.isSuspended()) this.queue.push(event);
    else this.deliver(event);
  }

  launch(launch: AppLaunch, lacks: readonly ClientAbility[]): void {
    this.hide();
    this.lacks = lacks;
    // A launch that makes no state of its own cannot be told from the one before it.
    const options = optionsOf(launch, `state-${this.nextNumber()}`);
    this.enter(options, true);
  }

  enter(options: EnterOptions, fresh: boolean): void {
    if (this.hiddenAt !== null && this.now - this.hiddenAt >= destroysAfterMs) this.destroy();
    this.hiddenAt = null;
    if (fresh || (options.scene === 1069 && !hasState(options))) this.goingBack = null;
    if (options.scene === 1069) {
      this.lastOptions = options;
      this.watcher.launched?.(options, fresh);
    }
    this.deliver({ type: 'entered', options, language: 'zh_CN', clientLacks: this.lacks });
    for (let late = this.queue.shift(); late !== undefined; late = this.queue.shift()) this.deliver(late);
  }

  hide(): void {
    if (this.hiddenAt !== null) return;
    this.send({ type: 'hidden' });
    this.hiddenAt = this.now;
    // A switch that has not happened by now is not made up for later.
    this.goingBack = null;
  }

  /** The clock moves; the alarm rings on the way, unless the program is suspended: then on its return. */
  wait(ms: number): void {
    const until = this.now + ms;
    while (this.ringsAt !== null && this.ringsAt <= until) {
      this.now = Math.max(this.now, this.ringsAt);
      this.ringsAt = null;
      this.alarmSetTo = null;
      this.send({ type: 'alarmRang' });
    }
    this.now = until;
  }

  answer(index: number, how: AnswerKind): void {
    const pending = this.pending[index % Math.max(this.pending.length, 1)];
    if (!pending) return;
    this.pending = this.pending.filter((other) => other !== pending);
    // WeChat does not say that it failed after it has switched.
    const possible = pending.asked.type === 'goBack' && this.switched.has(pending.asked.attempt) ? 'ok' : how;
    const event = answerTo(pending.asked, possible, pending.number);
    // The code may have been minted as early as it was asked for.
    if (event.type === 'loginCodeArrived') this.watcher.minted?.(event.code, pending.at);
    if (event.type === 'goBackAnswered' && !event.ok) this.goingBack = null;
    this.answered = [event, ...this.answered].slice(0, 10);
    this.send(event);
  }

  /** An answer comes once more. Not about the phone while WeChat's sheet is open: each tap is answered once. */
  echo(index: number): void {
    const event = this.answered[index];
    if (!event) return;
    if (event.type === 'phoneAnswered' && this.prompt !== null) return;
    this.send(event);
  }

  openPrompt(tap: 'primary' | 'sheet'): void {
    this.prompt = { since: this.now };
    this.watcher.prompted?.(tap, this.state);
  }

  answerPhone(how: PhoneAnswerKind): void {
    const number = this.nextNumber();
    const detail = phoneDetail(how, number);
    // Without an open sheet this is an answer that comes a second time, or from nowhere: it holds nothing that is still good.
    const at = this.prompt ? this.now : Number.NEGATIVE_INFINITY;
    for (const kind of ['phone', 'encrypted', 'iv']) this.watcher.minted?.(`S3CR3T-${kind}-${number}`, at);
    this.prompt = null;
    const event: Event = { type: 'phoneAnswered', detail };
    this.answered = [event, ...this.answered].slice(0, 10);
    this.send(event);
  }

  /** The app comes to the front, with this result. */
  appReceives(text: string): void {
    if (this.goingBack !== null) this.switched.add(this.state.visit.attempt);
    this.watcher.received?.(text);
    this.goingBack = null;
    this.hide();
  }

  isSuspended(): boolean {
    return this.hiddenAt !== null && this.now - this.hiddenAt >= suspendsAfterMs;
  }

  /** What is on the screen. */
  view(): View {
    if (this.shown?.state !== this.state) this.shown = { state: this.state, view: this.subject.view(this.state, this.brand) };
    return this.shown.view;
  }

  /** When the alarm rings next; one that is held up by a suspension rings at once. */
  nextRing(): number {
    const held = this.queue.some((event) => event.type === 'alarmRang');
    return held ? this.now : (this.ringsAt ?? Number.POSITIVE_INFINITY);
  }

  private deliver(event: Event): void {
    const before = this.state;
    const { state, effects } = this.subject.step(before, event, { brand: this.brand, now: this.now });
    this.state = state;
    this.setAlarm(this.subject.wakeAt(state));
    for (const effect of effects) this.carryOut(effect);
    this.watcher.stepped?.({ before, event, state, effects });
  }

  private setAlarm(at: number | null): void {
    if (at === this.alarmSetTo) return;
    this.alarmSetTo = at;
    this.ringsAt = at === null ? null : Math.max(at, this.now);
  }

  private carryOut(effect: Effect): void {
    switch (effect.type) {
      case 'goBack':
        this.goingBack = typeof effect.extraData === 'string' ? effect.extraData : JSON.stringify(effect.extraData);
        this.ask(effect);
        return;
      case 'fetchLoginCode':
      case 'readPrivacy':
      case 'request':
      case 'seal':
        this.ask(effect);
        return;
      case 'openAgreement':
      case 'openPrivacyContract':
      case 'copy':
      case 'exit':
        return;
    }
  }

  private ask(asked: Asked): void {
    this.pending = [...this.pending, { asked, at: this.now, number: this.nextNumber() }].slice(-8);
  }

  private destroy(): void {
    this.state = this.subject.initial();
    this.pending = [];
    this.answered = [];
    this.queue = [];
    this.ringsAt = null;
    this.alarmSetTo = null;
    this.switched.clear();
    this.goingBack = null;
    this.prompt = null;
    this.watcher.destroyed?.();
  }
}

function hasState({ query }: EnterOptions): boolean {
  return typeof query === 'object' && query !== null && 'state' in query;
}
