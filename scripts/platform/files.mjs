import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';

// Windows has no such permissions: there the person's own folder keeps others out.

/**
 * A folder that only its owner may open.
 *
 * @param {string} folder
 */
export function makePrivateFolder(folder) {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
}

/**
 * @param {string} file
 * @param {string} text
 */
export function writePrivateFile(file, text) {
  writeFileSync(file, text, { mode: 0o600 });
}

/** @param {string} file */
export function makeExecutable(file) {
  chmodSync(file, 0o755);
}

/**
 * A folder under a second name. Windows wants an administrator for any other kind of link.
 *
 * @param {string} folder By its full path.
 * @param {string} link
 */
export function linkFolder(folder, link) {
  symlinkSync(folder, link, 'junction');
}
