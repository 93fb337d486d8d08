import { glassEasel } from 'glass-easel-miniprogram-adapter';
import type { HandledEvents } from '../glass/event-object';
import { domOf, elementOf, type GlassElement, nearestElement } from '../glass/glass';

/** CSS px that a finger may move in a tap. */
const TAP_SLOP = 10;
/** ms; https://developers.weixin.qq.com/miniprogram/dev/framework/view/wxml/event.html */
const LONGPRESS = 350;
/** A browser makes mouse events of a touch, up to this many ms later. */
const MOUSE_AFTER_TOUCH = 1000;

/** What built-in components do about touches, besides the events that the program gets. */
export interface TouchTarget {
  /** True when taps on it, or inside, are swallowed. */
  disabled?(): boolean;
  /**
   * What the tap does, after the program's handlers ran: a button's open type, a checkbox's change.
   */
  activate?(tap: Tap): void;
  /** A finger lies on it, or no longer. True when what lies around it shall not be told. */
  pressed?(down: boolean): boolean;
}

export interface Tap {
  readonly x: number;
  readonly y: number;
}

export interface GestureHooks {
  readonly handled: HandledEvents;
  target(element: GlassElement): TouchTarget | undefined;
  /** Runs the handlers of a real tap, so that tap-only APIs are allowed meanwhile. */
  whileTapped(run: () => void): void;
  onTap(target: HTMLElement): void;
}

interface Point {
  readonly identifier: number;
  readonly pageX: number;
  readonly pageY: number;
  readonly clientX: number;
  readonly clientY: number;
  readonly force: number;
}

interface Press {
  readonly start: Point;
  readonly element: GlassElement;
  moved: boolean;
  longpressed: boolean;
  readonly timer: ReturnType<typeof setTimeout>;
  readonly pressed: readonly TouchTarget[];
}

/** Turns the browser's touches, or a mouse, into WeChat's touch events, tap and longpress. */
export function listenToGestures(document: Document, hooks: GestureHooks): void {
  const presses = new Map<number, Press>();
  let lastTouch = Number.NEGATIVE_INFINITY;

  const start = (event: Event, point: Point, all: readonly Point[]) => {
    // Not the event's target: Chromium moves a finger's to what it takes for the nearest control,
    // even where a label was touched.
    const element = nearestElement(document.elementFromPoint(point.clientX, point.clientY));
    if (!element) return;
    const pressed: TouchTarget[] = [];
    for (const each of path(element)) {
      const target = hooks.target(each);
      if (!target?.pressed) continue;
      pressed.push(target);
      if (target.pressed(true)) break;
    }
    const timer = setTimeout(() => longpress(point.identifier), LONGPRESS);
    presses.set(point.identifier, {
      start: point,
      element,
      moved: false,
      longpressed: false,
      timer,
      pressed,
    });
    pass(event, 'touchstart', element, all, [point]);
  };

  const move = (event: Event, point: Point, all: readonly Point[]) => {
    const press = presses.get(point.identifier);
    if (!press) return;
    if (
      !press.moved &&
      Math.hypot(point.clientX - press.start.clientX, point.clientY - press.start.clientY) >
        TAP_SLOP
    ) {
      press.moved = true;
      lift(press);
    }
    pass(event, 'touchmove', press.element, all, [point]);
  };

  const release = (type: string, event: Event, point: Point, all: readonly Point[]) => {
    const press = presses.get(point.identifier);
    if (!press) return null;
    presses.delete(point.identifier);
    lift(press);
    pass(event, type, press.element, all, [point]);
    return press;
  };

  const end = (event: Event, point: Point, all: readonly Point[]) => {
    const press = release('touchend', event, point, all);
    if (press && !press.moved && !press.longpressed) tap(press.element, point);
  };

  const cancel = (event: Event, point: Point, all: readonly Point[]) =>
    void release('touchcancel', event, point, all);

  const lift = (press: Press) => {
    clearTimeout(press.timer);
    for (const target of press.pressed) target.pressed?.(false);
  };

  const longpress = (identifier: number) => {
    const press = presses.get(identifier);
    if (!press || press.moved) return;
    const handled = ['longpress', 'longtap'].map((type) =>
      fire(press.element, type, detailOf(press.start), [press.start], [press.start]),
    );
    press.longpressed = handled.some((event) => hooks.handled.has(event));
  };

  const pass = (
    event: Event,
    type: string,
    element: GlassElement,
    touches: readonly Point[],
    changed: readonly Point[],
  ) => {
    const fired = fire(element, type, {}, touches, changed);
    // Only a caught move stops the page from scrolling; a caught start must not stop an input from
    // being focused.
    if (type === 'touchmove' && fired.defaultPrevented() && event.cancelable)
      event.preventDefault();
  };

  const tap = (element: GlassElement, point: Point) => {
    const targets = path(element).flatMap((each) => hooks.target(each) ?? []);
    if (targets.some((target) => target.disabled?.())) return;
    const dom = domOf(element);
    if (dom) hooks.onTap(dom);
    hooks.whileTapped(() => fire(element, 'tap', detailOf(point), [point], [point]));
    targets.find((target) => target.activate)?.activate?.({ x: point.pageX, y: point.pageY });
  };

  const byTouch = (handle: typeof start) => (event: TouchEvent) => {
    lastTouch = event.timeStamp;
    const all = [...event.touches].map(pointOf);
    for (const touch of event.changedTouches) handle(event, pointOf(touch), all);
  };
  const byMouse = (handle: typeof start, isDown: boolean) => (event: MouseEvent) => {
    if (event.button !== 0 || event.timeStamp - lastTouch < MOUSE_AFTER_TOUCH) return;
    const point: Point = {
      identifier: 0,
      pageX: event.pageX,
      pageY: event.pageY,
      clientX: event.clientX,
      clientY: event.clientY,
      force: 1,
    };
    handle(event, point, isDown ? [point] : []);
  };
  const options = { capture: true, passive: false };
  document.addEventListener('touchstart', byTouch(start), options);
  document.addEventListener('touchmove', byTouch(move), options);
  document.addEventListener('touchend', byTouch(end), options);
  document.addEventListener('touchcancel', byTouch(cancel), options);
  document.addEventListener('mousedown', byMouse(start, true), options);
  document.addEventListener('mousemove', byMouse(move, true), options);
  document.addEventListener('mouseup', byMouse(end, false), options);
  // WeChat has no context menu; Chromium's would take a slow finger's touch away from the program.
  document.addEventListener('contextmenu', (event) => {
    if (event instanceof PointerEvent && event.pointerType === 'touch') event.preventDefault();
  });
  // A screen reader's double tap is a tap to WeChat; a desktop browser says it by Enter or the
  // space bar.
  document.addEventListener('keydown', (event) => {
    const { target } = event;
    if (
      !(target instanceof HTMLElement) ||
      !target.localName.startsWith('wx-') ||
      !['Enter', ' '].includes(event.key)
    )
      return;
    const element = elementOf(target);
    if (!element) return;
    event.preventDefault();
    const { left, top } = target.getBoundingClientRect();
    tap(element, { identifier: 0, pageX: left, pageY: top, clientX: left, clientY: top, force: 0 });
  });
}

function fire(
  element: GlassElement,
  type: string,
  detail: unknown,
  touches: readonly Point[],
  changedTouches: readonly Point[],
) {
  const event = new glassEasel.Event(type, detail, {
    bubbles: true,
    composed: true,
    capturePhase: true,
    extraFields: { touches, changedTouches, _userTap: type === 'tap' },
  });
  glassEasel.Event.dispatchEvent(element, event);
  return event;
}

/**
 * Elements from the touched one outwards, through slots and component borders, as the DOM has them.
 */
export function path(element: GlassElement): GlassElement[] {
  const found: GlassElement[] = [];
  for (let node: Node | null = domOf(element); node; node = node.parentNode) {
    const each = elementOf(node);
    if (each) found.push(each);
  }
  return found;
}

function detailOf(point: Point) {
  return { x: point.pageX, y: point.pageY };
}

function pointOf(touch: Touch): Point {
  const { identifier, pageX, pageY, clientX, clientY, force } = touch;
  return { identifier, pageX, pageY, clientX, clientY, force };
}
