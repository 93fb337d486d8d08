import type { Step } from '../../test/query';
import { TAGS } from '../../test/xpath';

/** What a locator may go by. */
export interface ElementFacts {
  readonly tag: string;
  readonly id: string;
  readonly classes: readonly string[];
  readonly testId: string;
  readonly label: string;
  /** As it is written; '' for none. */
  readonly role: string;
  /** All that is read in it, white space once. */
  readonly text: string;
}

/** Longer texts are prose, which changes. */
const longestText = 40;

/** A number of its own in it: most likely from a list or a library, and another one tomorrow. */
const COUNTED = /\d{3,}|^_|[0-9a-f]{8,}/;
const WORD = /^[A-Za-z][\w-]*$/;

/**
 * How an element may be found, what is likely to last first: what was given for tests, an id, what
 * a person reads, a class, its kind.
 */
export function candidatesOf(element: ElementFacts): readonly Step[] {
  const { tag, id, classes, testId, label, text } = element;
  const role = roleOf(element);
  const name = label || text;
  const isNamed = name !== '' && name.length <= longestText;
  const found: Step[] = [];
  if (testId !== '')
    found.push({ kind: 'attribute', name: 'data-testid', value: testId, exact: true });
  if (isLasting(id)) found.push({ kind: 'css', selector: `#${id}` });
  if (role !== null && isNamed)
    for (const exact of [false, true]) found.push({ kind: 'role', role, name, exact });
  if (label !== '')
    for (const exact of [false, true])
      found.push({ kind: 'attribute', name: 'aria-label', value: label, exact });
  const byText: Step[] = [];
  if (text !== '' && text.length <= longestText)
    for (const exact of [false, true]) byText.push({ kind: 'text', text, exact });
  // A figure is what a test wants to see change.
  const isFigure = /^[\d\s.,:¥$€%/-]+$/.test(text);
  if (!isFigure) found.push(...byText);
  const lasting = classes.filter(isLasting);
  for (const each of lasting) found.push({ kind: 'css', selector: `.${each}` });
  for (const each of lasting) found.push({ kind: 'css', selector: `${tag}.${each}` });
  if (isFigure) found.push(...byText);
  found.push({ kind: 'css', selector: tag });
  return found;
}

/** Its classes and tag: what it has in common with its like, in a list. */
export function kindsOf({ tag, classes }: ElementFacts): readonly Step[] {
  const selectors = [...classes.filter(isLasting).map((each) => `.${each}`), tag];
  return selectors.map((selector) => ({ kind: 'css', selector }));
}

function roleOf({ tag, role }: ElementFacts): string | null {
  if (role !== '') return role;
  return Object.entries(TAGS).find(([, tags]) => tags.includes(tag))?.[0] ?? null;
}

function isLasting(name: string): boolean {
  return WORD.test(name) && !COUNTED.test(name);
}
