import {
  COUNT,
  checkArgument,
  checkOptions,
  FLAG,
  INTEGER,
  type Kind,
  NAME,
  NUMBER,
  oneOf,
  optional,
  PART,
  POSITIVE,
  STRING,
  WAIT,
} from './arguments';
import { chooseOfOpen, readChoices, type WantedChoice } from './choices';
import { callOwn, type Element } from './client';
import { type Box, boxOf, conditionOf, isDisabled, isVisible, untilReady } from './condition';
import type { Context, WaitOptions } from './context';
import { Stopped } from './final';
import { fillIn, textIn, typeIn } from './keyboard';
import { look, lookForOne } from './look';
import { describeStep, type Step, type Text } from './query';
import { messageOf, retry } from './retry';
import { checkRole } from './roles';
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

const EXACT = { exact: FLAG };
const TAP = { ...WAIT, force: FLAG };
const LOCATOR: Kind = { words: 'a locator', fits: (value) => value instanceof Locator };
const FILTER = { hasText: PART, hasNotText: PART, has: LOCATOR, hasNot: LOCATOR };

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
    checkArgument('locator: the selector', selector, NAME);
    return this.and({ kind: 'css', selector });
  }
  getByText(text: Text, options: { readonly exact?: boolean } = {}): Locator {
    checkArgument('getByText: the text', text, PART);
    checkOptions('getByText', options, EXACT);
    return this.and({ kind: 'text', text, exact: options.exact ?? false });
  }
  /** @throws TypeError For a role that is none of WAI-ARIA's. */
  getByRole(
    role: string,
    options: { readonly name?: Text; readonly exact?: boolean } = {},
  ): Locator {
    checkRole(role);
    checkOptions('getByRole', options, { ...EXACT, name: PART });
    const { name, exact = false } = options;
    return this.and({ kind: 'role', role, exact, ...(name === undefined ? {} : { name }) });
  }
  /** By `aria-label`. */
  getByLabel(label: Text, options: { readonly exact?: boolean } = {}): Locator {
    checkArgument('getByLabel: the label', label, PART);
    checkOptions('getByLabel', options, EXACT);
    const { exact = false } = options;
    return this.and({ kind: 'attribute', name: 'aria-label', value: label, exact });
  }
  /** By `data-testid`. */
  getByTestId(id: Text): Locator {
    checkArgument('getByTestId: the id', id, PART);
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
  filter(options: FilterOptions): Locator {
    checkOptions('filter', options, FILTER);
    const { hasText, hasNotText, has, hasNot } = options;
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
    checkArgument('nth: the place', index, INTEGER);
    return this.and({ kind: 'nth', index });
  }

  /** A finger, down and up. */
  async tap(options: TapOptions = {}): Promise<void> {
    checkOptions('tap', options, TAP);
    await this.#act('tap', options, (element) => element.tap());
  }
  async longPress(options: TapOptions = {}): Promise<void> {
    checkOptions('longPress', options, TAP);
    await this.#act('longPress', options, (element) => element.longpress());
  }
  /**
   * In place of what stands in an input or a textarea.
   *
   * @throws When it is longer than `maxlength`: the keyboard would not take it.
   */
  async fill(text: string, options: WaitOptions = {}): Promise<void> {
    checkArgument('fill: the text', text, STRING);
    checkOptions('fill', options, WAIT);
    await this.#act(`fill ${JSON.stringify(text)}`, options, (element) => fillIn(element, text));
  }
  /** Behind what stands there, one character after the other, as a person does. */
  async type(text: string, options: WaitOptions = {}): Promise<void> {
    checkArgument('type: the text', text, STRING);
    checkOptions('type', options, WAIT);
    await this.#act(`type ${JSON.stringify(text)}`, options, (element) => typeIn(element, text));
  }
  /** A scroll-view, to a place from its corner, CSS px. */
  async scroll(place: { readonly x?: number; readonly y?: number }): Promise<void> {
    checkOptions('scroll', place, { x: NUMBER, y: NUMBER });
    const { x = 0, y = 0 } = place;
    await this.#act(`scroll to ${x}, ${y}`, {}, (element) => callOwn(element, 'scrollTo', x, y));
  }
  /** A finger across the middle; `distance` in CSS px, default two thirds of the element. */
  async swipe(direction: SwipeDirection, distance?: number): Promise<void> {
    checkArgument('swipe: the direction', direction, oneOf('left', 'right', 'up', 'down'));
    checkArgument('swipe: the distance', distance, optional(POSITIVE));
    await this.#act(`swipe ${direction}`, {}, (element, box) =>
      swipe(element, box, direction, distance),
    );
  }
  /** A swiper, to its item. */
  async swipeTo(index: number): Promise<void> {
    checkArgument('swipeTo: the item', index, COUNT);
    await this.#act(`swipe to ${index}`, {}, (element) => callOwn(element, 'swipeTo', index));
  }
  /** A slider, to its value. */
  async slideTo(value: number): Promise<void> {
    checkArgument('slideTo: the value', value, NUMBER);
    await this.#act(`slide to ${value}`, {}, (element) => callOwn(element, 'slideTo', value));
  }
  /**
   * A picker: taps it and takes one option of each column, by text or by place; `{ timeout }` may
   * come last. On DevTools, whose automation can't touch a picker, its `change` is triggered;
   * options by place there.
   *
   * @throws With what there is to choose; the picker is closed then.
   */
  async choose(...given: readonly (WantedChoice | WaitOptions)[]): Promise<void> {
    const { choices, options } = readChoices('choose', given);
    const { extras } = this.context;
    await this.#act(`choose ${choices.join(', ')}`, options, async (element) => {
      if (extras.isSimulator) {
        await element.tap();
        await chooseOfOpen(this.context, choices);
      } else
        await element.trigger('change', { value: choices.length === 1 ? choices[0] : choices });
    });
  }
  /** An event without a finger. */
  async trigger(type: string, detail: unknown = {}): Promise<void> {
    checkArgument('trigger: the event', type, NAME);
    await this.#act(`trigger ${type}`, { force: true }, (element) => element.trigger(type, detail));
  }

  async count(): Promise<number> {
    return (await look(this.context, this.steps)).length;
  }
  async all(): Promise<readonly Locator[]> {
    return Array.from({ length: await this.count() }, (_, index) => this.nth(index));
  }
  textContent(options: WaitOptions = {}): Promise<string> {
    return this.#read('textContent', options, (element) => element.text());
  }
  inputValue(options: WaitOptions = {}): Promise<string> {
    return this.#read('inputValue', options, textIn);
  }
  async getAttribute(name: string, options: WaitOptions = {}): Promise<string | null> {
    checkArgument('getAttribute: the name', name, NAME);
    return await this.#read(
      'getAttribute',
      options,
      async (element) => (await element.attribute(name)) ?? null,
    );
  }
  /** Of a component: what it has as properties. */
  async getProperty(name: string, options: WaitOptions = {}): Promise<unknown> {
    checkArgument('getProperty: the name', name, NAME);
    return await this.#read('getProperty', options, (element) => element.property(name));
  }
  boundingBox(options: WaitOptions = {}): Promise<Box> {
    return this.#read('boundingBox', options, boxOf);
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
  async waitFor(
    options: WaitOptions & { readonly state?: 'visible' | 'hidden' } = {},
  ): Promise<void> {
    checkOptions('waitFor', options, { ...WAIT, state: optional(oneOf('visible', 'hidden')) });
    const { state = 'visible', timeout = this.context.timeout } = options;
    await this.#retry(`waitFor ${state}`, timeout, async () => {
      if ((await this.isVisible()) !== (state === 'visible')) throw new Error(`it is not ${state}`);
    });
  }
  /** The official client's. */
  element(options: WaitOptions = {}): Promise<Element> {
    return this.#read('element', options, async (element) => element);
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

  async #read<T>(
    name: string,
    options: WaitOptions,
    read: (element: Element) => Promise<T>,
  ): Promise<T> {
    checkOptions(name, options, WAIT);
    const { timeout = this.context.timeout } = options;
    return await this.#retry(name, timeout, async () =>
      read(await lookForOne(this.context, this.steps)),
    );
  }

  /** What the last try met, with where the test stands. */
  async #retry<T>(name: string, timeout: number, attempt: () => Promise<T>): Promise<T> {
    try {
      return await retry(timeout, attempt);
    } catch (cause) {
      if (cause instanceof Stopped) throw cause;
      const why = messageOf(cause);
      const place = await whatIsThere(this.context);
      throw new Error(
        `${this}.${name}: waited ${timeout} ms, and ${why.replace(/^Element\.\w+: /, '')}\n${place}`,
        { cause },
      );
    }
  }
}
