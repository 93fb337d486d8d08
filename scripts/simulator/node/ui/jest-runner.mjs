/**
 * Jest's `testRunner` in UI mode: Jest's own, and what happens in it is told to UI mode's server.
 * https://jestjs.io/docs/configuration#testrunner-string
 */
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { withSlashes } from '@mini-login/platform/paths';
import { endGroupOf } from '@mini-login/platform/processes';
import { connect, cut } from './jest-line.mjs';
import { focus, hooksIn, idsOf, testsIn, untilStopped } from './jest-tests.mjs';

/**
 * What is read of Jest's own objects.
 *
 * @typedef {import('./jest-tests.mjs').Test} Test
 * @typedef {import('./jest-tests.mjs').Hook} Hook
 * @typedef {import('./jest-tests.mjs').Group} Group
 * @typedef {{ rootDescribeBlock: Group, testNamePattern?: RegExp | null, testTimeout: number,
 *   hasFocusedTests: boolean, currentlyRunningTest?: Test | null }} State
 * @typedef {{ name: string, test?: Test, hook?: Hook }} TestEvent
 * @typedef {{ status: string, ms?: number | null | undefined, error?: string | null }} Outcome
 * @typedef {{ fullName: string, status: string, duration?: number | null, invocations?: number,
 *   failureMessages: string[] }} Result
 */

/** Where the server is, and Jest's own runner. */
const { url, runner } = JSON.parse(process.env.SIMULATOR_UI ?? '{}');
const WATCHER = Symbol.for('@mini-login/simulator run watcher');
/** The longest that a timer takes, ms: nobody is hurried who looks at a test. */
const never = 2 ** 31 - 1;
/** ms. */
const untilForced = 10_000;
const ownFolder = join(import.meta.dirname, '../..');

/**
 * @param {unknown} globalConfig
 * @param {{ readonly cwd?: string }} config
 * @param {{ global: object, handleTestEvent?: (event: TestEvent, state: State) => unknown }} environment
 * @param {unknown} runtime
 * @param {string} testPath
 * @param {unknown[]} rest
 */
export default async function runTests(
  globalConfig,
  config,
  environment,
  runtime,
  testPath,
  ...rest
) {
  const required = createRequire(import.meta.url)(runner);
  const run = required.default ?? required;
  const path = withSlashes(relative(process.cwd(), testPath));
  const server = await connect(`${url.replace('http', 'ws')}/run`, path, endLater);
  if (server.plan.isOver) {
    // Quickly: Jest's own tear-down comes after all files.
    await server.close();
    throw new Error('stopped');
  }
  const file = new TestFile(path, server);
  const own = environment.handleTestEvent?.bind(environment);
  environment.handleTestEvent = async (event, state) => {
    file.take(event, state);
    await own?.(event, state);
  };
  Reflect.set(environment.global, WATCHER, file.watcher);
  try {
    const result = await run(globalConfig, config, environment, runtime, testPath, ...rest);
    file.end(result);
    return result;
  } catch (error) {
    server.send({ type: 'fileOver', path, error: textOf(error) });
    throw error;
  } finally {
    await server.close();
  }
}

/** The tests of one file, and what happens in them. */
class TestFile {
  #path;
  #server;
  /** @type {Map<Test, string>} */
  #ids = new Map();
  /** @type {string | null} */
  #current = null;
  #steps = 0;
  /** @type {WeakMap<object, { id: string, test: string | null }>} */
  #known = new WeakMap();

  /**
   * @param {string} path
   * @param {Awaited<ReturnType<typeof connect>>} server
   */
  constructor(path, server) {
    this.#path = path;
    this.#server = server;
  }

  /** `test/run-watcher.ts` */
  watcher = {
    launching: (/** @type {string} */ at, /** @type {string} */ project) =>
      this.#server.send({ type: 'launching', at, project }),
    connected: (/** @type {string} */ at) => this.#server.send({ type: 'connected', at }),
    keep: (/** @type {string} */ at) => {
      this.#server.send({ type: 'kept', at });
      return this.#server.isOpen();
    },
    begin: async (/** @type {object} */ step) => {
      this.#known.set(step, {
        id: `${this.#path}:${this.#steps++}:${Date.now()}`,
        test: this.#current,
      });
      this.#reportStep(step, false, []);
      await this.#server.ask({ type: 'wait', step: this.#known.get(step)?.id });
      this.watcher.stop()?.throwIfAborted();
    },
    // What tears down has its time.
    stop: () => (this.#isTearDown ? null : this.#server.stopped),
    ready: (/** @type {object} */ step) => this.#reportStep(step, false, []),
    end: (/** @type {object} */ step, /** @type {unknown[]} */ entries) =>
      this.#reportStep(step, true, entries),
  };

  /**
   * @param {object} step
   * @param {boolean} isOver
   * @param {unknown[]} entries
   */
  #reportStep(step, isOver, entries) {
    const { id, test } = this.#known.get(step) ?? { id: '', test: null };
    this.#server.send({
      type: 'step',
      path: this.#path,
      test,
      step: { ...step, id, isOver, entries },
    });
  }

  /**
   * @param {TestEvent} event
   * @param {State} state
   */
  take({ name, test, hook }, state) {
    if (name === 'run_start') this.#begin(state);
    if (name === 'hook_start') this.#isTearDown = isAfter(hook);
    if (name === 'test_fn_start') this.#isTearDown = false;
    const id = test && this.#ids.get(test);
    if (id === undefined) return;
    // What a person has stopped has no outcome.
    if (this.#server.stopped.aborted && test) {
      if (name === 'test_start') test.mode = 'skip';
      return;
    }
    // Jest before 29.7 says no `test_started`.
    if (name === 'test_started' || (name === 'test_fn_start' && this.#current !== id)) {
      this.#current = id;
      this.#reportTest(id, { status: 'running' });
    }
    if (/^test_(?:skip|todo)$/.test(name) && !this.#left.has(id))
      this.#reportTest(id, { status: 'skipped' });
    if (name === 'test_done' && test) {
      this.#current = null;
      this.#reportTest(id, outcomeOf(test));
    }
  }

  /**
   * @param {string} id
   * @param {Outcome} outcome
   */
  #reportTest(id, { status, ms = null, error = null }) {
    this.#server.send({ type: 'test', path: this.#path, id, status, ms, error });
  }

  #isTearDown = false;
  /** @type {Group | null} */
  #root = null;

  /** Those that nobody chose. @type {Set<string>} */
  #left = new Set();

  /** @param {State} state */
  #begin(state) {
    const { list, tests } = this.#server.plan;
    this.#root = state.rootDescribeBlock;
    const found = [...testsIn(this.#root)].map(({ test, groups }) => ({
      ...{ test, groups },
      name: [...groups, test.name].join(' '),
    }));
    const ids = idsOf(found.map(({ name }) => name));
    const shown = [];
    for (const [index, { test, groups, name }] of found.entries()) {
      const id = ids[index] ?? name;
      if (state.testNamePattern && !state.testNamePattern.test(name)) continue;
      this.#ids.set(test, id);
      shown.push({ id, title: test.name, groups });
      test.timeout = undefined;
      test.fn = untilStopped(test.fn, this.#server.stopped);
      if (list || (tests && !tests.includes(id))) {
        this.#left.add(id);
        test.mode = 'skip';
      } else if (tests && state.hasFocusedTests) focus(test);
    }
    // In UI mode a test may be looked at for as long as a person likes.
    state.testTimeout = never;
    for (const hook of hooksIn(this.#root)) {
      hook.timeout = undefined;
      if (!isAfter(hook)) hook.fn = untilStopped(hook.fn, this.#server.stopped);
    }
    this.#server.send({ type: 'file', path: this.#path, tests: shown });
  }

  /** @param {{ testResults?: Result[], testExecError?: { message?: string, stack?: string }, failureMessage?: string | null }} result */
  end({ testResults = [], testExecError, failureMessage }) {
    if (this.#server.stopped.aborted) return;
    // Whole, with its place in the source.
    for (const [test, { status, duration, failureMessages }] of this.#resultsOf(testResults)) {
      const id = this.#ids.get(test);
      if (status === 'failed' && id !== undefined)
        this.#reportTest(id, {
          ...{ status, ms: duration },
          error: withoutInner(failureMessages.join('\n\n')),
        });
    }
    const broken =
      testExecError || (testResults.length === 0 && failureMessage)
        ? withoutInner(failureMessage || testExecError?.stack || '')
        : null;
    this.#server.send({ type: 'fileOver', path: this.#path, error: broken });
  }

  /**
   * Jest's are in the order of its tests, which several may share a name; that a test was moved by
   * `randomize` is known by now.
   *
   * @param {readonly Result[]} results
   * @returns {(readonly [Test, Result])[]}
   */
  #resultsOf(results) {
    const tests = this.#root ? [...testsIn(this.#root)] : [];
    return results.flatMap((result, index) => {
      const { test, groups } = tests[index] ?? {};
      const name = [...(groups ?? []), test?.name].join(' ');
      return test && name === result.fullName ? [/** @type {const} */ ([test, result])] : [];
    });
  }
}

/** The server is gone: hooks and Jest's own tear-down have the time, and nobody is left to end it. */
function endLater() {
  // Jest leads the group of its processes; what runs in a worker is its child.
  const leader = process.send ? process.ppid : process.pid;
  setTimeout(() => endGroupOf({ pid: leader }), untilForced).unref();
}

/** @param {Hook | undefined} hook */
function isAfter(hook) {
  return hook?.type.startsWith('after') ?? false;
}

/** @param {Test} test */
function outcomeOf({ errors, invocations, duration: ms }) {
  const [error] = errors;
  if (error === undefined) return { status: invocations > 1 ? 'flaky' : 'passed', ms };
  return { status: 'failed', ms, error: textOf(Array.isArray(error) ? error[0] : error) };
}

/** @param {unknown} error */
function textOf(error) {
  const { stack, message } = Object(error);
  return withoutInner(String(stack || message || error));
}

/**
 * Without colours, and without the lines of a stack that lead to nothing of the test.
 *
 * @param {string} text
 */
function withoutInner(text) {
  const isInner = (/** @type {string} */ line) =>
    /^\s+at /.test(line) &&
    (/node:internal|node_modules[\\/](?:@jest|jest-)/.test(line) || line.includes(ownFolder));
  const lines = stripVTControlCharacters(cut(text)).split('\n');
  return lines.filter((line) => !isInner(line)).join('\n');
}
