import type { ElementHandle } from '../../../contract/process';
import { type GlassElement, isCaller } from '../glass/glass';
import { tagOf } from './wxml-of';

/**
 * Ids of elements: given when first asked for, they stay with the element and are never used again.
 */
export function elementIds(nextId: () => number) {
  const byElement = new WeakMap<GlassElement, string>();
  const byId = new Map<string, WeakRef<GlassElement>>();
  return {
    find: (id: string) => byId.get(id)?.deref(),
    handle(element: GlassElement): ElementHandle {
      const known = byElement.get(element);
      const elementId = known ?? String(nextId());
      if (known === undefined) {
        byElement.set(element, elementId);
        byId.set(elementId, new WeakRef(element));
      }
      const isCustom = isCaller(element.asGeneralComponent()?.getMethodCaller());
      return { elementId, tagName: tagOf(element), ...(isCustom ? { nodeId: elementId } : {}) };
    },
  };
}
