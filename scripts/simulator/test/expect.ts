import {
  CLASS,
  COUNT,
  checkArgument,
  checkOptions,
  isOptions,
  type Kind,
  NAME,
  PART,
  PATH,
  TEXT,
  TEXTS,
  WAIT,
} from './arguments';
import type { Element } from './client';
import { checkFront, conditionOf, isDisabled, isVisible, whyHidden } from './condition';
import type { Context, WaitOptions } from './context';
import { Stopped } from './final';
import { readValue } from './keyboard';
import { Locator } from './locator';
import { look } from './look';
import { Program } from './program';
import type { Text } from './query';
import { messageOf, retry } from './retry';
import { asSeen } from './text';
import { whatIsThere } from './what-is-there';

/**
 * Each looks again until it holds, or the time is over. What is not there is neither this nor that:
 * all but `toBeVisible`, `toBeHidden` and `toHaveCount` fail then, with `not` too.
 *
 * @throws TypeError at once for an argument that means nothing, such as an `undefined` to compare.
 */
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
  /** Without a value: that it has one, whichever. */
  toHaveAttribute(name: string, options?: WaitOptions): Promise<void>;
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

/** What was seen, and whether that is it; null: it can be neither, and fails with `not` too. */
interface Seen {
  readonly holds: boolean | null;
  readonly received: string;
}

/** What each takes before its options. */
const TAKES = {
  toBeVisible: [],
  toBeHidden: [],
  toBeEnabled: [],
  toBeDisabled: [],
  toBeChecked: [],
  toHaveText: [TEXTS],
  toContainText: [PART],
  toHaveCount: [COUNT],
  toHaveValue: [TEXT],
  toHaveAttribute: [NAME, TEXT],
  toHaveClass: [CLASS],
  toHavePath: [PATH],
  toHaveDialog: [PART],
} satisfies Readonly<Record<string, readonly Kind[]>>;

type Check = (
  name: keyof typeof TAKES,
  given: readonly unknown[],
  options: WaitOptions | undefined,
  see: () => Promise<Seen>,
) => Promise<void>;

function checking(context: Context, subject: string, wanted: boolean): Check {
  return async (name, given, options, see) => {
    const kinds: readonly Kind[] = TAKES[name];
    for (const [index, value] of given.entries())
      if (kinds[index])
        checkArgument(
          `${name}: ${index === 0 ? 'its argument' : 'the value'}`,
          value,
          kinds[index],
        );
    checkOptions(name, options, WAIT);
    const { timeout = context.timeout } = options ?? {};
    const not = wanted ? '' : 'not.';
    const expected = given.map(words).join(', ');
    // What takes no argument says it by its name.
    const wants =
      given.length > 0
        ? `${not}${expected}`
        : `${wanted ? '' : 'not '}${name.replace(/^toBe/, '').toLowerCase()}`;
    const title = `expect(${subject}).${not}${name}(${expected})`;
    await context.log.run(title, async () => {
      let received = 'nothing';
      try {
        await retry(timeout, async () => {
          const seen = await see();
          received = seen.received;
          if (seen.holds !== wanted) throw new Error('it does not hold');
        });
      } catch (cause) {
        if (cause instanceof Stopped) throw cause;
        const why = received === 'nothing' ? `: ${messageOf(cause)}` : '';
        throw new Error(
          `${title}: waited ${timeout} ms${why}\n  expected  ${wants}\n` +
            `  received  ${received}\n${await whatIsThere(context)}`,
          { cause },
        );
      }
    });
  };
}

const ABSENT: Seen = { holds: null, received: 'no such element' };

function ofLocator(locator: Locator, wanted: boolean): LocatorAssertions {
  const { context, steps } = locator;
  const check = checking(context, String(locator), wanted);
  const found = () => look(context, steps);
  /** Of the one that is found. */
  const one = async (of: (element: Element) => Promise<Seen>, absent = ABSENT): Promise<Seen> => {
    const [element, ...more] = await found();
    if (!element) return absent;
    if (more.length > 0) return { holds: null, received: `${more.length + 1} elements` };
    return await of(element);
  };
  const text = (element: Element) => element.text().then(plain);
  const state = (holds: boolean | null, words: string): Seen => ({ holds, received: words });
  const enabled = (wantedState: boolean) =>
    one(async (element) => {
      const disabled = isDisabled(await conditionOf(context, element));
      return state(disabled !== wantedState, disabled ? 'disabled' : 'enabled');
    });
  return {
    get not() {
      return ofLocator(locator, !wanted);
    },
    toBeVisible: (options) =>
      check('toBeVisible', [], options, () =>
        one(
          async (element) => {
            const why = whyHidden(await conditionOf(context, element));
            return state(why === null, why === null ? 'visible' : `there, and not visible: ${why}`);
          },
          { ...ABSENT, holds: false },
        ),
      ),
    toBeHidden: (options) =>
      check('toBeHidden', [], options, async () => {
        const all = await Promise.all(
          (await found()).map(async (each) => isVisible(await conditionOf(context, each))),
        );
        return state(!all.includes(true), all.includes(true) ? 'visible' : 'hidden');
      }),
    toBeEnabled: (options) => check('toBeEnabled', [], options, () => enabled(true)),
    toBeDisabled: (options) => check('toBeDisabled', [], options, () => enabled(false)),
    toBeChecked: (options) =>
      check('toBeChecked', [], options, () =>
        one(async (element) => {
          const aria = await element.attribute('aria-checked');
          const checked: unknown = aria ? aria === 'true' : await element.property('checked');
          if (typeof checked !== 'boolean') return state(null, 'nothing that can be checked');
          return state(checked, checked ? 'checked' : 'not checked');
        }),
      ),
    toHaveText: (expected, options) =>
      check('toHaveText', [expected], options, async () => {
        if (!isList(expected))
          return await one(async (element) => seen(await text(element), expected));
        const texts = await Promise.all((await found()).map(text));
        if (texts.length === 0 && expected.length > 0) return ABSENT;
        const holds =
          texts.length === expected.length &&
          expected.every((each, index) => fits(texts[index] ?? '', each));
        return state(holds, JSON.stringify(texts));
      }),
    toContainText: (expected, options) =>
      check('toContainText', [expected], options, () =>
        one(async (element) => {
          const received = await text(element);
          return state(hasPart(received, expected), JSON.stringify(received));
        }),
      ),
    toHaveCount: (count, options) =>
      check('toHaveCount', [count], options, async () => {
        const { length } = await found();
        return state(length === count, String(length));
      }),
    toHaveValue: (expected, options) =>
      check('toHaveValue', [expected], options, () =>
        one(async (element) => {
          const value = await readValue(element);
          if (isMissing(value)) return state(null, 'nothing that has a value');
          return seen(String(value), expected);
        }),
      ),
    toHaveAttribute: (name: string, ...rest: readonly unknown[]) => {
      const [expected] = rest;
      const isPresence = rest.length === 0 || isOptions(expected);
      const options = Object(isPresence ? expected : rest[1]) as WaitOptions;
      return check('toHaveAttribute', isPresence ? [name] : [name, expected], options, () =>
        one(async (element) => {
          const value: unknown = await element.attribute(name);
          if (isMissing(value)) return state(false, 'no such attribute');
          return isPresence
            ? state(true, JSON.stringify(value))
            : seen(String(value), expected as Text);
        }),
      );
    },
    toHaveClass: (name, options) =>
      check('toHaveClass', [name], options, () =>
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
      check('toHavePath', [expected], options, async () => {
        await checkFront(program.context);
        return seen(await program.path(), expected);
      }),
    toHaveDialog: (expected, options) =>
      check('toHaveDialog', [expected], options, async () => {
        const { surface } = await program.context.extras.ask('surface');
        if (surface === null) return { holds: false, received: 'no dialog' };
        const { text = '' } = Object(surface);
        return { holds: hasPart(String(text), expected), received: JSON.stringify(text) };
      }),
  };
}

function hasPart(received: string, expected: Text): boolean {
  return typeof expected === 'string'
    ? plain(received).includes(plain(expected))
    : fits(received, expected);
}

function isMissing(value: unknown): boolean {
  return value === undefined || value === null;
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

function words(expected: unknown): string {
  if (Array.isArray(expected)) return `[${expected.map(words).join(', ')}]`;
  return typeof expected === 'string' ? JSON.stringify(expected) : String(expected);
}
