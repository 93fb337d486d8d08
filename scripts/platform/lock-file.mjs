// A lock is a file with its owner's process id in it.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { isAlive } from './processes.mjs';

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

/**
 * Who holds it may remove a dead owner's lock.
 *
 * @param {string} path
 */
export function guardOf(path) {
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
