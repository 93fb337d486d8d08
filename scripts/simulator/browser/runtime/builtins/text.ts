import { type BuiltinKit, defineBuiltin } from './kit';

/** https://developers.weixin.qq.com/miniprogram/dev/component/text.html */
export function defineText(kit: BuiltinKit): void {
  defineBuiltin(kit, 'text', {
    properties: { selectable: Boolean, userSelect: Boolean, space: String, decode: Boolean, overflow: String, maxLines: Number },
    update(self) {
      self.dom.toggleAttribute('selectable', self.flag('selectable') || self.flag('userSelect'));
      if (self.flag('decode') || self.text('space') !== '') {
        kit.errors.refused(
          '<text decode> and <text space> are not in the simulator; add them to scripts/simulator/browser/runtime/builtins/text.ts',
        );
      }
    },
  });
}
