import type { Brand } from '../../miniprogram/login/brand';
import type { Effect } from '../../miniprogram/login/effect';
import type { EnterOptions, Event } from '../../miniprogram/login/event';
import type { View } from '../../miniprogram/login/screen';
import type { State } from '../../miniprogram/login/state';
import { type Asking, answerTo, phoneDetail } from './answers';
import { type AppLaunch, type Caller, optionsOf } from './launches';
import type { AnswerKind, PhoneAnswerKind, Ports } from './moves';
import type { Result, Subject } from './subject';

/** One step of the login, as the oracle sees it. */
export interface Observed extends Result {
  readonly before: State;
  readonly event: Event;
}

/** What happens outside the login and can be seen there. */
export interface Watcher {
  /** A launch by an app; `fresh` is false for one that WeChat only repeats. */
  launched(options: EnterOptions, fresh: boolean): void;
  stepped(step: Observed): void;
  /** WeChat's phone sheet opens: the tap that did it. */
  prompted(tap: 'primary' | 'sheet', action: string, state: State): void;
  /** The app has received this. */
  received(text: string): void;
  /** A code is there; `at`: ms of `elapsed`. */
  minted(code: string, at: number): void;
  /** WeChat destroyed the program: nothing of it is left. */
  destroyed(): void;
}

/** What a screen offers for leaving: the tap, nothing because none is needed, or (wrongly) none. */
export type Way = { readonly type: 'declined' | 'gaveUp' | 'exitTapped' } | 'notNeeded' | null;

export interface Pending {
  readonly asked: Asking;
  readonly at: number;
  readonly number: number;
}

/**
 * WeChat suspends a program 5 s after it was hidden, and destroys it after 30 min
 * (docs/wechat.md#five-seconds-and-thirty-minutes).
 */
export const suspendsAfterMs = 5_000;
const destroysAfterMs = 30 * 60_000;

/**
 * A phone with WeChat, a network and a clock around one login. It carries out effects as WeChat
 * does; it decides nothing.
 */
export class World {
  state: State;
  /** What the phone's clock shows, ms since 1970; somebody may set it. */
  now = Date.UTC(2025, 0, 1);
  /** Time that has really passed, ms: what timers, WeChat and the servers go by. */
  elapsed = 0;
  ports: Ports = 'answer';
  pending: readonly Pending[] = [];
  /** Answers that were given, for them to come again. */
  answered: readonly Event[] = [];
  /** The login has called navigateBackApplication, and it has not failed. */
  goingBack: string | null = null;
  prompt: { readonly since: number } | null = null;
  hiddenAt: number | null = null;
  canGoBack = true;
  lastOptions: EnterOptions | null = null;
  /** When the alarm rings; null: it is not set, or its ring is held up by a suspension. */
  ringsAt: number | null = null;
  /** What it was set to: `compose` sets it anew only when that changes. */
  private alarmSetTo: number | null = null;
  /** The tries whose navigateBackApplication has switched to the app. */
  private readonly switched = new Set<number>();
  private queue: Event[] = [];
  private shown: { readonly state: State; readonly view: View } | null = null;
  /** Calls that threw, or answered a second time, in the step under way. */
  private atOnce: Event[] = [];
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

  /** The login hears of `event` now, or when its JavaScript runs again. */
  send(event: Event): void {
    if (this.isSuspended()) this.queue.push(event);
    else this.deliver(event);
  }

  launch(launch: AppLaunch, caller: Caller, canGoBack: boolean): void {
    this.hide();
    this.canGoBack = canGoBack;
    this.enter(optionsOf(launch, `state-${this.nextNumber()}`.padEnd(22, '-'), caller), true);
  }

  /** An app that takes the same `state` again, or none, as the Guard SDK does. */
  launchAgain(): void {
    if (this.lastOptions === null || this.lastOptions.scene !== 1069) return;
    this.hide();
    this.enter(this.lastOptions, true);
  }

  /**
   * `fresh`: WeChat loads the page for it (docs/wechat.md#an-apps-launch-loads-the-page-anew), as
   * it does in a new process.
   */
  enter(options: EnterOptions, fresh: boolean): void {
    const isNew = this.hiddenAt !== null && this.elapsed - this.hiddenAt >= destroysAfterMs;
    if (isNew) this.destroy();
    this.hiddenAt = null;
    const loadsPage = fresh || isNew;
    if (loadsPage) this.goingBack = null;
    this.lastOptions = options;
    if (options.scene === 1069) this.watcher.launched?.(options, loadsPage);
    this.deliver({ type: 'entered', options, language: 'zh_CN', canGoBack: this.canGoBack });
    for (let late = this.queue.shift(); late !== undefined; late = this.queue.shift())
      this.deliver(late);
    if (loadsPage) this.deliver({ type: 'pageLoaded' });
  }

  hide(): void {
    if (this.hiddenAt !== null) return;
    this.send({ type: 'hidden' });
    this.hiddenAt = this.elapsed;
    // A switch that has not happened by now is not made up for later.
    this.goingBack = null;
  }

  /**
   * Time passes; the alarm rings on the way, unless the program is suspended: then on its return.
   */
  wait(ms: number): void {
    const until = this.elapsed + ms;
    while (this.ringsAt !== null && this.ringsAt <= until) {
      this.pass(Math.max(this.ringsAt - this.elapsed, 0));
      this.ringsAt = null;
      this.alarmSetTo = null;
      this.send({ type: 'alarmRang' });
    }
    this.pass(until - this.elapsed);
  }

  setClockBack(): void {
    this.now -= 24 * 3_600_000;
  }

  private pass(ms: number): void {
    this.now += ms;
    this.elapsed += ms;
  }

  answer(index: number, how: AnswerKind): void {
    const pending = this.pending[index % Math.max(this.pending.length, 1)];
    if (!pending) return;
    this.pending = this.pending.filter((other) => other !== pending);
    // WeChat does not say that it failed after it has switched.
    const possible =
      pending.asked.type === 'goBack' && this.switched.has(pending.asked.attempt) ? 'ok' : how;
    const event = answerTo(pending.asked, possible, pending.number);
    // The code may have been minted as early as it was asked for.
    if (event.type === 'loginCodeArrived') this.watcher.minted?.(event.code, pending.at);
    if (event.type === 'goBackAnswered' && !event.ok) this.goingBack = null;
    this.answered = [event, ...this.answered].slice(0, 10);
    this.send(event);
    // A port drops a second answer; the login must not depend on it.
    if (this.ports === 'answerTwice') this.send(event);
  }

  /**
   * An answer comes once more. Not about the phone while WeChat's sheet is open: each tap is
   * answered once.
   */
  echo(index: number): void {
    const event = this.answered[index];
    if (!event) return;
    if (event.type === 'phoneAnswered' && this.prompt !== null) return;
    this.send(event);
  }

  openPrompt(tap: 'primary' | 'sheet', action: string): void {
    this.prompt = { since: this.elapsed };
    this.watcher.prompted?.(tap, action, this.state);
  }

  answerPhone(how: PhoneAnswerKind): void {
    const number = this.nextNumber();
    const detail = phoneDetail(how, number);
    // Without an open sheet this is an answer that comes a second time, or from nowhere: it holds
    // nothing that is still good.
    const at = this.prompt ? this.elapsed : Number.NEGATIVE_INFINITY;
    for (const kind of ['phone', 'encrypted', 'iv'])
      this.watcher.minted?.(`S3CR3T-${kind}-${number}`, at);
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
    return this.hiddenAt !== null && this.elapsed - this.hiddenAt >= suspendsAfterMs;
  }

  /** What is on the screen. */
  view(): View {
    if (this.shown?.state !== this.state)
      this.shown = { state: this.state, view: this.subject.view(this.state, this.brand) };
    return this.shown.view;
  }

  /**
   * When the alarm rings next, ms of `elapsed`; one that is held up by a suspension rings at once.
   */
  nextRing(): number {
    const held = this.queue.some((event) => event.type === 'alarmRang');
    return held ? this.elapsed : (this.ringsAt ?? Number.POSITIVE_INFINITY);
  }

  private deliver(event: Event): void {
    const before = this.state;
    const { state, effects } = this.subject.step(before, event, {
      brand: this.brand,
      now: this.now,
    });
    this.state = state;
    this.setAlarm(this.subject.wakeAt(state));
    for (const effect of effects) this.carryOut(effect);
    this.watcher.stepped?.({ before, event, state, effects });
    for (let next = this.atOnce.shift(); next !== undefined; next = this.atOnce.shift())
      this.deliver(next);
  }

  private setAlarm(at: number | null): void {
    if (at === this.alarmSetTo) return;
    this.alarmSetTo = at;
    this.ringsAt = at === null ? null : this.elapsed + Math.max(at - this.now, 0);
  }

  private carryOut(effect: Effect): void {
    switch (effect.type) {
      case 'goBack':
        this.goingBack =
          typeof effect.extraData === 'string'
            ? effect.extraData
            : JSON.stringify(effect.extraData);
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
        if (this.ports === 'throw')
          this.atOnce.push({ type: 'openFailed', attempt: effect.attempt });
        return;
      case 'prepareSeal':
      case 'note':
      case 'copy':
      case 'exit':
        return;
    }
  }

  private ask(asked: Asking): void {
    const number = this.nextNumber();
    // A port makes its failure of a call that throws; of readPrivacy there is none.
    if (this.ports === 'throw') {
      if (asked.type === 'goBack') this.goingBack = null;
      if (asked.type !== 'readPrivacy') this.atOnce.push(answerTo(asked, 'fails', number));
      return;
    }
    if (this.ports === 'neverAnswer') return;
    this.pending = [...this.pending, { asked, at: this.elapsed, number }].slice(-8);
  }

  private destroy(): void {
    this.state = this.subject.initial();
    this.pending = [];
    this.answered = [];
    this.queue = [];
    this.atOnce = [];
    this.ringsAt = null;
    this.alarmSetTo = null;
    this.switched.clear();
    this.goingBack = null;
    this.prompt = null;
    this.watcher.destroyed?.();
  }
}
