import type { DeviceInfo, PhoneHost } from '../../../contract/process';
import type { CompiledProgram } from '../../../contract/program';
import type { EnterOptions } from '../../../contract/timeline';
import type { Router } from './router';
import type { TabBar } from './tab-bar';

/**
 * What `runtime/wx/` is made from. `bootstrap(host, program, createWx)` calls `createWx` once,
 * before any script of the program runs (Vant asks `wx` for the system info while it is imported);
 * `main.ts` composes both and is the bundle's entry.
 */
export type CreateWx = (runtime: WxRuntime) => Record<string, unknown>;

export interface WxRuntime {
  readonly host: PhoneHost;
  readonly program: CompiledProgram;
  readonly router: Router;
  readonly tabBar: TabBar;
  readonly view: ViewApi;
  readonly lifecycle: AppLifecycle;
  /** Of the process's cold start: stays stale on a hot start, as in WeChat. */
  launchOptions(): EnterOptions;
  /** Of the last cold or hot start. */
  enterOptions(): EnterOptions;
  /** Follows `ProgramProcess.deviceChanged`. */
  device(): DeviceInfo;
  /** Whether the page in front, or the first one to come, has WeChat's bar above it. */
  hasBar(): boolean;
  /** True while the handlers of a real tap run: what tap-only APIs ask. */
  tapped(): boolean;
  /** What `wx` answers with, and the program finds, on this phone. */
  readonly Promise: PromiseConstructor;
  /** An error that App.onError, wx.onError and the timeline get. */
  reportError(error: unknown): void;
}

/** wx.onAppShow, wx.onAppHide, wx.onError, ...: `off` without a listener removes all. */
export interface AppLifecycle {
  on<K extends keyof LifecycleEvents>(
    event: K,
    listener: (detail: LifecycleEvents[K]) => void,
  ): void;
  off<K extends keyof LifecycleEvents>(
    event: K,
    listener?: (detail: LifecycleEvents[K]) => void,
  ): void;
}

export interface LifecycleEvents {
  appShow: EnterOptions;
  appHide: undefined;
  /** Message and stack, one string. */
  error: string;
  unhandledRejection: { readonly reason: unknown };
  pageNotFound: {
    readonly path: string;
    readonly query: Readonly<Record<string, string>>;
    readonly isEntryPage: boolean;
  };
  themeChange: { readonly theme: 'light' | 'dark' };
  windowResize: { readonly size: { readonly windowWidth: number; readonly windowHeight: number } };
}

/** The wx.* functions that need the document. Arguments and results are WeChat's. */
export interface ViewApi {
  /** https://developers.weixin.qq.com/miniprogram/dev/api/wxml/wx.createSelectorQuery.html */
  createSelectorQuery(): unknown;
  /**
   * https://developers.weixin.qq.com/miniprogram/dev/api/wxml/wx.createIntersectionObserver.html
   */
  createIntersectionObserver(component: unknown, options?: unknown): unknown;
  /**
   * https://developers.weixin.qq.com/miniprogram/dev/api/ui/window/wx.createMediaQueryObserver.html
   */
  createMediaQueryObserver(component?: unknown): unknown;
  /** https://developers.weixin.qq.com/miniprogram/dev/api/canvas/wx.createCanvasContext.html */
  createCanvasContext(canvasId: string, component?: unknown): unknown;
  /** What stands for a canvas: its node, or its `canvas-id`. Null: there is none. */
  findCanvas(given: unknown, component: unknown): HTMLCanvasElement | null;
  /** https://developers.weixin.qq.com/miniprogram/dev/api/ui/animation/wx.createAnimation.html */
  createAnimation(options?: unknown): unknown;
  /** https://developers.weixin.qq.com/miniprogram/dev/api/ui/custom-component/wx.nextTick.html */
  nextTick(callback: () => void): void;
  /**
   * https://developers.weixin.qq.com/miniprogram/dev/api/ui/scroll/wx.pageScrollTo.html; the reason
   * when it fails.
   */
  pageScrollTo(options: {
    scrollTop?: number;
    selector?: string;
    duration?: number;
    offsetTop?: number;
  }): { errMsg?: string };
  /**
   * `onPullDownRefresh` of the page in front.
   * https://developers.weixin.qq.com/miniprogram/dev/reference/api/Page.html
   */
  pullDown(): void;
  /**
   * wx.setNavigationBarTitle, wx.setNavigationBarColor, wx.showNavigationBarLoading: of the page in
   * front, kept while it lives.
   */
  setNavigationBar(bar: {
    title?: string;
    background?: string;
    textStyle?: 'black' | 'white';
    loading?: boolean;
  }): void;
}
