/** Works on so many at a time. The answers are in the order of the items. */
export async function mapAtMost<Item, Answer>(
  count: number,
  items: readonly Item[],
  work: (item: Item) => Promise<Answer>,
): Promise<readonly Answer[]> {
  const answers: Answer[] = [];
  const left = items.entries();
  const takeTurns = async () => {
    // All take from the one iterator.
    for (const [index, item] of left) answers[index] = await work(item);
  };
  await Promise.all(Array.from({ length: count }, takeTurns));
  return answers;
}
