import { glassEasel } from 'glass-easel-miniprogram-adapter';
import { wxssValueToCss } from '../../../contract/wxss-value';
import { domOf, type GlassElement } from './glass';

/**
 * What WXS gets of an element.
 * https://developers.weixin.qq.com/miniprogram/dev/framework/view/interactive-animation.html
 */
export interface WxsInstance {
  selectComponent(selector: string): WxsInstance | null;
  selectAllComponents(selector: string): WxsInstance[];
  setStyle(style: string | Readonly<Record<string, string>>): WxsInstance;
  addClass(name: string): WxsInstance;
  removeClass(name: string): WxsInstance;
  hasClass(name: string): boolean;
  getDataset(): Readonly<Record<string, unknown>>;
  callMethod(name: string, argument?: unknown): void;
  getState(): Record<string, unknown>;
  triggerEvent(name: string, detail?: unknown): void;
  getComputedStyle(names: readonly string[]): Readonly<Record<string, string>>;
  getBoundingClientRect(): unknown;
  requestAnimationFrame(callback: () => void): number;
  setTimeout(callback: () => void, ms?: number): unknown;
  clearTimeout(timer: unknown): void;
}

type Handler = (...args: unknown[]) => unknown;

const instances = new WeakMap<GlassElement, WxsInstance>();

/**
 * A function of WXS as an event's handler: it gets the event with its `instance`, and the component
 * that owns the template.
 */
export function wxsHandler(element: GlassElement, handler: Handler): Handler {
  return (event: unknown) => {
    const owner = element.ownerShadowRoot?.getHostNode();
    return handler(
      Object.assign(Object.create(Object(event)), { instance: instanceOf(element) }),
      owner && instanceOf(owner),
    );
  };
}

/**
 * A function of WXS behind `change:prop`: it gets both values, the owner and the element's own
 * instance. The first time the template is still being made; WeChat calls when it stands, so that
 * `owner.selectComponent` finds what is in it.
 */
export function wxsObserver(failed: (error: unknown) => void): (observer: unknown) => Handler {
  return (observer) => {
    // Of a function that the module lacks WeChat says nothing.
    if (typeof observer !== 'function') return () => undefined;
    return (value: unknown, before: unknown, owner: unknown, element: unknown) => {
      const call = () => observer(value, before, instanceIf(owner), instanceIf(element));
      if (!glassEasel.Element.isElement(element) || glassEasel.Element.isAttached(element))
        return call();
      return void Promise.resolve().then(call).catch(failed);
    };
  };
}

function instanceIf(value: unknown): WxsInstance | undefined {
  return glassEasel.Element.isElement(value) ? instanceOf(value) : undefined;
}

function instanceOf(element: GlassElement): WxsInstance {
  const known = instances.get(element);
  if (known) return known;
  const state: Record<string, unknown> = {};
  const root = () =>
    glassEasel.Component.isComponent(element) && element.getShadowRoot()
      ? element.getShadowRoot()
      : element.ownerShadowRoot;
  const instance: WxsInstance = {
    selectComponent: (selector) => {
      const found = root()?.querySelector(selector);
      return found ? instanceOf(found) : null;
    },
    selectAllComponents: (selector) => (root()?.querySelectorAll(selector) ?? []).map(instanceOf),
    setStyle(style) {
      const text =
        typeof style === 'string'
          ? style
          : Object.entries(style)
              .map(([name, value]) => `${toKebab(name)}:${value}`)
              .join(';');
      // Over what the template says; the template's next change of the style takes it away, as in
      // WeChat.
      const dom = domOf(element);
      if (dom) dom.style.cssText += `;${wxssValueToCss(text)}`;
      return instance;
    },
    addClass(name) {
      element.classList?.toggle(name, true);
      return instance;
    },
    removeClass(name) {
      element.classList?.toggle(name, false);
      return instance;
    },
    hasClass: (name) => element.classList?.contains(name) ?? false,
    getDataset: () => ({ ...element.dataset }),
    callMethod(name, argument) {
      if (!glassEasel.Component.isComponent(element)) return;
      glassEasel.Component.getMethod(element, name)?.call(element.getMethodCaller(), argument);
    },
    getState: () => state,
    triggerEvent: (name, detail = {}) => void element.triggerEvent(name, detail),
    getComputedStyle(names) {
      const dom = domOf(element);
      const style = dom && getComputedStyle(dom);
      return Object.fromEntries(
        names.map((name) => [name, style?.getPropertyValue(toKebab(name)) ?? '']),
      );
    },
    getBoundingClientRect: () => domOf(element)?.getBoundingClientRect().toJSON() ?? null,
    requestAnimationFrame: (callback) => requestAnimationFrame(callback),
    setTimeout: (callback, ms) => setTimeout(callback, ms),
    clearTimeout: (timer) => clearTimeout(timer as number),
  };
  instances.set(element, instance);
  return instance;
}

function toKebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
