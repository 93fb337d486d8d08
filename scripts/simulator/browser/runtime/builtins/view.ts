import { hover } from './hover';
import { type BuiltinKit, defineBuiltin } from './kit';

/**
 * https://developers.weixin.qq.com/miniprogram/dev/component/view.html and cover-view.html, which
 * lies over native components; here nothing is native.
 */
export function defineView(kit: BuiltinKit): void {
  defineBuiltin(kit, 'view', {
    created: (self) => kit.touchTargets.set(self.component, hover(self, 'none')),
  });
  defineBuiltin(kit, 'cover-view', {
    update(self) {
      self.dom.scrollTop = self.number('scrollTop');
    },
  });
}
