import type { PhoneConfig } from '../../contract/config';
import { type Misbehaviour, wellBehaved } from '../../contract/misbehaviour';
import type {
  CompileMessage,
  HostApp,
  LaunchRequest,
  NetworkMode,
  OpenDialog,
  OpenSheet,
  Person,
  PhoneDevice,
  PhoneState,
} from '../../contract/phone';
import type { PickerView } from '../../contract/picker';
import type { DeviceInfo, ProgramProcess } from '../../contract/process';
import type { CompileError } from '../../contract/program';
import {
  type NativePageView,
  type Permissions,
  QUIET_SURROUNDINGS,
  type Surroundings,
} from '../../contract/surroundings';
import type { TimelineEntry, TimelineEvent } from '../../contract/timeline';
import { ByPerson } from './client/by-person';
import { PersonsPermissions } from './client/permissions';
import { notAsked } from './client/privacy';
import { createParts, type PhoneParts } from './parts';
import { createLife } from './process/create-life';
import type { ProgramLife } from './process/life';
import { type ReturnWay, returnEvents } from './process/return-to-app';
import type { ScreenStore } from './screen';
import type { Settings } from './settings';

/** `window.phone`: one phone with WeChat on it. */
export class WechatPhone implements PhoneDevice {
  readonly ready: Promise<void>;
  readonly clock: PhoneDevice['clock'];
  readonly received: string[] = [];
  /** What the page is drawn from. */
  readonly screen: ScreenStore;
  /** Holds the program's frame; the page shows it and never moves it. */
  readonly place: HTMLElement;
  readonly #parts: PhoneParts;
  readonly #life: ProgramLife;
  readonly #consents = new ByPerson(notAsked);
  readonly #permissions = new ByPerson(() => new PersonsPermissions());
  #surroundings: Surroundings = QUIET_SURROUNDINGS;
  #person: string;
  #misbehaviour: Misbehaviour = wellBehaved;
  #config: PhoneConfig | null = null;

  constructor(settings: Settings) {
    this.#parts = createParts({
      settings,
      misbehaviour: () => this.#misbehaviour,
      cover: () => this.#life.cover(),
      uncover: () => this.#life.uncover(),
      pageKey: () => this.#pageKey(),
    });
    const { clock, screen, server } = this.#parts;
    this.screen = screen;
    this.place = document.createElement('div');
    this.place.className = 'program-place';
    this.#person = settings.person;
    this.clock = {
      now: clock.now,
      advance: (ms) => this.#advance(ms),
      stop: clock.stop,
      start: clock.start,
    };
    this.#life = createLife(this.#parts, {
      place: this.place,
      config: () => this.#config,
      consent: () => this.#consents.of(this.#person),
      device: () => this.#deviceForProgram(),
      leave: () => this.background(),
      misbehaviour: () => this.#misbehaviour,
      permissions: () => this.#permissions.of(this.#person),
      person: () => this.#person,
      returnToApp: (extMsg, by) => this.#returnToApp(extMsg, by),
      surround: (change) => this.surround(change),
      surroundings: () => this.#surroundings,
    });
    this.ready = this.#prepare();
    // A broken reload is on the screen and on the timeline.
    server.onChange(() => void this.#life.reload().catch(() => undefined));
  }

  get state(): PhoneState {
    const { front, program } = this.screen.get();
    return { front, program, waysBack: this.#life.waysBack };
  }

  get process(): ProgramProcess | null {
    return this.#life.process;
  }

  async launch(request: LaunchRequest = {}): Promise<void> {
    await this.ready;
    await this.#life.launch(request);
  }

  background(): void {
    this.#life.background();
  }

  async foreground({ scene }: { readonly scene?: number } = {}): Promise<void> {
    await this.#life.foreground(scene);
  }

  kill(): void {
    this.#life.kill();
    this.#parts.touches.programKilled();
  }

  back(): void {
    this.#life.back();
  }

  get person(): string {
    return this.#person;
  }

  hold(personId: string): void {
    this.#person = personId;
    this.#parts.timeline.record({ kind: 'phone', what: 'person', detail: personId });
  }

  people(): Promise<readonly Person[]> {
    return this.#parts.server.people();
  }

  get networkMode(): NetworkMode {
    return this.#parts.network.mode;
  }

  network(mode: NetworkMode): void {
    this.#parts.network.setMode(mode);
    this.screen.set({ network: mode });
    this.#parts.timeline.record({ kind: 'phone', what: 'network', detail: mode });
  }

  get device(): DeviceInfo {
    return this.screen.get().device;
  }

  setDevice(change: Partial<DeviceInfo>): void {
    this.screen.set({ device: { ...this.device, ...change } });
    this.#parts.timeline.record({ kind: 'phone', what: 'device', detail: change });
    this.#life.deviceChanged(this.#deviceForProgram());
  }

  get misbehaviour(): Misbehaviour {
    return this.#misbehaviour;
  }

  misbehave(change: Partial<Misbehaviour>): void {
    this.#misbehaviour = { ...this.#misbehaviour, ...change };
    this.#parts.timeline.record({ kind: 'phone', what: 'misbehaviour', detail: change });
    this.#life.deviceChanged(this.#deviceForProgram());
  }

  get sheet(): OpenSheet | null {
    const { sheet } = this.screen.get();
    return sheet && { kind: sheet.kind, text: sheet.subject };
  }

  answerSheet(answer: 'allow' | 'reject'): void {
    this.#parts.sheets.answer(answer);
  }

  get dialog(): OpenDialog | null {
    return this.screen.get().dialog;
  }

  answerDialog(answer: string, content?: string): void {
    this.#parts.dialogs.answer(answer, content);
  }

  get contract(): string | null {
    return this.screen.get().contract;
  }

  get picker(): PickerView | null {
    return this.screen.get().picker?.view ?? null;
  }

  turnPicker(column: number, index: number): void {
    this.#parts.pickers.turn(column, index);
  }

  answerPicker(answer: 'confirm' | 'cancel'): void {
    this.#parts.pickers.answer(answer);
  }

  get nativePage(): NativePageView | null {
    return this.screen.get().nativePage?.view ?? null;
  }

  turnNativePage(index: number): void {
    this.#parts.nativePages.turn(index);
  }

  answerNativePage(answer: 'done' | 'back'): void {
    this.#parts.nativePages.answer(answer);
  }

  get permissions(): Permissions {
    return this.#permissions.of(this.#person).given;
  }

  setPermissions(change: Parameters<PhoneDevice['setPermissions']>[0]): void {
    this.#permissions.of(this.#person).change(change);
    this.#parts.timeline.record({ kind: 'phone', what: 'permissions', detail: change });
  }

  get surroundings(): Surroundings {
    return this.#surroundings;
  }

  surround(change: Partial<Surroundings>): void {
    this.#surroundings = { ...this.#surroundings, ...change };
    this.#parts.timeline.record({
      kind: 'phone',
      what: 'surroundings',
      detail: Object.keys(change),
    });
  }

  touchWait(x: number, y: number): number {
    return this.#parts.touches.wait({ x, y });
  }

  get problems(): readonly CompileError[] {
    return this.screen.get().problems;
  }

  get compileMessages(): readonly CompileMessage[] {
    return this.#life.compileMessages;
  }

  async refresh(): Promise<void> {
    await this.#life.refresh();
  }

  get app(): HostApp {
    return this.screen.get().app;
  }

  setApp(app: HostApp): void {
    this.screen.set({ app });
  }

  get timeline(): readonly TimelineEntry[] {
    return this.#parts.timeline.entries;
  }

  subscribe(listener: (entry: TimelineEntry) => void): () => void {
    return this.#parts.timeline.subscribe(listener);
  }

  record(event: TimelineEvent): (rest: Partial<TimelineEvent>) => void {
    return this.#parts.timeline.record(event);
  }

  async #prepare(): Promise<void> {
    const people = this.#person === '' ? this.#parts.server.people() : [];
    const [config, [first]] = await Promise.all([this.#parts.server.config(), people]);
    this.#config = config;
    if (first) this.#person = first.id;
    this.screen.set({ programName: config.programName, programIcon: config.programIcon });
  }

  async #advance(ms: number): Promise<void> {
    if (ms > 0) this.#parts.timeline.record({ kind: 'phone', what: 'clock', detail: { ms } });
    await this.#parts.server.advanced(ms);
    await this.#parts.clock.advance(ms);
  }

  /** An API that misbehaves by not being there is missing like any other. */
  #deviceForProgram(): DeviceInfo {
    if (this.#misbehaviour.navigateBackApplication !== 'missing') return this.device;
    return { ...this.device, without: [...this.device.without, 'wx.navigateBackApplication'] };
  }

  /** The page in front, for what must not be taken for another's. */
  #pageKey(): string {
    return `page ${this.process?.automation.currentPage()?.pageId ?? 'none'}`;
  }

  #returnToApp(extMsg: string, by: ReturnWay): void {
    // docs/wechat.md#a-switch-that-hides-nothing
    if (this.#misbehaviour.switching === 'hides') this.background();
    this.received.push(extMsg);
    for (const event of returnEvents(extMsg, by, this.device)) this.#parts.timeline.record(event);
  }
}
