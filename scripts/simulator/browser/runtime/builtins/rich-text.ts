import { wxssValueToCss } from '../../../contract/wxss-value';
import { type BuiltinKit, defineBuiltin } from './kit';
import { scopedClasses } from './scoped-class';

/**
 * Tags that WeChat lets through, with the attributes it lets them have next to `class` and `style`.
 */
const TRUSTED: Readonly<Record<string, readonly string[]>> = Object.fromEntries([
  ...'a abbr address article aside b bdi big blockquote br caption center cite code dd del div dl dt em fieldset font footer h1 h2 h3 h4 h5 h6 header hr i ins label legend li mark nav p pre q rt ruby s section small span strong sub sup tbody tfoot thead tt u ul'
    .split(' ')
    .map((tag) => [tag, []] as const),
  ['bdo', ['dir']],
  ['col', ['span', 'width']],
  ['colgroup', ['span', 'width']],
  ['img', ['alt', 'src', 'height', 'width']],
  ['ol', ['start', 'type']],
  ['table', ['width']],
  ['td', ['colspan', 'height', 'rowspan', 'width']],
  ['th', ['colspan', 'height', 'rowspan', 'width']],
  ['tr', ['colspan', 'height', 'rowspan', 'width']],
]);

/**
 * https://developers.weixin.qq.com/miniprogram/dev/component/rich-text.html; what is not trusted is
 * left out, as there.
 */
export function defineRichText(kit: BuiltinKit): void {
  defineBuiltin(kit, 'rich-text', {
    update(self) {
      const nodes = self.value('nodes');
      const classes = (names: string) => scopedClasses(self, names);
      const made = typeof nodes === 'string' ? fromText(nodes, classes) : fromList(nodes, classes);
      self.dom.replaceChildren(...made);
      self.dom.toggleAttribute('selectable', self.flag('userSelect'));
    },
  });
}

type Classes = (names: string) => string;

function fromText(text: string, classes: Classes): Node[] {
  const { body } = new DOMParser().parseFromString(text, 'text/html');
  return copied(body, classes);
}

function copied(from: Element, classes: Classes): Node[] {
  return [...from.childNodes].flatMap((node): Node[] => {
    if (node instanceof Text) return [new Text(node.data)];
    if (!(node instanceof Element)) return [];
    const attributes = Object.fromEntries(
      [...node.attributes].map(({ name, value }) => [name, value]),
    );
    const made = trusted(node.localName, attributes, classes);
    if (!made) return [];
    made.append(...copied(node, classes));
    return [made];
  });
}

function fromList(list: unknown, classes: Classes): Node[] {
  if (!Array.isArray(list)) return [];
  return list.flatMap((node: unknown): Node[] => {
    if (typeof node !== 'object' || node === null) return [];
    const { name, type, text, attrs, children } = node as Readonly<Record<string, unknown>>;
    if (type === 'text') return [new Text(unescaped(String(text ?? '')))];
    const made = trusted(
      String(name ?? '').toLowerCase(),
      typeof attrs === 'object' && attrs !== null ? { ...attrs } : {},
      classes,
    );
    if (!made) return [];
    made.append(...fromList(children, classes));
    return [made];
  });
}

function trusted(
  tag: string,
  attributes: Readonly<Record<string, unknown>>,
  classes: Classes,
): HTMLElement | null {
  const allowed = TRUSTED[tag];
  if (!allowed) return null;
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === 'class') made.className = classes(String(value));
    else if (name === 'style') made.setAttribute('style', wxssValueToCss(String(value)));
    else if (allowed.includes(name)) made.setAttribute(name, String(value));
  }
  return made;
}

function unescaped(text: string): string {
  return (
    new DOMParser().parseFromString(text.replace(/</g, '&lt;'), 'text/html').body.textContent ?? ''
  );
}
