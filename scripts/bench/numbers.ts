/**
 * `package.main.bytes` -> 81920. Keys are only ever added: people compare runs. The last word is
 * the unit.
 */
export type Numbers = Readonly<Record<string, number>>;

export interface Stopwatch<T> {
  readonly ms: number;
  readonly value: T;
}

export async function timed<T>(work: () => Promise<T>): Promise<Stopwatch<T>> {
  const startedAt = performance.now();
  const value = await work();
  return { ms: performance.now() - startedAt, value };
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const upper = sorted[Math.floor(middle)];
  const lower = sorted[Math.ceil(middle) - 1];
  if (upper === undefined || lower === undefined) throw new Error('there is no median of nothing');
  return (lower + upper) / 2;
}

/** The median of each key over several rounds of the same measurement. */
export function medians(rounds: readonly Numbers[]): Numbers {
  const keys = Object.keys(rounds[0] ?? {});
  return Object.fromEntries(
    keys.map((key) => [key, median(rounds.map((round) => round[key] ?? Number.NaN))]),
  );
}
