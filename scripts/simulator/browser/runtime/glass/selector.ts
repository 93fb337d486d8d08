import { glassEasel } from 'glass-easel-miniprogram-adapter';
import { type GlassElement, isCustom } from './glass';

interface Step {
  /** How this step hangs on the one before it. */
  readonly relation: 'descendant' | 'child' | 'across';
  readonly tag: string | null;
  readonly id: string | null;
  readonly classes: readonly string[];
  readonly attributes: readonly { readonly name: string; readonly value: string | null }[];
}

/**
 * Elements inside `root` (a component's own template, or what stands inside an element) in document
 * order. Selectors as automation takes them: tag, #id, .class, [attribute=value], descendant, `>`,
 * `,`, and `>>>` into the templates of components.
 */
export function selectAll(root: GlassElement, selector: string): GlassElement[] {
  const found = new Set<GlassElement>();
  for (const each of selector.split(',')) {
    const steps = parse(each.trim());
    let level: Set<GlassElement> = new Set([root]);
    for (const step of steps)
      level = new Set(
        [...level].flatMap((from) =>
          reached(from, step).filter((element) => matches(element, step)),
        ),
      );
    for (const element of level) found.add(element);
  }
  return inOrder(root, found);
}

function parse(selector: string): Step[] {
  const steps: Step[] = [];
  let relation: Step['relation'] = 'descendant';
  const pattern = /\s*(>>>|>)\s*|\s+|((?:[*\w-]+|#[\w-]+|\.[\w-]+|\[[^\]]+\])+)/g;
  let end = 0;
  for (const match of selector.matchAll(pattern)) {
    if (match.index !== end) break;
    end = match.index + match[0].length;
    if (match[1]) relation = match[1] === '>>>' ? 'across' : 'child';
    if (match[2]) {
      steps.push({ relation, ...compound(match[2]) });
      relation = 'descendant';
    }
  }
  if (steps.length === 0 || end !== selector.length)
    throw new Error(`selector "${selector}" is not one that the simulator understands`);
  return steps;
}

function compound(text: string): Omit<Step, 'relation'> {
  const tag = /^[\w-]+/.exec(text)?.[0] ?? null;
  const attributes = [
    ...text.matchAll(/\[\s*([\w:-]+)\s*(?:=\s*(?:"([^"]*)"|'([^']*)'|([^\]]*?)))?\s*\]/g),
  ];
  const plain = text.replace(/\[[^\]]*\]/g, '');
  return {
    tag,
    id: /#([\w-]+)/.exec(plain)?.[1] ?? null,
    classes: [...plain.matchAll(/\.([\w-]+)/g)].flatMap((match) => match[1] ?? []),
    attributes: attributes.map(([, name = '', double, single, bare]) => ({
      name,
      value: double ?? single ?? bare ?? null,
    })),
  };
}

function reached(from: GlassElement, step: Step): GlassElement[] {
  const within = (element: GlassElement, deep: boolean, across: boolean): GlassElement[] =>
    childrenOf(element, across).flatMap((child) => [
      child,
      ...(deep ? within(child, deep, across) : []),
    ]);
  const component = from.asGeneralComponent();
  // Inside a component an automation selector means its own template; a built-in has none, so what
  // stands inside it.
  const start: GlassElement =
    component?.getShadowRoot() && isCustom(component) ? (component.getShadowRoot() ?? from) : from;
  return within(start, step.relation !== 'child', step.relation === 'across');
}

function childrenOf(element: GlassElement, across: boolean): GlassElement[] {
  const own = element.childNodes.filter((child): child is GlassElement =>
    glassEasel.Element.isElement(child),
  );
  const component = element.asGeneralComponent();
  const shadow = across && component && isCustom(component) ? component.getShadowRoot() : null;
  // wx:if, wx:for and block are elements too, but not nodes of the page.
  const flat = own.flatMap((child) =>
    glassEasel.VirtualNode.isVirtualNode(child) ? childrenOf(child, across) : [child],
  );
  return shadow ? [...childrenOf(shadow, across), ...flat] : flat;
}

function matches(element: GlassElement, step: Step): boolean {
  const tag = element.asGeneralComponent()?.tagName ?? ('is' in element ? String(element.is) : '');
  if (step.tag !== null && step.tag !== '*' && tag !== step.tag) return false;
  if (step.id !== null && element.id !== step.id) return false;
  if (!step.classes.every((name) => element.classList?.contains(name))) return false;
  return step.attributes.every(({ name, value }) => {
    const actual = attributeOf(element, name);
    return value === null ? actual !== null : actual === value;
  });
}

export function attributeOf(element: GlassElement, name: string): string | null {
  const dom: unknown = element.getBackendElement();
  if (dom instanceof Element && dom.hasAttribute(name)) return dom.getAttribute(name);
  if (name === 'class') return element.class;
  const component = element.asGeneralComponent();
  const camel = name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
  if (!component || !glassEasel.Component.hasProperty(component, camel)) return null;
  const value: unknown = component.data[camel];
  return value === undefined || value === null
    ? null
    : typeof value === 'object'
      ? JSON.stringify(value)
      : String(value);
}

function inOrder(root: GlassElement, found: ReadonlySet<GlassElement>): GlassElement[] {
  const ordered: GlassElement[] = [];
  const visit = (element: GlassElement) => {
    if (found.has(element)) ordered.push(element);
    for (const child of childrenOf(element, true)) visit(child);
  };
  visit(root);
  return ordered;
}
