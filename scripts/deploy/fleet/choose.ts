import { listBrands, listSamples } from '../../brand/choice';

/** Which brands a run is for, in an order that is the same everywhere. */
export interface Choice {
  readonly names: readonly string[];
  readonly all: boolean;
  readonly shard: Shard | null;
  /** What counts when nothing is named. */
  readonly chosen: string;
}

export interface Shard {
  readonly index: number;
  readonly of: number;
}

export function parseShard(text: string): Shard | null {
  const [, index = '', of = ''] = /^(\d{1,4})\/(\d{1,4})$/.exec(text) ?? [];
  const shard = { index: Number(index), of: Number(of) };
  return shard.index >= 1 && shard.index <= shard.of ? shard : null;
}

/** All brands but the samples, which nobody owns; or those that are named; of them this machine's part. */
export function chooseBrands(root: string, { names, all, shard, chosen }: Choice): readonly string[] {
  const samples = listSamples(root);
  const wanted = all ? listBrands(root).filter((name) => !samples.includes(name)) : names.length > 0 ? names : [chosen];
  return partOf([...new Set(wanted)].sort(), shard);
}

/** Every brand is in one part, and a part's size differs from another's by one at most. */
export function partOf(names: readonly string[], shard: Shard | null): readonly string[] {
  return shard === null ? names : names.filter((_, index) => index % shard.of === shard.index - 1);
}
