import { type Builtin, type BuiltinKit, defineBuiltin } from './kit';

/** A finger has to take a page this far, as a part of its size, for the next one to come. */
const ENOUGH = 0.25;

type Source = '' | 'autoplay' | 'touch';

/**
 * https://developers.weixin.qq.com/miniprogram/dev/component/swiper.html; without `layout-type` and
 * Skyline's modes.
 */
export function defineSwiper(kit: BuiltinKit): void {
  const states = new WeakMap<Builtin, SwiperState>();
  defineBuiltin(kit, 'swiper-item', {
    update: (self) => self.dom.setAttribute('item-id', self.text('itemId')),
  });
  defineBuiltin(kit, 'swiper', {
    created(self) {
      states.set(self, new SwiperState(self));
    },
    attached: (self) => states.get(self)?.attach(),
    detached: (self) => states.get(self)?.detach(),
    update: (self) => states.get(self)?.update(),
    functions: (self) => ({
      'swiper.swipeTo': (index) => states.get(self)?.swipeTo(Number(index)),
    }),
  });
}

class SwiperState {
  readonly #self: Builtin;
  readonly #dots = document.createElement('div');
  readonly #observer = new MutationObserver(() => this.#layOut());
  #current = 0;
  /** What the program has set last: setting the same again moves nothing. */
  #asked = 0;
  /** How far a finger has moved the page, as a part of its size. */
  #pulled = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(self: Builtin) {
    this.#self = self;
    this.#dots.className = 'wx-swiper-dots';
  }

  attach(): void {
    const { dom } = this.#self;
    dom.append(this.#dots);
    this.#observer.observe(dom, { childList: true });
    this.#listen();
    this.#current = this.#clamp(this.#self.number('current'));
    this.#layOut();
    this.#play();
  }

  detach(): void {
    this.#observer.disconnect();
    clearTimeout(this.#timer);
  }

  update(): void {
    const { dom } = this.#self;
    if (!dom.isConnected) return;
    const byId = this.#items.findIndex(
      (item) => item.getAttribute('item-id') === this.#self.text('currentItemId'),
    );
    const asked =
      this.#self.text('currentItemId') !== '' && byId >= 0 ? byId : this.#self.number('current');
    if (asked !== this.#asked) {
      this.#asked = asked;
      this.#go(this.#clamp(asked), '');
    }
    this.#layOut();
    this.#play();
  }

  swipeTo(index: number): void {
    this.#go(this.#clamp(index), 'touch');
  }

  get #items(): readonly HTMLElement[] {
    return [...this.#self.dom.querySelectorAll<HTMLElement>(':scope > wx-swiper-item')];
  }

  get #shown(): number {
    return Math.max(1, this.#self.number('displayMultipleItems'));
  }

  get #isCircular(): boolean {
    return this.#self.flag('circular') && this.#items.length > this.#shown;
  }

  get #last(): number {
    return Math.max(
      0,
      this.#isCircular ? this.#items.length - 1 : this.#items.length - this.#shown,
    );
  }

  #clamp(index: number): number {
    return Math.min(Math.max(0, Math.floor(index) || 0), this.#last);
  }

  #go(index: number, source: Source): void {
    this.#pulled = 0;
    if (index === this.#current) {
      this.#layOut();
      return;
    }
    this.#current = index;
    this.#layOut();
    const detail = {
      current: index,
      currentItemId: this.#items[index]?.getAttribute('item-id') ?? '',
      source,
    };
    this.#self.trigger('change', detail);
    setTimeout(() => {
      if (this.#current === index && this.#self.dom.isConnected)
        this.#self.trigger('animationfinish', detail);
    }, this.#self.number('duration'));
  }

  #layOut(): void {
    const { dom } = this.#self;
    const items = this.#items;
    const vertical = this.#self.flag('vertical');
    const margins = [
      this.#self.text('previousMargin') || '0px',
      this.#self.text('nextMargin') || '0px',
    ];
    const size = `calc((100% - ${margins[0]} - ${margins[1]}) / ${this.#shown})`;
    dom.toggleAttribute('vertical', vertical);
    for (const [index, item] of items.entries()) {
      const offset = (this.#offsetOf(index) - this.#pulled) * 100;
      Object.assign(item.style, {
        width: vertical ? '100%' : size,
        height: vertical ? size : '100%',
        top: vertical ? margins[0] : '0',
        left: vertical ? '0' : margins[0],
        transform: vertical ? `translateY(${offset}%)` : `translateX(${offset}%)`,
        transition: this.#pulled === 0 ? `transform ${this.#self.number('duration')}ms` : 'none',
      });
      item.setAttribute('aria-hidden', String(Math.abs(offset) >= 100 * this.#shown));
    }
    this.#drawDots(items.length);
  }

  /** In a circle the nearer way round. */
  #offsetOf(index: number): number {
    const offset = index - this.#current;
    const count = this.#items.length;
    if (!this.#isCircular) return offset;
    if (offset < -1 && offset < count / -2) return offset + count;
    return offset > count / 2 ? offset - count : offset;
  }

  #drawDots(count: number): void {
    const colour = this.#self.text('indicatorColor');
    const active = this.#self.text('indicatorActiveColor');
    this.#dots.hidden = !this.#self.flag('indicatorDots');
    this.#dots.replaceChildren(
      ...Array.from({ length: count }, (_, index) => {
        const dot = document.createElement('div');
        dot.className = 'wx-swiper-dot';
        dot.style.background =
          index >= this.#current && index < this.#current + this.#shown ? active : colour;
        return dot;
      }),
    );
  }

  #play(): void {
    clearTimeout(this.#timer);
    if (!this.#self.flag('autoplay') || this.#items.length <= this.#shown) return;
    this.#timer = setTimeout(() => {
      this.#go(this.#current >= this.#last ? 0 : this.#current + 1, 'autoplay');
      this.#play();
    }, this.#self.number('interval'));
  }

  #listen(): void {
    const { dom } = this.#self;
    let from: { x: number; y: number } | null = null;
    dom.addEventListener('touchstart', ({ touches: [touch] }) => {
      from = touch ? { x: touch.clientX, y: touch.clientY } : null;
      clearTimeout(this.#timer);
    });
    dom.addEventListener('touchmove', ({ touches: [touch] }) => {
      if (!from || !touch) return;
      const { width, height } = dom.getBoundingClientRect();
      const moved = this.#self.flag('vertical')
        ? (from.y - touch.clientY) / height
        : (from.x - touch.clientX) / width;
      this.#pulled = moved * this.#shown;
      this.#layOut();
      this.#self.trigger('transition', { dx: from.x - touch.clientX, dy: from.y - touch.clientY });
    });
    const end = () => {
      if (!from) return;
      from = null;
      const step = Math.abs(this.#pulled) < ENOUGH ? 0 : Math.sign(this.#pulled);
      const next = this.#current + step;
      const count = this.#items.length;
      this.#go(this.#isCircular ? (next + count) % count : this.#clamp(next), 'touch');
      this.#play();
    };
    dom.addEventListener('touchend', end);
    dom.addEventListener('touchcancel', end);
  }
}
