/** Of the names that there are, the one that was most likely meant; null when none is near. */
function nearest(given: string, names: Iterable<string>): string | null {
  const word = given.toLowerCase();
  let best: { readonly name: string; readonly far: number } | null = null;
  for (const name of names) {
    const far = editsBetween(word, name.toLowerCase());
    if (far <= Math.max(1, Math.floor(name.length / 3)) && (best === null || far < best.far))
      best = { name, far };
  }
  return best?.name ?? null;
}

/** " (did you mean "a"?)", or nothing. */
export function suggest(given: string, names: Iterable<string>): string {
  const name = nearest(given, names);
  return name === null ? '' : ` (did you mean "${name}"?)`;
}

/** Letters to add, leave out or change (Levenshtein). */
function editsBetween(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [index, letter] of [...one].entries()) {
    const next = [index + 1];
    for (let at = 1; at <= other.length; at += 1)
      next.push(
        Math.min(
          (row[at] ?? 0) + 1,
          (next[at - 1] ?? 0) + 1,
          (row[at - 1] ?? 0) + (other[at - 1] === letter ? 0 : 1),
        ),
      );
    row = next;
  }
  return row[other.length] ?? 0;
}
