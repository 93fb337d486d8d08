/** Why a person does not see what has a size and is not hidden; null: it is seen. */
export function unseen(node: Element): 'outside' | 'transparent' | null {
  if (!node.checkVisibility({ opacityProperty: true })) return 'transparent';
  return canComeIntoView(node) ? null : 'outside';
}

interface Span {
  readonly from: number;
  readonly to: number;
}

interface Place {
  readonly x: Span;
  readonly y: Span;
}

/** Into the window, by scrolling what a person can scroll. */
function canComeIntoView(node: Element): boolean {
  let { x, y } = placeOf(node);
  let isFixed = getComputedStyle(node).position === 'fixed';
  for (let at = node.parentElement; at && !isFixed; at = at.parentElement) {
    const style = getComputedStyle(at);
    if (at === document.documentElement || at === document.body) break;
    const around = placeOf(at);
    if (scrolls(style.overflowX)) {
      if (!within(x, around.x, at.scrollLeft, at.scrollWidth)) return false;
      x = around.x;
    }
    if (scrolls(style.overflowY)) {
      if (!within(y, around.y, at.scrollTop, at.scrollHeight)) return false;
      y = around.y;
    }
    isFixed = style.position === 'fixed';
  }
  const { scrollX, scrollY, innerWidth, innerHeight } = window;
  const { scrollWidth, scrollHeight } = document.documentElement;
  const [width, height] = isFixed ? [innerWidth, innerHeight] : [scrollWidth, scrollHeight];
  const [left, top] = isFixed ? [0, 0] : [scrollX, scrollY];
  const window_ = { x: { from: 0, to: innerWidth }, y: { from: 0, to: innerHeight } };
  return within(x, window_.x, left, width) && within(y, window_.y, top, height);
}

function placeOf(node: Element): Place {
  const { left, right, top, bottom } = node.getBoundingClientRect();
  return { x: { from: left, to: right }, y: { from: top, to: bottom } };
}

/** In what scrolls: behind its start and before its end, wherever it is scrolled to now. */
function within(inner: Span, around: Span, scrolled: number, size: number): boolean {
  const start = around.from - scrolled;
  return inner.to > start && inner.from < start + Math.max(size, around.to - around.from);
}

function scrolls(overflow: string): boolean {
  return overflow === 'auto' || overflow === 'scroll';
}
