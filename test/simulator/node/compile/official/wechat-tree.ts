import {
  camelCase,
  element,
  eventName,
  joinTexts,
  plain,
  type TreeNode,
  textOf,
} from './template-tree';

/** wcc's node: virtual ones stand for wx:if, wx:for, block and template. */
interface WccNode {
  readonly tag: string;
  readonly attr?: Readonly<Record<string, unknown>>;
  readonly children: readonly unknown[];
}

/** The children of what wcc's function answers. */
export function weChatTree(root: unknown): TreeNode[] {
  return nodesOf((root as WccNode).children);
}

function nodesOf(children: readonly unknown[]): TreeNode[] {
  return joinTexts(
    children.flatMap((child) => (isNode(child) ? elementsOf(child) : textOf(child))),
  );
}

function isNode(value: unknown): value is WccNode {
  return typeof value === 'object' && value !== null && 'children' in value;
}

function elementsOf(node: WccNode): TreeNode[] {
  if (node.tag === 'virtual') return nodesOf(node.children);
  const attributes = Object.entries(node.attr ?? {})
    .filter(([name]) => name !== '$gdc')
    .map(([name, value]) => attributeOf(name, value));
  return [element(node.tag.replace(/^wx-/, ''), attributes, nodesOf(node.children))];
}

/**
 * As documented: https://developers.weixin.qq.com/miniprogram/dev/framework/view/wxml/event.html
 */
function attributeOf(written: string, raw: unknown): readonly [string, unknown] {
  const name = written.replace(/^\$wxs:/, '');
  const value = plain(raw);
  const event = eventName(name);
  if (event !== null) return [event, value];
  // "data-element-type is elementType, data-elementType is elementtype"
  if (name.startsWith('data-')) return [`data ${camelCase(name.slice(5).toLowerCase())}`, value];
  if (name.startsWith('mark:')) return [`mark ${name.slice(5)}`, value];
  return [camelCase(name), value];
}
