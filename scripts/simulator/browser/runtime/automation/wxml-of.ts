import { glassEasel } from 'glass-easel-miniprogram-adapter';
import { domOf, type GlassElement } from '../glass/glass';

/** An element as WXML, for people and snapshots: tags, ids, classes, datasets and text as the program wrote them. */
export function wxmlOf(node: glassEasel.Node): string {
  if (glassEasel.TextNode.isTextNode(node)) return escaped(node.textContent);
  if (glassEasel.VirtualNode.isVirtualNode(node)) return contentOf(node);
  const tag = node.asGeneralComponent()?.tagName ?? ('is' in node ? String(node.is) : 'view');
  const dom = domOf(node);
  const attributes = [
    ...(node.id ? [['id', node.id]] : []),
    ...(node.class ? [['class', node.class]] : []),
    ...(dom
      ? [...dom.attributes]
          .filter(({ name }) => /^(?:data-|aria-|role$|hidden$|style$)/.test(name))
          .map(({ name, value }) => [name, value])
      : []),
  ].map(([name, value = '']) => ` ${name}="${escaped(value).replace(/"/g, '&quot;')}"`);
  return `<${tag}${attributes.join('')}>${contentOf(node)}</${tag}>`;
}

/** What stands inside, as it is shown: a component's own template with what was put into its slots. */
export function contentOf(element: GlassElement): string {
  const parts: string[] = [];
  element.forEachComposedChild((child) => {
    parts.push(wxmlOf(child));
  });
  return parts.join('');
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
