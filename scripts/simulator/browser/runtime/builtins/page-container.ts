import { wxssValueToCss } from '../../../contract/wxss-value';
import { type Builtin, type BuiltinKit, defineBuiltin } from './kit';
import { passChildrenTo } from './pass-children';

/** CSS px that a finger goes down until `close-on-slide-down` takes it for a slide. */
const SLIDE = 60;

/**
 * A page inside a page: what leads back closes it first.
 * https://developers.weixin.qq.com/miniprogram/dev/component/page-container.html; it comes and goes
 * without moving, and `duration` is the time between its events.
 */
export function definePageContainer(kit: BuiltinKit): void {
  const containers = new WeakMap<Builtin, Container>();
  defineBuiltin(kit, 'page-container', {
    created: (self) => void containers.set(self, new Container(kit, self)),
    attached: (self) => containers.get(self)?.update(),
    update: (self) => containers.get(self)?.update(),
    detached: (self) => containers.get(self)?.detach(),
  });
}

class Container {
  readonly #kit: BuiltinKit;
  readonly #self: Builtin;
  readonly #overlay = document.createElement('div');
  readonly #body = document.createElement('div');
  #isOpen = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #close = () => this.#self.set('show', false);

  constructor(kit: BuiltinKit, self: Builtin) {
    this.#kit = kit;
    this.#self = self;
    this.#overlay.className = 'wx-container-overlay';
    this.#body.className = 'wx-container-body';
    passChildrenTo(self.dom, this.#body);
    Element.prototype.append.call(self.dom, this.#overlay, this.#body);
    kit.touchTargets.set(self.component, {
      activate: ({ x, y }) => {
        const { scrollLeft, scrollTop } = document.documentElement;
        if (document.elementFromPoint(x - scrollLeft, y - scrollTop) !== this.#overlay) return;
        self.trigger('clickoverlay', {});
        this.#close();
      },
    });
    this.#closeOnSlideDown();
  }

  update(): void {
    const { dom } = this.#self;
    const position = this.#self.text('position');
    dom.style.zIndex = this.#self.text('zIndex');
    this.#overlay.hidden = !this.#self.flag('overlay');
    this.#overlay.style.cssText = wxssValueToCss(this.#self.text('overlayStyle'));
    this.#body.style.cssText = wxssValueToCss(this.#self.text('customStyle'));
    this.#body.dataset.position = position;
    this.#body.dataset.round = this.#self.flag('round') ? position : '';
    if (dom.isConnected) this.#show(this.#self.flag('show'));
  }

  detach(): void {
    clearTimeout(this.#timer);
    this.#giveBack();
  }

  #show(open: boolean): void {
    if (open === this.#isOpen) return;
    const page = this.#kit.pageOf(this.#self.component);
    if (open && page?.closeContainer) {
      this.#kit.errors.tolerated('A page has one <page-container> open at most.');
      return;
    }
    this.#isOpen = open;
    if (open && page) page.closeContainer = this.#close;
    else this.#giveBack();
    clearTimeout(this.#timer);
    const way = open ? 'enter' : 'leave';
    this.#self.trigger(`before${way}`, {});
    this.#self.dom.toggleAttribute('show', open);
    this.#self.trigger(way, {});
    this.#timer = setTimeout(
      () => this.#self.trigger(`after${way}`, {}),
      this.#self.number('duration'),
    );
  }

  #giveBack(): void {
    const page = this.#kit.pageOf(this.#self.component);
    if (page?.closeContainer === this.#close) page.closeContainer = null;
  }

  #closeOnSlideDown(): void {
    let from: number | undefined;
    this.#body.addEventListener('touchstart', ({ touches }) => {
      const isAtTop = this.#self.flag('closeOnSlideDown') && this.#body.scrollTop <= 0;
      from = isAtTop ? touches[0]?.clientY : undefined;
    });
    this.#body.addEventListener('touchmove', ({ touches }) => {
      if (from === undefined || (touches[0]?.clientY ?? 0) - from < SLIDE) return;
      from = undefined;
      this.#close();
    });
  }
}
