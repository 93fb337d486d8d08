import type { ProbeJson } from '../json';
import type { ProbeCheck, ProbePage } from './check';

/** One or two nodes of the page's specimen match each of them, where the selector is supported. */
const selectors = [
  ...[
    '.specimen',
    '#specimen',
    '.specimen-a, .specimen-b',
    '.specimen .specimen-a',
    '.specimen > .specimen-a',
  ],
  ...[
    '[data-testid="specimen"]',
    '[data-testid]',
    '.specimen-a + .specimen-b',
    '.specimen view',
    'view.specimen',
  ],
];

export function measure(
  page: ProbePage,
  selector: string,
): Promise<{ readonly width: number; readonly height: number } | null> {
  return new Promise((resolve) =>
    page
      .createSelectorQuery()
      .select(selector)
      .boundingClientRect((rect) =>
        resolve(rect ? { width: rect.width, height: rect.height } : null),
      )
      .exec(),
  );
}

/** Whether two pieces of text look alike, by the room that they take. */
async function alike(
  page: ProbePage,
  side: 'width' | 'height',
  one: string,
  other: string,
): Promise<ProbeJson> {
  const [a, b] = [await measure(page, one), await measure(page, other)];
  return a === null || b === null ? null : Math.abs(a[side] - b[side]) < 1;
}

export const viewChecks: readonly ProbeCheck[] = [
  {
    id: 'view.selectors',
    fact: 'which-selectors-find-elements',
    async ask(page) {
      const counts: Record<string, ProbeJson> = {};
      for (const selector of selectors) counts[selector] = await count(page, selector);
      return counts;
    },
  },
  {
    id: 'view.text',
    fact: 'line-breaks-and-spaces-in-text',
    async ask(page) {
      return {
        'a line break in data is a new line': await alike(
          page,
          'height',
          '#text-break-data',
          '#text-two-lines',
        ),
        'a backslash n in the template is a new line': await alike(
          page,
          'height',
          '#text-break-template',
          '#text-two-lines',
        ),
        'null shows as "null"': await alike(page, 'width', '#text-null', '#text-null-word'),
        'undefined shows as nothing': await alike(page, 'width', '#text-undefined', '#text-empty'),
        'an entity stays as written': await alike(
          page,
          'width',
          '#text-entity',
          '#text-entity-written',
        ),
        'decode reads an entity': await alike(
          page,
          'width',
          '#text-entity-decoded',
          '#text-entity-read',
        ),
        'spaces collapse': await alike(page, 'width', '#text-spaces', '#text-one-space'),
      };
    },
  },
  { id: 'view.set-data', fact: 'what-setdata-takes', ask: setData },
];

function count(page: ProbePage, selector: string): Promise<ProbeJson> {
  return new Promise((resolve) =>
    page
      .createSelectorQuery()
      .selectAll(selector)
      .boundingClientRect((rects) => resolve(Array.isArray(rects) ? rects.length : null))
      .exec(),
  );
}

function setData(page: ProbePage): Promise<ProbeJson> {
  return new Promise((resolve) => {
    const given = { text: 'before' };
    const order: string[] = [];
    page.setData({ 'set.object': given, 'set.gone': undefined, 'set.bigNumber': 2 ** 53 }, () => {
      order.push('callback');
      const set = page.data.set;
      const kept = typeof set === 'object' && set !== null ? set : {};
      const object = Reflect.get(kept, 'object');
      resolve({
        order,
        copies:
          typeof object === 'object' && object !== null && Reflect.get(object, 'text') === 'before',
        undefinedIsSet: 'gone' in kept,
        bigNumber: Reflect.get(kept, 'bigNumber') === 2 ** 53,
      });
    });
    given.text = 'after';
    order.push('setData returned');
    void Promise.resolve().then(() => order.push('promise'));
  });
}
