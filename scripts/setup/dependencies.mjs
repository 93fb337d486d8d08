import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runNpm } from '../platform/npm.mjs';
import { SetUpError, say, secondsSince } from './say.mjs';

/**
 * @typedef {{ version?: string, integrity?: string, optional?: boolean }} LockedPackage
 * @typedef {Record<string, LockedPackage>} LockedPackages By folder: `node_modules/jose`.
 */

/**
 * The first package that is not installed as package-lock.json wants it, or null when all are.
 *
 * npm leaves the lock of what it really installed in node_modules/.package-lock.json, written last:
 * an install that was broken off has none. Contents are compared and not dates, because git sets
 * dates as it pleases.
 *
 * @param {string} folder
 * @returns {string | null}
 */
export function missingDependency(folder) {
  const wanted = readLock(join(folder, 'package-lock.json'));
  if (wanted === null)
    throw new SetUpError(
      `there is no readable package-lock.json in ${folder}. Get it back: git checkout package-lock.json`,
    );
  const installed = readLock(join(folder, 'node_modules', '.package-lock.json'));
  return installed === null ? 'node_modules' : firstDifference(wanted, installed);
}

/**
 * @param {LockedPackages} wanted
 * @param {LockedPackages} installed
 * @returns {string | null}
 */
export function firstDifference(wanted, installed) {
  for (const [path, pkg] of Object.entries(wanted)) {
    if (path === '') continue;
    const found = installed[path];
    if (found === undefined) {
      // Mostly builds for other systems; npm leaves them out.
      if (pkg.optional === true) continue;
      return path;
    }
    if (found.version !== pkg.version || found.integrity !== pkg.integrity) return path;
  }
  return null;
}

/**
 * `npm ci`: exactly what the lock says, and no package's own script runs.
 *
 * @param {string} folder
 * @param {string} missing Why, for the person: a package's folder.
 */
export function installDependencies(folder, missing) {
  say(
    `installing dependencies (npm ci), because ${missing} is missing or not the locked version. A minute or two...`,
  );
  const startedAt = performance.now();
  const { status, signal, error } = runNpm(
    folder,
    // NODE_ENV=production would leave the tools out.
    ['ci', '--ignore-scripts', '--include=dev', '--loglevel', 'error', '--no-audit', '--no-fund'],
    { stdio: ['ignore', 2, 2] },
  );
  if (error !== undefined) throw new SetUpError(`npm could not be started: ${error.message}`);
  if (status !== 0) {
    throw new SetUpError(
      `\`npm ci\` failed in ${folder} (${signal ?? `exit code ${status}`}); npm's own words are above.\n` +
        'Most often the registry could not be reached: check the network and `npm config get registry`, then run the command again.',
    );
  }
  say(`dependencies installed in ${secondsSince(startedAt)}`);
}

/**
 * @param {string} path
 * @returns {LockedPackages | null} Null when it is missing or broken.
 */
function readLock(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).packages ?? null;
  } catch {
    return null;
  }
}
