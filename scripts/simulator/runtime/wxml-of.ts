import { glassEasel } from 'glass-easel-miniprogram-adapter';
import { domOf } from './glass';

/** The page as WXML, for people and snapshots: tags, ids, classes, datasets and text as the program wrote them. */
export function wxmlOf(node: glassEasel.Node): string {
  if (glassEasel.TextNode.isTextNode(node)) return escaped(node.textContent);
  if (glassEasel.VirtualNode.isVirtualNode(node)) return node.childNodes.map(wxmlOf).join('');
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
  return `<${tag}${attributes.join('')}>${node.childNodes.map(wxmlOf).join('')}</${tag}>`;
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
