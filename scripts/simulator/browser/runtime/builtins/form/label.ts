import { domOf, elementOf, type GlassElement } from '../../glass/glass';
import { type Builtin, type BuiltinKit, defineBuiltin } from '../kit';

const CONTROLS = 'wx-button, wx-checkbox, wx-radio, wx-switch, wx-input, wx-textarea';

/** https://developers.weixin.qq.com/miniprogram/dev/component/label.html */
export function defineLabel(kit: BuiltinKit): void {
  defineBuiltin(kit, 'label', {
    created(self) {
      kit.touchTargets.set(self.component, {
        activate(tap) {
          const control = controlOf(self);
          const target = control && kit.touchTargets.get(control);
          if (target && !target.disabled?.()) target.activate?.(tap);
        },
      });
    },
  });
}

function controlOf(self: Builtin): GlassElement | null {
  const id = self.text('for');
  if (id !== '') return self.component.ownerShadowRoot?.getElementById(id) ?? null;
  const node = domOf(self.component)?.querySelector(CONTROLS) ?? null;
  return elementOf(node);
}
