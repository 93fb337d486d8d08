import type { GlassElement } from '../glass/glass';
import { copyTree } from './copy-tree';

/**
 * XPath 1.0 over what `wxmlOf` writes: `/page/view[2]//button[@id="go"]`. The browser evaluates it
 * on a copy of the tree, in which a component's template stands inside the component.
 *
 * @throws When the path is none, or leads to something else than elements.
 */
export function selectByXpath(
  page: GlassElement,
  xpath: string,
  tabBar?: GlassElement,
): GlassElement[] {
  const { copy, originals } = copyTree(page, 'page', tabBar);
  const found = evaluate(copy, xpath);
  return Array.from({ length: found.snapshotLength }, (_, index) => {
    const node = found.snapshotItem(index);
    const original = node && originals.get(node);
    if (!original) throw new Error(`xpath "${xpath}" leads to something that is no element`);
    return original;
  });
}

function evaluate(copy: XMLDocument, xpath: string): XPathResult {
  try {
    return copy.evaluate(xpath, copy, null, XPathResult.ORDERED_NODE_SNAPSHOT_TYPE, null);
  } catch (cause) {
    throw new Error(
      `xpath "${xpath}" is none: ${cause instanceof Error ? cause.message : String(cause)}`,
      { cause },
    );
  }
}
