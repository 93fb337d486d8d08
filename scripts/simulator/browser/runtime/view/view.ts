import type { Errors } from '../errors';
import { domOf, type GlassElement, isCaller, type MethodCaller } from '../glass/glass';
import type { ReadyQueue } from '../glass/ready-queue';
import type { Emitter } from '../process/emitter';
import type { PageStack } from '../process/stack';
import type { ProgramWindow } from '../process/window';
import type { LifecycleEvents, ViewApi } from '../process/wx-runtime';
import { animate, createAnimation } from './animation';
import { canvasContext } from './canvas-context';
import { canvasIn } from './canvas-element';
import { intersectionObserver, mediaQueryObserver } from './observers';
import { queryOf, type SelectorQuery } from './selector-query';

export interface View {
  readonly api: ViewApi;
  /** The same for `this.createSelectorQuery()` and friends. */
  readonly forCallers: {
    createSelectorQuery(caller: MethodCaller): SelectorQuery;
    createIntersectionObserver(caller: MethodCaller, options: unknown): unknown;
    createMediaQueryObserver(): unknown;
  };
  animate(element: GlassElement, animation: unknown): void;
  /** The frame has another size. */
  resized(lifecycle: Emitter<LifecycleEvents>): void;
}

export interface ViewParts {
  readonly stack: PageStack;
  readonly programWindow: ProgramWindow;
  readonly errors: Errors;
  readonly ready: ReadyQueue;
  assetUrl(src: string, unit: string): string;
}

/** The part of `wx` that reads or moves the document. */
export function createView({ stack, programWindow, errors, ready, assetUrl }: ViewParts): View {
  const later = (run: () => void) => void ready.nextTask().then(() => errors.guard(run));
  const observe = (given: unknown, options: unknown) => {
    const component = given ?? stack.front?.caller;
    if (!isCaller(component))
      throw new Error('createIntersectionObserver: expected a page or a component');
    return intersectionObserver(
      component,
      typeof options === 'object' && options !== null ? options : {},
    );
  };
  return {
    animate,
    forCallers: {
      createSelectorQuery: (caller) => queryOf(caller, later),
      createIntersectionObserver: observe,
      createMediaQueryObserver: mediaQueryObserver,
    },
    api: {
      createSelectorQuery: () => queryOf(stack.front?.caller ?? null, later),
      createIntersectionObserver: observe,
      createMediaQueryObserver: mediaQueryObserver,
      createCanvasContext(canvasId, component) {
        const page = stack.front;
        const place = (isCaller(component) && domOf(component._$)) || page?.dom;
        return canvasContext({
          find: () => place?.querySelector(`wx-canvas[canvas-id="${CSS.escape(canvasId)}"]`),
          assetUrl: (src) => assetUrl(src, page?.path ?? ''),
          later,
        });
      },
      findCanvas(given, component) {
        if (given instanceof HTMLCanvasElement) return given;
        const place = (isCaller(component) && domOf(component._$)) || stack.front?.dom;
        const id = CSS.escape(String(given));
        return canvasIn(place?.querySelector(`wx-canvas[canvas-id="${id}"]`));
      },
      createAnimation: (options) =>
        createAnimation(typeof options === 'object' && options !== null ? options : {}),
      nextTick: later,
      pageScrollTo: (options) => pageScrollTo(options, stack),
      pullDown: () => void stack.front?.call('onPullDownRefresh'),
      setNavigationBar(bar) {
        const page = stack.front;
        if (!page) return;
        page.bar = { ...page.bar, ...bar };
        programWindow.refresh();
      },
    },
    resized(lifecycle) {
      const { clientWidth: windowWidth, clientHeight: windowHeight } = document.documentElement;
      const detail = { size: { windowWidth, windowHeight } };
      lifecycle.emit('windowResize', detail);
      const page = stack.front;
      if (!page) return;
      if (page.method('onResize')) page.call('onResize', detail);
      page.lifetime('resize', detail);
    },
  };
}

function pageScrollTo(
  { scrollTop, selector, duration = 300, offsetTop = 0 }: Parameters<ViewApi['pageScrollTo']>[0],
  stack: PageStack,
): { errMsg?: string } {
  let top = scrollTop;
  if (selector !== undefined) {
    const found = stack.front?.component.getShadowRoot()?.querySelector(selector);
    const dom = found ? domOf(found) : null;
    if (!dom) return { errMsg: `can not find the node "${selector}"` };
    top = dom.getBoundingClientRect().top + document.documentElement.scrollTop + offsetTop;
  }
  if (top === undefined) return { errMsg: 'scrollTop or selector is needed' };
  document.documentElement.scrollTo({ top, behavior: duration > 0 ? 'smooth' : 'instant' });
  return {};
}
