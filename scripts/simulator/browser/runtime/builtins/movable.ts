import { type Builtin, type BuiltinKit, defineBuiltin } from './kit';
import {
  approach,
  lengthOf,
  type Motion,
  type Place,
  rangeOf,
  type Sample,
  slide,
  velocityOf,
  within,
} from './movable-motion';

/** As an event says what moved it; '': the program. */
type Source = '' | 'touch' | 'touch-out-of-bounds' | 'out-of-bounds' | 'friction';

/** Between two events of what moves by itself, ms. */
const frame = 16;

/**
 * A finger moves the view inside its area, two fingers scale it.
 * https://developers.weixin.qq.com/miniprogram/dev/component/movable-view.html
 */
export function defineMovable(kit: BuiltinKit): void {
  const views = new WeakMap<Builtin, MovableView>();
  const scalable = new Map<HTMLElement, MovableView>();
  defineBuiltin(kit, 'movable-area', {
    created(area) {
      let pinch: Pinch | null = null;
      for (const type of ['touchstart', 'touchmove', 'touchend', 'touchcancel'] as const)
        area.dom.addEventListener(type, (event) => {
          const spread = area.flag('scaleArea') ? spreadOf([...event.touches]) : null;
          const inside = [...scalable].filter(([dom]) => area.dom.contains(dom));
          if (spread === null) pinch = null;
          else if (pinch === null)
            pinch = { spread, scales: new Map(inside.map(([, view]) => [view, view.scale])) };
          else
            for (const [view, scale] of pinch.scales) view.scaleTo((scale * spread) / pinch.spread);
        });
    },
  });
  defineBuiltin(kit, 'movable-view', {
    attached(self) {
      const view = new MovableView(self);
      views.set(self, view);
      scalable.set(self.dom, view);
    },
    detached(self) {
      views.get(self)?.stop();
      scalable.delete(self.dom);
    },
    update: (self) => views.get(self)?.update(),
    functions: (self) => ({
      'movable-view.moveTo': (x, y) => views.get(self)?.place({ x: Number(x), y: Number(y) }, ''),
      // The client asks for them, and knows no property of these names.
      _translateX: () => views.get(self)?.at.x ?? 0,
      _translateY: () => views.get(self)?.at.y ?? 0,
    }),
  });
}

interface Pinch {
  readonly spread: number;
  readonly scales: ReadonlyMap<MovableView, number>;
}

/** Of two fingers, px; null: there are not two. */
function spreadOf([one, two, ...more]: readonly Touch[]): number | null {
  if (!one || !two || more.length > 0) return null;
  return Math.max(1, Math.hypot(one.clientX - two.clientX, one.clientY - two.clientY));
}

class MovableView {
  readonly #self: Builtin;
  at: Place = { x: 0, y: 0 };
  scale = 1;
  /** What the program gave last: only another value moves it. */
  #given = { x: 0, y: 0, scale: 1 };
  #timer: ReturnType<typeof setTimeout> | undefined;
  #drag: { readonly touch: Place; readonly from: Place; readonly samples: Sample[] } | null = null;
  #pinch: { readonly spread: number; readonly scale: number } | null = null;
  /** The first move of a finger says which way it goes. */
  #isTold = false;

  constructor(self: Builtin) {
    this.#self = self;
    for (const type of ['touchstart', 'touchmove', 'touchend', 'touchcancel'] as const)
      self.dom.addEventListener(type, (event) => this.#touched(event));
    this.#given = this.#asked();
    if (this.#given.scale !== 1) this.scaleTo(this.#given.scale);
    this.place(this.#given, '');
  }

  update(): void {
    if (!this.#self.dom.isConnected) return;
    const before = this.#given;
    this.#given = this.#asked();
    const { x, y, scale } = this.#given;
    if (scale !== before.scale) this.scaleTo(scale);
    if (x === before.x && y === before.y) return;
    const to = this.#inside({ x, y });
    if (this.#self.flag('animation'))
      this.#move(approach(this.at, to, this.#self.number('damping')), '');
    else this.place(to, '');
  }

  #asked(): { x: number; y: number; scale: number } {
    const self = this.#self;
    const [x, y] = ['x', 'y'].map((name) => lengthOf(self.value(name), window.innerWidth));
    return { x: x ?? 0, y: y ?? 0, scale: self.number('scaleValue') || 1 };
  }

  /** At once; inside the area, unless it may leave and nobody but a finger moves it. */
  place(asked: Place, source: Source): void {
    this.stop();
    this.#put(source === 'touch' ? asked : this.#inside(asked), source);
  }

  scaleTo(asked: number): void {
    const self = this.#self;
    if (!self.flag('scale')) return;
    const limits = { min: self.number('scaleMin'), max: self.number('scaleMax') };
    const scale = within(asked, limits);
    if (!(scale > 0) || scale === this.scale) return;
    this.scale = scale;
    const { x, y } = this.#inside(this.at);
    this.at = { x, y };
    this.#draw();
    self.trigger('scale', { x, y, scale });
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #touched(event: TouchEvent): void {
    const touches = [...event.touches].filter(
      ({ target }) => target instanceof Node && this.#self.dom.contains(target),
    );
    if (this.#self.flag('disabled')) return;
    const spread = this.#self.flag('scale') ? spreadOf(touches) : null;
    if (spread !== null) {
      this.#drag = null;
      if (this.#pinch === null) this.#pinch = { spread, scale: this.scale };
      else this.scaleTo((this.#pinch.scale * spread) / this.#pinch.spread);
      return;
    }
    this.#pinch = null;
    const [touch] = touches;
    if (event.type === 'touchstart' && touch) this.#grab(touch);
    else if (event.type === 'touchmove' && touch) this.#dragTo(touch);
    else if (!touch) this.#letGo();
  }

  #grab({ clientX: x, clientY: y }: Touch): void {
    this.#drag = null;
    this.#isTold = false;
    if (this.#self.text('direction') === 'none') return;
    this.stop();
    this.#drag = { touch: { x, y }, from: this.at, samples: [{ ...this.at, at: Date.now() }] };
  }

  #dragTo({ clientX, clientY }: Touch): void {
    const drag = this.#drag;
    if (!drag) return;
    const by = { x: clientX - drag.touch.x, y: clientY - drag.touch.y };
    if (!this.#isTold) {
      this.#isTold = true;
      const name = Math.abs(by.x) > Math.abs(by.y) ? 'htouchmove' : 'vtouchmove';
      this.#self.trigger(name, {});
    }
    const direction = this.#self.text('direction');
    const asked = {
      x: drag.from.x + (direction === 'vertical' ? 0 : by.x),
      y: drag.from.y + (direction === 'horizontal' ? 0 : by.y),
    };
    const inside = this.#inside(asked);
    const isOut = inside.x !== asked.x || inside.y !== asked.y;
    if (isOut && this.#self.flag('outOfBounds')) this.#put(asked, 'touch-out-of-bounds');
    else this.#put(inside, 'touch');
    drag.samples.push({ ...this.at, at: Date.now() });
  }

  #letGo(): void {
    const drag = this.#drag;
    this.#drag = null;
    if (!drag) return;
    const inside = this.#inside(this.at);
    if (inside.x !== this.at.x || inside.y !== this.at.y)
      this.#move(approach(this.at, inside, this.#self.number('damping')), 'out-of-bounds');
    else if (this.#self.flag('inertia')) {
      const velocity = velocityOf(drag.samples, Date.now());
      this.#move(slide(this.at, velocity, this.#self.number('friction')), 'friction');
    }
  }

  /** By itself, in the phone's time, until it stands or meets the edge. */
  #move(motion: Motion, source: Source): void {
    this.stop();
    const started = Date.now();
    const step = () => {
      const { place, over } = motion(Date.now() - started);
      const inside = this.#inside(place);
      const isAtEdge = source === 'friction' && inside.x !== place.x && inside.y !== place.y;
      this.#put(source === 'friction' ? inside : place, source);
      if (!over && !isAtEdge) this.#timer = setTimeout(step, frame);
    };
    step();
  }

  #put({ x, y }: Place, source: Source): void {
    if (x === this.at.x && y === this.at.y) return;
    this.at = { x, y };
    this.#draw();
    this.#self.trigger('change', { x, y, source });
  }

  #draw(): void {
    const scaled = this.scale === 1 ? '' : ` scale(${this.scale})`;
    this.#self.dom.style.transform = `translate(${this.at.x}px, ${this.at.y}px)${scaled}`;
  }

  #inside({ x, y }: Place): Place {
    const view = this.#self.dom;
    const area = view.closest<HTMLElement>('wx-movable-area');
    if (!area) return { x: 0, y: 0 };
    return {
      x: within(x, rangeOf(area.clientWidth, view.offsetWidth, this.scale)),
      y: within(y, rangeOf(area.clientHeight, view.offsetHeight, this.scale)),
    };
  }
}
