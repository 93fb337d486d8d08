import type { CDPSession, ElementHandle, Page as Tab } from 'playwright-core';
import { inProgram } from './in-program';
import { untilTouchable } from './surface';
import type { TouchPoint } from './types';

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

/** Where on the tab to touch. */
async function aim(
  tab: Tab,
  pageId: number,
  elementId: string,
  { force }: TouchOptions,
): Promise<{ x: number; y: number }> {
  const handle = await domNode(tab, pageId, elementId);
  const refuse = (why: string) => cannotBeTapped(tab, elementId, why);
  try {
    await settle(handle);
    const found = await handle.evaluate((element) => {
      if (!element.isConnected) return { trouble: 'is no longer on the page' };
      element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
      const box = element.getBoundingClientRect();
      if (box.width === 0 || box.height === 0) return { trouble: 'has no size on the screen' };
      const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
      const { clientWidth, clientHeight } = element.ownerDocument.documentElement;
      if (x < 0 || y < 0 || x >= clientWidth || y >= clientHeight)
        return { trouble: `is off the screen, at ${Math.round(x)}, ${Math.round(y)}` };
      const top = element.ownerDocument.elementFromPoint(x, y);
      if (!top) return { trouble: 'is covered' };
      if (!element.contains(top)) {
        const { phone } = element.ownerDocument.defaultView?.parent ?? window;
        return { trouble: `is covered by ${phone.process?.automation.nameOf(top)}` };
      }
      const disabled = element.closest('[disabled], [aria-disabled="true"]');
      // The frame's place on the phone, and what of WeChat's lies over it.
      const frame = element.ownerDocument.defaultView?.frameElement?.getBoundingClientRect();
      return { x: x + (frame?.left ?? 0), y: y + (frame?.top ?? 0), disabled: disabled !== null };
    });
    if ('trouble' in found) return await refuse(`it ${found.trouble}`);
    if (found.disabled && !force)
      return await refuse('it is disabled (tap({force: true}) tries all the same)');
    const over = await tab.evaluate(({ x, y }) => {
      const top = document.elementFromPoint(x, y);
      return top?.closest('.program-place') ? null : (top?.className ?? 'nothing');
    }, found);
    if (over !== null) return await refuse(`WeChat's "${over}" lies over it`);
    await untilTouchable(tab, found);
    return { x: found.x, y: found.y };
  } finally {
    await handle.dispose();
  }
}

/**
 * Nobody hits a thing that is still sliding in: waits until two frames show it in the same place.
 */
async function settle(handle: ElementHandle<Element>): Promise<void> {
  await handle.evaluate(async (element) => {
    element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    let box = element.getBoundingClientRect();
    for (let frame = 0; frame < 120; frame += 1) {
      await new Promise((shown) => requestAnimationFrame(shown));
      const { left, top, width, height } = box;
      box = element.getBoundingClientRect();
      if (box.left === left && box.top === top && box.width === width && box.height === height)
        return;
    }
  });
}

async function domNode(
  tab: Tab,
  pageId: number,
  elementId: string,
): Promise<ElementHandle<Element>> {
  const handle = await tab.evaluateHandle(
    ([page, id]) => {
      const { process } = window.phone;
      if (!process) return 'no mini program runs on this phone: launch() first';
      try {
        return process.automation.domNode(page, id);
      } catch (error) {
        return String(error);
      }
    },
    [pageId, elementId] as const,
  );
  const element = handle.asElement();
  if (element) return element;
  const why = `it is not on the page (${String(await handle.jsonValue())})`;
  return await cannotBeTapped(tab, elementId, why);
}

async function cannotBeTapped(tab: Tab, elementId: string, why: string): Promise<never> {
  const name = await inProgram(tab, 'elementName', [elementId]).catch(() => 'the element');
  throw new Error(`${name} can't be tapped: ${why}`);
}
