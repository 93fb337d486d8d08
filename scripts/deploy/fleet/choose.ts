import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { listBrands, listSamples } from '../../brand/choice';
import { BrandError, readBrand } from '../../brand/pack/pack';
import { appId } from '../../brand/pack/schema-parts';

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

/**
 * All brands but the samples, which nobody owns; or those that are named; of them this machine's
 * part.
 */
export function chooseBrands(
  root: string,
  { names, all, shard, chosen }: Choice,
): readonly string[] {
  const samples = listSamples(root);
  const wanted = all
    ? listBrands(root).filter((name) => !samples.includes(name) && isOfCompany(root, name))
    : names.length > 0
      ? names
      : [chosen];
  return partOf([...new Set(wanted)].sort(), shard);
}

/**
 * What serves many companies, a hosted program or a template, is no brand among others: it is
 * shipped by itself. One that is broken says so later.
 */
function isOfCompany(root: string, name: string): boolean {
  try {
    const { pack } = readBrand(root, name);
    return pack.template === undefined && pack.directory === undefined;
  } catch (error) {
    if (error instanceof BrandError) return true;
    throw error;
  }
}

/** Every brand is in one part, and a part's size differs from another's by one at most. */
export function partOf(names: readonly string[], shard: Shard | null): readonly string[] {
  return shard === null ? names : names.filter((_, index) => index % shard.of === shard.index - 1);
}

/**
 * Brands that are for the same mini program, with the others: each would take the place of the one
 * before it. Broken packs say so later.
 */
export function sharedAppIds(
  root: string,
  names: readonly string[],
): ReadonlyMap<string, readonly string[]> {
  const appIds = new Map(names.map((name) => [name, appIdOf(root, name)]));
  const othersOf = (name: string) =>
    names.filter((other) => other !== name && appIds.get(other) === appIds.get(name));
  const shared = names.filter((name) => appIds.get(name) !== null && othersOf(name).length > 0);
  return new Map(shared.map((name) => [name, othersOf(name)]));
}

function appIdOf(root: string, name: string): string | null {
  try {
    return readBrand(root, name).pack.miniProgram.appId;
  } catch (error) {
    if (error instanceof BrandError) return null;
    throw error;
  }
}

/** A hosted program or a template, also where the pack is wrong elsewhere. */
export function servesMany(root: string, name: string): 'directory' | 'template' | null {
  const pack = Object(jsonOf(root, name));
  if (Object.hasOwn(pack, 'directory')) return 'directory';
  return Object.hasOwn(pack, 'template') ? 'template' : null;
}

const named = z.object({ miniProgram: z.object({ appId }) });

/** For a report, also of a pack that is wrong elsewhere. Null: it names none. */
export function appIdIn(root: string, name: string): string | null {
  const read = named.safeParse(jsonOf(root, name));
  return read.success ? read.data.miniProgram.appId : null;
}

/** Null: it cannot be read. */
function jsonOf(root: string, name: string): unknown {
  try {
    const json = readFileSync(join(root, 'brands', name, 'brand.json'), 'utf8');
    return JSON.parse(json.replace(/^\ufeff/, ''));
  } catch {
    return null;
  }
}
