import { glassEasel } from 'glass-easel-miniprogram-adapter';
import { domOf, type GlassElement, hostOf, nearestElement } from '../glass/glass';
import { tagOf } from './wxml-of';

/**
 * `<view id="a" class="b">`, as the program wrote it; of a DOM node, what it belongs to. What stands
 * in a component that has no node of its own is named with that component, which the page knows.
 */
export function nameOf(of: Element | GlassElement): string {
  const element = of instanceof Element ? nearestElement(of) : of;
  if (!element) return of instanceof Element ? `<${of.localName}>` : '<element>';
  const { id, class: classes } = element;
  const name = `<${[tagOf(element), id && `id="${id}"`, classes && `class="${classes}"`].filter(Boolean).join(' ')}>`;
  const host = hostOf(element);
  return host && !domOf(host) ? `${name} in ${nameOf(host)}` : name;
}

/** The DOM nodes of an element: its own, or, of a virtual host, those in its template. */
export function nodesOf(element: GlassElement): readonly HTMLElement[] {
  const own = domOf(element);
  if (own) return [own];
  const found: HTMLElement[] = [];
  element.forEachComposedChild((child) => {
    if (glassEasel.Element.isElement(child)) found.push(...nodesOf(child));
  });
  return found;
}
