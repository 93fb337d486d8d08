import { type MediaDescriptor, mediaQuery } from '../view/observers';
import { type Builtin, type BuiltinKit, defineBuiltin } from './kit';

const SIZES = ['minWidth', 'maxWidth', 'width', 'minHeight', 'maxHeight', 'height'] as const;

/**
 * Shows what stands inside while the window is as its attributes say.
 * https://developers.weixin.qq.com/miniprogram/dev/component/match-media.html
 */
export function defineMatchMedia(kit: BuiltinKit): void {
  const stops = new WeakMap<Builtin, () => void>();
  const watch = (self: Builtin): void => {
    stops.get(self)?.();
    const query = matchMedia(mediaQuery(descriptorOf(self)));
    const show = () => self.dom.toggleAttribute('wx-other-media', !query.matches);
    query.addEventListener('change', show);
    stops.set(self, () => query.removeEventListener('change', show));
    show();
  };
  defineBuiltin(kit, 'match-media', {
    update: watch,
    detached: (self) => stops.get(self)?.(),
  });
}

function descriptorOf(self: Builtin): MediaDescriptor {
  const sizes = SIZES.map((name) => [name, self.number(name)] as const);
  const orientation = self.text('orientation');
  return {
    ...Object.fromEntries(sizes.filter(([, size]) => !Number.isNaN(size))),
    ...(orientation === 'portrait' || orientation === 'landscape' ? { orientation } : {}),
  };
}
