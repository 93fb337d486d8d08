import type { Misbehaviour } from './misbehaviour';
import type { PickerView } from './picker';
import type { DeviceInfo, ProgramProcess } from './process';
import type { CompileError } from './program';
import type { NativePageView, Permissions, ScopeName, Surroundings } from './surroundings';
import type { OpenSheetKind, TimelineEntry, TimelineEvent } from './timeline';

/**
 * `window.phone` on the phone page: everything a person, an app and the environment around can do to this
 * phone. The workbench (through its iframe), the demo app (through its parent) and the Node API
 * (through the browser) all use this object.
 */
export interface PhoneDevice {
  /**
   * Settles when WeChat is "installed": the program's bundle and the cloud's facts are loaded.
   * Rejects when the server is gone.
   */
  readonly ready: Promise<void>;
  readonly state: PhoneState;
  /**
   * WXLaunchMiniProgram.Req of the OpenSDK, sent by the app in front; with another `scene`, however
   * WeChat was told to open it. Cold start when there is no process, else hot start. Resolves when
   * the page that the launch asks for is ready.
   * https://developers.weixin.qq.com/doc/oplatform/Mobile_App/Launch_a_Mini_Program/Launch_a_Mini_Program.html
   */
  launch(request?: LaunchRequest): Promise<void>;
  /**
   * The person leaves by the OS gesture or the capsule's close: App.onHide; the app comes to the
   * front and gets nothing.
   */
  background(): void;
  /**
   * The person comes back by the OS gesture: App.onShow. `scene` defaults to the one of the last
   * enter. A destroyed program starts cold.
   */
  foreground(options?: { readonly scene?: number }): Promise<void>;
  /** Swiped away, or the OS took the memory: no hook runs. */
  kill(): void;
  /**
   * The phone's back gesture or the bar's arrow; on the first page it leaves the program, as
   * background() does.
   */
  back(): void;
  readonly clock: {
    /** ms since 1970, virtual. */
    now(): number;
    /**
     * Timers fire in order; resolves after what they started without waiting had run, and after the
     * environment's clocks followed.
     */
    advance(ms: number): Promise<void>;
    /**
     * Time stands still until `start()`, but for `advance()`: for what must not depend on how busy
     * the machine is.
     */
    stop(): void;
    start(): void;
  };
  /** Who holds the phone: an id of the WeChat cloud double's people. */
  readonly person: string;
  hold(personId: string): void;
  people(): Promise<readonly Person[]>;
  readonly networkMode: NetworkMode;
  network(mode: NetworkMode): void;
  readonly device: DeviceInfo;
  setDevice(change: Partial<DeviceInfo>): void;
  readonly misbehaviour: Misbehaviour;
  misbehave(change: Partial<Misbehaviour>): void;
  /** WeChat's sheet that is open now. */
  readonly sheet: OpenSheet | null;
  answerSheet(answer: 'allow' | 'reject'): void;
  /** The modal, action sheet, toast or loading that is open now. */
  readonly dialog: OpenDialog | null;
  /**
   * A modal: 'confirm' | 'cancel'; an action sheet: the index as text, or 'cancel'. `content` is
   * what was typed in an editable modal.
   */
  answerDialog(answer: string, content?: string): void;
  /** The name of the privacy contract whose page is over the program now. */
  readonly contract: string | null;
  /** The sheet of a <picker> that is open now. */
  readonly picker: PickerView | null;
  /** Turns a column of it, as a finger would. */
  turnPicker(column: number, index: number): void;
  answerPicker(answer: 'confirm' | 'cancel'): void;
  /** The page of WeChat's own that is over the program now: its settings, places, the album. */
  readonly nativePage: NativePageView | null;
  /** Chooses one of its items, or no longer. */
  turnNativePage(index: number): void;
  answerNativePage(answer: 'done' | 'back'): void;
  /** What the person who holds the phone allows the program. */
  readonly permissions: Permissions;
  /** Null: as if never asked. */
  setPermissions(change: Readonly<Partial<Record<ScopeName, boolean | null>>>): void;
  readonly surroundings: Surroundings;
  surround(change: Partial<Surroundings>): void;
  /**
   * ms for which a touch at this point of the phone's page would be the second half of a double
   * tap, which does nothing on what the first half has opened.
   */
  touchWait(x: number, y: number): number;
  /**
   * What the compiler found, or why the program does not start: shown over the phone until fixed.
   */
  readonly problems: readonly CompileError[];
  /** Everything that the compiler said of the program that runs, of all its pages. */
  readonly compileMessages: readonly CompileMessage[];
  /**
   * Starts the program again, at the same place, when its files have changed since it was started.
   * Without a program: nothing.
   */
  refresh(): Promise<void>;
  /**
   * What came to the app, in order: `WXLaunchMiniProgram.Resp.extMsg`, or `ShowMessageFromWX.Req`'s
   * `messageExt`.
   */
  readonly received: readonly string[];
  /** The app behind: what the slot shows, and the AppID that `referrerInfo` carries. */
  readonly app: HostApp;
  setApp(app: HostApp): void;
  /** The newest thousand entries, in order: what is older is told to those who subscribed. */
  readonly timeline: readonly TimelineEntry[];
  /** Called for every new entry, and again when an entry was completed. Returns the way to stop. */
  subscribe(listener: (entry: TimelineEntry) => void): () => void;
  /** The app behind records its own HTTP exchanges and conclusions here. */
  record(event: TimelineEvent): (rest: Partial<TimelineEvent>) => void;
  /** The running program, for automation; null when there is none. */
  readonly process: ProgramProcess | null;
}

export interface LaunchRequest {
  /** `pages/login/login?v=1&...`; '' or absent: the home page. */
  readonly path?: string;
  /**
   * https://developers.weixin.qq.com/miniprogram/dev/reference/scene-list.html; 1069: a mobile app.
   */
  readonly scene?: number;
  /** Of the app that launches; null: WeChat does not say it; absent: of the app in the slot. */
  readonly appId?: string | null;
  readonly extraData?: unknown;
}

export interface PhoneState {
  readonly front: 'app' | 'program';
  readonly program: 'none' | 'starting' | 'foreground' | 'background' | 'suspended';
  readonly waysBack: WaysBack;
}

/**
 * Two rights, and not one: the button keeps its own where the call has most likely lost it
 * (`process/scene.ts`).
 */
export interface WaysBack {
  readonly launchApp: boolean;
  /** `stays`: it says `ok` and nothing happens. */
  readonly navigateBackApplication: 'switches' | 'stays' | 'refused';
}

/** Of an app that nobody has named. */
export const FOREIGN_APP_ID = 'wx5f6e7d8c9bafe0d1';

export interface HostApp {
  /** Null: WeChat does not say who launches. */
  readonly appId: string | null;
  readonly name: string;
  /** A picture's URL. */
  readonly icon?: string;
  /** The app's screen, shown in the slot; absent: a plain screen with the app's name. */
  readonly url?: string;
}

/** `slow`: every exchange takes 3 s of the phone's clock. */
export type NetworkMode = 'online' | 'offline' | 'slow';

/** As the WeChat cloud double lists them. */
export interface Person {
  readonly id: string;
  readonly name: string;
  /** E.164 or national digits; null: none bound to WeChat. */
  readonly phone: string | null;
  /** Who this is, in a line, for a list to choose from. */
  readonly note?: string;
}

export interface CompileMessage {
  readonly level: 'warning' | 'error';
  /** With its place: `src/page.wxml:3: ...` */
  readonly text: string;
}

export interface OpenSheet {
  readonly kind: OpenSheetKind;
  /** What it says, for tests: the masked number, the contract's name, the scope, the AppID. */
  readonly text: string;
}

export interface OpenDialog {
  readonly kind: 'toast' | 'loading' | 'modal' | 'actionSheet';
  readonly params: Readonly<Record<string, unknown>>;
}

declare global {
  interface Window {
    readonly phone: PhoneDevice;
  }
}
