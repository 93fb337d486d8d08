import { type Builtin, type BuiltinKit, defineBuiltin } from './kit';

interface Place {
  readonly x: number;
  readonly y: number;
}

const none: Place = { x: 0, y: 0 };

/**
 * A finger moves the view inside its area. Without inertia, friction and scaling: what is let go
 * stays.
 * https://developers.weixin.qq.com/miniprogram/dev/component/movable-view.html
 */
export function defineMovable(kit: BuiltinKit): void {
  defineBuiltin(kit, 'movable-area', {});
  const places = new WeakMap<Builtin, Place>();
  defineBuiltin(kit, 'movable-view', {
    attached(self) {
      listen(self, places);
      place(self, places, { x: self.number('x'), y: self.number('y') }, '');
    },
    update(self) {
      const to = { x: self.number('x') || 0, y: self.number('y') || 0 };
      if (self.dom.isConnected) place(self, places, to, '');
    },
    functions: (self) => ({
      'movable-view.moveTo': (x, y) => place(self, places, { x: Number(x), y: Number(y) }, ''),
      // The client asks for them, and knows no property of these names.
      _translateX: () => (places.get(self) ?? none).x,
      _translateY: () => (places.get(self) ?? none).y,
    }),
  });
}

function listen(self: Builtin, places: WeakMap<Builtin, Place>): void {
  let from: { readonly touch: Place; readonly place: Place } | null = null;
  const at = ({ touches }: TouchEvent): Place | null => {
    const [touch] = touches;
    return touch ? { x: touch.clientX, y: touch.clientY } : null;
  };
  self.dom.addEventListener('touchstart', (event) => {
    const touch = at(event);
    const moves = !self.flag('disabled') && self.text('direction') !== 'none';
    from = touch && moves ? { touch, place: places.get(self) ?? none } : null;
  });
  self.dom.addEventListener('touchmove', (event) => {
    const touch = at(event);
    if (!from || !touch) return;
    const direction = self.text('direction');
    const x = direction === 'vertical' ? 0 : touch.x - from.touch.x;
    const y = direction === 'horizontal' ? 0 : touch.y - from.touch.y;
    place(self, places, { x: from.place.x + x, y: from.place.y + y }, 'touch');
  });
  self.dom.addEventListener('touchend', () => {
    from = null;
  });
}

/** `source` as the event says it: '' by the program, 'touch' by a finger. */
function place(
  self: Builtin,
  places: WeakMap<Builtin, Place>,
  asked: Place,
  source: '' | 'touch',
): void {
  const { x, y } = self.flag('outOfBounds') ? asked : inside(self.dom, asked);
  const before = places.get(self) ?? none;
  if (x === before.x && y === before.y) return;
  places.set(self, { x, y });
  self.dom.style.transform = `translate(${x}px, ${y}px)`;
  self.trigger('change', { x, y, source });
}

/** A view that is larger than its area may be moved until its other edge is seen. */
function inside(view: HTMLElement, { x, y }: Place): Place {
  const area = view.closest<HTMLElement>('wx-movable-area');
  if (!area) return none;
  const within = (value: number, room: number) =>
    Math.min(Math.max(value, Math.min(0, room)), Math.max(0, room));
  return {
    x: within(x, area.clientWidth - view.offsetWidth),
    y: within(y, area.clientHeight - view.offsetHeight),
  };
}
