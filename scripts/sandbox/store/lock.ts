import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * One sandbox for one folder: each keeps in memory what the folder holds. The lock of a process that was killed is taken over.
 *
 * @returns Gives the folder free.
 * @throws when a living process has it.
 */
export function lockFolder(folder: string): () => void {
  const path = join(folder, 'lock');
  for (;;) {
    if (acquire(path)) return () => rmSync(path, { force: true });
    const owner = Number(readFileSync(path, 'utf8')) || 0;
    if (owner !== process.pid && isAlive(owner)) {
      throw new Error(`another sandbox (process ${owner}) works in ${folder}. End it, or give this one a folder of its own.`);
    }
    if (owner === process.pid) throw new Error(`this process already works in ${folder}.`);
    rmSync(path, { force: true });
  }
}

function acquire(path: string): boolean {
  try {
    writeFileSync(path, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

function isAlive(pid: number): boolean {
  if (pid === 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // It exists, but is somebody else's.
    return codeOf(error) === 'EPERM';
  }
}

function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
}
