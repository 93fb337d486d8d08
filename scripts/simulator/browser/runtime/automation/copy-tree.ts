import { glassEasel } from 'glass-easel-miniprogram-adapter';
import type { GlassElement } from '../glass/glass';
import { attributesOf, tagOf } from './wxml-of';

/** A page, or a part of it, as a document of its own that the browser can search. */
export interface TreeCopy {
  readonly copy: XMLDocument;
  readonly originals: ReadonlyMap<Node, GlassElement>;
}

/**
 * What `wxmlOf` writes: a component's template stands inside the component. The program's own tab
 * bar, which WeChat draws over the page, stands at its end.
 */
export function copyTree(root: GlassElement, tag: string, tabBar?: GlassElement): TreeCopy {
  const copy = document.implementation.createDocument(null, tag);
  const originals = new Map<Node, GlassElement>([[copy.documentElement, root]]);
  copyContent(root, copy.documentElement, originals);
  if (tabBar) {
    const copied = copy.createElementNS(null, 'custom-tab-bar');
    originals.set(copied, tabBar);
    copy.documentElement.append(copied);
    copyContent(tabBar, copied, originals);
  }
  return { copy, originals };
}

function copyContent(
  element: GlassElement,
  into: Element,
  originals: Map<Node, GlassElement>,
): void {
  element.forEachComposedChild((child) => {
    if (glassEasel.TextNode.isTextNode(child)) into.append(child.textContent);
    else if (glassEasel.VirtualNode.isVirtualNode(child)) copyContent(child, into, originals);
    else {
      const copied = into.ownerDocument.createElementNS(null, tagOf(child));
      for (const [name, value] of attributesOf(child)) copied.setAttribute(name, value);
      originals.set(copied, child);
      into.append(copied);
      copyContent(child, copied, originals);
    }
  });
}
