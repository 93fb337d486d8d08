import { existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { files } from '../messages/files';
import { say } from '../messages/say';

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
    if (found === undefined) return { problem: say(notThere(folder, path)) };
    if (found.isSymbolicLink()) return { problem: say(files.link(place)) };
  }
  const { size, isFile } = describe(join(folder, path));
  if (!isFile) return { problem: say(files.noFile(path)) };
  if (size > limit) return { problem: say(files.tooBig(path, size, limit)) };
  return readFileSync(join(folder, path));
}

/** A file of the same name but for capitals, `-` for `_` and its ending is most likely the one. */
function notThere(folder: string, path: string) {
  const place = join(folder, dirname(path));
  const plain = (name: string) =>
    name
      .toLowerCase()
      .replaceAll('_', '-')
      .replace(/(\.\w{2,4}){1,2}$/, '');
  const near = existsSync(place)
    ? readdirSync(place).find((name) => plain(name) === plain(basename(path)))
    : undefined;
  return near === undefined ? files.notThere(path) : files.notThereBut(path, near);
}

function describe(file: string) {
  const found = lstatSync(file);
  return { size: found.size, isFile: found.isFile() };
}
