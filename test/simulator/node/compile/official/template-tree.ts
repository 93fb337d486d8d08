/**
 * An element as a phone gets it. Attributes are named as WeChat's documents name what they do:
 * `data fooBar`, `bind tap`.
 */
export interface TreeElement {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly children: readonly TreeNode[];
}

/** Text is a string. */
export type TreeNode = TreeElement | string;

/**
 * What stands next to each other as text is one text, and an empty one is none: so it looks the
 * same.
 */
export function joinTexts(nodes: readonly TreeNode[]): TreeNode[] {
  const joined: TreeNode[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    if (typeof node === 'string' && typeof last === 'string')
      joined[joined.length - 1] = last + node;
    else joined.push(node);
  }
  return joined.filter((node) => node !== '');
}

/** For the eye: WXML without what is undefined, or an empty class, style, id, slot or name. */
export function written(nodes: readonly TreeNode[]): string {
  const attribute = ([name, value]: [string, unknown]) => ` ${name}=${JSON.stringify(value)}`;
  return nodes
    .map((node) => {
      if (typeof node === 'string') return node;
      const attributes = Object.entries(node.attributes).filter(([, value]) => value !== undefined);
      const sorted = attributes.sort(([one], [other]) => (one < other ? -1 : 1)).map(attribute);
      return `<${node.tag}${sorted.join('')}>${written(node.children)}</${node.tag}>`;
    })
    .join('');
}

/** What has no effect when it is empty. */
const TEXTS: ReadonlySet<string> = new Set(['id', 'class', 'style', 'slot', 'name']);

export function element(
  tag: string,
  attributes: readonly (readonly [string, unknown])[],
  children: readonly TreeNode[],
): TreeNode {
  const texts = attributes.map(
    ([name, value]) => [name, isText(tag, name) ? textOf(value) : value] as const,
  );
  return {
    tag,
    attributes: Object.fromEntries(
      texts.filter(([name, value]) => value !== '' || !isText(tag, name)),
    ),
    children,
  };
}

function isText(tag: string, name: string): boolean {
  return TEXTS.has(name) && (name !== 'name' || tag === 'slot');
}

/** A text that glass-easel or WeChat makes of a value. */
export function textOf(value: unknown): string {
  return value === undefined ? '' : String(value);
}

/** The same for values of any realm; a function is known by being one. */
export function plain(value: unknown): unknown {
  if (typeof value === 'function') return '[function]';
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof RegExp || value instanceof Date) return String(value);
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, plain(each)]));
}

const EVENT = /^(?:(capture-)?(bind|catch)|(mut-bind)):?([\w-]+)$/;

/**
 * `bind tap` of `bindtap` and `bind:tap`.
 * https://developers.weixin.qq.com/miniprogram/dev/framework/view/wxml/event.html
 */
export function eventName(attribute: string): string | null {
  const event = EVENT.exec(attribute);
  return event && `${event[1] ?? ''}${event[2] ?? event[3]} ${event[4]}`;
}

export function camelCase(name: string): string {
  return name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
