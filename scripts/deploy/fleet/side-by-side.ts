/** The results of this work on each, in their order; so many at a time. */
export async function sideBySide<T, R>(
  items: readonly T[],
  atATime: number,
  work: (item: T) => Promise<R>,
): Promise<readonly R[]> {
  const results = new Map<number, R>();
  const waiting = [...items.entries()];
  const lane = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift())
      results.set(next[0], await work(next[1]));
  };
  await Promise.all(Array.from({ length: atATime }, lane));
  return [...results].sort(([a], [b]) => a - b).map(([, result]) => result);
}
