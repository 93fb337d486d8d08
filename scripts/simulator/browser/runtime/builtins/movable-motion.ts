/*
 * How a movable-view moves, as numbers: px, and ms of the phone's clock. The documentation names
 * what `damping` and `friction` do and not by which curve; these are the simulator's own.
 * https://developers.weixin.qq.com/miniprogram/dev/component/movable-view.html
 */

export interface Place {
  readonly x: number;
  readonly y: number;
}

export interface Range {
  readonly min: number;
  readonly max: number;
}

/** Where something is after so many ms; `over`: and stays. */
export type Motion = (ms: number) => { readonly place: Place; readonly over: boolean };

/**
 * Where the view may be on one axis: inside an area that is larger, around one that is smaller. It
 * grows from its middle, so that its place, which is its corner at scale 1, moves with its size.
 */
export function rangeOf(area: number, view: number, scale: number): Range {
  const near = (view * scale - view) / 2;
  const far = area - view * scale + near;
  return { min: Math.min(near, far), max: Math.max(near, far) };
}

export function within(value: number, { min, max }: Range): number {
  return Math.min(Math.max(value, min), max);
}

/** `damping`: the larger, the faster. */
export function approach(from: Place, to: Place, damping: number): Motion {
  const perMs = (damping > 0 ? damping : 20) / 2_000;
  return (ms) => {
    const left = Math.exp(-perMs * ms);
    const place = { x: to.x + (from.x - to.x) * left, y: to.y + (from.y - to.y) * left };
    const over = Math.hypot(place.x - to.x, place.y - to.y) < 0.5;
    return over ? { place: to, over } : { place, over };
  };
}

/** px/ms below which it stands. */
const slow = 0.01;

/** `friction`: the larger, the sooner it stands; what is not above 0 counts as 2. */
export function slide(from: Place, velocity: Place, friction: number): Motion {
  const perMs = (friction > 0 ? friction : 2) / 1_000;
  const speed = Math.hypot(velocity.x, velocity.y);
  const most = speed > slow ? Math.log(speed / slow) / perMs : 0;
  return (ms) => {
    const way = (1 - Math.exp(-perMs * Math.min(ms, most))) / perMs;
    const place = { x: from.x + velocity.x * way, y: from.y + velocity.y * way };
    return { place, over: ms >= most };
  };
}

export interface Sample extends Place {
  readonly at: number;
}

/** A finger that rested for so long before it left does not throw; ms. */
const fresh = 100;

/** Of a finger that leaves at `now`, px/ms. */
export function velocityOf(samples: readonly Sample[], now: number): Place {
  const recent = samples.filter(({ at }) => now - at <= fresh);
  const [first] = recent;
  const last = recent.at(-1);
  if (!first || !last || last.at === first.at) return { x: 0, y: 0 };
  const ms = last.at - first.at;
  return { x: (last.x - first.x) / ms, y: (last.y - first.y) / ms };
}

/** `30`, `30px`, `30rpx`; anything else is 0. */
export function lengthOf(value: unknown, windowWidth: number): number {
  const [, digits, unit] = /^\s*(-?[\d.]+)\s*(px|rpx)?\s*$/.exec(String(value)) ?? [];
  const length = Number(digits);
  if (digits === undefined || Number.isNaN(length)) return 0;
  return unit === 'rpx' ? (length * windowWidth) / 750 : length;
}
