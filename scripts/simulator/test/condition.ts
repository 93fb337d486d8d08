import type { ElementCondition } from '../contract/process';
import { type Element, frontPage } from './client';
import type { Context } from './context';

/** `<view id="a" class="b"> "text"` */
export async function nameOf(element: Element): Promise<string> {
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

/** The simulator tells all of it in one answer; DevTools is asked for each. */
export async function conditionOf(
  { mini, extras }: Context,
  element: Element,
): Promise<ElementCondition> {
  if (extras.isSimulator) {
    // What the official client's element is known by; its types keep it private.
    const ids = { pageId: Reflect.get(element, 'pageId'), elementId: Reflect.get(element, 'id') };
    return (await extras.ask('condition', ids)) as unknown as ElementCondition;
  }
  const [box, visibility, disabled, ariaDisabled, page] = await Promise.all([
    boxOf(element),
    element.style('visibility'),
    element.attribute('disabled'),
    element.attribute('aria-disabled'),
    frontPage(mini),
  ]);
  const scrollTop = Number(await page.scrollTop());
  return { box, visibility: String(visibility), disabled, ariaDisabled, scrollTop };
}

export function isVisible({ box, visibility }: ElementCondition): boolean {
  return box.width > 0 && box.height > 0 && visibility !== 'hidden';
}

export function isDisabled({ disabled, ariaDisabled }: ElementCondition): boolean {
  const says = disabled !== null && disabled !== undefined && disabled !== false;
  return (says && String(disabled) !== 'false') || String(ariaDisabled) === 'true';
}

/**
 * Where a finger meets it, CSS px of what is seen.
 *
 * @throws With what is not yet so.
 */
export async function untilReady(context: Context, element: Element, force: boolean): Promise<Box> {
  const condition = await conditionOf(context, element);
  const refuse = async (why: string) => new Error(`${await nameOf(element)} ${why}`);
  if (!isVisible(condition)) throw await refuse('is not visible: it has no size, or is hidden');
  if (!force && isDisabled(condition))
    throw await refuse('is disabled; { force: true } tries all the same');
  const { box: before } = condition;
  const { box: after, scrollTop } = await conditionOf(context, element);
  const moves = (['x', 'y', 'width', 'height'] as const).some((key) => before[key] !== after[key]);
  if (moves) throw await refuse('is still moving');
  return { ...after, y: after.y - scrollTop };
}
