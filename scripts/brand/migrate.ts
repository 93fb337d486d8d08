import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { applyEdits, type Edit, findNodeAtLocation, modify, parseTree } from 'jsonc-parser';
import { z } from 'zod';
import { say } from '../messages/say';
import { decodeText } from './pack/decode';
import { readJson } from './pack/json';
import { BrandError, checkName } from './pack/pack';
import { type Renamed, renamedIn } from './pack/renamed';
import { writeAll } from './write';

/** One change: where, and what the key is called now; null: it was removed. */
export type Migrated = Pick<Renamed, 'path' | 'now'>;

/**
 * Writes `brands/<name>/brand.json` with the names of this version. Order, spaces and everything
 * else in the file stay as they are, and a pack that is wrong elsewhere is migrated too. Throws
 * `BrandError` where the file can't be read as JSON.
 */
export function migrateBrand(root: string, name: string): readonly Migrated[] {
  checkName(name);
  const place = `brands/${name}/brand.json`;
  const decoded = decodeText(readFileSync(join(root, place)));
  if ('problem' in decoded) throw new BrandError([`${place}: ${say(decoded.problem)}`]);
  const read = readJson(decoded.text);
  if (!read.ok) throw new BrandError(read.problems.map((problem) => `${place}: ${problem}`));
  const renamed = renamedIn(withWords.parse(read.value));
  if (renamed.length === 0) return [];
  // One after the other: each edit moves what follows it.
  const text = renamed.reduce(
    (before, one) => applyEdits(before, editsFor(before, one)),
    decoded.text,
  );
  writeAll(root, new Map([[place, Buffer.from(text)]]));
  return renamed.map(({ path, now, isUnused }) => ({ path, now: isUnused ? null : now }));
}

/** As much of a pack as is needed here; the rest may be wrong. */
const ownWords = z.record(z.string(), z.record(z.string(), z.string().catch(''))).catch({});
const withWords = z.object({
  words: ownWords,
  apps: z
    .array(z.object({ own: z.object({ words: ownWords }).optional().catch(undefined) }))
    .catch([]),
});

function editsFor(text: string, { path, now, isUnused }: Renamed): Edit[] {
  if (now === null || isUnused) return modify(text, [...path], undefined, {});
  const tree = parseTree(text);
  const key = tree && findNodeAtLocation(tree, [...path])?.parent?.children?.[0];
  if (key === undefined) return [];
  return [{ offset: key.offset, length: key.length, content: JSON.stringify(now) }];
}
