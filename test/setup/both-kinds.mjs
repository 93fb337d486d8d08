import Sequencer from '@jest/test-sequencer';
import { interleave } from './interleave.mjs';

/** @typedef {import('@jest/test-result').Test} Test */

/**
 * Tests that open a browser wait much, for pages and for the official client; tests that do not
 * open one compute. Both run next to each other from the first file to the last, so that the one
 * kind works while the other waits. Within each kind Jest's own order holds, the longest first.
 */
export default class BothKinds extends Sequencer {
  /**
   * @override
   * @param {Test[]} tests
   */
  async sort(tests) {
    // It also sets how long each took when it last ran here.
    const sorted = await super.sort(tests);
    const isUnit = (/** @type {Test} */ { context }) => context.config.displayName?.name === 'unit';
    return interleave(
      sorted.filter((test) => !isUnit(test)),
      sorted.filter(isUnit),
      costsOf(sorted),
    );
  }
}

/**
 * ms that each takes; of what has not run here, by the length of its file.
 *
 * @param {Test[]} tests
 */
function costsOf(tests) {
  const sizeOf = (/** @type {Test} */ { context, path }) => context.hasteFS.getSize(path) ?? 1;
  const sum = (/** @type {number[]} */ numbers) => numbers.reduce((all, each) => all + each, 0);
  const known = tests.filter(({ duration }) => duration !== undefined);
  const time = sum(known.map(({ duration = 0 }) => duration));
  const msPerByte = time > 0 ? time / sum(known.map(sizeOf)) : 1;
  return (/** @type {Test} */ test) => test.duration ?? sizeOf(test) * msPerByte;
}
