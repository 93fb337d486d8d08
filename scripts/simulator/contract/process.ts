import type { ApiTable } from './apis';
import type { PhoneFiles } from './files';
import type { PickerHandle, PickerListener, PickerView } from './picker';
import type { CompiledProgram } from './program';
import type { TabBarView } from './tab-bar';
import type { EnterOptions, TimelineEvent } from './timeline';

/**
 * The two sides of the program's frame. The phone (outer page, `phone/`) owns what outlives a mini
 * program's process: the person, the network, the clock, WeChat's sheets, the app behind it. The
 * program (inner frame, `runtime/`) is one process: a kill removes the frame. Both are same-origin
 * documents and call each other directly.
 */

/** What the runtime asks of the phone. */
export interface PhoneHost {
  readonly device: DeviceInfo;
  /**
   * One WeChat client service: `login`, `getPhoneNumber`, `request`, `navigateBackApplication`,
   * `launchApp`, `exitMiniProgram`, `getPrivacySetting`, `openPrivacyContract`, `setClipboardData`,
   * ... Names as in WeChat's documentation. A button's open-types are services too: `getPhoneNumber
   * {agree}` (`agree`: the button also says agreePrivacyAuthorization), `launchApp {parameter}`,
   * `agreePrivacyAuthorization {buttonId}`. Never rejects; a service that the phone doesn't know
   * fails by naming itself. `tapped` says whether the call stands inside a real tap (WeChat refuses
   * tap-only APIs otherwise).
   */
  call(
    service: string,
    params: unknown,
    context: { readonly tapped: boolean },
  ): Promise<ServiceAnswer>;
  /** Adds an entry; the returned function completes it in place. */
  record(event: TimelineEvent): (rest: Partial<TimelineEvent>) => void;
  /**
   * Runs the callback now, or on return to the foreground when WeChat has suspended the program's
   * JavaScript.
   */
  deliver(callback: () => void): void;
  /** What WeChat's `wx` has, from miniprogram-api-typings. */
  readonly apis: ApiTable;
  /** What WeChat tolerates is an error. */
  readonly strict: boolean;
  /** Hosts that <web-view> may open. */
  readonly businessDomains: readonly string[];
  /** For pages and elements: never given twice on this phone, whatever processes come and go. */
  nextId(): number;
  /** What wx.setStorage keeps: outlives the process. JSON texts by key. */
  readonly storage: Map<string, string>;
  readonly files: PhoneFiles;
  /**
   * `reported`: a write to it is an error on the timeline, because the product may keep nothing.
   */
  readonly storagePolicy: 'kept' | 'reported';
  /** wx.onNetworkStatusChange, for the life of the process. */
  onNetworkStatusChange(
    listener: (status: { isConnected: boolean; networkType: string }) => void,
  ): void;
  /** The native bar above the page. */
  setNavigationBar(bar: {
    title?: string;
    background?: string;
    textStyle?: 'black' | 'white';
    canGoBack?: boolean;
    loading?: boolean;
    /** `navigationStyle: custom`: no bar, the page has the whole screen. */
    custom?: boolean;
  }): void;
  /** The tab bar below the page; null: the page in front has none. */
  setTabBar(bar: TabBarView | null): void;
  /**
   * wx.showToast, wx.showLoading, wx.showModal, wx.showActionSheet: drawn by WeChat, not by the
   * program. A modal and an action sheet resolve with `{answer, content?}`
   * (`PhoneDevice.answerDialog`), the rest at once. Null hides a toast or loading.
   */
  dialog(
    dialog: { kind: 'toast' | 'loading' | 'modal' | 'actionSheet'; params: unknown } | null,
  ): Promise<unknown>;
  /** The sheet of a <picker>; one that is open already goes unanswered. */
  openPicker(view: PickerView, listener: PickerListener): PickerHandle;
  /** Another page is in front: what WeChat had drawn for the one before goes with it. */
  pageChanged(): void;
}

export type ServiceAnswer =
  | { readonly ok: true; readonly result: Readonly<Record<string, unknown>> }
  /** `errMsg` whole, as WeChat words it: `getPhoneNumber:fail user deny`. */
  | {
      readonly ok: false;
      readonly errMsg: string;
      readonly errno?: number;
      readonly extra?: Readonly<Record<string, unknown>>;
    };

/**
 * https://developers.weixin.qq.com/miniprogram/dev/api/base/system/wx.getAppBaseInfo.html and
 * getWindowInfo, getDeviceInfo
 */
export interface DeviceInfo {
  readonly language: 'zh_CN' | 'zh_TW' | 'zh_HK' | 'en' | 'ja';
  readonly theme: 'light' | 'dark';
  /** 1 is WeChat's standard; the largest is 1.75. */
  readonly fontSizeScaleFactor: number;
  readonly SDKVersion: string;
  readonly version: string;
  readonly platform: 'ios' | 'android' | 'windows' | 'mac' | 'ohos' | 'devtools';
  readonly model: string;
  readonly system: string;
  /** CSS px. */
  readonly screenWidth: number;
  readonly screenHeight: number;
  readonly statusBarHeight: number;
  /** Home-indicator height, CSS px; 0 on phones without. */
  readonly safeAreaBottom: number;
  readonly pixelRatio: number;
  /** APIs this phone's WeChat lacks, as `wx.navigateBackApplication`, to try old clients. */
  readonly without: readonly string[];
}

/**
 * What the phone asks of the program's frame: `frame.contentWindow.startProgram(host, program,
 * clock)` gives one.
 */
export interface ProgramProcess {
  /**
   * Cold start: app.js runs, App.onLaunch, App.onShow, first page. Resolves when the first page is
   * ready.
   */
  launch(options: EnterOptions): Promise<void>;
  /**
   * Hot start or return: App.onShow; with `relaunch` the page stack is replaced by `options.path`.
   * App.onShow and the return's Page.onShow have run when it returns; resolves when the page in
   * front is ready. `loadFirst`: the page is loaded and ready before App.onShow.
   */
  show(options: EnterOptions, relaunch: boolean, loadFirst?: boolean): Promise<void>;
  hide(): void;
  /** The language, theme or font size was changed on the phone: wx.onThemeChange and friends. */
  deviceChanged(device: DeviceInfo): void;
  /**
   * The native bar's back button, Android's back gesture. Returns false when the stack has one
   * page.
   */
  back(): boolean;
  /** The person taps an item of the native tab bar. */
  tapTab(index: number): void;
  /** Resolves when every route that was asked for is done. */
  idle(): Promise<void>;
  /** The domain objects automation works with, named as miniprogram-automator names them. */
  readonly automation: ProgramAutomation;
}

/**
 * Called from Node through the browser, so every argument and result is JSON, except where it says
 * otherwise. Ids are never reused. A rejection's message says what was not found or not understood.
 */
export interface ProgramAutomation {
  pageStack(): PageHandle[];
  currentPage(): PageHandle | null;
  callWxMethod(method: string, args: unknown[]): Promise<unknown>;
  /** Null restores. */
  mockWxMethod(method: string, mock: WxMock | null): void;
  evaluate(functionDeclaration: string, args: unknown[]): Promise<unknown>;
  /** A global function of the program that calls `called`; not JSON. */
  addBinding(name: string, called: (args: unknown[]) => void): void;
  /** What the bar's house does: the first page of app.json, alone on the stack. */
  goHome(): Promise<void>;
  /** Nothing on the page can be seen now: no text, picture, colour or line with a size. */
  isBlank(pageId: number): boolean;
  pageData(pageId: number, path?: string): unknown;
  setPageData(pageId: number, data: Record<string, unknown>): void;
  callPageMethod(pageId: number, method: string, args: unknown[]): Promise<unknown>;
  windowProperties(pageId: number, names: string[]): unknown[];
  /**
   * Null when nothing matches. Selectors as WeChat takes them: class, id, tag, attribute,
   * descendant, `>>>` into components.
   */
  element(pageId: number, selector: string, within?: string): ElementHandle | null;
  elements(pageId: number, selector: string, within?: string): ElementHandle[];
  /** All of CSS, which WeChat's own tools don't take. */
  elementsByCss(pageId: number, selector: string, within?: string): ElementHandle[];
  /** XPath 1.0 over the page as WXML, components' templates included; the root is `page`. */
  elementsByXpath(pageId: number, xpath: string): ElementHandle[];
  elementCall(pageId: number, elementId: string, call: ElementCall): Promise<unknown>;
  /** How a message names an element, also one that is gone: `<view id="a" class="b">`. */
  elementName(elementId: string): string;
  /** How a message names what a DOM node belongs to: `<view id="a" class="b">`; not JSON. */
  nameOf(node: Element): string;
  /**
   * The DOM node behind an element, for a real touch by the browser driver; not JSON. Of a virtual
   * host: the first node in its template.
   */
  domNode(pageId: number, elementId: string): Element;
}

export type WxMock =
  | { readonly result: unknown }
  | { readonly functionDeclaration: string; readonly args: readonly unknown[] };

export interface PageHandle {
  readonly pageId: number;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
}

export interface ElementHandle {
  readonly elementId: string;
  readonly tagName: string;
  /** Present for custom components. */
  readonly nodeId?: string;
}

/** What a finger needs to know of an element. */
export interface ElementCondition {
  /** CSS px, on its page. */
  readonly box: ElementBox;
  readonly visibility: string;
  /** Why nobody sees it, with a size and without `visibility: hidden`; left out: it is seen. */
  readonly unseen?: 'background' | 'outside' | 'transparent';
  /** As attributes have them; left out: there is none. */
  readonly disabled?: unknown;
  readonly ariaDisabled?: unknown;
  /** How far its page is scrolled, CSS px. */
  readonly scrollTop: number;
}

export interface ElementBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export type ElementCall =
  | {
      readonly name: 'domProperties' | 'properties' | 'attributes' | 'styles';
      readonly names: readonly string[];
    }
  | { readonly name: 'offset' | 'outerWxml' | 'innerWxml' }
  /** An `ElementCondition`. */
  | { readonly name: 'condition' }
  | { readonly name: 'data'; readonly path?: string }
  | { readonly name: 'setData'; readonly data: Record<string, unknown> }
  | { readonly name: 'callMethod'; readonly method: string; readonly args: readonly unknown[] }
  /**
   * What a built-in component can be told: `input.input`, `scroll-view.scrollTo`; each says so in
   * `runtime/builtins/`.
   */
  | {
      readonly name: 'callFunction';
      readonly functionName: string;
      readonly args: readonly unknown[];
    }
  /** An event without a finger; `touches` are its fields as WeChat names them. */
  | {
      readonly name: 'trigger';
      readonly type: string;
      readonly detail?: unknown;
      readonly touches?: readonly unknown[];
      readonly changedTouches?: readonly unknown[];
    };

/** The program frame's global. `clock` has already replaced the frame's Date and timers. */
export type StartProgram = (host: PhoneHost, program: CompiledProgram) => ProgramProcess;
