import type { Page as Tab } from 'playwright-core';
import type { PageHandle } from '../../contract/process';
import { inProgram } from './in-program';
import { AutomatedPage } from './page';
import type { Finger } from './touch';
import type { MiniProgram, Page } from './types';

export class AutomatedProgram implements MiniProgram {
  readonly #tab: Tab;
  readonly #finger: Finger;

  constructor(tab: Tab, finger: Finger) {
    this.#tab = tab;
    this.#finger = finger;
  }

  async pageStack(): Promise<Page[]> {
    const handles = await inProgram(this.#tab, 'pageStack', []);
    return handles.map((handle) => this.#page(handle));
  }

  async currentPage(): Promise<Page> {
    const handle = await inProgram(this.#tab, 'currentPage', []);
    if (!handle) throw new Error('the program shows no page');
    return this.#page(handle);
  }

  callWxMethod(method: string, ...args: readonly unknown[]): Promise<unknown> {
    return inProgram(this.#tab, 'callWxMethod', [method, [...args]]);
  }

  async mockWxMethod(method: string, mock: unknown, ...args: readonly unknown[]): Promise<void> {
    const as =
      typeof mock === 'function'
        ? { functionDeclaration: String(mock), args: [...args] }
        : { result: mock };
    await inProgram(this.#tab, 'mockWxMethod', [method, as]);
  }

  async restoreWxMethod(method: string): Promise<void> {
    await inProgram(this.#tab, 'mockWxMethod', [method, null]);
  }

  evaluate(
    fn: string | ((...args: never[]) => unknown),
    ...args: readonly unknown[]
  ): Promise<unknown> {
    return inProgram(this.#tab, 'evaluate', [String(fn), [...args]]);
  }

  systemInfo(): Promise<unknown> {
    return this.callWxMethod('getSystemInfoSync');
  }

  navigateTo(url: string): Promise<Page> {
    return this.#route('navigateTo', { url });
  }

  redirectTo(url: string): Promise<Page> {
    return this.#route('redirectTo', { url });
  }

  reLaunch(url: string): Promise<Page> {
    return this.#route('reLaunch', { url });
  }

  navigateBack(): Promise<Page> {
    return this.#route('navigateBack', {});
  }

  async #route(method: string, params: object): Promise<Page> {
    await this.callWxMethod(method, params);
    return await this.currentPage();
  }

  #page(handle: PageHandle): Page {
    return new AutomatedPage(this.#tab, this.#finger, handle);
  }
}
