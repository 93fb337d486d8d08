import { type Element, send } from './client';
import { type Box, boxOf, conditionOf, isDisabled, isVisible, untilReady } from './condition';
import type { Context, WaitOptions } from './context';
import { look, lookForOne } from './look';
import { describeStep, type Step, type Text } from './query';
import { retry } from './retry';
import { type SwipeDirection, swipe } from './swipe';
import { whatIsThere } from './what-is-there';

export interface TapOptions extends WaitOptions {
  /** Also when it is disabled: to see that nothing happens. */
  readonly force?: boolean;
}

export interface FilterOptions {
  readonly hasText?: Text;
  readonly hasNotText?: Text;
  readonly has?: Locator;
  readonly hasNot?: Locator;
}

/** What can be looked into: the page in front, or what a locator finds. */
export abstract class Finder {
  readonly context: Context;
  readonly steps: readonly Step[];

  constructor(context: Context, steps: readonly Step[]) {
    this.context = context;
    this.steps = steps;
  }

  /** A selector, inside: components are entered. */
  locator(selector: string): Locator {
    return this.and({ kind: 'css', selector });
  }
  getByText(text: Text, { exact = false }: { readonly exact?: boolean } = {}): Locator {
    return this.and({ kind: 'text', text, exact });
  }
  getByRole(
    role: string,
    { name, exact = false }: { readonly name?: Text; readonly exact?: boolean } = {},
  ): Locator {
    return this.and({ kind: 'role', role, exact, ...(name === undefined ? {} : { name }) });
  }
  /** By `aria-label`. */
  getByLabel(label: Text, { exact = false }: { readonly exact?: boolean } = {}): Locator {
    return this.and({ kind: 'attribute', name: 'aria-label', value: label, exact });
  }
  /** By `data-testid`. */
  getByTestId(id: Text): Locator {
    return this.and({ kind: 'attribute', name: 'data-testid', value: id, exact: true });
  }

  protected and(...steps: readonly Step[]): Locator {
    return new Locator(this.context, [...this.steps, ...steps]);
  }
}

/**
 * Something on the page in front, looked for each time that it is used. An action waits until there
 * is exactly one such element, visible, enabled, still and, on the simulator, uncovered.
 */
export class Locator extends Finder {
  filter({ hasText, hasNotText, has, hasNot }: FilterOptions): Locator {
    const steps: Step[] = [];
    if (hasText !== undefined) steps.push({ kind: 'hasText', text: hasText });
    if (hasNotText !== undefined) steps.push({ kind: 'hasNotText', text: hasNotText });
    if (has) steps.push({ kind: 'has', inner: has.steps, words: String(has) });
    if (hasNot) steps.push({ kind: 'hasNot', inner: hasNot.steps, words: String(hasNot) });
    return this.and(...steps);
  }
  first(): Locator {
    return this.nth(0);
  }
  last(): Locator {
    return this.nth(-1);
  }
  /** From 0; -1 is the last. */
  nth(index: number): Locator {
    return this.and({ kind: 'nth', index });
  }

  /** A finger, down and up. */
  tap(options: TapOptions = {}): Promise<void> {
    return this.#act('tap', options, (element) => element.tap());
  }
  longPress(options: TapOptions = {}): Promise<void> {
    return this.#act('longPress', options, (element) => element.longpress());
  }
  /** In place of what stands in an input or a textarea. */
  fill(text: string, options: WaitOptions = {}): Promise<void> {
    return this.#act(`fill ${JSON.stringify(text)}`, options, (element) => input(element, text));
  }
  /** Behind what stands there, one character after the other, as a person does. */
  type(text: string, options: WaitOptions = {}): Promise<void> {
    return this.#act(`type ${JSON.stringify(text)}`, options, async (element) => {
      let value = String((await element.value()) ?? '');
      for (const character of text) {
        value += character;
        await input(element, value);
      }
    });
  }
  /** A scroll-view, to a place from its corner, CSS px. */
  scroll({ x = 0, y = 0 }: { readonly x?: number; readonly y?: number }): Promise<void> {
    return this.#act(`scroll to ${x}, ${y}`, {}, (element) => own(element, 'scrollTo', x, y));
  }
  /** A finger across the middle; `distance` in CSS px, default two thirds of the element. */
  swipe(direction: SwipeDirection, distance?: number): Promise<void> {
    return this.#act(`swipe ${direction}`, {}, (element, box) =>
      swipe(element, box, direction, distance),
    );
  }
  /** A swiper, to its item. */
  swipeTo(index: number): Promise<void> {
    return this.#act(`swipe to ${index}`, {}, (element) => own(element, 'swipeTo', index));
  }
  /** A slider, to its value. */
  slideTo(value: number): Promise<void> {
    return this.#act(`slide to ${value}`, {}, (element) => own(element, 'slideTo', value));
  }
  /**
   * A picker: taps it and takes one option of each column, by text or by place. On DevTools, whose
   * automation can't touch a picker, its `change` is triggered; options by place there.
   */
  choose(...choices: readonly (string | number)[]): Promise<void> {
    const { extras, mini } = this.context;
    return this.#act(`choose ${choices.join(', ')}`, {}, async (element) => {
      if (extras.isSimulator) {
        await element.tap();
        await send(mini, 'Tool.native', { method: 'choose', data: { choices } });
      } else
        await element.trigger('change', { value: choices.length === 1 ? choices[0] : choices });
    });
  }
  /** An event without a finger. */
  trigger(type: string, detail: unknown = {}): Promise<void> {
    return this.#act(`trigger ${type}`, { force: true }, (element) =>
      element.trigger(type, detail),
    );
  }

  async count(): Promise<number> {
    return (await look(this.context, this.steps)).length;
  }
  async all(): Promise<readonly Locator[]> {
    return Array.from({ length: await this.count() }, (_, index) => this.nth(index));
  }
  textContent(options: WaitOptions = {}): Promise<string> {
    return this.#read(options, (element) => element.text());
  }
  inputValue(options: WaitOptions = {}): Promise<string> {
    return this.#read(options, async (element) => String((await element.value()) ?? ''));
  }
  getAttribute(name: string, options: WaitOptions = {}): Promise<string | null> {
    return this.#read(options, async (element) => (await element.attribute(name)) ?? null);
  }
  /** Of a component: what it has as properties. */
  getProperty(name: string, options: WaitOptions = {}): Promise<unknown> {
    return this.#read(options, (element) => element.property(name));
  }
  boundingBox(options: WaitOptions = {}): Promise<Box> {
    return this.#read(options, boxOf);
  }
  /** Now: these two wait for nothing. */
  async isVisible(): Promise<boolean> {
    const [first] = await look(this.context, this.steps);
    return first !== undefined && isVisible(await conditionOf(this.context, first));
  }
  async isEnabled(): Promise<boolean> {
    const element = await lookForOne(this.context, this.steps);
    return !isDisabled(await conditionOf(this.context, element));
  }
  /** Until it is there and visible, or no more. */
  async waitFor({
    state = 'visible',
    timeout = this.context.timeout,
  }: WaitOptions & { readonly state?: 'visible' | 'hidden' } = {}): Promise<void> {
    await this.#retry(`waitFor ${state}`, timeout, async () => {
      if ((await this.isVisible()) !== (state === 'visible')) throw new Error(`it is not ${state}`);
    });
  }
  /** The official client's. */
  element(options: WaitOptions = {}): Promise<Element> {
    return this.#read(options, async (element) => element);
  }

  override toString(): string {
    return this.steps.map(describeStep).join('.');
  }

  async #act(
    name: string,
    { timeout = this.context.timeout, force = false }: TapOptions,
    run: (element: Element, box: Box) => Promise<unknown>,
  ): Promise<void> {
    await this.context.log.run(`${this}.${name}`, async (step) => {
      await this.#retry(name, timeout, async () => {
        const element = await lookForOne(this.context, this.steps);
        const seen = await untilReady(this.context, element, force);
        await step.ready({ x: seen.x + seen.width / 2, y: seen.y + seen.height / 2 });
        await run(element, seen);
      });
    });
  }

  #read<T>(
    { timeout = this.context.timeout }: WaitOptions,
    read: (element: Element) => Promise<T>,
  ): Promise<T> {
    return this.#retry('read', timeout, async () =>
      read(await lookForOne(this.context, this.steps)),
    );
  }

  /** What the last try met, with where the test stands. */
  async #retry<T>(name: string, timeout: number, attempt: () => Promise<T>): Promise<T> {
    try {
      return await retry(timeout, attempt);
    } catch (cause) {
      const why = cause instanceof Error ? cause.message : String(cause);
      const place = await whatIsThere(this.context);
      throw new Error(
        `${this}.${name}: waited ${timeout} ms, and ${why.replace(/^Element\.\w+: /, '')}\n${place}`,
        { cause },
      );
    }
  }
}

const input = (element: Element, text: string) => own(element, 'input', text);

/** What the client's class for this tag has; its types don't say which it is. */
async function own(element: Element, method: string, ...args: readonly unknown[]): Promise<void> {
  const run: unknown = Reflect.get(element, method);
  if (typeof run !== 'function') throw new Error(`<${element.tagName}> can't ${method}`);
  await run.apply(element, args);
}
