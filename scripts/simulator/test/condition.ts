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
  const [box, visibility, opacity, disabled, ariaDisabled, page] = await Promise.all([
    boxOf(element),
    element.style('visibility'),
    element.style('opacity'),
    element.attribute('disabled'),
    element.attribute('aria-disabled'),
    frontPage(mini),
  ]);
  const scrollTop = Number(await page.scrollTop());
  const unseen = Number(opacity) === 0 ? ({ unseen: 'transparent' } as const) : {};
  return { box, visibility: String(visibility), ...unseen, disabled, ariaDisabled, scrollTop };
}

const UNSEEN = {
  background: 'the program is in the background: phone.foreground() brings it back',
  outside: 'it lies outside the window, where nobody can scroll to',
  transparent: 'it, or what it is in, has opacity 0',
} as const;

/** Why a person does not see it; null: it is visible. */
export function whyHidden({ box, visibility, unseen }: ElementCondition): string | null {
  if (unseen === 'background') return UNSEEN.background;
  if (box.width <= 0 || box.height <= 0 || visibility === 'hidden')
    return 'it has no size, or is hidden';
  return unseen ? UNSEEN[unseen] : null;
}

export function isVisible(condition: ElementCondition): boolean {
  return whyHidden(condition) === null;
}

/** @throws Where nothing of the program is seen. */
export async function checkFront({ extras }: Context): Promise<void> {
  if (!extras.isSimulator) return;
  const { isBehind } = await extras.ask('front');
  if (isBehind === true) throw new Error(UNSEEN.background);
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
  // A finger needs no colour: programs lay transparent buttons over pictures.
  const why = condition.unseen === 'transparent' ? null : whyHidden(condition);
  if (why !== null) throw await refuse(`is not visible: ${why}`);
  if (!force && isDisabled(condition))
    throw await refuse('is disabled; { force: true } tries all the same');
  const { box: before } = condition;
  const { box: after, scrollTop } = await conditionOf(context, element);
  const moves = (['x', 'y', 'width', 'height'] as const).some((key) => before[key] !== after[key]);
  if (moves) throw await refuse('is still moving');
  return { ...after, y: after.y - scrollTop };
}
