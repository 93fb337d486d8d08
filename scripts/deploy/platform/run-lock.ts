import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { acquire, ownerOf, removeDead } from '@mini-login/platform/lock-file';

/**
 * Two runs at once would each find that nothing was sent yet. The lock of a run that was killed is
 * taken over.
 *
 * @returns what gives it back, or the process that has it.
 */
export function lockRun(folder: string): (() => void) | number {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, 'lock');
  if (!acquire(path)) {
    removeDead(path);
    if (!acquire(path)) return ownerOf(path) ?? 0;
  }
  return () => rmSync(path, { force: true });
}
