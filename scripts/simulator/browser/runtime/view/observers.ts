import { domOf, type MethodCaller } from '../glass/glass';

interface Margins {
  readonly left?: number;
  readonly right?: number;
  readonly top?: number;
  readonly bottom?: number;
}

interface IntersectionOptions {
  readonly thresholds?: readonly number[];
  readonly initialRatio?: number;
  readonly observeAll?: boolean;
}

/** https://developers.weixin.qq.com/miniprogram/dev/api/wxml/IntersectionObserver.html */
export function intersectionObserver(caller: MethodCaller, options: IntersectionOptions = {}) {
  let root: Element | null = null;
  let margin = '0px';
  let observer: IntersectionObserver | null = null;
  const shadow = () => caller._$.getShadowRoot();
  const own = {
    relativeTo(selector: string, margins: Margins = {}) {
      const element = shadow()?.querySelector(selector);
      root = element ? domOf(element) : null;
      margin = marginOf(margins);
      return own;
    },
    relativeToViewport(margins: Margins = {}) {
      root = null;
      margin = marginOf(margins);
      return own;
    },
    observe(selector: string, listener: (result: unknown) => void) {
      const found = options.observeAll
        ? (shadow()?.querySelectorAll(selector) ?? [])
        : [shadow()?.querySelector(selector) ?? null];
      const elements = new Map(
        found.flatMap((element) =>
          element && domOf(element) ? [[domOf(element), element] as const] : [],
        ),
      );
      let first = options.initialRatio ?? 0;
      observer = new IntersectionObserver(
        (entries) => {
          for (const entry of entries) {
            const element = elements.get(entry.target as HTMLElement);
            // WeChat is silent while the ratio is what it was said to start with.
            const isStart = first === entry.intersectionRatio;
            first = Number.NaN;
            if (isStart || !element) continue;
            listener({
              id: element.id,
              dataset: { ...element.dataset },
              intersectionRatio: entry.intersectionRatio,
              intersectionRect: rectOf(entry.intersectionRect),
              boundingClientRect: rectOf(entry.boundingClientRect),
              relativeRect: rectOf(
                entry.rootBounds ?? document.documentElement.getBoundingClientRect(),
              ),
              time: entry.time,
            });
          }
        },
        { root, rootMargin: margin, threshold: [...(options.thresholds ?? [0])] },
      );
      for (const dom of elements.keys()) if (dom) observer.observe(dom);
    },
    disconnect() {
      observer?.disconnect();
    },
  };
  return own;
}

export interface MediaDescriptor {
  readonly minWidth?: number;
  readonly maxWidth?: number;
  readonly width?: number;
  readonly minHeight?: number;
  readonly maxHeight?: number;
  readonly height?: number;
  readonly orientation?: 'portrait' | 'landscape';
}

/** https://developers.weixin.qq.com/miniprogram/dev/api/ui/window/MediaQueryObserver.html */
export function mediaQueryObserver() {
  let query: MediaQueryList | null = null;
  let heard: (() => void) | null = null;
  const disconnect = () => {
    if (heard) query?.removeEventListener('change', heard);
  };
  return {
    observe(descriptor: MediaDescriptor, listener: (result: { matches: boolean }) => void) {
      disconnect();
      const found = matchMedia(mediaQuery(descriptor));
      query = found;
      heard = () => listener({ matches: found.matches });
      found.addEventListener('change', heard);
      heard();
    },
    disconnect,
  };
}

/** The same as a media query of CSS; without any part it is always true. */
export function mediaQuery(descriptor: MediaDescriptor): string {
  const { orientation, ...sizes } = descriptor;
  const parts = Object.entries(sizes).map(
    ([name, value]) =>
      `(${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}: ${value}px)`,
  );
  if (orientation) parts.push(`(orientation: ${orientation})`);
  return parts.join(' and ') || 'all';
}

function marginOf({ top = 0, right = 0, bottom = 0, left = 0 }: Margins): string {
  return `${top}px ${right}px ${bottom}px ${left}px`;
}

function rectOf({ left, right, top, bottom, width, height }: DOMRectReadOnly) {
  return { left, right, top, bottom, width, height };
}
