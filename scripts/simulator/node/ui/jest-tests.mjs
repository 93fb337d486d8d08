/**
 * Jest's own tests and hooks: their names on UI mode's page, which of them run, and how they are
 * stopped.
 *
 * What is read of Jest's own objects.
 *
 * @typedef {((this: any, ...args: any[]) => unknown) | undefined} Fn
 * @typedef {{ type: 'test', name: string, parent: Group, mode?: string, timeout?: number | undefined,
 *   fn?: Fn, errors: unknown[], invocations: number, duration?: number | null }} Test
 * @typedef {{ type: string, timeout?: number | undefined, fn?: Fn }} Hook
 * @typedef {{ type: 'describeBlock', name: string, parent?: Group, mode?: string, hooks: Hook[],
 *   children: (Test | Group)[] }} Group
 */

/**
 * In the order of Jest's results.
 *
 * @param {Group} group
 * @param {readonly string[]} [groups]
 * @returns {Generator<{ test: Test, groups: readonly string[] }>}
 */
export function* testsIn(group, groups = []) {
  for (const child of group.children)
    if (child.type === 'test') yield { test: child, groups };
    else yield* testsIn(child, [...groups, child.name]);
}

/**
 * @param {Group} group
 * @returns {Generator<Hook>}
 */
export function* hooksIn(group) {
  yield* group.hooks;
  for (const child of group.children) if (child.type === 'describeBlock') yield* hooksIn(child);
}

/**
 * One for each name: the name itself for the first that has it, which no other one gets.
 *
 * @param {readonly string[]} names
 * @returns {readonly string[]}
 */
export function idsOf(names) {
  const taken = new Set(names);
  /** @type {Set<string>} */
  const seen = new Set();
  return names.map((name) => {
    if (!seen.has(name)) {
      seen.add(name);
      return name;
    }
    let time = 2;
    while (taken.has(`${name} #${time}`)) time += 1;
    taken.add(`${name} #${time}`);
    return `${name} #${time}`;
  });
}

/**
 * A person chose it: also where the file names others with `only`. What it says of itself stays.
 *
 * @param {Test} test
 */
export function focus(test) {
  if (test.mode !== 'skip' && test.mode !== 'todo') test.mode = 'only';
}

/**
 * Ends where a person wants no more of it, whatever it waits for. A generator function stays as it is:
 * Jest knows it by its kind.
 *
 * @param {Fn} fn
 * @param {AbortSignal} stopped
 * @returns {Fn}
 */
export function untilStopped(fn, stopped) {
  if (!fn || Object.prototype.toString.call(fn) === '[object GeneratorFunction]') return fn;
  // Jest counts what it takes.
  if (fn.length > 0)
    return function (/** @type {(reason?: unknown) => void} */ done) {
      stopped.throwIfAborted();
      const stop = () => done(stopped.reason);
      stopped.addEventListener('abort', stop);
      return fn.call(this, (/** @type {unknown} */ reason) => {
        stopped.removeEventListener('abort', stop);
        done(reason);
      });
    };
  return function () {
    stopped.throwIfAborted();
    const result = fn.call(this);
    // Of another realm: no instance of this one's Promise.
    if (typeof Object(result).then !== 'function') return result;
    /** @type {() => void} */
    let stop = () => undefined;
    const end = new Promise((_, failed) => {
      stop = () => failed(stopped.reason);
      stopped.addEventListener('abort', stop);
    });
    return Promise.race([result, end]).finally(() => stopped.removeEventListener('abort', stop));
  };
}
