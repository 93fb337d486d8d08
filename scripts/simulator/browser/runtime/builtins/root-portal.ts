import { type Builtin, type BuiltinKit, defineBuiltin } from './kit';
import { passChildrenTo } from './pass-children';

/**
 * https://developers.weixin.qq.com/miniprogram/dev/component/root-portal.html. What stands inside
 * hangs at the end of the page, out of every transform and overflow.
 */
export function defineRootPortal(kit: BuiltinKit): void {
  const portals = new WeakMap<Builtin, HTMLElement>();
  defineBuiltin(kit, 'root-portal', {
    created(self) {
      const portal = document.createElement('div');
      portal.className = 'wx-portal';
      portals.set(self, portal);
      passChildrenTo(self.dom, portal);
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
