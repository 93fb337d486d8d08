import { setTimeout as pause } from 'node:timers/promises';
import type { CDPSession, Page as Tab } from 'playwright-core';
import { inProgram } from './in-program';
import { untilTouchable } from './surface';
import type { TouchPoint } from './types';
import { liesOver, type WhatIsOpen } from './what-is-open';

/** ms: WeChat's longpress comes after 350. */
const longpress = 400;

interface TouchOptions {
  /** Also when the element says that it is disabled: to see that nothing happens. */
  readonly force: boolean;
}

/**
 * A finger on the middle of the element, by the browser, so that what a person could not hit can't
 * be hit here either.
 *
 * @throws When it is gone, has no size, is disabled, can't be scrolled into view, or something lies
 *   over it; the message says which.
 */
export async function touch(
  tab: Tab,
  pageId: number,
  elementId: string,
  options: TouchOptions,
): Promise<void> {
  const { x, y } = await aim(tab, pageId, elementId, options);
  await tab.touchscreen.tap(x, y);
}

/** Fingers that stay down: one touch at a time on a phone. */
export class Finger {
  readonly #tab: Tab;
  #session: Promise<CDPSession> | null = null;
  #isDown = false;
  #before: Promise<unknown> = Promise.resolve();

  constructor(tab: Tab) {
    this.#tab = tab;
  }

  /** After the touches that were asked for before. */
  alone<T>(run: () => Promise<T>): Promise<T> {
    const done = this.#before.then(run);
    this.#before = done.catch(() => undefined);
    return done;
  }

  start(pageId: number, elementId: string, points?: readonly TouchPoint[]): Promise<void> {
    return this.alone(async () => {
      if (this.#isDown) await this.#send('touchCancel', []);
      await this.#send('touchStart', await this.#places(pageId, elementId, points));
    });
  }

  move(pageId: number, elementId: string, points?: readonly TouchPoint[]): Promise<void> {
    return this.alone(async () => {
      if (!this.#isDown) throw new Error('touchmove without a touchstart');
      await this.#send('touchMove', await this.#places(pageId, elementId, points));
    });
  }

  end(): Promise<void> {
    return this.alone(async () => {
      if (!this.#isDown) throw new Error('touchend without a touchstart');
      // What was due while the finger lay there comes first: a longpress.
      await this.#tab.evaluate(() => window.phone.clock.advance(0));
      await this.#send('touchEnd', []);
    });
  }

  lift(): Promise<void> {
    return this.alone(async () => {
      if (this.#isDown) await this.#send('touchCancel', []);
    });
  }

  longpress(pageId: number, elementId: string, options: TouchOptions): Promise<void> {
    return this.alone(async () => {
      await this.#send('touchStart', [await aim(this.#tab, pageId, elementId, options)]);
      await this.#tab.evaluate((ms) => window.phone.clock.advance(ms), longpress);
      await this.#send('touchEnd', []);
    });
  }

  async #send(
    type: 'touchStart' | 'touchMove' | 'touchEnd' | 'touchCancel',
    places: readonly Place[],
  ): Promise<void> {
    this.#session ??= this.#tab.context().newCDPSession(this.#tab);
    const session = await this.#session;
    this.#isDown = type === 'touchStart' || type === 'touchMove';
    await session.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: places.map((place) => ({ ...place })),
    });
  }

  async #places(
    pageId: number,
    elementId: string,
    points: readonly TouchPoint[] = [],
  ): Promise<readonly Place[]> {
    if (points.length === 0) return [await aim(this.#tab, pageId, elementId, { force: true })];
    const frame = await this.#tab.locator('.program-place iframe').boundingBox();
    return points.map(({ identifier = 0, clientX, clientY }) => ({
      id: identifier,
      x: clientX + (frame?.x ?? 0),
      y: clientY + (frame?.y ?? 0),
    }));
  }
}

/** On the tab, CSS px. */
interface Place {
  readonly id?: number;
  readonly x: number;
  readonly y: number;
}

/** Where on the tab to touch. Asked in one question: each takes both ends a few ms. */
async function aim(
  tab: Tab,
  pageId: number,
  elementId: string,
  { force }: TouchOptions,
): Promise<{ x: number; y: number }> {
  const found = await tab.evaluate(findTarget, [pageId, elementId] as const);
  if ('trouble' in found) return await cannotBeTapped(tab, elementId, `it ${found.trouble}`);
  if (found.disabled && !force) {
    const why = 'it is disabled (tap({force: true}) tries all the same)';
    return await cannotBeTapped(tab, elementId, why);
  }
  if (found.over !== null) {
    const { surface, open, over } = found;
    return await cannotBeTapped(tab, elementId, liesOver(surface ?? '', open, over));
  }
  const { x, y, wait } = found;
  if (wait > 0) {
    await pause(wait);
    await untilTouchable(tab, { x, y });
  }
  return { x, y };
}

type Target =
  | { readonly trouble: string }
  | {
      readonly x: number;
      readonly y: number;
      readonly disabled: boolean;
      /** What of WeChat's lies over it. */
      readonly over: string | null;
      /** Its `data-surface`, and what such surfaces show. */
      readonly surface: string | null | undefined;
      readonly open: WhatIsOpen;
      /** ms until a touch there is one of its own. */
      readonly wait: number;
    };

/** In the phone page. */
async function findTarget([pageId, elementId]: readonly [number, string]): Promise<Target> {
  const { process } = window.phone;
  const absent = (why: string) => ({ trouble: `is not on the page (${why})` });
  if (!process) return absent('no mini program runs on this phone: launch() first');
  if (window.phone.state.front !== 'program')
    return { trouble: 'is not seen: the program is in the background' };
  let element: Element;
  try {
    element = process.automation.domNode(pageId, elementId);
  } catch (error) {
    return absent(String(error));
  }
  // Nobody hits a thing that is still sliding in: until two frames show it in the same place.
  element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  let box = element.getBoundingClientRect();
  for (let frame = 0; frame < 120; frame += 1) {
    await new Promise((shown) => requestAnimationFrame(shown));
    const { left, top, width, height } = box;
    box = element.getBoundingClientRect();
    if (box.left === left && box.top === top && box.width === width && box.height === height) break;
  }
  if (!element.isConnected) return { trouble: 'is no longer on the page' };
  element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  const { ownerDocument } = element;
  const look = () => {
    box = element.getBoundingClientRect();
    const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
    return { x, y, hit: ownerDocument.elementFromPoint(x, y) };
  };
  let seen = look();
  // Out from under what stays at an edge: a bar of the program's own.
  if (seen.hit && !element.contains(seen.hit)) {
    element.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
    await new Promise((shown) => requestAnimationFrame(shown));
    seen = look();
  }
  if (box.width === 0 || box.height === 0) return { trouble: 'has no size on the screen' };
  const { x, y, hit } = seen;
  const { clientWidth, clientHeight } = ownerDocument.documentElement;
  if (x < 0 || y < 0 || x >= clientWidth || y >= clientHeight)
    return { trouble: `is off the screen, at ${Math.round(x)}, ${Math.round(y)}` };
  if (!hit) return { trouble: 'is covered' };
  if (!element.contains(hit)) return { trouble: `is covered by ${process.automation.nameOf(hit)}` };
  // The frame's place on the phone, and what of WeChat's lies over it.
  const frame = ownerDocument.defaultView?.frameElement?.getBoundingClientRect();
  const at = { x: x + (frame?.left ?? 0), y: y + (frame?.top ?? 0) };
  const above = document.elementFromPoint(at.x, at.y);
  const { dialog, sheet, picker, nativePage, contract } = window.phone;
  return {
    ...at,
    disabled: element.closest('[disabled], [aria-disabled="true"]') !== null,
    surface: above?.closest('[data-surface]')?.getAttribute('data-surface'),
    open: { dialog, sheet, picker, nativePage, contract },
    over: above?.closest('.program-place') ? null : (above?.className ?? 'nothing'),
    wait: window.phone.touchWait(at.x, at.y),
  };
}

async function cannotBeTapped(tab: Tab, elementId: string, why: string): Promise<never> {
  const name = await inProgram(tab, 'elementName', [elementId]).catch(() => 'the element');
  throw new Error(`${name} can't be tapped: ${why}`);
}
