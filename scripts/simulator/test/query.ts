import { asSeen, quoteText } from './text';
import { hasRole, matchesText } from './xpath';
import { xpathOfCss } from './xpath-of-css';

export type Text = string | RegExp;

/** One part of a locator: what is looked for inside what came before it, or which of that. */
export type Step =
  | { readonly kind: 'css'; readonly selector: string }
  | { readonly kind: 'text'; readonly text: Text; readonly exact: boolean }
  | { readonly kind: 'role'; readonly role: string; readonly name?: Text; readonly exact: boolean }
  | {
      readonly kind: 'attribute';
      readonly name: string;
      readonly value: Text;
      readonly exact: boolean;
    }
  | { readonly kind: 'hasText' | 'hasNotText'; readonly text: Text }
  | { readonly kind: 'has' | 'hasNot'; readonly inner: readonly Step[]; readonly words: string }
  | { readonly kind: 'nth'; readonly index: number };

/** What asks the program: the elements of an XPath, each with a way to its text and attributes. */
export interface Asked {
  text(): Promise<string>;
  attribute(name: string): Promise<string>;
}

/**
 * The whole locator as one XPath, so that what is found belongs to one moment; null when nothing can
 * match. Regular expressions, which XPath lacks, are asked of what was found so far.
 */
export async function xpathOf(
  steps: readonly Step[],
  find: (xpath: string) => Promise<readonly Asked[]>,
  from = '',
): Promise<string | null> {
  let path = from;
  for (const step of steps) {
    path = next(path, step);
    const test = regularOf(step);
    if (!test) continue;
    const found = await find(path);
    const kept: string[] = [];
    for (const [index, element] of found.entries())
      if (await test(element)) kept.push(`(${path})[${index + 1}]`);
    if (kept.length === 0) return null;
    path = kept.length === 1 ? (kept[0] ?? '') : `(${kept.join(' | ')})`;
  }
  return path;
}

function next(path: string, step: Step): string {
  switch (step.kind) {
    case 'css':
      return xpathOfCss(step.selector, path);
    case 'text': {
      if (typeof step.text !== 'string') return `${path}//*[text()[normalize-space()]]`;
      // The innermost that has it.
      const has = matchesText('.', step.text, step.exact);
      return `${path}//*[${has}][not(*[${has}])]`;
    }
    case 'role': {
      const all = `${path}//*[${hasRole(step.role)}]`;
      if (typeof step.name !== 'string') return all;
      const [label, own] = ['@aria-label', '.'].map((value) =>
        matchesText(value, String(step.name), step.exact),
      );
      return `${all}[(@aria-label and ${label}) or (not(@aria-label) and ${own})]`;
    }
    case 'attribute':
      return typeof step.value === 'string'
        ? `${path}//*[@${step.name}][${matchesText(`@${step.name}`, step.value, step.exact)}]`
        : `${path}//*[@${step.name}]`;
    case 'hasText':
      return typeof step.text === 'string'
        ? `${path}[${matchesText('.', step.text, false)}]`
        : path;
    case 'hasNotText':
      return typeof step.text === 'string'
        ? `${path}[not(${matchesText('.', step.text, false)})]`
        : path;
    case 'has':
    case 'hasNot': {
      const inner = step.inner.reduce((at, each) => next(at, withoutRegular(each)), '.');
      return `${path}[${step.kind === 'has' ? inner : `not(${inner})`}]`;
    }
    case 'nth':
      return `(${path})[${step.index < 0 ? `last()${step.index + 1 || ''}` : step.index + 1}]`;
  }
}

type Test = (element: Asked) => Promise<boolean>;

/** What of a step XPath can't say. */
function regularOf(step: Step): Test | null {
  const byText = (text: Text, wanted = true): Test | null =>
    typeof text === 'string'
      ? null
      : async (element) => asSeen(await element.text()).search(text) >= 0 === wanted;
  switch (step.kind) {
    case 'text':
    case 'hasText':
      return byText(step.text);
    case 'hasNotText':
      return byText(step.text, false);
    case 'attribute': {
      const { value, name } = step;
      return typeof value === 'string'
        ? null
        : async (element) => asSeen(await element.attribute(name)).search(value) >= 0;
    }
    case 'role': {
      const { name } = step;
      if (name === undefined || typeof name === 'string') return null;
      return async (element) =>
        asSeen((await element.attribute('aria-label')) || (await element.text())).search(name) >= 0;
    }
    default:
      return null;
  }
}

function withoutRegular(step: Step): Step {
  if (regularOf(step))
    throw new Error('a locator inside filter({ has }) takes texts, and no regular expressions');
  return step;
}

/** As it was written. */
export function describeStep(step: Step): string {
  switch (step.kind) {
    case 'css':
      return `locator(${quoted(step.selector)})`;
    case 'text':
      return `getByText(${quoted(step.text)}${step.exact ? ', { exact: true }' : ''})`;
    case 'role':
      return `getByRole(${quoted(step.role)}${step.name === undefined ? '' : `, { name: ${quoted(step.name)}${step.exact ? ', exact: true' : ''} }`})`;
    case 'attribute':
      return step.name === 'data-testid'
        ? `getByTestId(${quoted(step.value)})`
        : `getByLabel(${quoted(step.value)}${step.exact ? ', { exact: true }' : ''})`;
    case 'hasText':
    case 'hasNotText':
      return `filter({ ${step.kind}: ${quoted(step.text)} })`;
    case 'has':
    case 'hasNot':
      return `filter({ ${step.kind}: ${step.words} })`;
    case 'nth':
      return step.index === 0 ? 'first()' : step.index === -1 ? 'last()' : `nth(${step.index})`;
  }
}

function quoted(text: Text): string {
  return typeof text === 'string' ? quoteText(text) : String(text);
}

/** The parts when each is a selector that `$$` of the official client takes too; else null. */
export function selectorsOf(steps: readonly Step[]): readonly string[] | null {
  const selectors = steps.map((step) => (step.kind === 'css' ? step.selector : null));
  return selectors.every((each) => each !== null && !/[[:+~]/.test(each))
    ? selectors.filter((each) => each !== null)
    : null;
}
