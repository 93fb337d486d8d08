import type { PhoneConfig } from '../../contract/config';
import type { NetReason } from '../../contract/gate';
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
import { createDialogs, type Dialogs } from './client/dialogs';
import { createNativePages, type NativePages } from './client/native-pages';
import { PermissionsByPerson } from './client/permissions';
import { createPickers, type Pickers } from './client/pickers';
import type { Consent } from './client/privacy';
import { createSheets, type Sheets } from './client/sheets';
import { createSurfaces, type Surfaces } from './client/surfaces';
import { createClock, type PhoneClock } from './clock';
import { createFileStore } from './files/store';
import { createNetwork, type Network } from './net/network';
import { createServerClient, type ServerClient } from './net/server-client';
import { failureOf } from './net/wording';
import { firstScreen, trackMinutes } from './process/first-screen';
import { createHost } from './process/host';
import { ProgramLife } from './process/life';
import { type ReturnWay, returnEvents } from './process/return-to-app';
import { browserTime } from './real-time';
import type { ScreenStore } from './screen';
import type { Settings } from './settings';
import { createStore } from './store';
import { createTimeline, type Timeline } from './timeline';
import { TouchGuard } from './touch/guard';

/** `window.phone`: one phone with WeChat on it. */
export class WechatPhone implements PhoneDevice {
  readonly ready: Promise<void>;
  readonly clock: PhoneDevice['clock'];
  readonly received: string[] = [];
  /** What the page is drawn from. */
  readonly screen: ScreenStore;
  /** Holds the program's frame; the page shows it and never moves it. */
  readonly place: HTMLElement;
  readonly #time: PhoneClock;
  readonly #timeline: Timeline;
  readonly #server: ServerClient;
  readonly #network: Network;
  readonly #surfaces: Surfaces;
  readonly #sheets: Sheets;
  readonly #dialogs: Dialogs;
  readonly #pickers: Pickers;
  readonly #nativePages: NativePages;
  readonly #touches: TouchGuard;
  readonly #life: ProgramLife;
  readonly #consents = new Map<string, Consent>();
  readonly #permissions = new PermissionsByPerson();
  #surroundings: Surroundings = QUIET_SURROUNDINGS;
  #person: string;
  #misbehaviour: Misbehaviour = wellBehaved;
  #config: PhoneConfig | null = null;

  constructor(settings: Settings) {
    this.#time = createClock(browserTime());
    this.#timeline = createTimeline(() => this.#time.now());
    this.#server = createServerClient();
    this.screen = createStore(firstScreen(settings, this.#time.now()));
    this.#network = createNetwork(
      this.#server,
      this.#time,
      () => this.#misbehaviour.domains === 'forgotten',
    );
    this.#surfaces = createSurfaces({
      clock: this.#time,
      order: () => this.#misbehaviour.surfaces,
      cover: () => this.#life.cover(),
      uncover: () => this.#life.uncover(),
    });
    this.#sheets = createSheets(this.screen, this.#timeline, this.#surfaces);
    this.#dialogs = createDialogs(this.screen, this.#time);
    this.#pickers = createPickers(this.screen, this.#timeline);
    this.#nativePages = createNativePages(this.screen, this.#timeline, this.#surfaces);
    this.#touches = new TouchGuard(() => this.#pageKey());
    this.#touches.guardSurfaces(document);
    this.place = document.createElement('div');
    this.place.className = 'program-place';
    this.#person = settings.person;
    this.clock = {
      now: () => this.#time.now(),
      advance: (ms) => this.#advance(ms),
      stop: () => this.#time.stop(),
      start: () => this.#time.start(),
    };
    this.#life = this.#createLife();
    this.ready = this.#prepare();
    // A broken reload is on the screen and on the timeline.
    this.#server.onChange(() => void this.#life.reload().catch(() => undefined));
    trackMinutes(this.#time, this.screen);
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
    this.#touches.programKilled();
  }

  back(): void {
    this.#life.back();
  }

  get person(): string {
    return this.#person;
  }

  hold(personId: string): void {
    this.#person = personId;
    this.#timeline.record({ kind: 'phone', what: 'person', detail: personId });
  }

  people(): Promise<readonly Person[]> {
    return this.#server.people();
  }

  get networkMode(): NetworkMode {
    return this.#network.mode;
  }

  network(mode: NetworkMode): void {
    this.#network.setMode(mode);
    this.screen.set({ network: mode });
    this.#timeline.record({ kind: 'phone', what: 'network', detail: mode });
  }

  get device(): DeviceInfo {
    return this.screen.get().device;
  }

  setDevice(change: Partial<DeviceInfo>): void {
    this.screen.set({ device: { ...this.device, ...change } });
    this.#timeline.record({ kind: 'phone', what: 'device', detail: change });
    this.#life.deviceChanged(this.#deviceForProgram());
  }

  get misbehaviour(): Misbehaviour {
    return this.#misbehaviour;
  }

  misbehave(change: Partial<Misbehaviour>): void {
    this.#misbehaviour = { ...this.#misbehaviour, ...change };
    this.#timeline.record({ kind: 'phone', what: 'misbehaviour', detail: change });
    this.#life.deviceChanged(this.#deviceForProgram());
  }

  get sheet(): OpenSheet | null {
    const { sheet } = this.screen.get();
    return sheet && { kind: sheet.kind, text: sheet.subject };
  }

  answerSheet(answer: 'allow' | 'reject'): void {
    this.#sheets.answer(answer);
  }

  get dialog(): OpenDialog | null {
    return this.screen.get().dialog;
  }

  answerDialog(answer: string, content?: string): void {
    this.#dialogs.answer(answer, content);
  }

  get contract(): string | null {
    return this.screen.get().contract;
  }

  get picker(): PickerView | null {
    return this.screen.get().picker?.view ?? null;
  }

  turnPicker(column: number, index: number): void {
    this.#pickers.turn(column, index);
  }

  answerPicker(answer: 'confirm' | 'cancel'): void {
    this.#pickers.answer(answer);
  }

  get nativePage(): NativePageView | null {
    return this.screen.get().nativePage?.view ?? null;
  }

  turnNativePage(index: number): void {
    this.#nativePages.turn(index);
  }

  answerNativePage(answer: 'done' | 'back'): void {
    this.#nativePages.answer(answer);
  }

  get permissions(): Permissions {
    return this.#permissions.of(this.#person).given;
  }

  setPermissions(change: Parameters<PhoneDevice['setPermissions']>[0]): void {
    this.#permissions.of(this.#person).change(change);
    this.#timeline.record({ kind: 'phone', what: 'permissions', detail: change });
  }

  get surroundings(): Surroundings {
    return this.#surroundings;
  }

  surround(change: Partial<Surroundings>): void {
    this.#surroundings = { ...this.#surroundings, ...change };
    this.#timeline.record({ kind: 'phone', what: 'surroundings', detail: Object.keys(change) });
  }

  touchWait(x: number, y: number): number {
    return this.#touches.wait({ x, y });
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
    return this.#timeline.entries;
  }

  subscribe(listener: (entry: TimelineEntry) => void): () => void {
    return this.#timeline.subscribe(listener);
  }

  record(event: TimelineEvent): (rest: Partial<TimelineEvent>) => void {
    return this.#timeline.record(event);
  }

  async #prepare(): Promise<void> {
    const people = this.#person === '' ? this.#server.people() : [];
    const [config, [first]] = await Promise.all([this.#server.config(), people]);
    this.#config = config;
    if (first) this.#person = first.id;
    this.screen.set({ programName: config.programName, programIcon: config.programIcon });
  }

  async #advance(ms: number): Promise<void> {
    if (ms > 0) this.#timeline.record({ kind: 'phone', what: 'clock', detail: { ms } });
    await this.#server.advanced(ms);
    await this.#time.advance(ms);
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

  #consent(): Consent {
    const known = this.#consents.get(this.#person) ?? {
      given: false,
      refusedAt: Number.NEGATIVE_INFINITY,
    };
    this.#consents.set(this.#person, known);
    return known;
  }

  #createLife(): ProgramLife {
    let lastId = 0;
    const shared = {
      clipboard: { text: '' },
      clock: this.#time,
      dialogs: this.#dialogs,
      nativePages: this.#nativePages,
      network: this.#network,
      pickers: this.#pickers,
      touches: this.#touches,
      screen: this.screen,
      server: this.#server,
      sheets: this.#sheets,
      storage: new Map<string, string>(),
      timeline: this.#timeline,
      consent: () => this.#consent(),
      device: () => this.#deviceForProgram(),
      leave: () => this.background(),
      misbehaviour: () => this.#misbehaviour,
      nextId: () => ++lastId,
      permissions: () => this.#permissions.of(this.#person),
      person: () => this.#person,
      surroundings: () => this.#surroundings,
      surround: (change: Partial<Surroundings>) => this.surround(change),
      files: createFileStore(() => this.#time.now()),
      returnToApp: (extMsg: string, by: ReturnWay) => this.#returnToApp(extMsg, by),
      surfaces: this.#surfaces,
      unreached: (service: string, reason: NetReason) =>
        failureOf(service, reason, this.device, this.#misbehaviour.wording),
      waysBack: () => this.#life.waysBack,
    };
    return new ProgramLife({
      clock: this.#time,
      timeline: this.#timeline,
      screen: this.screen,
      server: this.#server,
      place: this.place,
      leaveNativePage: () => this.#nativePages.answer('back'),
      guardTouches: (inner) => this.#touches.guardProgram(inner),
      isStrict: () => this.#config?.strict ?? false,
      misbehaviour: () => this.#misbehaviour,
      createHost: (program) => {
        if (!this.#config) throw new Error('the phone is not ready');
        return createHost({ ...shared, config: this.#config }, program);
      },
    });
  }

  #returnToApp(extMsg: string, by: ReturnWay): void {
    // docs/wechat.md#a-switch-that-hides-nothing
    if (this.#misbehaviour.switching === 'hides') this.background();
    this.received.push(extMsg);
    for (const event of returnEvents(extMsg, by, this.device)) this.#timeline.record(event);
  }
}
