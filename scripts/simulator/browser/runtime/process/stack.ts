import type { PhoneHost } from '../../../contract/process';
import type { CompiledProgram } from '../../../contract/program';
import type { ReadyQueue } from '../glass/ready-queue';
import { eventChannelPair } from './event-channel';
import { PageInstance, type PageSetting } from './page';
import type { EventChannel, RouteAnswer, Router } from './router';
import type { TabBar } from './tab-bar';
import { type PageUrl, parsePageUrl } from './url';

/** https://developers.weixin.qq.com/miniprogram/dev/framework/app-service/route.html */
const DEEPEST = 10;

export interface StackHooks {
  readonly host: PhoneHost;
  readonly program: CompiledProgram;
  readonly ready: ReadyQueue;
  readonly tabBar: TabBar;
  readonly setting: PageSetting;
  /** Runs a page's script, if it has not run. False when the page can't be made. */
  load(path: string): boolean;
  /** The page in front changed, or what belongs to it. */
  frontChanged(page: PageInstance, canGoBack: boolean): void;
  pageNotFound(url: PageUrl): void;
}

/**
 * The pages that are open, the last one in front, and the order in which WeChat calls their hooks.
 */
export class PageStack implements Router {
  readonly #hooks: StackHooks;
  #pages: PageInstance[] = [];
  /** Pages of the tab bar that are open, by path: also those that are not on the stack. */
  readonly #tabs = new Map<string, PageInstance>();
  /** Routes run one after the other, as WeChat queues them. */
  #tail: Promise<unknown> = Promise.resolve();

  constructor(hooks: StackHooks) {
    this.#hooks = hooks;
  }

  get pages(): readonly PageInstance[] {
    return this.#pages;
  }

  get front(): PageInstance | null {
    return this.#pages.at(-1) ?? null;
  }

  byId(pageId: number): PageInstance | null {
    return this.#pages.find((page) => page.pageId === pageId) ?? null;
  }

  /** Cold start, or hot start with another page. */
  relaunch(url: PageUrl): Promise<RouteAnswer> {
    return this.#queue(() => this.#replaceAll(url));
  }

  navigateTo(
    url: string,
    events: Readonly<Record<string, (...args: unknown[]) => void>> = {},
  ): Promise<RouteAnswer> {
    return this.#queue(async () => {
      if (this.#pages.length >= DEEPEST) return { ok: false, errMsg: `webview count limit exceed` };
      const target = this.#parse(url);
      if (!this.#isPage(target.path)) return this.#refuse(target, url);
      if (this.#hooks.tabBar.has(target.path))
        return { ok: false, errMsg: 'can not navigateTo a tabbar page' };
      const [ours, theirs] = eventChannelPair();
      for (const [event, listener] of Object.entries(events)) ours.on(event, listener);
      this.hideFront();
      this.front?.toBack();
      const answer = await this.#open(target, theirs);
      return answer.ok ? { ok: true, eventChannel: ours } : answer;
    });
  }

  redirectTo(url: string): Promise<RouteAnswer> {
    return this.#queue(async () => {
      const target = this.#parse(url);
      if (!this.#isPage(target.path)) return this.#refuse(target, url);
      if (this.#hooks.tabBar.has(target.path))
        return { ok: false, errMsg: 'can not redirectTo a tabbar page' };
      this.#close(this.#pages.pop());
      return this.#open(target, null);
    });
  }

  reLaunch(url: string): Promise<RouteAnswer> {
    return this.#queue(async () => {
      const target = this.#parse(url);
      return this.#isPage(target.path) ? this.#replaceAll(target) : this.#refuse(target, url);
    });
  }

  navigateBack(delta = 1): Promise<RouteAnswer> {
    return this.#queue(async () => {
      if (this.#pages.length <= 1)
        return { ok: false, errMsg: 'cannot navigate back at first page.' };
      if (this.closeContainer()) return { ok: true };
      const leaving = Math.min(Math.max(1, Math.floor(delta)), this.#pages.length - 1);
      for (let i = 0; i < leaving; i += 1) this.#close(this.#pages.pop());
      const page = this.front;
      if (page) {
        this.#toFront(page);
        this.showFront();
        page.routeDone();
      }
      return { ok: true };
    });
  }

  /** False when the page in front has no <page-container> open. */
  closeContainer(): boolean {
    const close = this.front?.closeContainer;
    close?.();
    return Boolean(close);
  }

  /** Resolves when every route asked for until now is done. */
  async idle(): Promise<void> {
    await this.#tail;
  }

  switchTab(url: string): Promise<RouteAnswer> {
    return this.#queue(async () => {
      // Its query is not for this route, and WeChat drops it.
      const { path } = this.#parse(url);
      if (!this.#isPage(path)) return this.#refuse({ path, query: {} }, url);
      if (!this.#hooks.tabBar.has(path))
        return { ok: false, errMsg: 'can not switch to no-tabBar page' };
      const wasInFront = this.front;
      if (wasInFront?.path === path) return { ok: true };
      const isTab = (page: PageInstance) => this.#tabs.get(page.path) === page;
      if (wasInFront && isTab(wasInFront)) {
        this.hideFront();
        wasInFront.toBack();
      }
      for (const page of this.#pages.splice(0).reverse()) if (!isTab(page)) this.#close(page);
      const kept = this.#tabs.get(path);
      if (!kept) return this.#open({ path, query: {} }, null);
      this.#pages.push(kept);
      this.#toFront(kept);
      this.showFront();
      kept.routeDone();
      return { ok: true };
    });
  }

  /**
   * The person tapped an item of the tab bar, native or not: the page that it leads to is told.
   */
  async tapTab(index: number): Promise<void> {
    const { tabBar } = this.#hooks;
    const path = tabBar.pathOf(index);
    if (path === null) return;
    await this.switchTab(`/${path}`);
    if (this.front?.path === path && this.front.method('onTabItemTap'))
      this.front.call('onTabItemTap', { index, pagePath: path, text: tabBar.textOf(index) });
  }

  /** The program comes to the front again, or goes to the back: the front page is told. */
  showFront(): void {
    // Components are told before their page.
    this.front?.lifetime('show');
    this.front?.call('onShow');
    this.front?.noteScreen(true);
  }

  hideFront(): void {
    this.front?.lifetime('hide');
    this.front?.call('onHide');
  }

  #queue<T>(run: () => Promise<T>): Promise<T> {
    // After the handler that asked for it: WeChat routes are never synchronous.
    const result = this.#tail.then(() => this.#hooks.ready.nextTask()).then(run);
    this.#tail = result.catch(() => undefined);
    return result;
  }

  async #replaceAll(url: PageUrl): Promise<RouteAnswer> {
    for (const page of this.#pages.splice(0).reverse()) this.#close(page);
    for (const page of this.#tabs.values()) this.#close(page);
    return this.#open(url, null);
  }

  #close(page: PageInstance | undefined): void {
    if (!page) return;
    if (this.#tabs.get(page.path) === page) this.#tabs.delete(page.path);
    page.call('onUnload');
    page.remove();
  }

  async #open(url: PageUrl, channel: EventChannel | null): Promise<RouteAnswer> {
    const unit = this.#hooks.program.components[url.path];
    if (!unit || !this.#hooks.load(url.path))
      return { ok: false, errMsg: `page "${url.path}" can not be made; see the errors` };
    const release = this.#hooks.ready.hold();
    try {
      const page = new PageInstance(
        this.#hooks.host.nextId(),
        url,
        unit.window,
        channel,
        this.#hooks.setting,
      );
      this.#pages.push(page);
      if (this.#hooks.tabBar.has(url.path)) this.#tabs.set(url.path, page);
      page.attach(this.#hooks.tabBar.isThere && this.#hooks.tabBar.has(url.path));
      this.#toFront(page);
      page.call('onLoad', url.query);
      page.lifetime('show');
      page.call('onShow');
      await this.#hooks.ready.nextTask();
      release();
      page.isReady = true;
      page.call('onReady');
      page.routeDone();
      page.noteScreen(true);
      page.noteBlank();
    } catch (error) {
      this.#hooks.setting.errors.program(error);
      return { ok: false, errMsg: `page "${url.path}" can not be shown; see the errors` };
    } finally {
      release();
    }
    return { ok: true };
  }

  #toFront(page: PageInstance): void {
    page.toFront();
    this.#hooks.tabBar.show(page.path);
    this.#hooks.frontChanged(page, this.#pages.length > 1);
  }

  #parse(url: string): PageUrl {
    return parsePageUrl(url, this.front?.path ?? '');
  }

  #isPage(path: string): boolean {
    return this.#hooks.program.components[path]?.isPage === true;
  }

  #refuse(target: PageUrl, url: string): RouteAnswer {
    this.#hooks.pageNotFound(target);
    return {
      ok: false,
      errMsg: `page "${target.path}${url.includes('?') ? `?${url.split('?')[1] ?? ''}` : ''}" is not found`,
    };
  }
}
