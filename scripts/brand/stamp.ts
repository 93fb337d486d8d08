import { createHash } from 'node:crypto';
import { lstatSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Tells a brand that is applied from one that is not, without the tool that applies it: every
 * command asks.
 */

const stampFile = 'out/brand.json';

/** What generated files are made of, besides the pack. */
const makers: readonly string[] = ['scripts/brand', 'scripts/messages', 'miniprogram/login/words'];

/**
 * A pack's files are small; one that isn't is refused by its check, and needn't be read here.
 * Bytes.
 */
const readAtMost = 2 * 1024 * 1024;

export function writeStamp(root: string, name: string, files: ReadonlyMap<string, Buffer>): void {
  mkdirSync(join(root, dirname(stampFile)), { recursive: true });
  writeFileSync(
    join(root, stampFile),
    `${JSON.stringify(stampOf(root, name, [...files.keys()]))}\n`,
  );
}

/**
 * Whether this brand's generated files are there, unchanged, and newer than what they are made of.
 */
export function isApplied(root: string, name: string): boolean {
  const kept = readText(join(root, stampFile));
  if (kept === null) return false;
  const paths = pathsOf(kept);
  return paths !== null && kept.trim() === JSON.stringify(stampOf(root, name, paths));
}

/** The brand whose files were written last; null: none, or nobody knows. */
export function appliedName(root: string): string | null {
  const kept = readText(join(root, stampFile));
  try {
    const { name }: { name?: unknown } = Object(JSON.parse(kept ?? 'null'));
    return typeof name === 'string' ? name : null;
  } catch {
    return null;
  }
}

function stampOf(root: string, name: string, files: readonly string[]) {
  const sources = createHash('sha256');
  for (const folder of [...makers, `brands/${name}`]) hashFolder(join(root, folder), sources);
  const made = createHash('sha256');
  for (const path of [...files, 'project.private.config.json'])
    made.update(`${path}\n${readText(join(root, path)) ?? '-'}\n`);
  return { name, files, sources: sources.digest('hex'), made: made.digest('hex') };
}

/**
 * @param isOther Says of a path what is passed over.
 */
export function hashFolder(
  folder: string,
  hash: ReturnType<typeof createHash>,
  isOther: (path: string) => boolean = () => false,
): void {
  for (const entry of readFolder(folder)) {
    const path = join(folder, entry.name);
    if (isOther(path)) continue;
    hash.update(`${entry.name}\n`);
    if (entry.isDirectory()) hashFolder(path, hash, isOther);
    else if (entry.isFile() && lstatSync(path).size <= readAtMost) hash.update(readFileSync(path));
  }
}

function readFolder(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    return [];
  }
}

function readText(file: string): string | null {
  try {
    return readFileSync(file, 'latin1');
  } catch {
    return null;
  }
}

function pathsOf(stamp: string): readonly string[] | null {
  try {
    const { files }: { files?: unknown } = Object(JSON.parse(stamp));
    return Array.isArray(files) ? files.filter((path) => typeof path === 'string') : null;
  } catch {
    return null;
  }
}
