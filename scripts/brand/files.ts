import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The bytes of a file of a pack, or why they can't be had. Never follows a symbolic link out of the
 * pack.
 */
export function readPackFile(
  folder: string,
  path: string,
  limit: number,
): Buffer | { readonly problem: string } {
  const parts = path.split('/');
  for (const depth of parts.keys()) {
    const place = parts.slice(0, depth + 1).join('/');
    const found = lstatSync(join(folder, place), { throwIfNoEntry: false });
    if (found === undefined) return { problem: `${path} is not in the brand folder` };
    if (found.isSymbolicLink())
      return { problem: `${place} is a symbolic link; put the file itself in its place` };
  }
  const { size, isFile } = describe(join(folder, path));
  if (!isFile) return { problem: `${path} is no file` };
  if (size > limit) return { problem: `${path} has ${size} bytes; at most ${limit} are allowed` };
  return readFileSync(join(folder, path));
}

function describe(file: string) {
  const found = lstatSync(file);
  return { size: found.size, isFile: found.isFile() };
}
