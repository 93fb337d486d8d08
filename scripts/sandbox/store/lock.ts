import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { acquire, ownerOf, removeDead } from '@mini-login/platform/lock-file';
import { isAlive } from '@mini-login/platform/processes';

/**
 * One sandbox for one folder: each keeps in memory what the folder holds. The lock of a process
 * that was killed is taken over.
 *
 * @returns Gives the folder free.
 * @throws when a living process has it.
 */
export function lockFolder(folder: string): () => void {
  const path = join(folder, 'lock');
  while (!acquire(path)) {
    const owner = ownerOf(path);
    if (owner === null || isAlive(owner) || !removeDead(path)) {
      const who = owner === null ? 'which is just starting' : `process ${owner}`;
      throw new Error(
        `another sandbox (${who}) works in ${folder}. End it, or give this one a folder of its own.`,
      );
    }
  }
  return () => rmSync(path, { force: true });
}
