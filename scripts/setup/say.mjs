import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Something the person has to know or do; the message is all they get to see. */
export class SetUpError extends Error {}

/** @param {string} message */
export function say(message) {
  process.stderr.write(`set-up: ${message}\n`);
}

/** @param {number} startedAt From `performance.now()`. */
export function secondsSince(startedAt) {
  return `${((performance.now() - startedAt) / 1000).toFixed(1)} s`;
}
