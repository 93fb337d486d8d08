import { glassEasel } from 'glass-easel-miniprogram-adapter';
import { domOf, type GlassElement } from '../glass/glass';

/**
 * An element as WXML, for people and snapshots: tags, ids, classes, datasets and text as the
 * program wrote them.
 */
export function wxmlOf(node: glassEasel.Node): string {
  if (glassEasel.TextNode.isTextNode(node)) return escaped(node.textContent);
  if (glassEasel.VirtualNode.isVirtualNode(node)) return contentOf(node);
  const attributes = attributesOf(node).map(
    ([name, value]) => ` ${name}="${escaped(value).replace(/"/g, '&quot;')}"`,
  );
  return `<${tagOf(node)}${attributes.join('')}>${contentOf(node)}</${tagOf(node)}>`;
}

/**
 * What stands inside, as it is shown: a component's own template with what was put into its slots.
 */
export function contentOf(element: GlassElement): string {
  const parts: string[] = [];
  element.forEachComposedChild((child) => {
    parts.push(wxmlOf(child));
  });
  return parts.join('');
}

/** As the template spells it. */
export function tagOf(element: GlassElement): string {
  const component = element.asGeneralComponent();
  if (!component) return 'is' in element ? String(element.is) : 'view';
  return component.tagName.replace(/^wx-/, '');
}

export function attributesOf(element: GlassElement): (readonly [name: string, value: string])[] {
  const dom = domOf(element);
  // What a screen reader is told of a field stands on the browser's own.
  const field = dom?.querySelector(':scope > input, :scope > textarea');
  const shown = [
    ...[...(dom?.attributes ?? [])].filter(({ name }) =>
      /^(?:data-|aria-|role$|hidden$|style$)/.test(name),
    ),
    ...[...(field?.attributes ?? [])].filter(({ name }) => name.startsWith('aria-')),
  ];
  return [
    ...(element.id ? [['id', element.id] as const] : []),
    ...(element.class ? [['class', element.class] as const] : []),
    ...shown.map(({ name, value }) => [name, value] as const),
  ];
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
