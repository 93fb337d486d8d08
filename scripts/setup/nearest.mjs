/**
 * The name that was probably meant; null when none is near. Two slips at most, and fewer in a short
 * word: `jurney` is `journey`, `x` is nothing.
 *
 * @param {string} typed
 * @param {readonly string[]} names
 * @returns {string | null}
 */
export function nearest(typed, names) {
  const [first] = names
    .map((name) => ({ name, slips: distance(typed, name) }))
    .filter(({ name, slips }) => slips <= Math.min(2, Math.floor(name.length / 2)))
    .sort((a, b) => a.slips - b.slips);
  return first?.name ?? null;
}

/**
 * Letters to add, remove or replace: Levenshtein, by one row of the table at a time.
 *
 * @param {string} from
 * @param {string} to
 */
function distance(from, to) {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [index, letter] of [...from].entries()) {
    const next = [index + 1];
    for (const [at, other] of [...to].entries()) {
      const replaced = (row[at] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(replaced, (row[at + 1] ?? 0) + 1, (next[at] ?? 0) + 1));
    }
    row = next;
  }
  return row[to.length] ?? 0;
}
