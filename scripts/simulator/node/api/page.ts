import type { Page as Tab } from 'playwright-core';
import type { PageHandle } from '../../contract/process';
import { AutomatedElement } from './element';
import { inProgram } from './in-program';
import type { Finger } from './touch';
import type { Element, Page } from './types';
import { waiting } from './waiting';

export class AutomatedPage implements Page {
  readonly id: number;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly #tab: Tab;
  readonly #finger: Finger;

  constructor(tab: Tab, finger: Finger, { pageId, path, query }: PageHandle) {
    this.#tab = tab;
    this.#finger = finger;
    this.id = pageId;
    this.path = path;
    this.query = query;
  }

  async $(selector: string): Promise<Element | null> {
    const handle = await inProgram(this.#tab, 'element', [this.id, selector]);
    return handle && new AutomatedElement(this.#tab, this.#finger, this.id, handle);
  }

  async $$(selector: string): Promise<Element[]> {
    const handles = await inProgram(this.#tab, 'elements', [this.id, selector]);
    return handles.map((handle) => new AutomatedElement(this.#tab, this.#finger, this.id, handle));
  }

  async waitFor(
    condition: string | number | (() => boolean | Promise<boolean>),
    { timeout }: { readonly timeout?: number } = {},
  ): Promise<void> {
    if (typeof condition === 'number')
      return await this.#tab.evaluate((ms) => window.phone.clock.advance(ms), condition);
    if (typeof condition === 'string')
      await waiting(`"${condition}" on ${this.path}`, () => this.$(condition), timeout);
    else await waiting(`${condition}`, async () => await condition(), timeout);
  }

  data(path?: string): Promise<unknown> {
    return inProgram(this.#tab, 'pageData', path === undefined ? [this.id] : [this.id, path]);
  }

  async setData(data: Record<string, unknown>): Promise<void> {
    await inProgram(this.#tab, 'setPageData', [this.id, data]);
  }

  async size(): Promise<{ width: number; height: number }> {
    const [width, height] = await this.#window([
      'document.documentElement.scrollWidth',
      'document.documentElement.scrollHeight',
    ]);
    return { width: Number(width), height: Number(height) };
  }

  async scrollTop(): Promise<number> {
    const [root, body] = await this.#window([
      'document.documentElement.scrollTop',
      'document.body.scrollTop',
    ]);
    return Number(root) || Number(body);
  }

  callMethod(method: string, ...args: readonly unknown[]): Promise<unknown> {
    return inProgram(this.#tab, 'callPageMethod', [this.id, method, [...args]]);
  }

  #window(names: string[]): Promise<unknown[]> {
    return inProgram(this.#tab, 'windowProperties', [this.id, names]);
  }
}
