import { BOXES } from '../../../contract/boxes';
import { type BuiltinKit, defineBuiltin } from './kit';

/**
 * What a phone would show here and the simulator can't: its place, with the name on it, and its
 * children. The compiler warns of it.
 */
export function defineBoxes(kit: BuiltinKit): void {
  for (const [tag, box] of Object.entries(BOXES)) {
    defineBuiltin(kit, tag, {
      attached(self) {
        if (!box.size) return;
        self.dom.setAttribute('wx-box', tag);
        self.dom.style.setProperty('--wx-box-width', box.size[0]);
        self.dom.style.setProperty('--wx-box-height', box.size[1]);
      },
    });
  }
}
