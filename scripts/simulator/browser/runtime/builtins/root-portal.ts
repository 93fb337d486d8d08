import { type Builtin, type BuiltinKit, defineBuiltin } from './kit';

/**
 * https://developers.weixin.qq.com/miniprogram/dev/component/root-portal.html. What stands inside
 * hangs at the end of the page, out of every transform and overflow. glass-easel goes on inserting
 * into the component's node, which passes it on.
 */
export function defineRootPortal(kit: BuiltinKit): void {
  const portals = new WeakMap<Builtin, HTMLElement>();
  defineBuiltin(kit, 'root-portal', {
    created(self) {
      const portal = document.createElement('div');
      portal.className = 'wx-portal';
      portals.set(self, portal);
      self.dom.appendChild = (node) => portal.appendChild(node);
      self.dom.insertBefore = (node, before) => portal.insertBefore(node, before);
      self.dom.removeChild = (node) => portal.removeChild(node);
      self.dom.replaceChild = (node, old) => portal.replaceChild(node, old);
      Element.prototype.append.call(self.dom, portal);
    },
    attached: place,
    update: place,
    detached: (self) => portals.get(self)?.remove(),
  });

  function place(self: Builtin): void {
    const portal = portals.get(self);
    if (!portal || !self.dom.isConnected) return;
    const parent = self.flag('enable') ? kit.pageOf(self.component)?.dom : self.dom;
    if (parent && portal.parentNode !== parent) Node.prototype.appendChild.call(parent, portal);
  }
}
