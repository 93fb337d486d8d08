import type { glassEasel } from 'glass-easel-miniprogram-adapter';
import { glassEasel as glass } from 'glass-easel-miniprogram-adapter';
import { toPropertyName } from '../../../contract/builtins';
import { domOf, type GlassElement, hostOf, isCustom } from './glass';
import { wxsHandler, wxsObserver } from './wxs-instance';

type GroupList = { readonly [path: string]: glassEasel.template.ComponentTemplate['content'] };
/**
 * The functions that a compiled template calls to set things on elements, by one-letter names:
 * glass-easel's `ProcGenWrapper`.
 */
type Setters = Record<string, unknown>;
type ProcGen = (setters: Setters, ...rest: unknown[]) => unknown;

type WxsFunction = (...args: unknown[]) => unknown;

/** Attributes that WeChat takes on every component, whatever its properties. */
export interface CommonAttributes {
  /** Sets an export of wx.createAnimation going. */
  animate(element: GlassElement, animation: unknown): void;
  /**
   * A handler that the template names and the script lacks: WeChat complains when the event comes,
   * glass-easel never does.
   */
  missingHandler(message: string): void;
  /** What a function or a module of WXS threw. */
  wxsFailed(error: unknown): void;
}

/** Evaluates the compiler's expression, whose code calls `wxsFailed`. */
export function evaluateTemplates(
  code: string,
  { wxsFailed }: Pick<CommonAttributes, 'wxsFailed'>,
): GroupList {
  return new Function('wxsFailed', `return ${code}`)(wxsFailed) as GroupList;
}

/** One page's or component's template, with WeChat's common attributes brought to the DOM. */
export function componentTemplate(
  groups: GroupList,
  path: string,
  common: CommonAttributes,
): glassEasel.template.ComponentTemplate {
  const group = groups[path];
  const wrapped = new WeakMap<Setters, Setters>();
  const content = (name: string) => {
    // The declarations hide what a template's function takes; it is `(setters, ...)` for every
    // template.
    const make = group?.(name) as ProcGen | undefined;
    if (!make) return undefined;
    return (setters: Setters, ...rest: unknown[]) => {
      const own = wrapped.get(setters) ?? withCommonAttributes(setters, common);
      wrapped.set(setters, own);
      return make(own, ...rest);
    };
  };
  return {
    groupList: groups,
    content: content as unknown as glassEasel.template.ComponentTemplate['content'],
    fallbackListenerOnNativeNode: true,
  };
}

function withCommonAttributes(setters: Setters, common: CommonAttributes): Setters {
  const setProperty = setters.r as (
    element: GlassElement,
    name: string,
    value: unknown,
    ...rest: unknown[]
  ) => void;
  const setListener = setters.v as (
    element: GlassElement,
    event: string,
    handler: unknown,
    ...rest: unknown[]
  ) => void;
  const setId = setters.i as (element: GlassElement, value: unknown) => void;
  const setData = setters.d as (element: GlassElement, name: string, value: unknown) => void;
  // glass-easel gives every function behind `change:prop` through this filter.
  Reflect.set(setters, 'changePropFilter', wxsObserver(common.wxsFailed));
  const own = {
    r(element: GlassElement, name: string, value: unknown, ...rest: unknown[]) {
      if (hasProperty(element, name)) {
        if (!isSame(element, name, value)) setProperty(element, name, value, ...rest);
      } else if (name === 'animation') common.animate(element, value);
      else if (name === 'hidden') {
        // A property of WeChat's own components; to one of the program's it says nothing.
        if (!isCustom(element)) setDomAttribute(element, 'hidden', value ? '' : null);
      } else if (name.startsWith('aria-')) setAria(element, name, value);
      else setProperty(element, name, value, ...rest);
    },
    // A component may declare a property `id` (Vant's buttons do) and then gets both.
    i(element: GlassElement, value: unknown) {
      keepFromGlobals(String(value));
      setId(element, value);
      if (hasProperty(element, 'id')) setProperty(element, 'id', value);
    },
    v(element: GlassElement, event: string, handler: unknown, ...rest: unknown[]) {
      const isWxs = typeof handler === 'function';
      setListener(
        element,
        event,
        isWxs ? wxsHandler(element, handler as WxsFunction) : handler,
        ...rest,
      );
      const host = hostOf(element);
      if (
        typeof handler !== 'string' ||
        handler === '' ||
        !host ||
        host.is.startsWith('miniprogram_npm/')
      )
        return;
      if (!glass.Component.getMethod(host, handler))
        common.missingHandler(`${host.is} has no method "${handler}" for the event "${event}"`);
    },
    d(element: GlassElement, name: string, value: unknown) {
      setData(element, name, value);
      // WeChat keeps datasets next to the nodes; on the DOM they are handles for tests and for
      // `data-screen`.
      setDomAttribute(
        element,
        `data-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
        textOf(value),
      );
    },
  };
  // `bindtap` without a colon comes as a property, and glass-easel finds out that it is none.
  setters.v = own.v;
  return Object.assign(Object.create(setters) as Setters, own);
}

/**
 * The same value again is no change: the component's observers stay quiet. An object may have
 * changed inside.
 */
function isSame(element: GlassElement, name: string, value: unknown): boolean {
  if (
    typeof value === 'object' ||
    typeof value === 'function' ||
    !glass.Component.isComponent(element)
  )
    return false;
  const given = givenTo.get(element) ?? new Map<string, unknown>();
  givenTo.set(element, given);
  const same =
    given.has(name) &&
    Object.is(given.get(name), value) &&
    Object.is(element.data[toPropertyName(name)], value);
  given.set(name, value);
  return same;
}

/** What each component's properties were given by its template, last. */
const givenTo = new WeakMap<GlassElement, Map<string, unknown>>();

function hasProperty(element: GlassElement, name: string): boolean {
  return (
    glass.Component.isComponent(element) &&
    glass.Component.hasProperty(element, toPropertyName(name))
  );
}

/**
 * https://developers.weixin.qq.com/miniprogram/dev/component/aria-component.html: `aria-role` is
 * ARIA's `role`.
 */
function setAria(element: GlassElement, name: string, value: unknown): void {
  const text = value === '' || value === undefined || value === null ? null : String(value);
  const field = domOf(element)?.querySelector(':scope > input, :scope > textarea');
  if (field) {
    // The browser's own field is what a screen reader meets.
    if (text === null) field.removeAttribute(name);
    else field.setAttribute(name, text);
    return;
  }
  setDomAttribute(element, name === 'aria-role' ? 'role' : name, text);
  // A named picture is an image to screen readers; others are decoration.
  if (name === 'aria-label' && domOf(element)?.localName === 'wx-image')
    setDomAttribute(element, 'role', text === null ? null : 'img');
}

function setDomAttribute(element: GlassElement, name: string, value: string | null): void {
  const dom = domOf(element);
  if (value === null) dom?.removeAttribute(name);
  else dom?.setAttribute(name, value);
}

function textOf(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/**
 * A browser makes an element a global by its id, and WeChat does not: a program that asks for such
 * a name, as libraries do for `process`, finds nothing.
 */
function keepFromGlobals(id: string): void {
  if (id in globalThis) return;
  Object.defineProperty(globalThis, id, { value: undefined, configurable: true, writable: true });
}
