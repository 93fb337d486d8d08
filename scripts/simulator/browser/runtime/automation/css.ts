import { type GlassElement, isCustom } from '../glass/glass';
import { copyTree } from './copy-tree';
import { tagOf } from './wxml-of';

/**
 * All of CSS, over the tree as the program wrote it, for a simulator that is lenient. As with the
 * other selectors, a component's template is entered by `>>>` alone.
 *
 * @throws When it is no selector.
 */
export function selectByCss(root: GlassElement, selector: string): GlassElement[] {
  const { copy, originals } = copyTree(root, tagOf(root));
  const component = root.asGeneralComponent();
  const own = component && isCustom(root) ? component.getShadowRoot() : root.ownerShadowRoot;
  const across = selector.includes('>>>');
  return [...find(copy, selector.replaceAll('>>>', ' '))].flatMap((node) => {
    const original = originals.get(node);
    return original && (across || original.ownerShadowRoot === own) ? [original] : [];
  });
}

function find(copy: XMLDocument, selector: string): NodeListOf<Element> {
  try {
    return copy.documentElement.querySelectorAll(selector);
  } catch (cause) {
    throw new Error(`"${selector}" is no selector`, { cause });
  }
}
