import { type Element, frontPage } from './client';
import { nameOf } from './condition';
import type { Context } from './context';
import { Final } from './final';
import { type Step, selectorsOf, xpathOf } from './query';

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
