import {
  type AssociatedBackend,
  type CodeSpace,
  component,
  type Root,
} from 'glass-easel-miniprogram-adapter';
import type { PhoneHost } from '../../../contract/process';
import type { WindowConfig } from '../../../contract/program';
import { isBlank } from '../blank';
import type { Errors } from '../errors';
import type { GlassElement, MethodCaller } from '../glass/glass';
import type { StyleSheets } from '../glass/style-sheets';
import type { PageMeta } from './page-meta';
import type { EventChannel } from './router';
import type { PageUrl } from './url';

export interface NavigationBar {
  readonly title?: string;
  readonly background?: string;
  readonly textStyle?: 'black' | 'white';
  readonly loading?: boolean;
}

export interface PageSetting {
  readonly host: PhoneHost;
  readonly errors: Errors;
  readonly backend: AssociatedBackend;
  readonly space: CodeSpace;
  readonly sheets: StyleSheets;
  readonly document: Document;
}

/**
 * One page on the stack: its component tree, its place in the document, and its part of the native
 * bar.
 */
export class PageInstance {
  readonly pageId: number;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly window: WindowConfig;
  readonly caller: MethodCaller;
  readonly openerChannel: EventChannel | null;
  /** What the program asked of the bar while this page lived. */
  bar: NavigationBar = {};
  meta: PageMeta = {};
  isReady = false;
  /** Closes the <page-container> that is open: the way back leads out of it first. */
  closeContainer: (() => void) | null = null;
  readonly #setting: PageSetting;
  readonly #root: Root;
  #sheets: readonly string[] = [];
  #tabBar: Root | null = null;
  #scrollTop = 0;
  #screen: string | undefined;

  constructor(
    pageId: number,
    url: PageUrl,
    window: WindowConfig,
    openerChannel: EventChannel | null,
    setting: PageSetting,
  ) {
    this.pageId = pageId;
    this.path = url.path;
    this.query = url.query;
    this.window = window;
    this.openerChannel = openerChannel;
    this.#setting = setting;
    let root: Root | undefined;
    this.#sheets = setting.sheets.collect(() => {
      root = setting.backend.createRoot('wx-page', setting.space, urlOf(url));
    });
    if (!root) throw new Error(`${url.path} has no component tree`);
    this.#root = root;
    // The adapter's caller has more fields than anybody here may rely on.
    this.caller = root.get() as unknown as MethodCaller;
    Object.assign(this.caller, { route: url.path, options: url.query });
    bindMethods(this.caller);
  }

  get component() {
    return this.#root.getComponent();
  }

  get dom(): HTMLElement {
    const node: unknown = this.component.getBackendElement();
    if (!(node instanceof HTMLElement)) throw new Error(`${this.path} is not in the document`);
    return node;
  }

  /** What `this.getTabBar()` gives: the program's own tab bar on this page. */
  get tabBar(): MethodCaller | undefined {
    return this.#tabBar ? (this.#tabBar.get() as unknown as MethodCaller) : undefined;
  }

  get tabBarComponent(): GlassElement | undefined {
    return this.#tabBar?.getComponent();
  }

  /** `created` and `attached` of all its components run here. */
  attach(hasCustomTabBar: boolean): void {
    const placeholder = this.#setting.document.createElement('wx-page');
    this.#setting.document.body.append(placeholder);
    this.#setting.sheets.show(this.#sheets, this.path);
    const parent = this.#setting.document.body as never;
    this.#root.attach(parent, placeholder as never);
    this.dom.dataset.page = this.path;
    if (hasCustomTabBar) this.#attachTabBar();
  }

  toFront(): void {
    this.#setting.sheets.show(this.#sheets, this.path);
    this.dom.hidden = false;
    this.#setTabBarHidden(false);
    this.#setting.document.documentElement.scrollTop = this.#scrollTop;
  }

  toBack(): void {
    this.#scrollTop = this.#setting.document.documentElement.scrollTop;
    this.dom.hidden = true;
    this.#setTabBarHidden(true);
  }

  /** One of WeChat's hooks: onLoad, onShow, ... A page without it is fine. */
  call(hook: string, detail?: unknown): unknown {
    this.#setting.host.record({
      kind: 'lifecycle',
      target: this.path,
      hook,
      ...(detail === undefined ? {} : { detail }),
    });
    return this.run(hook, detail);
  }

  run(hook: string, detail?: unknown): unknown {
    const method = this.method(hook);
    return method && this.#setting.errors.guard(() => method.call(this.caller, detail));
  }

  method(name: string): ((this: unknown, ...args: unknown[]) => unknown) | null {
    const found: unknown = Reflect.get(this.caller, name);
    return typeof found === 'function'
      ? (found as (this: unknown, ...args: unknown[]) => unknown)
      : null;
  }

  lifetime(name: 'show' | 'hide' | 'resize' | 'routeDone', detail?: unknown): void {
    this.component.triggerPageLifetime(name, detail === undefined ? [] : [detail]);
  }

  /** The way to it is over; there is no animation here. */
  routeDone(): void {
    this.lifetime('routeDone');
    if (this.method('onRouteDone')) this.call('onRouteDone');
  }

  remove(): void {
    // Released components no longer know their node.
    const { dom } = this;
    this.#root.release();
    dom.remove();
    const bar: unknown = this.#tabBar?.getComponent().getBackendElement();
    this.#tabBar?.release();
    if (bar instanceof HTMLElement) bar.remove();
  }

  /** https://developers.weixin.qq.com/miniprogram/dev/framework/ability/custom-tabbar.html */
  #attachTabBar(): void {
    const { backend, space, sheets, document } = this.#setting;
    let root: Root | undefined;
    const asked = sheets.collect(() => {
      root = backend.createRoot('wx-custom-tab-bar', space, 'custom-tab-bar/index');
    });
    if (!root) return;
    const placeholder = document.createElement('wx-custom-tab-bar');
    document.body.append(placeholder);
    this.#sheets = [...this.#sheets, ...asked];
    root.attach(document.body as never, placeholder as never);
    this.#tabBar = root;
  }

  /** A first paint with nothing on it is most often something that is missing. */
  noteBlank(): void {
    if (this.dom.hidden || !isBlank(this.dom)) return;
    const message = `page "${this.path}": nothing on it can be seen at its first paint`;
    this.#setting.host.record({ kind: 'warning', message });
  }

  #setTabBarHidden(hidden: boolean): void {
    const dom: unknown = this.#tabBar?.getComponent().getBackendElement();
    if (dom instanceof HTMLElement) dom.hidden = hidden;
  }

  /**
   * Tells the timeline when the page shows another screen: the value of `data-screen` somewhere in
   * it.
   */
  noteScreen(force = false): void {
    if (!this.isReady) return;
    const screen =
      this.dom.querySelector('[data-screen]')?.getAttribute('data-screen') ?? undefined;
    if (!force && screen === this.#screen) return;
    this.#screen = screen;
    this.#setting.host.record({
      kind: 'screen',
      page: this.path,
      ...(screen === undefined ? {} : { screen }),
    });
  }
}

/** A page made by Component() gets its query as properties too. */
function urlOf({ path, query }: PageUrl): string {
  const text = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return text.length === 0 ? path : `${path}?${text.join('&')}`;
}

/** A page's own methods may be passed on without it: `wx.login({ success: this.onLogin })`. */
function bindMethods(caller: MethodCaller): void {
  for (const name in caller) {
    const method: unknown = Reflect.get(caller, name);
    if (typeof method !== 'function' || name in component.ComponentCaller.prototype) continue;
    Reflect.set(caller, name, method.bind(caller));
  }
}
