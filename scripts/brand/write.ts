import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { withSlashes } from '@mini-login/platform/paths';
import { brand as messages } from '../messages/brand';
import { say } from '../messages/say';
import { generatedFolders } from './generate';
import { BrandError } from './pack/pack';

/** What is to be on the disk: content by path from the root. Null: the file is to go. */
type Changes = ReadonlyMap<string, Buffer | null>;

/**
 * What differs on the disk from these files, foreign files in their folders included.
 *
 * @param folders Those that hold nothing but such files.
 */
export function differences(
  root: string,
  files: ReadonlyMap<string, Buffer>,
  folders: readonly string[] = generatedFolders,
): Changes {
  const foreign = folders
    .flatMap((folder) => filesUnder(root, folder))
    .filter((path) => !files.has(path));
  return new Map<string, Buffer | null>([
    ...[...files].filter(([path, content]) => !readIfThere(join(root, path))?.equals(content)),
    ...foreign.map((path): [string, null] => [path, null]),
  ]);
}

/**
 * Makes all changes or none. Everything is written aside first; moving it into place is all that
 * can be cut off in the middle, and what has been moved is moved back when something fails.
 *
 * @throws BrandError when a folder on the way is a symbolic link: what is written would land
 *   elsewhere.
 */
export function writeAll(root: string, changes: Changes): void {
  if (changes.size === 0) return;
  for (const path of changes.keys()) refuseLinks(root, dirname(path));
  mkdirSync(join(root, 'out'), { recursive: true });
  const aside = mkdtempSync(join(root, 'out', 'brand-'));
  const done: { readonly path: string; readonly kept: string | null }[] = [];
  try {
    const steps = [...changes].map(([path, content], index) => {
      const fresh = content === null ? null : join(aside, `new-${index}`);
      if (fresh !== null && content !== null) writeFileSync(fresh, content);
      return { path: join(root, path), fresh, old: join(aside, `old-${index}`) };
    });
    for (const { path, fresh, old } of steps) {
      mkdirSync(dirname(path), { recursive: true });
      const isThere = lstatSync(path, { throwIfNoEntry: false }) !== undefined;
      if (isThere) renameSync(path, old);
      done.push({ path, kept: isThere ? old : null });
      if (fresh !== null) renameSync(fresh, path);
    }
  } catch (error) {
    for (const { path, kept } of done.reverse()) {
      rmSync(path, { force: true });
      if (kept !== null) renameSync(kept, path);
    }
    throw error;
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}

export function readIfThere(file: string): Buffer | null {
  return existsSync(file) ? readFileSync(file) : null;
}

function refuseLinks(root: string, folder: string): void {
  const parts = folder.split('/');
  for (const depth of parts.keys()) {
    const place = parts.slice(0, depth + 1).join('/');
    if (lstatSync(join(root, place), { throwIfNoEntry: false })?.isSymbolicLink()) {
      throw new BrandError([`${place}: ${say(messages.linkInPlace())}`]);
    }
  }
}

function filesUnder(root: string, folder: string): string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => withSlashes(relative(root, join(entry.parentPath, entry.name))));
}
