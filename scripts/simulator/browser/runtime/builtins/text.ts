import { type Builtin, type BuiltinKit, defineBuiltin } from './kit';

/** What `decode` turns into characters: no others. */
const ENTITIES: Readonly<Record<string, string>> = {
  '&nbsp;': '\u00a0',
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
  '&apos;': "'",
  '&ensp;': '\u2002',
  '&emsp;': '\u2003',
};

/** What `space` makes of a blank. */
const SPACES: Readonly<Record<string, string>> = { ensp: '\u2002', emsp: '\u2003', nbsp: '\u00a0' };

/** https://developers.weixin.qq.com/miniprogram/dev/component/text.html */
export function defineText(kit: BuiltinKit): void {
  const observers = new WeakMap<Builtin, MutationObserver>();
  defineBuiltin(kit, 'text', {
    created(self) {
      // The framework writes the template's texts into the nodes; here they become what is read.
      observers.set(self, new MutationObserver(() => write(self)));
    },
    attached(self) {
      observers
        .get(self)
        ?.observe(self.dom, { childList: true, characterData: true, subtree: true });
      write(self);
    },
    detached: (self) => observers.get(self)?.disconnect(),
    update(self) {
      self.dom.toggleAttribute('selectable', self.flag('selectable') || self.flag('userSelect'));
      write(self);
    },
  });
}

function write(self: Builtin): void {
  const decode = self.flag('decode');
  const space = SPACES[self.text('space')];
  if (!decode && space === undefined) return;
  for (const node of self.dom.childNodes) {
    if (node.nodeType !== Node.TEXT_NODE || node.nodeValue === null) continue;
    const spaced = space === undefined ? node.nodeValue : node.nodeValue.replace(/ /g, space);
    const text = decode ? spaced.replace(/&\w+;/g, (entity) => ENTITIES[entity] ?? entity) : spaced;
    if (text !== node.nodeValue) node.nodeValue = text;
  }
}
