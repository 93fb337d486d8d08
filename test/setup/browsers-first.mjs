import Sequencer from '@jest/test-sequencer';

/** @typedef {import('@jest/test-result').Test} Test */

/**
 * Tests that open a browser come first: some wait for the official client, which sleeps for
 * seconds, and what is short fills their pauses and the end. Within each kind Jest's own order
 * holds, the longest first.
 */
export default class BrowsersFirst extends Sequencer {
  /**
   * @override
   * @param {Test[]} tests
   */
  async sort(tests) {
    const sorted = await super.sort(tests);
    const isUnit = (/** @type {Test} */ { context }) => context.config.displayName?.name === 'unit';
    return [...sorted.filter((test) => !isUnit(test)), ...sorted.filter(isUnit)];
  }
}
