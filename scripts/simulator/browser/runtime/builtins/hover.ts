import type { TouchTarget } from '../view/gestures';
import type { Builtin } from './kit';

/** The extra style segment that glass-easel keeps for passing states. */
const TEMPORARY = 3;

/**
 * `hover-class`: the classes while a finger lies on it. Without one WeChat uses its own (`own`),
 * which the base style draws by the attribute `wx-hover`, because it has no scope. `none` means
 * none.
 */
export function hover(
  self: Builtin,
  own: 'none' | 'default',
  isOff: () => boolean = () => false,
): TouchTarget {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const show = (on: boolean) => {
    const classes = self.text('hoverClass') || (own === 'none' ? 'none' : '');
    if (classes === 'none') return;
    if (classes === '') self.dom.toggleAttribute('wx-hover', on);
    else self.component.setNodeClass(on ? classes : '', TEMPORARY);
  };
  return {
    pressed(down) {
      clearTimeout(timer);
      if (down && isOff()) return false;
      timer = setTimeout(() => show(down), self.number(down ? 'hoverStartTime' : 'hoverStayTime'));
      return self.flag('hoverStopPropagation');
    },
  };
}
