import { mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
// By its path: this runs before any package is installed.
import { acquire, guardOf, ownerOf, removeDead } from '../platform/lock-file.mjs';
import { isAlive } from '../platform/processes.mjs';
import { SetUpError, say } from './say.mjs';

const POLL_MS = 250;
const PATIENCE_MS = 15 * 60_000;

/**
 * Runs `work` while no other process of this checkout does: two `npm ci` in one folder destroy each
 * other's work. A lock whose owner has died is taken over.
 *
 * @template T
 * @param {string} path The lock file.
 * @param {() => T} work
 * @returns {T}
 */
export function withLock(path, work) {
  mkdirSync(dirname(path), { recursive: true });
  const deadline = performance.now() + PATIENCE_MS;
  let told = false;
  while (!acquire(path)) {
    const owner = ownerOf(path);
    if (owner !== null && !isAlive(owner) && removeDead(path)) continue;
    if (performance.now() > deadline)
      throw new SetUpError(
        `another set-up holds ${path} for too long. If none is running, delete it and ${guardOf(path)}.`,
      );
    if (!told)
      say(
        `another set-up is at work${owner === null ? '' : ` (process ${owner})`}; waiting for it...`,
      );
    told = true;
    pause(POLL_MS);
  }
  try {
    return work();
  } finally {
    rmSync(path, { force: true });
  }
}

/**
 * Set-up is synchronous throughout: nothing else could run meanwhile.
 *
 * @param {number} ms
 */
function pause(ms) {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}
