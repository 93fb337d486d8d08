import { createRequire } from 'node:module';
import { join } from 'node:path';
import { types } from 'node:util';
import { TestEnvironment as NodeEnvironment } from 'jest-environment-node';

const load = createRequire(join(__dirname, 'environment.ts'));

/**
 * Jest gives each test file global objects of its own and loads every package again in it. A few
 * packages take most of a second to load and keep nothing between test files: they are loaded once
 * for each of Jest's processes, outside (`test/setup/once/`).
 */
export default class Environment extends NodeEnvironment {
  override async setup(): Promise<void> {
    await super.setup();
    mapOnce('captureRawStack');
    Object.assign(this.global, { loadOnce: load });
    acceptAll(this.global.Error, types.isNativeError);
    // The other way round: esbuild asks so of the filters that a test's plugin gives it.
    acceptAll(RegExp, types.isRegExp);
  }
}

/**
 * An object from outside is no instance of the test's own class, nor the other way round; code that
 * asks `instanceof` must behave as it does without Jest.
 * https://github.com/jestjs/jest/issues/2549
 */
function acceptAll(own: Class, isInstance: (value: unknown) => boolean): void {
  Object.defineProperty(own, Symbol.hasInstance, {
    configurable: true,
    value(this: unknown, value: unknown) {
      // A class that extends it inherits this, and means its own instances.
      return this === own
        ? isInstance(value)
        : Function.prototype[Symbol.hasInstance].call(this, value);
    },
  });
}

/** Of the 50 places of a stack, playwright-core needs those that called it. */
const callers = 16;

/**
 * playwright-core takes its stack at each call, in the function of this name, and Jest looks up each
 * line of it in the source maps: a fifth of what a test with a browser took. The same places come
 * again and again, so each is looked up once. Jest sets its own function again for each test file.
 */
function mapOnce(taker: string): void {
  const { prepareStackTrace: map } = Error;
  if (!map) return;
  const lines = new Map<string, string>();
  const lineOf = (error: Error, site: NodeJS.CallSite) => {
    const place = String(site);
    const line =
      lines.get(place) ??
      String(map(error, [site]))
        .split('\n')
        .at(-1) ??
      '';
    lines.set(place, line);
    return line;
  };
  Error.prepareStackTrace = (error, sites) =>
    sites[0]?.getFunctionName() === taker
      ? [String(error), ...sites.slice(0, callers).map((site) => lineOf(error, site))].join('\n')
      : map(error, sites);
}

type Class = abstract new (...args: never) => unknown;
