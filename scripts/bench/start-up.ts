import { posix } from 'node:path';
import { createContext, Script } from 'node:vm';
import { z } from 'zod';
import type { Tree } from '../deploy/compile/references';
import { median, type Numbers } from './numbers';

const app = z.object({
  pages: z.tuple([z.string()]).rest(z.string()),
  usingComponents: z.record(z.string(), z.string()).optional(),
});
const unit = z.object({ usingComponents: z.record(z.string(), z.string()).optional() });

/**
 * The scripts that WeChat evaluates before the first page shows, with `lazyCodeLoading:
 * requiredComponents`: app.js, the first page's, its components', and what they require. Evaluated
 * in a bare JavaScript context with a `wx` that agrees to everything, so the time is that of
 * reading and running them alone.
 */
export function startUpNumbers(tree: Tree, rounds: number): Numbers {
  const runs = Array.from({ length: rounds }, (_, round) => evaluate(tree, round));
  const [first] = runs;
  if (first === undefined) throw new Error('the start-up needs at least one round');
  return {
    'startup.script.bytes': first.bytes,
    'startup.script.count': first.count,
    'startup.script.ms': median(runs.map(({ ms }) => ms)),
  };
}

function evaluate(tree: Tree, round: number): { bytes: number; count: number; ms: number } {
  const loaded = new Map<string, { exports: unknown }>();
  let bytes = 0;
  const context = createContext({
    wx: agreeable(),
    App: ignore,
    Page: ignore,
    Component: ignore,
    Behavior: (behavior: unknown) => behavior,
    getApp: () => ({}),
    console,
  });
  const load = (path: string): unknown => {
    const known = loaded.get(path);
    if (known !== undefined) return known.exports;
    const code = read(tree, path);
    bytes += code.byteLength;
    const module = { exports: {} };
    loaded.set(path, module);
    // The number makes it a text that V8 has not seen and kept.
    const wrapped = `(function (require, module, exports) {${code}\n})//${round}`;
    const run: unknown = new Script(wrapped, { filename: path }).runInContext(context);
    if (typeof run !== 'function') throw new TypeError(`${path} is no module`);
    run((reference: string) => load(resolve(tree, path, reference)), module, module.exports);
    return module.exports;
  };
  const entries = startUpEntries(tree);
  const startedAt = performance.now();
  for (const path of entries) load(path);
  return { bytes, count: loaded.size, ms: performance.now() - startedAt };
}

/** app.js, then components before what uses them. */
function startUpEntries(tree: Tree): readonly string[] {
  const { pages, usingComponents = {} } = app.parse(json(tree, 'app.json'));
  const entries = new Set<string>();
  const add = (path: string) => {
    if (entries.has(`${path}.js`)) return;
    const own = unit.parse(json(tree, `${path}.json`)).usingComponents ?? {};
    for (const reference of Object.values({ ...own }))
      add(resolve(tree, `${path}.js`, reference).replace(/\.js$/, ''));
    entries.add(`${path}.js`);
  };
  for (const reference of Object.values(usingComponents))
    add(resolve(tree, 'app.js', reference).replace(/\.js$/, ''));
  add(pages[0]);
  return ['app.js', ...entries];
}

function resolve(tree: Tree, from: string, reference: string): string {
  const sibling = reference.startsWith('/')
    ? reference.slice(1)
    : posix.join(posix.dirname(from), reference);
  const found = [sibling, `miniprogram_npm/${reference}`]
    .flatMap((base) => [base, `${base}.js`, `${base}/index.js`])
    .find((path) => path.endsWith('.js') && tree.has(path));
  if (found === undefined)
    throw new Error(`${from} needs '${reference}', which is not in the package`);
  return found;
}

function read(tree: Tree, path: string): Buffer {
  const content = tree.get(path);
  if (content === undefined) throw new Error(`${path} is not in the package`);
  return content;
}

function json(tree: Tree, path: string): unknown {
  return JSON.parse(tree.get(path)?.toString() ?? '{}');
}

function ignore(): void {
  // Registered; nothing is opened here.
}

/** Whatever is asked of it: a function that gives the same again, and reads as an empty text. */
function agreeable(): object {
  const everything: object = new Proxy(ignore, {
    get: (_target, key) => (key === Symbol.toPrimitive ? () => '' : everything),
    apply: () => everything,
  });
  return everything;
}
