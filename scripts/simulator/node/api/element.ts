import type { Page as Tab } from 'playwright-core';
import type { ElementCall, ElementHandle } from '../../contract/process';
import { inProgram } from './in-program';
import { type Finger, touch } from './touch';
import type { Element } from './types';

export class AutomatedElement implements Element {
  readonly id: string;
  readonly tagName: string;
  readonly #tab: Tab;
  readonly #finger: Finger;
  readonly #pageId: number;

  constructor(tab: Tab, finger: Finger, pageId: number, { elementId, tagName }: ElementHandle) {
    this.#tab = tab;
    this.#finger = finger;
    this.#pageId = pageId;
    this.id = elementId;
    this.tagName = tagName;
  }

  async $(selector: string): Promise<Element | null> {
    const handle = await inProgram(this.#tab, 'element', [this.#pageId, selector, this.id]);
    return handle && new AutomatedElement(this.#tab, this.#finger, this.#pageId, handle);
  }

  async $$(selector: string): Promise<Element[]> {
    const handles = await inProgram(this.#tab, 'elements', [this.#pageId, selector, this.id]);
    return handles.map(
      (handle) => new AutomatedElement(this.#tab, this.#finger, this.#pageId, handle),
    );
  }

  async text(): Promise<string> {
    return String(await this.#one('domProperties', 'innerText'));
  }

  attribute(name: string): Promise<unknown> {
    return this.#one('attributes', name);
  }

  property(name: string): Promise<unknown> {
    return this.#one('properties', name);
  }

  value(): Promise<unknown> {
    return this.property('value');
  }

  async style(name: string): Promise<string> {
    return String(await this.#one('styles', name));
  }

  async offset(): Promise<{ left: number; top: number }> {
    const { left, top } = Object(await this.#call({ name: 'offset' }));
    return { left: Number(left), top: Number(top) };
  }

  async size(): Promise<{ width: number; height: number }> {
    const [width, height] = await this.#many('domProperties', ['offsetWidth', 'offsetHeight']);
    return { width: Number(width), height: Number(height) };
  }

  async wxml(): Promise<string> {
    return String(await this.#call({ name: 'innerWxml' }));
  }

  async outerWxml(): Promise<string> {
    return String(await this.#call({ name: 'outerWxml' }));
  }

  tap({ force = false }: { readonly force?: boolean } = {}): Promise<void> {
    return this.#finger.alone(() => touch(this.#tab, this.#pageId, this.id, { force }));
  }

  longpress(): Promise<void> {
    return this.#finger.longpress(this.#pageId, this.id, { force: false });
  }

  async input(value: string): Promise<void> {
    await this.#call({
      name: 'callFunction',
      functionName: `${this.tagName}.input`,
      args: [value],
    });
  }

  async trigger(type: string, detail?: unknown): Promise<void> {
    await this.#call(
      detail === undefined ? { name: 'trigger', type } : { name: 'trigger', type, detail },
    );
  }

  data(path?: string): Promise<unknown> {
    return this.#call({ name: 'data', ...(path === undefined ? {} : { path }) });
  }

  async setData(data: Record<string, unknown>): Promise<void> {
    await this.#call({ name: 'setData', data });
  }

  callMethod(method: string, ...args: readonly unknown[]): Promise<unknown> {
    return this.#call({ name: 'callMethod', method, args });
  }

  async #one(
    name: 'domProperties' | 'properties' | 'attributes' | 'styles',
    of: string,
  ): Promise<unknown> {
    const [value] = await this.#many(name, [of]);
    return value;
  }

  async #many(
    name: 'domProperties' | 'properties' | 'attributes' | 'styles',
    names: readonly string[],
  ): Promise<unknown[]> {
    const values = await this.#call({ name, names });
    if (!Array.isArray(values))
      throw new Error(`ProgramAutomation.elementCall "${name}" gave no list`);
    return values;
  }

  #call(call: ElementCall): Promise<unknown> {
    return inProgram(this.#tab, 'elementCall', [this.#pageId, this.id, call]);
  }
}
