import { HOVER_PROPERTIES, hover } from './hover';
import { type BuiltinKit, defineBuiltin } from './kit';

/** https://developers.weixin.qq.com/miniprogram/dev/component/view.html, cover-view.html and root-portal.html */
export function defineView(kit: BuiltinKit): void {
  defineBuiltin(kit, 'view', {
    properties: HOVER_PROPERTIES,
    created: (self) => kit.touchTargets.set(self.component, hover(self, 'none')),
  });
}
