const { TestEnvironment } = require('jest-environment-node');

/** Once a test has failed, the mutant is noticed: the others are left out. */
module.exports = class StopEarly extends TestEnvironment {
  failed = false;

  /** @param {{ readonly name: string, readonly test?: { mode?: string } }} event */
  async handleTestEvent(event) {
    if (event.name === 'test_fn_failure') this.failed = true;
    if (event.name === 'test_start' && event.test && this.failed) event.test.mode = 'skip';
  }
};
