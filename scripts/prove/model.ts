import type { Brand } from '../../miniprogram/login/brand';
import type { Effect } from '../../miniprogram/login/effect';
import type { EnterOptions, Event } from '../../miniprogram/login/event';
import type { View } from '../../miniprogram/login/screen';
import type { State } from '../../miniprogram/login/state';
import { Alarm } from './alarm';
import { type Asking, answerTo, phoneCodes, phoneDetail, receivedText } from './answers';
import { Calls } from './calls';
import { destroysAfterMs, Held, suspendsAfterMs } from './held';
import { directoryOf, hosted, withApplication } from './hosted';
import { type AppLaunch, type OpeningApp, optionsOf } from './launches';
import { type AnswerKind, type PhoneAnswerKind, type Ports, type Tap, usualPhone } from './moves';
import { isWanted, Prompts } from './prompts';
import type { Subject } from './subject';
import { hold } from './violation';
import type { Watcher, Way } from './watcher';

/**
 * A phone with WeChat, a network and a clock around one login. It carries out effects as WeChat
 * does; it decides nothing.
 */
export class Model {
  state: State;
  /** What the phone's clock shows, ms since 1970; somebody may set it. */
  now = Date.UTC(2025, 0, 1);
  /** Time that has really passed, ms: what timers, WeChat and the servers go by. */
  elapsed = 0;
  ports: Ports = 'answer';
  behaviour = usualPhone;
  calls = new Calls();
  /** The login has called navigateBackApplication, and it has not failed. */
  goingBack: string | null = null;
  prompts = new Prompts();
  hiddenAt: number | null = null;
  /** The app has an answer to its last launch. */
  isAnswered = false;
  canGoBack = true;
  lastOptions: EnterOptions | null = null;
  /** The tries whose navigateBackApplication has switched to the app. */
  private readonly switched = new Set<number>();
  private isRunning = false;
  private alarm = new Alarm();
  private held = new Held();
  private shown: { readonly state: State; readonly view: View } | null = null;
  /** Calls that threw, or answered a second time, in the step under way. */
  private atOnce: Event[] = [];

  constructor(
    readonly subject: Subject,
    readonly brand: Brand,
    private readonly watcher: Partial<Watcher>,
    /** The ways out of screens that were looked at, for all sequences together. */
    readonly ways: Map<string, Way> = new Map(),
    /** How much was published before: it decides which agreements the first launch meets. */
    private count = 0,
  ) {
    this.state = subject.initial(brand);
  }

  nextNumber(): number {
    this.count += 1;
    return this.count;
  }

  /** The login gets `event` now, or when its JavaScript runs again. */
  send(event: Event): void {
    if (this.isSuspended()) this.held.add(event);
    else this.deliver(event);
  }

  /** WeChat shows a program only after it was hidden, on a split screen too. */
  launch(launch: AppLaunch, caller: OpeningApp, canGoBack: boolean): void {
    this.hide();
    this.canGoBack = canGoBack;
    const options = optionsOf(launch, `state-${this.nextNumber()}`.padEnd(22, '-'), caller);
    this.enter(this.brand === hosted ? withApplication(options) : options, true);
  }

  /** An app that takes the same `state` again, or none, as the Guard SDK does. */
  launchAgain(): void {
    if (this.lastOptions === null || this.lastOptions.scene !== 1069) return;
    this.hide();
    this.enter(this.lastOptions, true);
  }

  /**
   * `fresh`: WeChat loads the page for it (docs/wechat.md#an-apps-launch-loads-the-page-again), as
   * it does in a new process. There alone it is documented what comes first.
   */
  enter(options: EnterOptions, fresh: boolean): void {
    const isOver = this.hiddenAt !== null && this.elapsed - this.hiddenAt >= destroysAfterMs;
    if (isOver) this.destroy();
    const isNew = !this.isRunning;
    this.isRunning = true;
    const loadsPage = fresh || isNew;
    const before = this.state;
    const held = this.held.take(this.behaviour);
    if (this.behaviour.resumes === 'beforeShow') this.deliverAll(held);
    if (loadsPage) this.goingBack = null;
    if (loadsPage) this.isAnswered = false;
    // What WeChat repeats may lack something; what it repeats next may have it again.
    if (loadsPage || options.scene !== 1069) this.lastOptions = options;
    const loadsFirst = loadsPage && !isNew && this.behaviour.loadsFirst;
    if (loadsFirst) this.deliver({ type: 'pageLoaded' });
    if (options.scene === 1069) this.watcher.launched?.(options, loadsPage);
    this.hiddenAt = null;
    const { language } = this.behaviour;
    this.deliver({ type: 'entered', options, language, canGoBack: this.canGoBack });
    if (this.behaviour.resumes !== 'beforeShow') this.deliverAll(held);
    if (loadsPage && !loadsFirst) this.deliver({ type: 'pageLoaded' });
    this.watcher.entered?.(before, held);
  }

  private deliverAll(held: readonly Event[]): void {
    for (const late of held) {
      this.held.came(late);
      this.deliver(late);
    }
  }

  hide(): void {
    if (this.hiddenAt !== null || !this.isRunning) return;
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
    let rings = 0;
    for (let at = this.alarm.ringsAt; at !== null && at <= until; at = this.alarm.ringsAt) {
      this.pass(Math.max(at - this.elapsed, 0));
      this.alarm.ring();
      rings += 1;
      hold(4, rings < 1_000, `${this.state.name} sets its alarm again and again`);
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
    const pending = this.calls.take(index);
    if (!pending) return;
    // WeChat does not say that it failed after it has switched.
    const possible =
      pending.asked.type === 'goBack' && this.switched.has(pending.asked.attempt) ? 'ok' : how;
    const event = answerTo(pending.asked, possible, pending.number);
    // The code may have been minted as early as it was asked for.
    if (event.type === 'loginCodeArrived') this.watcher.minted?.(event.code, pending.at);
    if (event.type === 'goBackAnswered' && !event.ok) this.goingBack = null;
    this.calls.noteAnswer(event);
    this.send(event);
    // A port drops a second answer; the login must not depend on it.
    if (this.ports === 'answerTwice') this.send(event);
  }

  /**
   * An answer comes once more. Not about the phone while WeChat's sheet is open: each tap is
   * answered once.
   */
  echo(index: number): void {
    const event = this.calls.answered[index];
    if (!event || (event.type === 'phoneAnswered' && this.prompts.areOpen)) return;
    this.send(event);
  }

  noteTap(what: Tap, view: View): void {
    this.watcher.tapped?.(what, view);
  }

  /** WeChat gets the tap first, and the program, by `send`, after that. */
  openPrompt(tap: 'primary' | 'sheet', action: string, view: View, send: () => void): void {
    this.watcher.prompted?.(tap, action, view);
    send();
    this.prompts.add(this.state);
  }

  /** The oldest question first; where one was asked twice, the other is still to be answered. */
  answerPhone(how: PhoneAnswerKind): void {
    const prompt = this.prompts.take();
    const isMeant = how === 'both' && this.hiddenAt === null && isWanted(prompt, this.state);
    const number = this.nextNumber();
    const detail = phoneDetail(how, number);
    // Without an open sheet this is an answer that comes a second time, or from nowhere: it holds
    // nothing that is still good.
    const at = prompt ? this.elapsed : Number.NEGATIVE_INFINITY;
    for (const code of phoneCodes(number)) this.watcher.minted?.(code, at);
    const event: Event = { type: 'phoneAnswered', detail };
    this.calls.noteAnswer(event);
    this.send(event);
    const isDropped = isMeant && this.state.name === 'asking';
    hold(4, !isDropped, 'the number that the person gave is not taken');
  }

  /** The app comes to the front, with this result; on a split screen it was there already. */
  appReceives(text: string): void {
    if (this.goingBack !== null) this.switched.add(this.state.visit.attempt);
    this.isAnswered = true;
    this.watcher.received?.(text);
    this.goingBack = null;
    if (!this.behaviour.splitScreen) this.hide();
  }

  isSuspended(): boolean {
    return this.hiddenAt !== null && this.elapsed - this.hiddenAt >= suspendsAfterMs;
  }

  /** What is on the screen. */
  view(): View {
    if (this.shown?.state !== this.state)
      this.shown = { state: this.state, view: this.subject.view(this.state) };
    return this.shown.view;
  }

  /**
   * When the alarm rings next, ms of `elapsed`; one that is held up by a suspension rings at once.
   */
  nextRing(): number {
    return this.held.hasRing ? this.elapsed : (this.alarm.ringsAt ?? Number.POSITIVE_INFINITY);
  }

  private deliver(event: Event): void {
    const before = this.state;
    const { state, effects } = this.subject.step(before, event, {
      brand: this.brand,
      directory: directoryOf(this.brand, this.ports !== 'throw'),
      readAgreements: this.ports === 'throw' ? undefined : this.subject.readAgreements,
      now: this.now,
    });
    this.state = state;
    this.alarm.set(this.subject.wakeAt(state), this);
    for (const effect of effects) this.carryOut(effect);
    this.watcher.stepped?.({ before, event, state, effects });
    for (let next = this.atOnce.shift(); next !== undefined; next = this.atOnce.shift())
      this.deliver(next);
  }

  private carryOut(effect: Effect): void {
    switch (effect.type) {
      case 'goBack':
        this.goingBack = receivedText(effect.extraData);
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
    this.calls.add({ asked, at: this.elapsed, number });
  }

  private destroy(): void {
    this.isRunning = false;
    this.state = this.subject.initial(this.brand);
    this.calls = new Calls();
    this.held = new Held();
    this.atOnce = [];
    this.alarm = new Alarm();
    this.switched.clear();
    this.goingBack = null;
    this.prompts = new Prompts();
    this.watcher.destroyed?.();
  }
}
