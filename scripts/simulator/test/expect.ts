import type { Element } from './client';
import { conditionOf, isDisabled, isVisible } from './condition';
import type { Context, WaitOptions } from './context';
import { Locator } from './locator';
import { look } from './look';
import { Program } from './program';
import type { Text } from './query';
import { retry } from './retry';
import { asSeen } from './text';
import { whatIsThere } from './what-is-there';

/** Each looks again until it holds, or the time is over. */
export interface LocatorAssertions {
  readonly not: LocatorAssertions;
  toBeVisible(options?: WaitOptions): Promise<void>;
  /** Not there counts too. */
  toBeHidden(options?: WaitOptions): Promise<void>;
  toBeEnabled(options?: WaitOptions): Promise<void>;
  toBeDisabled(options?: WaitOptions): Promise<void>;
  /** A checkbox, a radio or a switch, or what says so with `aria-checked`. */
  toBeChecked(options?: WaitOptions): Promise<void>;
  /**
   * The whole text, white space counted once and marks of line breaks (U+200B, U+2060) not at all; of
   * several elements, a list.
   */
  toHaveText(text: Text | readonly Text[], options?: WaitOptions): Promise<void>;
  toContainText(text: Text, options?: WaitOptions): Promise<void>;
  toHaveCount(count: number, options?: WaitOptions): Promise<void>;
  toHaveValue(value: Text, options?: WaitOptions): Promise<void>;
  toHaveAttribute(name: string, value: Text, options?: WaitOptions): Promise<void>;
  /** One of its classes. */
  toHaveClass(name: string, options?: WaitOptions): Promise<void>;
}

export interface ProgramAssertions {
  readonly not: ProgramAssertions;
  /** Of the page in front, without a slash before it. */
  toHavePath(path: Text, options?: WaitOptions): Promise<void>;
  /** A modal, toast, loading or action sheet of WeChat's that says this; on the simulator. */
  toHaveDialog(text: Text, options?: WaitOptions): Promise<void>;
}

/** @throws For anything but a locator or a program: those are the test runner's. */
export function expect(subject: Program): ProgramAssertions;
export function expect(subject: Locator): LocatorAssertions;
export function expect(subject: Locator | Program): LocatorAssertions | ProgramAssertions {
  if (subject instanceof Locator) return ofLocator(subject, true);
  if (subject instanceof Program) return ofProgram(subject, true);
  throw new TypeError("this expect takes a locator or a program; the test runner's has the rest");
}

/** What was seen, and whether that is it. */
interface Seen {
  readonly holds: boolean;
  readonly received: string;
}

type Check = (
  name: string,
  expected: string,
  options: WaitOptions | undefined,
  see: () => Promise<Seen>,
) => Promise<void>;

function checking(context: Context, subject: string, wanted: boolean): Check {
  return (name, expected, { timeout = context.timeout } = {}, see) => {
    const not = wanted ? '' : 'not.';
    const title = `expect(${subject}).${not}${name}(${expected})`;
    return context.log.run(title, async () => {
      let received = 'nothing';
      try {
        await retry(timeout, async () => {
          const seen = await see();
          received = seen.received;
          if (seen.holds !== wanted) throw new Error('it does not hold');
        });
      } catch (cause) {
        const why = received === 'nothing' ? `: ${messageOf(cause)}` : '';
        throw new Error(
          `${title}: waited ${timeout} ms${why}\n  expected  ${not}${expected}\n` +
            `  received  ${received}\n${await whatIsThere(context)}`,
          { cause },
        );
      }
    });
  };
}

function ofLocator(locator: Locator, wanted: boolean): LocatorAssertions {
  const { context, steps } = locator;
  const check = checking(context, String(locator), wanted);
  const found = () => look(context, steps);
  /** Of the one that is found; `absent` is what none is. */
  const one = async (of: (element: Element) => Promise<Seen>): Promise<Seen> => {
    const [element, ...more] = await found();
    if (!element) return { holds: false, received: 'no such element' };
    if (more.length > 0) return { holds: !wanted, received: `${more.length + 1} elements` };
    return await of(element);
  };
  const text = (element: Element) => element.text().then(plain);
  const state = (holds: boolean, words: string): Seen => ({ holds, received: words });
  return {
    get not() {
      return ofLocator(locator, !wanted);
    },
    toBeVisible: (options) =>
      check('toBeVisible', '', options, () =>
        one(async (element) => {
          const visible = isVisible(await conditionOf(context, element));
          return state(visible, visible ? 'visible' : 'there, and not visible');
        }),
      ),
    toBeHidden: (options) =>
      check('toBeHidden', '', options, async () => {
        const all = await Promise.all(
          (await found()).map(async (each) => isVisible(await conditionOf(context, each))),
        );
        return state(!all.includes(true), all.includes(true) ? 'visible' : 'hidden');
      }),
    toBeEnabled: (options) =>
      check('toBeEnabled', '', options, () =>
        one(async (element) => {
          const disabled = isDisabled(await conditionOf(context, element));
          return state(!disabled, disabled ? 'disabled' : 'enabled');
        }),
      ),
    toBeDisabled: (options) =>
      check('toBeDisabled', '', options, () =>
        one(async (element) => {
          const disabled = isDisabled(await conditionOf(context, element));
          return state(disabled, disabled ? 'disabled' : 'enabled');
        }),
      ),
    toBeChecked: (options) =>
      check('toBeChecked', '', options, () =>
        one(async (element) => {
          const aria = await element.attribute('aria-checked');
          const checked = aria ? aria === 'true' : (await element.property('checked')) === true;
          return state(checked, checked ? 'checked' : 'not checked');
        }),
      ),
    toHaveText: (expected, options) =>
      check('toHaveText', words(expected), options, async () => {
        if (!isList(expected))
          return await one(async (element) => seen(await text(element), expected));
        const texts = await Promise.all((await found()).map(text));
        const holds =
          texts.length === expected.length &&
          expected.every((each, index) => fits(texts[index] ?? '', each));
        return state(holds, JSON.stringify(texts));
      }),
    toContainText: (expected, options) =>
      check('toContainText', words(expected), options, () =>
        one(async (element) => {
          const received = await text(element);
          const holds =
            typeof expected === 'string'
              ? received.includes(plain(expected))
              : fits(received, expected);
          return state(holds, JSON.stringify(received));
        }),
      ),
    toHaveCount: (count, options) =>
      check('toHaveCount', String(count), options, async () => {
        const { length } = await found();
        return state(length === count, String(length));
      }),
    toHaveValue: (expected, options) =>
      check('toHaveValue', words(expected), options, () =>
        one(async (element) => seen(String((await element.value()) ?? ''), expected)),
      ),
    toHaveAttribute: (name, expected, options) =>
      check('toHaveAttribute', `'${name}', ${words(expected)}`, options, () =>
        one(async (element) => seen(String((await element.attribute(name)) ?? ''), expected)),
      ),
    toHaveClass: (name, options) =>
      check('toHaveClass', words(name), options, () =>
        one(async (element) => {
          const classes = String((await element.attribute('class')) ?? '');
          return state(classes.split(/\s+/).includes(name), JSON.stringify(classes));
        }),
      ),
  };
}

function ofProgram(program: Program, wanted: boolean): ProgramAssertions {
  const check = checking(program.context, 'program', wanted);
  return {
    get not() {
      return ofProgram(program, !wanted);
    },
    toHavePath: (expected, options) =>
      check('toHavePath', words(expected), options, async () =>
        seen(await program.path(), expected),
      ),
    toHaveDialog: (expected, options) =>
      check('toHaveDialog', words(expected), options, async () => {
        const { surface } = await program.context.extras.ask('surface');
        if (surface === null) return { holds: false, received: 'no dialog' };
        const { text = '' } = Object(surface);
        const holds =
          typeof expected === 'string'
            ? String(text).includes(expected)
            : fits(String(text), expected);
        return { holds, received: JSON.stringify(text) };
      }),
  };
}

function seen(received: string, expected: Text): Seen {
  return { holds: fits(received, expected), received: JSON.stringify(received) };
}

function fits(received: string, expected: Text): boolean {
  return typeof expected === 'string'
    ? plain(received) === plain(expected)
    : asSeen(received).search(expected) >= 0;
}

function plain(text: string): string {
  return asSeen(text).replace(/\s+/g, ' ').trim();
}

function isList(expected: Text | readonly Text[]): expected is readonly Text[] {
  return Array.isArray(expected);
}

function words(expected: Text | readonly Text[]): string {
  if (isList(expected)) return `[${expected.map((each) => words(each)).join(', ')}]`;
  return typeof expected === 'string' ? JSON.stringify(expected) : String(expected);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
