import type { Misbehaviour } from '../../contract/misbehaviour';
import type { HostApp, NetworkMode, OpenSheet } from '../../contract/phone';
import type { Picked } from '../../contract/picked';
import type { DeviceInfo, ProgramAutomation } from '../../contract/process';
import type { ProfileName } from '../../contract/profiles';
import type { TimelineEntry } from '../../contract/timeline';
import type { SimulatorOptions } from '../server/options';
import type { Simulator } from '../server/server';
import type { RemotePhone } from './remote-phone';

/**
 * A browser that several phones share, each in a context of its own. Start-up takes 0.3 to 0.7 s,
 * the first phone 0.3 s, each that comes after another 0.1 s.
 */
export interface PhoneBrowser {
  close(): Promise<void>;
}

export interface PhoneOptions {
  /**
   * A running simulator, or what to start one with; one that was started here ends with the phone.
   */
  readonly simulator: Simulator | SimulatorOptions;
  /** From `openBrowser()`; absent: a headless browser of its own, which ends with the phone. */
  readonly browser?: PhoneBrowser;
  /** An id of the cloud double's people; absent: its first. */
  readonly person?: string;
  readonly network?: NetworkMode;
  /** Default `ios`; `device` and `misbehave` say how this phone differs from its kind. */
  readonly profile?: ProfileName;
  readonly device?: Partial<DeviceInfo>;
  readonly misbehave?: Partial<Misbehaviour>;
  /** The app behind; `url` is its screen. Default: a plain app `wxapp0000000000demo`. */
  readonly app?: HostApp;
  /** Pixels of a screenshot per CSS px, default 2. */
  readonly scale?: number;
}

/**
 * One phone with WeChat on it: the verbs of `contract/phone.ts`, and what only Node can do. Methods
 * reject with an Error that says what was wrong; nothing waits longer than its timeout.
 */
export interface Phone extends RemotePhone {
  readonly miniProgram: MiniProgram;
  /** The same program by ids instead of objects. */
  readonly byId: ProgramById;
  readonly clock: {
    now(): Promise<number>;
    advance(ms: number): Promise<void>;
    /** Time stands still until `start()`, but for `advance()`. */
    stop(): Promise<void>;
    start(): Promise<void>;
  };
  readonly device: { get(): Promise<DeviceInfo>; set(change: Partial<DeviceInfo>): Promise<void> };
  /** `background()` by a real touch on the capsule's close button. */
  closeByCapsule(): Promise<void>;
  /** A real touch on an item of WeChat's tab bar; resolves when its page is in front. */
  tapTab(index: number): Promise<void>;
  /** Waits (real time, default 5 s) for one of WeChat's own sheets. */
  sheet(options?: { readonly timeout?: number }): Promise<Sheet>;
  /**
   * Answers an action sheet, the sheet of a <picker> or a page of WeChat's own (settings, places,
   * the album): waits for it (real time, 5 s) and touches it. By text or by place, one for each
   * column, or all that are chosen on a page: `choose('Delete')`, `choose('09', '30')`,
   * `choose('scope.userLocation')`; `{ timeout }` may come last.
   */
  choose(...choices: readonly (string | number | { readonly timeout?: number })[]): Promise<void>;
  /** The same, with its "cancel". */
  cancelChoice(options?: { readonly timeout?: number }): Promise<void>;
  /**
   * A real touch in the app's own screen (`HostApp.url`); a CSS selector of its document. Waits for
   * it, real time, default 5 s.
   */
  tapInApp(selector: string, options?: { readonly timeout?: number }): Promise<void>;
  /**
   * Waits (real time, default 5 s) until the app has received `count` texts, default 1, and gives
   * them all.
   */
  waitForReceived(
    count?: number,
    options?: { readonly timeout?: number },
  ): Promise<readonly string[]>;
  /** All entries so far. Values are not masked. */
  timeline(): readonly TimelineEntry[];
  /** For each new entry, and again when it is completed (same `id`). */
  on(event: 'timeline', listener: (entry: TimelineEntry) => void): () => void;
  /** Resolves with the first entry, past or coming, that matches; real time, default 5 s. */
  waitForEntry(
    matches: (entry: TimelineEntry) => boolean,
    options?: { readonly timeout?: number },
  ): Promise<TimelineEntry>;
  /**
   * A PNG of the whole phone; written when a path is given. `of: 'page'`: the program's page alone,
   * as WeChat's captureScreenshot.
   */
  screenshot(options?: { readonly path?: string; readonly of?: 'phone' | 'page' }): Promise<Buffer>;
  /**
   * A JPEG of the whole phone, one pixel per CSS px: takes half as long as a screenshot, for
   * pictures that most often nobody looks at.
   */
  snapshot(): Promise<Buffer>;
  /** What a finger would mean at a place of the phone's screen, CSS px, and the locator for it. */
  pick(x: number, y: number): Promise<Picked | null>;
  /** Of the phone's document and its program's, after garbage was collected. */
  heapBytes(): Promise<number>;
  /**
   * ms of the main thread's CPU that the phone's document and its program's took while `work` ran.
   */
  cpuMs(work: () => Promise<void>): Promise<number>;
  /** Runs a script in the program's document, e.g. axe-core; `args` and the result are JSON. */
  evaluateInFrame(script: string, ...args: readonly unknown[]): Promise<unknown>;
  close(): Promise<void>;
}

/** A place on the program's page, CSS px from the corner of what is seen of it. */
export interface TouchPoint {
  readonly identifier?: number | undefined;
  readonly clientX: number;
  readonly clientY: number;
}

type Remote<T> = {
  [M in keyof T]: T[M] extends (...args: infer A) => infer R
    ? (...args: A) => Promise<Awaited<R>>
    : never;
};

/**
 * What a protocol's server calls: pages and elements by their ids. Rejects with words for what is
 * not there.
 */
export interface ProgramById
  extends Remote<Omit<ProgramAutomation, 'addBinding' | 'domNode' | 'nameOf'>> {
  /** A global function of the program; its calls come here, and nothing goes back. */
  addBinding(name: string, called: (args: readonly unknown[]) => void): Promise<void>;
  /** A real touch by the browser; a disabled element swallows it. */
  tap(pageId: number, elementId: string): Promise<void>;
  /** Fingers go down, at `points` or else on the middle of the element, and stay there. */
  touchstart(pageId: number, elementId: string, points?: readonly TouchPoint[]): Promise<void>;
  touchmove(pageId: number, elementId: string, points?: readonly TouchPoint[]): Promise<void>;
  touchend(): Promise<void>;
  /** Of somebody who is gone: the touch is cancelled. */
  liftFingers(): Promise<void>;
}

export interface Sheet {
  readonly kind: OpenSheet['kind'];
  /** What the person reads on it. */
  readonly text: string;
  /** A real touch on "allow". */
  allow(): Promise<void>;
  reject(): Promise<void>;
}

/** https://developers.weixin.qq.com/miniprogram/dev/devtools/auto/miniprogram.html */
export interface MiniProgram {
  pageStack(): Promise<Page[]>;
  /** Rejects when no program runs. */
  currentPage(): Promise<Page>;
  callWxMethod(method: string, ...args: readonly unknown[]): Promise<unknown>;
  /** A function runs in the program with WeChat's arguments; anything else is the result. */
  mockWxMethod(method: string, mock: unknown, ...args: readonly unknown[]): Promise<void>;
  restoreWxMethod(method: string): Promise<void>;
  evaluate(
    fn: string | ((...args: never[]) => unknown),
    ...args: readonly unknown[]
  ): Promise<unknown>;
  systemInfo(): Promise<unknown>;
  navigateTo(url: string): Promise<Page>;
  redirectTo(url: string): Promise<Page>;
  reLaunch(url: string): Promise<Page>;
  navigateBack(): Promise<Page>;
}

/** https://developers.weixin.qq.com/miniprogram/dev/devtools/auto/page.html */
export interface Page {
  readonly id: number;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  $(selector: string): Promise<Element | null>;
  $$(selector: string): Promise<Element[]>;
  /**
   * A selector: until it matches; a function: until it gives true (both real time, at most
   * `timeout` ms, default 5 s or `SIMULATOR_PATIENCE`); a number: that many ms of the phone's clock.
   */
  waitFor(
    condition: string | number | (() => boolean | Promise<boolean>),
    options?: { readonly timeout?: number },
  ): Promise<void>;
  data(path?: string): Promise<unknown>;
  setData(data: Record<string, unknown>): Promise<void>;
  size(): Promise<{ width: number; height: number }>;
  scrollTop(): Promise<number>;
  callMethod(method: string, ...args: readonly unknown[]): Promise<unknown>;
}

/** https://developers.weixin.qq.com/miniprogram/dev/devtools/auto/element.html */
export interface Element {
  readonly id: string;
  readonly tagName: string;
  $(selector: string): Promise<Element | null>;
  $$(selector: string): Promise<Element[]>;
  text(): Promise<string>;
  attribute(name: string): Promise<unknown>;
  property(name: string): Promise<unknown>;
  style(name: string): Promise<string>;
  offset(): Promise<{ left: number; top: number }>;
  size(): Promise<{ width: number; height: number }>;
  value(): Promise<unknown>;
  wxml(): Promise<string>;
  outerWxml(): Promise<string>;
  /**
   * A real touch by the browser. Rejects when the element is gone, has no size, is covered or is
   * disabled; `force` skips the last.
   */
  tap(options?: { readonly force?: boolean }): Promise<void>;
  longpress(): Promise<void>;
  input(value: string): Promise<void>;
  trigger(type: string, detail?: unknown): Promise<void>;
  /** Custom components only. */
  data(path?: string): Promise<unknown>;
  setData(data: Record<string, unknown>): Promise<void>;
  callMethod(method: string, ...args: readonly unknown[]): Promise<unknown>;
}
