import type { glassEasel } from 'glass-easel-miniprogram-adapter';
import { component as adapterComponent } from 'glass-easel-miniprogram-adapter';
import { BUILTINS } from '../../../contract/builtins';

/** Names for glass-easel's general types, which its declarations spell with many parameters. */
export type GlassElement = glassEasel.Element;
export type GlassComponent = glassEasel.GeneralComponent;

/** What `this` is in a Page's or Component's methods. */
export interface MethodCaller {
  readonly _$: GlassComponent;
  readonly data: Readonly<Record<string, unknown>>;
  setData(data: Readonly<Record<string, unknown>>, callback?: () => void): void;
  hasBehavior(behavior: unknown): boolean;
}

export function isCaller(value: unknown): value is MethodCaller {
  return value instanceof adapterComponent.ComponentCaller;
}

/** A component of the program's, and none of WeChat's own. */
export function isCustom(element: GlassElement): boolean {
  const component = element.asGeneralComponent();
  return component !== null && !Object.hasOwn(BUILTINS, component.is);
}

/** glass-easel writes itself on the DOM nodes it makes. */
export function elementOf(node: Node | null): GlassElement | null {
  if (!node || !('__wxElement' in node)) return null;
  // Only glass-easel writes this field.
  return (node.__wxElement ?? null) as GlassElement | null;
}

/** The DOM node of an element that has one: not that of a virtual host. */
export function domOf(element: GlassElement): HTMLElement | null {
  const node: unknown = element.getBackendElement();
  return node instanceof HTMLElement ? node : null;
}

/** The nearest element at or above a DOM node. */
export function nearestElement(node: Node | null): GlassElement | null {
  for (let each = node; each; each = each.parentNode) {
    const element = elementOf(each);
    if (element) return element;
  }
  return null;
}

/** The component whose template holds the element; null for a page itself. */
export function hostOf(element: GlassElement): GlassComponent | null {
  return element.ownerShadowRoot?.getHostNode() ?? null;
}

/** The page that an element is part of, or itself when it is one. */
export function rootOf(element: GlassElement): GlassElement {
  let each = element;
  for (let host = hostOf(each); host; host = hostOf(each)) each = host;
  return each;
}
