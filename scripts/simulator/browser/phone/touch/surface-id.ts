const ids = new WeakMap<object, number>();
const times = new Map<string, number>();
let last = 0;

/** A bar of the page in front: with another page it is another surface. */
export const PAGE_BAR = 'bar';

/**
 * The value of `data-surface`: what WeChat draws over a program carries one, and a new one each
 * time that it is shown. `shown` is the object that stands for this showing.
 */
export function surfaceId(name: string, shown: object): string {
  const known = ids.get(shown) ?? ++last;
  const id = `${name} ${known}`;
  if (!ids.has(shown)) times.set(id, performance.now());
  ids.set(shown, known);
  return id;
}

/** When a surface was drawn first; null: it is no surface of WeChat's, or always there. */
export function surfaceShownAt(id: string): number | null {
  return times.get(id) ?? null;
}
