import { glassEasel } from 'glass-easel-miniprogram-adapter';
import { camelCase, element, eventName, joinTexts, plain, type TreeNode } from './template-tree';

type Data = Readonly<Record<string, unknown>>;
type Groups = Readonly<
  Record<string, (name: string) => ((setters: object, ...rest: unknown[]) => unknown) | undefined>
>;

export interface OurTemplate {
  tree(): TreeNode[];
  setData(data: Data): void;
}

/**
 * The simulator's compiled templates, run by glass-easel without a browser; what they set on
 * elements is written down.
 */
export function ourTemplates(code: string): (path: string, data: Data) => OurTemplate {
  const groups = new Function(`return ${code}`)() as Groups;
  glassEasel.addGlobalWarningListener(() => false);
  const space = new glassEasel.ComponentSpace();
  return (path, data) => {
    const set = new WeakMap<object, Map<string, unknown>>();
    const content = (name: string) => {
      const make = groups[path]?.(name);
      return (
        make && ((setters: object, ...rest: unknown[]) => make(recording(setters, set), ...rest))
      );
    };
    const template = { groupList: groups, content, fallbackListenerOnNativeNode: true } as never;
    const definition = space.defineComponent({ is: path, template, data: { ...data } });
    const component = glassEasel.Component.createWithContext(
      'page',
      definition.general(),
      new glassEasel.EmptyBackendContext(),
    );
    return {
      tree: () => nodesOf(component.getShadowRoot()?.childNodes ?? [], set),
      setData: (next) => component.setData({ ...next }),
    };
  };
}

function nodesOf(
  nodes: readonly glassEasel.Node[],
  set: WeakMap<object, Map<string, unknown>>,
): TreeNode[] {
  return joinTexts(
    nodes.flatMap((node): TreeNode[] => {
      if (glassEasel.TextNode.isTextNode(node)) return [node.textContent];
      const children = nodesOf(node.childNodes, set);
      const attributes = [...(set.get(node) ?? []), ['slot', node.slot] as const];
      if (glassEasel.NativeNode.isNativeNode(node)) return [element(node.is, attributes, children)];
      if (!glassEasel.VirtualNode.isVirtualNode(node)) throw new Error('there are no components');
      if (node.is !== 'slot') return children;
      return [
        element('slot', [...attributes, ['name', Reflect.get(node, '_$slotName')]], children),
      ];
    }),
  );
}

type Setter = (element: object, ...rest: never[]) => void;

/** glass-easel's functions for setting things, by one-letter names: `ProcGenWrapper`. */
function recording(setters: object, set: WeakMap<object, Map<string, unknown>>): object {
  Reflect.set(setters, 'changePropFilter', () => () => undefined);
  const own = Object.create(setters) as Record<string, Setter>;
  const wrap = (letter: string, write: (...rest: never[]) => readonly [string, unknown]) => {
    const inner = Reflect.get(setters, letter) as Setter;
    own[letter] = (element, ...rest) => {
      const known = set.get(element) ?? new Map<string, unknown>();
      known.set(...write(...rest));
      set.set(element, known);
      inner(element, ...rest);
    };
  };
  const text = (name: string) => (value: unknown) => [name, value] as const;
  wrap('i', text('id'));
  wrap('c', (value: unknown) => ['class', Array.isArray(value) ? value.join(' ') : value]);
  wrap('y', text('style'));
  wrap('d', (name: string, value: unknown) => [`data ${name}`, plain(value)]);
  wrap('m', (name: string, value: unknown) => [`mark ${name}`, plain(value)]);
  // Without a colon (`bindtap`) it is a property by its name, until it turns out that there is
  // none.
  wrap('r', (name: string, value: unknown) => {
    const camel = camelCase(name);
    return [eventName(camel) ?? camel, plain(value)];
  });
  wrap('a', (name: string, value: unknown) => [camelCase(name), plain(value)]);
  wrap('l', (name: string, value: unknown) => [camelCase(name), plain(value)]);
  wrap('p', (name: string, value: unknown) => [`change:${name}`, plain(value)]);
  wrap(
    'v',
    (event: string, handler: unknown, final: boolean, mutated: boolean, capture: boolean) => [
      `${capture ? 'capture-' : ''}${mutated ? 'mut-bind' : final ? 'catch' : 'bind'} ${event}`,
      plain(handler),
    ],
  );
  return own;
}
