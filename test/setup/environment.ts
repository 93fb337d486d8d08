import { createRequire } from 'node:module';
import { join } from 'node:path';
import { types } from 'node:util';
import { TestEnvironment as NodeEnvironment } from 'jest-environment-node';

const load = createRequire(join(__dirname, 'environment.ts'));

/**
 * Jest gives each test file a JavaScript world of its own and loads every package again in it. A few
 * packages take most of a second to load and keep nothing between test files: they are loaded once
 * for each of Jest's processes, outside (`test/setup/once/`).
 */
export default class Environment extends NodeEnvironment {
  override async setup(): Promise<void> {
    await super.setup();
    Object.assign(this.global, { loadOnce: load });
    makeAllErrorsErrors(this.global.Error);
  }
}

/**
 * An error of a package that was loaded outside, or of Node itself, is none of the test's own
 * `Error`; code that asks `instanceof Error` must behave as it does without Jest.
 * https://github.com/jestjs/jest/issues/2549
 */
function makeAllErrorsErrors(own: ErrorConstructor): void {
  Object.defineProperty(own, Symbol.hasInstance, {
    value(this: unknown, value: unknown) {
      // A class that extends Error inherits this, and means its own instances.
      return this === own && types.isNativeError(value)
        ? true
        : Function.prototype[Symbol.hasInstance].call(this, value);
    },
  });
}
