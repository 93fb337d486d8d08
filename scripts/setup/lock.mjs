import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
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
 * Removes the lock of an owner that has died. Two that have seen the same dead owner must not both
 * remove: the second would remove the lock that the first has taken since. So only who holds a
 * second lock may, and looks once more.
 *
 * @param {string} path
 * @returns {boolean} Whether it is worth trying for the lock at once.
 */
export function removeDead(path) {
  const guard = guardOf(path);
  if (!acquire(guard)) return false;
  try {
    const owner = ownerOf(path);
    if (owner !== null && !isAlive(owner)) rmSync(path, { force: true });
    return true;
  } finally {
    rmSync(guard, { force: true });
  }
}

/** @param {string} path */
function guardOf(path) {
  return `${path}.takeover`;
}

/**
 * @param {string} path
 * @returns {boolean} Whether the lock is now this process's.
 */
export function acquire(path) {
  try {
    writeFileSync(path, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (Object(error).code === 'EEXIST') return false;
    throw error;
  }
}

/**
 * @param {string} path
 * @returns {number | null} Null when the owner has just left, or has not written its id yet.
 */
export function ownerOf(path) {
  try {
    return Number(readFileSync(path, 'utf8')) || null;
  } catch {
    return null;
  }
}

/** @param {number} pid */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // It exists, but is somebody else's.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
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
