import { type Builtin, type BuiltinKit, defineBuiltin } from './kit';
import { Refresher } from './refresher';

/**
 * https://developers.weixin.qq.com/miniprogram/dev/component/scroll-view.html; without sticky and
 * nested modes.
 */
export function defineScrollView(kit: BuiltinKit): void {
  const refreshers = new WeakMap<Builtin, Refresher>();
  defineBuiltin(kit, 'scroll-view', {
    created(self) {
      listen(self);
      refreshers.set(self, new Refresher(self));
    },
    attached(self) {
      move(self);
      refreshers.get(self)?.attach();
    },
    detached: (self) => refreshers.get(self)?.detach(),
    update(self) {
      refreshers.get(self)?.update();
      for (const [flag, attribute] of [
        ['scrollX', 'scroll-x'],
        ['scrollY', 'scroll-y'],
        ['enableFlex', 'enable-flex'],
      ] as const) {
        self.dom.toggleAttribute(attribute, self.flag(flag));
      }
      // What scrolls must be reachable by keyboard too.
      if (self.flag('scrollX') || self.flag('scrollY')) self.dom.tabIndex = 0;
      move(self);
    },
    functions: ({ dom }) => ({
      'scroll-view.scrollTo': (x, y) => void dom.scrollTo(Number(x), Number(y)),
      'scroll-view.scrollTop': () => dom.scrollTop,
      'scroll-view.scrollLeft': () => dom.scrollLeft,
      'scroll-view.scrollWidth': () => dom.scrollWidth,
      'scroll-view.scrollHeight': () => dom.scrollHeight,
    }),
  });
}

function listen(self: Builtin): void {
  const { dom } = self;
  let [left, top] = [0, 0];
  dom.addEventListener('scroll', () => {
    const { scrollLeft, scrollTop, scrollWidth, scrollHeight, clientWidth, clientHeight } = dom;
    const [deltaX, deltaY] = [left - scrollLeft, top - scrollTop];
    self.trigger('scroll', { scrollLeft, scrollTop, scrollWidth, scrollHeight, deltaX, deltaY });
    const [upper, lower] = [self.number('upperThreshold'), self.number('lowerThreshold')];
    const crossed = (
      before: number,
      now: number,
      size: number,
      client: number,
      edges: readonly [string, string],
    ) => {
      if (now <= upper && before > upper) self.trigger('scrolltoupper', { direction: edges[0] });
      if (now + client >= size - lower && before + client < size - lower)
        self.trigger('scrolltolower', { direction: edges[1] });
    };
    crossed(top, scrollTop, scrollHeight, clientHeight, ['top', 'bottom']);
    crossed(left, scrollLeft, scrollWidth, clientWidth, ['left', 'right']);
    [left, top] = [scrollLeft, scrollTop];
  });
}

function move(self: Builtin): void {
  if (!self.dom.isConnected) return;
  const behavior = self.flag('scrollWithAnimation') ? 'smooth' : 'instant';
  const [top, left] = [self.number('scrollTop'), self.number('scrollLeft')];
  if (!Number.isNaN(top)) self.dom.scrollTo({ top, behavior });
  if (!Number.isNaN(left)) self.dom.scrollTo({ left, behavior });
  const id = self.text('scrollIntoView');
  if (id !== '')
    self.dom
      .querySelector(`#${CSS.escape(id)}`)
      ?.scrollIntoView({ behavior, block: 'start', inline: 'start' });
}
