import type { ProgramAutomation } from '../../contract/process';
import { type Step, xpathOf } from '../../test/query';
import type { ElementFacts } from './candidates';

/** An element of the program's page, and what draws it. */
export interface PageElement {
  readonly elementId: string;
  readonly tag: string;
  readonly node: HTMLElement;
}

/** The page in front, as locators see it. */
export interface PageTree {
  /** In document order. */
  readonly elements: readonly PageElement[];
  find(steps: readonly Step[]): Promise<readonly PageElement[]>;
  factsOf(element: PageElement): Promise<ElementFacts>;
  /** The element that a DOM node belongs to; null: the page itself. */
  around(node: Element | null): PageElement | null;
}

const ATTRIBUTES = ['id', 'class', 'data-testid', 'aria-label', 'role', 'aria-role'];

/** Null: the program shows no page. */
export function readPage(automation: ProgramAutomation): PageTree | null {
  const page = automation.currentPage();
  if (!page) return null;
  const { pageId } = page;
  const byXpath = (xpath: string): readonly PageElement[] =>
    automation.elementsByXpath(pageId, xpath).flatMap(({ elementId, tagName: tag }) => {
      const node = nodeOf(automation, pageId, elementId);
      return node === null ? [] : [{ elementId, tag, node }];
    });
  const elements = byXpath('/page//*');
  // A component without a node of its own is drawn by what is in it, which comes later.
  const byNode = new Map<Node, PageElement>(elements.map((each) => [each.node, each]));
  return {
    elements,
    async find(steps) {
      const xpath = await xpathOf(steps, async () => []);
      return xpath === null ? [] : byXpath(xpath);
    },
    async factsOf({ elementId, tag, node }) {
      const call = { name: 'attributes', names: ATTRIBUTES } as const;
      const values: unknown = await automation.elementCall(pageId, elementId, call);
      const [id, classes, testId, label, role, ariaRole] = ATTRIBUTES.map((_, index) =>
        textOf(Array.isArray(values) ? values[index] : ''),
      );
      return {
        ...{ tag, id: id ?? '', testId: testId ?? '', label: label ?? '' },
        classes: (classes ?? '').split(/\s+/).filter((each) => each !== ''),
        role: role || ariaRole || '',
        text: readText(node),
      };
    },
    around(node) {
      for (let at: Node | null = node; at; at = at.parentNode) {
        const found = byNode.get(at);
        if (found) return found;
      }
      return null;
    },
  };
}

/** Null: nothing draws it. */
function nodeOf(
  automation: ProgramAutomation,
  pageId: number,
  elementId: string,
): HTMLElement | null {
  try {
    // Of the program's document, whose classes are not this document's.
    return automation.domNode(pageId, elementId) as HTMLElement;
  } catch {
    return null;
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** Without the hints of inputs, which are drawn as text here and are none in WeChat. */
function readText(node: HTMLElement): string {
  const copy = node.querySelector('.wx-placeholder') ? node.cloneNode(true) : node;
  if (copy !== node && 'querySelectorAll' in copy)
    for (const hint of (copy as HTMLElement).querySelectorAll('.wx-placeholder')) hint.remove();
  return (copy.textContent ?? '')
    .replace(/[\u200b\u2060]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
