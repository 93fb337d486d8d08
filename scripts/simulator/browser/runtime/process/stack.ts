import type { PhoneHost } from '../../../contract/process';
import type { CompiledProgram } from '../../../contract/program';
import type { ReadyQueue } from '../glass/ready-queue';
import { eventChannelPair } from './event-channel';
import { PageInstance, type PageSetting } from './page';
import type { EventChannel, RouteAnswer, Router } from './router';
import { type PageUrl, parsePageUrl } from './url';

/** https://developers.weixin.qq.com/miniprogram/dev/framework/app-service/route.html */
const DEEPEST = 10;

export interface StackHooks {
  readonly host: PhoneHost;
  readonly program: CompiledProgram;
  readonly ready: ReadyQueue;
  readonly setting: PageSetting;
  /** Runs a page's script, if it has not run. False when the page can't be made. */
  load(path: string): boolean;
  /** The page in front changed, or what belongs to it. */
  frontChanged(page: PageInstance, canGoBack: boolean): void;
  pageNotFound(url: PageUrl): void;
}

/** The pages that are open, the last one in front, and the order in which WeChat calls their hooks. */
export class PageStack implements Router {
  readonly #hooks: StackHooks;
  #pages: PageInstance[] = [];
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

  navigateTo(url: string, events: Readonly<Record<string, (...args: unknown[]) => void>> = {}): Promise<RouteAnswer> {
    return this.#queue(async () => {
      if (this.#pages.length >= DEEPEST) return { ok: false, errMsg: `webview count limit exceed` };
      const target = this.#parse(url);
      if (!this.#isPage(target.path)) return this.#refuse(target, url);
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
      if (this.#pages.length <= 1) return { ok: false, errMsg: 'cannot navigate back at first page.' };
      const leaving = Math.min(Math.max(1, Math.floor(delta)), this.#pages.length - 1);
      for (let i = 0; i < leaving; i += 1) this.#close(this.#pages.pop());
      const page = this.front;
      if (page) {
        this.#toFront(page);
        this.showFront();
      }
      return { ok: true };
    });
  }

  /** Resolves when every route asked for until now is done. */
  async idle(): Promise<void> {
    await this.#tail;
  }

  async switchTab(): Promise<RouteAnswer> {
    return { ok: false, errMsg: 'can not switch to no-tabBar page: the program has no tab bar' };
  }

  /** The program comes to the front again, or goes to the back: the front page hears of it. */
  showFront(): void {
    // Components hear of it before their page.
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
    return this.#open(url, null);
  }

  #close(page: PageInstance | undefined): void {
    if (!page) return;
    page.call('onUnload');
    page.remove();
  }

  async #open(url: PageUrl, channel: EventChannel | null): Promise<RouteAnswer> {
    const unit = this.#hooks.program.components[url.path];
    if (!unit || !this.#hooks.load(url.path)) return { ok: false, errMsg: `page "${url.path}" can not be made; see the errors` };
    const release = this.#hooks.ready.hold();
    try {
      const page = new PageInstance(this.#hooks.host.nextId(), url, unit.window, channel, this.#hooks.setting);
      this.#pages.push(page);
      page.attach();
      this.#toFront(page);
      page.call('onLoad', url.query);
      page.lifetime('show');
      page.call('onShow');
      await this.#hooks.ready.nextTask();
      release();
      page.isReady = true;
      page.call('onReady');
      page.noteScreen(true);
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
    return { ok: false, errMsg: `page "${target.path}${url.includes('?') ? `?${url.split('?')[1] ?? ''}` : ''}" is not found` };
  }
}
