import { glassEasel } from 'glass-easel-miniprogram-adapter';
import {
  domOf,
  type GlassComponent,
  type GlassElement,
  isCaller,
  type MethodCaller,
} from '../glass/glass';
import { canvasIn } from './canvas-element';

/** https://developers.weixin.qq.com/miniprogram/dev/api/wxml/NodesRef.fields.html */
interface Fields {
  readonly id?: boolean;
  readonly dataset?: boolean;
  readonly mark?: boolean;
  readonly rect?: boolean;
  readonly size?: boolean;
  readonly scrollOffset?: boolean;
  readonly properties?: readonly string[];
  readonly computedStyle?: readonly string[];
  readonly context?: boolean;
  readonly node?: boolean;
}

type Callback = (result: unknown) => void;

interface Query {
  readonly component: GlassComponent | null;
  /** Null is the viewport. */
  readonly selector: string | null;
  readonly all: boolean;
  readonly fields: Fields;
  readonly callback: Callback | undefined;
}

/**
 * wx.createSelectorQuery and this.createSelectorQuery. The adapter's lacks `node`, `computedStyle`
 * and real scroll offsets.
 */
export class SelectorQuery {
  #component: GlassComponent | null;
  readonly #later: (run: () => void) => void;
  readonly #queries: Query[] = [];

  /** `later` runs after the current task, as WeChat's answer does. */
  constructor(component: GlassComponent | null, later: (run: () => void) => void) {
    this.#component = component;
    this.#later = later;
  }

  in(caller: unknown): this {
    if (!isCaller(caller)) throw new Error('SelectorQuery.in: expected a page or a component');
    this.#component = caller._$;
    return this;
  }

  select(selector: string) {
    return this.#ref(selector, false);
  }

  selectAll(selector: string) {
    return this.#ref(selector, true);
  }

  selectViewport() {
    return this.#ref(null, false);
  }

  exec(callback?: (results: unknown[]) => void): this {
    const queries = this.#queries.splice(0);
    this.#later(() => {
      const results = queries.map(answer);
      for (const [index, { callback: each }] of queries.entries()) each?.(results[index]);
      callback?.(results);
    });
    return this;
  }

  #ref(selector: string | null, all: boolean) {
    const add = (fields: Fields, callback?: Callback): this => {
      this.#queries.push({ component: this.#component, selector, all, fields, callback });
      return this;
    };
    return {
      fields: add,
      boundingClientRect: (callback?: Callback) =>
        add({ id: true, dataset: true, rect: true, size: true }, callback),
      scrollOffset: (callback?: Callback) =>
        add({ id: true, dataset: true, scrollOffset: true }, callback),
      context: (callback?: Callback) => add({ context: true }, callback),
      node: (callback?: Callback) => add({ node: true }, callback),
    };
  }
}

function answer({ component, selector, all, fields }: Query): unknown {
  if (selector === null) return describeViewport(fields);
  const root = component?.getShadowRoot();
  if (!root) return all ? [] : null;
  if (all) return root.querySelectorAll(selector).map((element) => describe(element, fields));
  const found = root.querySelector(selector);
  return found && describe(found, fields);
}

function describe(element: GlassElement, fields: Fields): Record<string, unknown> {
  const dom = domOf(element);
  const rect = dom?.getBoundingClientRect() ?? new DOMRect();
  const style = dom && fields.computedStyle ? getComputedStyle(dom) : null;
  return {
    ...(fields.node ? { node: nodeOf(dom) } : {}),
    ...(fields.context ? { context: nodeOf(dom) } : {}),
    ...(fields.id ? { id: element.id } : {}),
    ...(fields.dataset ? { dataset: { ...element.dataset } } : {}),
    ...(fields.mark ? { mark: element.collectMarks() } : {}),
    ...(fields.rect
      ? { left: rect.left, top: rect.top, right: rect.right, bottom: rect.bottom }
      : {}),
    ...(fields.size ? { width: rect.width, height: rect.height } : {}),
    ...(fields.scrollOffset && dom ? scrollOf(dom) : {}),
    ...Object.fromEntries(
      (fields.properties ?? []).map((name) => [name, propertyOf(element, name)]),
    ),
    ...Object.fromEntries(
      (fields.computedStyle ?? []).map((name) => [name, style?.getPropertyValue(dashed(name))]),
    ),
  };
}

function describeViewport(fields: Fields): Record<string, unknown> {
  const { clientWidth: width, clientHeight: height } = document.documentElement;
  return {
    ...(fields.id ? { id: '' } : {}),
    ...(fields.dataset ? { dataset: {} } : {}),
    ...(fields.rect ? { left: 0, top: 0, right: width, bottom: height } : {}),
    ...(fields.size ? { width, height } : {}),
    ...(fields.scrollOffset ? scrollOf(document.documentElement) : {}),
  };
}

/**
 * https://developers.weixin.qq.com/miniprogram/dev/api/wxml/NodesRef.node.html: a canvas, or what
 * moves a <scroll-view>.
 */
function nodeOf(dom: HTMLElement | null | undefined): unknown {
  if (dom?.localName !== 'wx-scroll-view') return canvasIn(dom);
  return {
    scrollTo: ({
      top,
      left,
      animated = true,
    }: {
      top?: number;
      left?: number;
      animated?: boolean;
    }) =>
      dom.scrollTo({
        ...(top === undefined ? {} : { top }),
        ...(left === undefined ? {} : { left }),
        behavior: animated ? 'smooth' : 'instant',
      }),
    scrollIntoView: (selector: string) => dom.querySelector(selector)?.scrollIntoView(),
  };
}

function scrollOf({ scrollLeft, scrollTop, scrollWidth, scrollHeight }: Element) {
  return { scrollLeft, scrollTop, scrollWidth, scrollHeight };
}

function propertyOf(element: GlassElement, name: string): unknown {
  if (!glassEasel.Component.isComponent(element)) return undefined;
  return glassEasel.Component.hasProperty(element, name) ? element.data[name] : undefined;
}

function dashed(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

export function queryOf(
  caller: MethodCaller | null,
  later: (run: () => void) => void,
): SelectorQuery {
  return new SelectorQuery(caller?._$ ?? null, later);
}
