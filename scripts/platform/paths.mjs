import { sep } from 'node:path';

/**
 * As imports, addresses and git write a path.
 *
 * @param {string} path
 */
export function withSlashes(path) {
  return path.split(sep).join('/');
}
