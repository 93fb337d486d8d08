/**
 * One list of two, in which both get on at the same pace: of each, about the same share of its
 * whole cost stands before any place. Each keeps its own order.
 *
 * @template Item
 * @param {readonly Item[]} first
 * @param {readonly Item[]} second
 * @param {(item: Item) => number} costOf
 * @returns {Item[]}
 */
export function interleave(first, second, costOf) {
  const [one, other] = [first, second].map((items) => withShares(items, costOf));
  // Sorting is stable: where both have come equally far, the first list goes first.
  return [...(one ?? []), ...(other ?? [])]
    .sort((a, b) => a.before - b.before)
    .map(({ item }) => item);
}

/**
 * @template Item
 * @param {readonly Item[]} items
 * @param {(item: Item) => number} costOf
 */
function withShares(items, costOf) {
  const whole = items.reduce((sum, item) => sum + costOf(item), 0);
  let spent = 0;
  return items.map((item) => {
    const before = spent / (whole || 1);
    spent += costOf(item);
    return { item, before };
  });
}
