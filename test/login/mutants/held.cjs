const { TestEnvironment } = require('jest-environment-node');

/**
 * Keeps the world that Jest has made for a test file, and hands it to the runner of mutants
 * (`runner.mjs`) instead of running tests in it.
 */
module.exports = class Held extends TestEnvironment {
  /** @type {import('./runner.mjs').Exchange} */
  exchange = Reflect.get(globalThis, Symbol.for('mini-login.mutants'));

  /** @override */
  async setup() {
    await super.setup();
    // Where StrykerJS asks which mutant is on, and counts what is reached.
    Object.assign(this.global, { __stryker__: this.exchange.context });
  }

  /**
   * @param {{ readonly name: string, readonly error?: unknown }} event
   * @param {import('./runner.mjs').CircusState} state
   */
  async handleTestEvent(event, state) {
    if (event.name === 'error') this.exchange.thrown.push(event.error);
    if (event.name === 'run_start') await this.exchange.hold({ state, ...this.loading() });
  }

  /** @returns {import('./runner.mjs').Loading} What `all.ts` has left. */
  loading() {
    return /** @type {any} */ (this.global).mutants;
  }
};
