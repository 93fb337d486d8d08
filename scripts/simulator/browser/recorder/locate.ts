import { describeStep, type Step } from '../../test/query';
import { candidatesOf, kindsOf } from './candidates';
import type { PageElement, PageTree } from './page-tree';

export interface Located {
  readonly element: PageElement;
  /** `locator('.row').first()`: behind `program.` */
  readonly text: string;
  readonly steps: readonly Step[];
}

/** What a person means who points at something in it. */
const MEANT = new Set(
  ['button', 'input', 'textarea', 'checkbox', 'radio', 'switch', 'slider', 'picker']
    .concat(['navigator'])
    .flatMap((tag) => [tag, `wx-${tag}`]),
);
const ROLES = /^(?:button|checkbox|radio|switch|link|tab|menuitem|option)$/;

/** How far around a place one looks. */
const farthest = 6;
const nearest = 3;

/**
 * What a finger at this place of the program's window means: the button whose text it hits, or what
 * lies there. A test puts its finger on the middle, so the middle has to be the same thing.
 */
export async function meantAt(tree: PageTree, x: number, y: number): Promise<PageElement | null> {
  const [first] = tree.elements;
  const hit = first?.node.ownerDocument.elementFromPoint(x, y) ?? null;
  const own = tree.around(hit);
  if (!own) return null;
  let depth = 0;
  for (const each of upwards(tree, own)) {
    const { tag, role, id, testId } = await tree.factsOf(each);
    const isControl = MEANT.has(tag) || ROLES.test(role);
    if (isControl && middleOf(each, own, true)) return each;
    if (depth < nearest && (id || testId) && middleOf(each, own, false)) return each;
    depth += 1;
    if (depth > farthest) break;
  }
  return own;
}

/** From an element outwards. */
function* upwards(tree: PageTree, from: PageElement): Generator<PageElement> {
  for (let at: PageElement | null = from; at; at = tree.around(at.node.parentElement)) yield at;
}

/** `loosely`: anywhere inside. */
function middleOf({ node }: PageElement, hit: PageElement, loosely: boolean): boolean {
  if (node === hit.node) return true;
  const { left, top, width, height } = node.getBoundingClientRect();
  const found = node.ownerDocument.elementFromPoint(left + width / 2, top + height / 2);
  if (!found || !node.contains(found)) return false;
  return loosely || hit.node.contains(found) || (found !== node && found.contains(hit.node));
}

/** The locator that finds this element and no other now, and most likely tomorrow. */
export async function locate(tree: PageTree, element: PageElement): Promise<Located> {
  const own = candidatesOf(await tree.factsOf(element));
  const isIt = async (steps: readonly Step[]) => {
    const [found, ...more] = await tree.find(steps);
    return more.length === 0 && found?.elementId === element.elementId;
  };
  for await (const steps of waysTo(tree, element, own))
    if (await isIt(steps)) return located(element, steps);
  return located(element, await byPlace(tree, element, own));
}

/** By itself; then by what it is in, as a row by its text. */
async function* waysTo(
  tree: PageTree,
  element: PageElement,
  own: readonly Step[],
): AsyncGenerator<readonly Step[]> {
  for (const each of own) yield [each];
  for (const around of [...upwards(tree, element)].slice(0, farthest))
    for (const outer of await outersOf(tree, around, element))
      if (around === element) yield outer;
      else for (const each of own.slice(0, 4)) yield [...outer, each];
}

/** Ways to find what is around it: by its own name, or its kind and a text in it. */
async function outersOf(
  tree: PageTree,
  around: PageElement,
  element: PageElement,
): Promise<readonly (readonly Step[])[]> {
  const facts = await tree.factsOf(around);
  const found: (readonly Step[])[] = [];
  if (around !== element)
    for (const each of candidatesOf(facts).slice(0, 2))
      if (each.kind !== 'text' && (await tree.find([each])).length === 1) found.push([each]);
  const own = (await tree.factsOf(element)).text;
  const texts = tree.elements.filter(
    ({ node }) => around.node.contains(node) && node.childElementCount === 0,
  );
  const names = [...new Set(texts.map(({ node }) => (node.textContent ?? '').trim()))]
    .filter((text) => text !== '' && text.length <= 40 && (around === element || text !== own))
    .slice(0, 3);
  for (const kind of kindsOf(facts).slice(0, 2))
    for (const text of names) found.push([kind, { kind: 'hasText', text }]);
  return found;
}

async function byPlace(
  tree: PageTree,
  element: PageElement,
  own: readonly Step[],
): Promise<readonly Step[]> {
  for (const each of own) {
    const all = await tree.find([each]);
    const index = all.findIndex(({ elementId }) => elementId === element.elementId);
    if (index >= 0) return [each, { kind: 'nth', index }];
  }
  const index = tree.elements.findIndex(({ elementId }) => elementId === element.elementId);
  return [
    { kind: 'css', selector: '*' },
    { kind: 'nth', index },
  ];
}

function located(element: PageElement, steps: readonly Step[]): Located {
  return { element, steps, text: steps.map(describeStep).join('.') };
}
