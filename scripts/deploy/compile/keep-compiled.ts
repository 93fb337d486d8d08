import { createHash } from 'node:crypto';
import { keepOnDisk } from '@mini-login/local-server/disk-cache';
import type { Tree } from './references';

/**
 * What WeChat's compiler makes of the same files is the same, and takes ten seconds of processor
 * time: it is kept for the next command, by what every file of the program reads. What is wrong is
 * not kept.
 *
 * @param read All that the compiler is given: the program as it is bundled, and its configuration.
 * @param compile What is wrong, or the files.
 */
export async function keepCompiled(
  read: Tree,
  compile: () => Promise<Tree | string>,
): Promise<Tree | string> {
  try {
    const { value } = await keepOnDisk(`compiled ${keyOf(read)}`, async () => {
      const made = await compile();
      if (typeof made === 'string') throw new NotCompiled(made);
      return { value: toText(made), files: [] };
    }, [import.meta.dirname]);
    return new Map(value.map(([path, text]) => [path, Buffer.from(text, 'base64')]));
  } catch (error) {
    if (error instanceof NotCompiled) return error.message;
    throw error;
  }
}

class NotCompiled extends Error {}

const toText = (files: Tree) =>
  [...files].map(([path, content]) => [path, content.toString('base64')] as const);

function keyOf(files: Tree): string {
  const hash = createHash('sha256');
  for (const [path, content] of [...files].sort(([a], [b]) => (a < b ? -1 : 1)))
    hash.update(`${path}\0${content.byteLength}\0`).update(content);
  return hash.digest('base64url');
}
