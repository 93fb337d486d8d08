import { type Element, frontPage } from './client';
import type { Context } from './context';
import { type Step, selectorsOf, xpathOf } from './query';
import { Final } from './retry';

/** The elements of the page in front that are found now. */
export async function look(
  { mini, extras }: Context,
  steps: readonly Step[],
): Promise<readonly Element[]> {
  const page = await frontPage(mini);
  const byXpath = async (xpath: string): Promise<Element[]> => page.getElementsByXpath(xpath);
  const xpath = await xpathOf(steps, async (path) =>
    (await byXpath(path)).map((element) => ({
      text: () => element.text(),
      attribute: async (name) => String((await element.attribute(name)) ?? ''),
    })),
  );
  const found = xpath === null ? [] : await byXpath(xpath);
  const selectors = selectorsOf(steps);
  if (found.length > 0 || extras.isSimulator || selectors === null) return found;
  // Whether XPath enters components on DevTools is not documented; `$$` of a component does.
  let level: Element[] = await page.$$(selectors[0] ?? '');
  for (const selector of selectors.slice(1))
    level = (await Promise.all(level.map((each): Promise<Element[]> => each.$$(selector)))).flat();
  return level;
}

/** The one that is meant. */
export async function lookForOne(context: Context, steps: readonly Step[]): Promise<Element> {
  const [first, ...more] = await look(context, steps);
  if (!first) throw new Error('there is no such element');
  if (more.length > 0) {
    const texts = await Promise.all([first, ...more].slice(0, 5).map(nameOf));
    throw new Final(
      `${more.length + 1} elements are found where one is meant: ${texts.join(', ')}` +
        `${more.length > 4 ? ', ...' : ''}; nth(), first(), last() or filter() chooses`,
    );
  }
  return first;
}

/** `<view id="a" class="b"> "text"` */
async function nameOf(element: Element): Promise<string> {
  const wxml = await element.outerWxml().catch(() => `<${element.tagName}>`);
  const text = wxml
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const tag = /^<[^>]*>/.exec(wxml)?.[0] ?? `<${element.tagName}>`;
  return text === '' ? tag : `${tag} "${text.slice(0, 40)}"`;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where it is on its page, CSS px. */
export async function boxOf(element: Element): Promise<Box> {
  const [{ left, top }, { width, height }] = await Promise.all([element.offset(), element.size()]);
  return { x: Number(left), y: Number(top), width: Number(width), height: Number(height) };
}

export async function isVisible(element: Element): Promise<boolean> {
  const { width, height } = await element.size();
  if (!(Number(width) > 0 && Number(height) > 0)) return false;
  return (await element.style('visibility')) !== 'hidden';
}

export async function isDisabled(element: Element): Promise<boolean> {
  const [disabled, aria] = await Promise.all([
    element.attribute('disabled'),
    element.attribute('aria-disabled'),
  ]);
  const says = (value: unknown) => value !== null && value !== undefined && value !== false;
  return (says(disabled) && String(disabled) !== 'false') || String(aria) === 'true';
}

/** @throws With what is not yet so. */
export async function untilReady(element: Element, force: boolean): Promise<Box> {
  if (!(await isVisible(element)))
    throw new Error(`${await nameOf(element)} is not visible: it has no size, or is hidden`);
  if (!force && (await isDisabled(element)))
    throw new Error(`${await nameOf(element)} is disabled; { force: true } tries all the same`);
  const before = await boxOf(element);
  const after = await boxOf(element);
  const moves = (['x', 'y', 'width', 'height'] as const).some((key) => before[key] !== after[key]);
  if (moves) throw new Error(`${await nameOf(element)} is still moving`);
  return after;
}
