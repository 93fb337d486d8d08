import { missing } from '../../../contract/places';
import { type BuiltinKit, defineBuiltin } from './kit';

/** https://developers.weixin.qq.com/miniprogram/dev/component/text.html */
export function defineText(kit: BuiltinKit): void {
  defineBuiltin(kit, 'text', {
    update(self) {
      self.dom.toggleAttribute('selectable', self.flag('selectable') || self.flag('userSelect'));
      if (self.flag('decode') || self.text('space') !== '') {
        kit.errors.refused(missing('<text decode> or <text space>', 'builtin'));
      }
    },
  });
}
