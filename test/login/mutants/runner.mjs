import { runCLI } from 'jest';

/*
 * Runs the tests of the login for StrykerJS. Its own runner has Jest load everything again for each
 * mutant, which takes ten times as long as the tests. This one has them loaded once and runs them
 * itself: the login is pure, and a mutant is switched on where it stands. Only for a mutant in what
 * runs while a file is loaded, as a table, tests are loaded again, file by file.
 *
 * https://stryker-mutator.io/docs/stryker-js/plugins
 */

/**
 * @typedef {{ readonly type: string, readonly fn: () => unknown }} Hook
 * @typedef {{ name: string, parent?: Block, children: (Block | Test)[], hooks: Hook[], type: 'describeBlock' }} Block
 * @typedef {{ name: string, parent: Block, fn: () => unknown, type: 'test' }} Test
 * @typedef {{ rootDescribeBlock: Block, currentDescribeBlock: Block, hasStarted: boolean }} CircusState
 * @typedef {{ files: readonly string[], load: (file: string, again: boolean) => void }} Loading
 * @typedef {Loading & { state: CircusState }} World
 *
 * @typedef {object} Context What StrykerJS's changes in the code read and write.
 * @property {string | undefined} [activeMutant]
 * @property {string | undefined} [currentTestId]
 * @property {{ static: Hits, perTest: Record<string, Hits> }} [mutantCoverage]
 * @property {number | undefined} [hitCount]
 * @property {number | undefined} [hitLimit]
 * @typedef {Record<string, number>} Hits
 *
 * @typedef {object} Exchange
 * @property {Context} context
 * @property {unknown[]} thrown Outside of any test's own call.
 * @property {(world: World) => Promise<void>} hold
 *
 * @typedef {object} MutantRun
 * @property {{ id: string, fileName: string }} activeMutant
 * @property {string[]} [testFilter]
 * @property {number} [hitLimit]
 * @property {boolean} reloadEnvironment
 */

class LoginRunner {
  /** @type {Exchange} */
  exchange = { context: {}, thrown: [], hold: () => new Promise(() => undefined) };
  /** @type {World | undefined} */
  world;
  /** @type {Map<string, Test[]>} The tests of each file, as they were loaded without a mutant. */
  tests = new Map();
  /** @type {string[]} The tests that noticed the mutants before, the last one first. */
  noticedLast = [];

  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    /** @type {Promise<World>} */
    const held = new Promise((resolve) => {
      this.exchange.hold = (world) => {
        resolve(world);
        return new Promise(() => undefined);
      };
    });
    Object.assign(globalThis, { [Symbol.for('mini-login.mutants')]: this.exchange });
    const options = { config: 'test/login/mutants/jest.json', runInBand: true, silent: true };
    const ended = runCLI({ $0: '', _: [], ...options, watchman: false, reporters: [] }, [
      process.cwd(),
    ]).then(({ results }) => {
      throw new Error(results.testResults.map((result) => result.failureMessage).join('\n'));
    });
    this.world = await Promise.race([held, ended]);
    for (const file of this.world.files) this.tests.set(file, this.load(file, false));
  }

  async dryRun() {
    const { context } = this.exchange;
    const results = [];
    for (const test of [...this.tests.values()].flat()) {
      const id = nameOf(test);
      const start = performance.now();
      context.currentTestId = id;
      const failureMessage = await this.run(test);
      context.currentTestId = undefined;
      const result = { id, name: id, timeSpentMs: performance.now() - start };
      results.push(
        failureMessage === null
          ? { ...result, status: 0 }
          : { ...result, status: 1, failureMessage },
      );
    }
    const mutantCoverage = context.mutantCoverage ?? { static: {}, perTest: {} };
    return { status: 'complete', tests: results, mutantCoverage };
  }

  /** @param {MutantRun} run */
  async mutantRun({ activeMutant, testFilter, hitLimit, reloadEnvironment }) {
    const { context } = this.exchange;
    context.hitLimit = hitLimit;
    context.hitCount = hitLimit === undefined ? undefined : 0;
    context.activeMutant = activeMutant.id;
    let nrOfTests = 0;
    try {
      for (const tests of this.groups(reloadEnvironment, testFilter))
        for (const test of tests) {
          nrOfTests += 1;
          const failureMessage = await this.run(test);
          if (failureMessage === null) continue;
          const id = nameOf(test);
          this.noticedLast = [id, ...this.noticedLast.filter((other) => other !== id)].slice(0, 40);
          return { status: 'killed', killedBy: [id], failureMessage, nrOfTests };
        }
      return { status: 'survived', nrOfTests };
    } catch (error) {
      // A program that cannot be loaded is one that every test notices.
      return { status: 'killed', killedBy: [], failureMessage: messageOf(error), nrOfTests };
    } finally {
      context.activeMutant = undefined;
    }
  }

  /**
   * @param {boolean} again
   * @param {string[] | undefined} filter
   * @returns {Generator<Test[]>}
   */
  *groups(again, filter) {
    const chosen = filter && new Set(filter);
    const ofAll = this.likelyFirst([...this.tests.values()].flat());
    if (!again) {
      yield ofAll.filter((test) => chosen === undefined || chosen.has(nameOf(test)));
      return;
    }
    const fileOf = new Map(
      [...this.tests].flatMap(([file, tests]) => tests.map((test) => [test, file])),
    );
    let isFirst = true;
    for (const file of new Set(ofAll.map((test) => fileOf.get(test) ?? ''))) {
      yield this.likelyFirst(this.load(file, isFirst));
      isFirst = false;
    }
  }

  /**
   * What noticed the mutants before this one most likely notices it too.
   *
   * @param {Test[]} tests
   */
  likelyFirst(tests) {
    const places = new Map(this.noticedLast.map((name, place) => [name, place]));
    const place = (/** @type {Test} */ test) => places.get(nameOf(test)) ?? places.size;
    return [...tests].sort((a, b) => place(a) - place(b));
  }

  /**
   * @param {string} file
   * @param {boolean} again
   */
  load(file, again) {
    if (this.world === undefined) throw new Error('Jest has not started');
    const { state, load } = this.world;
    const root = state.rootDescribeBlock;
    state.currentDescribeBlock = root;
    state.hasStarted = false;
    load(file, again);
    state.hasStarted = true;
    /** @type {Block} */
    const own = { ...root, name: '', children: root.children, hooks: root.hooks };
    for (const child of own.children) child.parent = own;
    root.children = [];
    root.hooks = [];
    return testsIn(own);
  }

  /**
   * @param {Test} test
   * @returns {Promise<string | null>} What failed.
   */
  async run(test) {
    const { thrown } = this.exchange;
    thrown.length = 0;
    const before = [];
    const after = [];
    for (let block = /** @type {Block | undefined} */ (test.parent); block; block = block.parent) {
      before.unshift(...block.hooks.filter(({ type }) => type === 'beforeEach'));
      after.push(...block.hooks.filter(({ type }) => type === 'afterEach'));
    }
    /** @type {string | null} */
    let failure = null;
    const call = async (/** @type {Hook | Test} */ { fn }) => {
      try {
        await fn.call({});
      } catch (error) {
        failure ??= messageOf(error);
      }
    };
    for (const hook of before) await call(hook);
    if (failure === null) await call(test);
    for (const hook of after) await call(hook);
    if (failure !== null || thrown.length === 0) return failure;
    return messageOf(thrown[0]);
  }
}

/** @param {unknown} error */
function messageOf(error) {
  return error instanceof Object && 'message' in error ? String(error.message) : String(error);
}

/**
 * @param {Block} block
 * @returns {Test[]}
 */
function testsIn({ children }) {
  return children.flatMap((child) => (child.type === 'test' ? [child] : testsIn(child)));
}

/**
 * @param {Test} test
 * @returns {string}
 */
function nameOf(test) {
  const names = [];
  for (let at = /** @type {Block | Test} */ (test); at.parent; at = at.parent)
    names.unshift(at.name);
  return names.join(' ');
}

export const strykerPlugins = [{ kind: 'TestRunner', name: 'login', injectableClass: LoginRunner }];
