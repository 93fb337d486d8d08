import type { CompileError } from '../../contract/program';
import { lineOf } from './json';
import type { Layout } from './layout';
import { bundlePackage, compileScript, type ScriptOutput } from './script';
import type { SourceCache } from './source-cache';
import { scriptFile } from './unit';

export interface ModulesOutput {
  readonly modules: Readonly<Record<string, string>>;
  readonly errors: readonly OwnedError[];
  /** What each module requires, by path. */
  readonly reaches: ReadonlyMap<string, readonly string[]>;
}

/** `owner`: the path of the module, or the unit, in which something is wrong. */
export interface OwnedError {
  readonly owner: string;
  readonly error: CompileError;
}

/**
 * All script modules that `entries` (paths) reach, compiled. A `require` that leads nowhere is an
 * error at its line.
 */
export async function compileModules(
  entries: readonly string[],
  layout: Layout,
  sources: SourceCache,
): Promise<ModulesOutput> {
  const modules: Record<string, string> = {};
  const errors: OwnedError[] = [];
  const reaches = new Map<string, readonly string[]>();
  let wave = [...new Set(entries)];
  while (wave.length > 0) {
    const outputs = await Promise.all(
      wave.map(async (path) => ({ path, output: await compileModule(path, layout, sources) })),
    );
    const next = new Set<string>();
    for (const { path, output } of outputs) {
      modules[path] = output?.code ?? '';
      errors.push(...(output?.errors ?? []).map((error) => ({ owner: path, error })));
      const targets: string[] = [];
      for (const reference of output?.references ?? []) {
        const target = resolveModule(path, reference, layout, sources);
        if (target === null)
          errors.push({ owner: path, error: missingModule(path, reference, layout, sources) });
        else {
          targets.push(target);
          if (modules[target] === undefined) next.add(target);
        }
      }
      reaches.set(path, targets);
    }
    wave = [...next].filter((path) => modules[path] === undefined);
  }
  return { modules, errors, reaches };
}

async function compileModule(
  path: string,
  layout: Layout,
  sources: SourceCache,
): Promise<ScriptOutput | null> {
  const file = scriptFile(path, layout, sources);
  if (file !== null)
    return sources.derive(`script ${file}`, (read) =>
      compileScript(read.read(file) ?? '', layout.name(file)),
    );
  const plain = layout.plainPackage(path);
  return plain
    ? sources.derive(`package ${path}`, () => bundlePackage(plain.specifier, plain.from))
    : null;
}

/**
 * Null when there is no such module. `./a`, `./a.js`, `./folder` (its index), `/a`, or a package.
 */
function resolveModule(
  from: string,
  reference: string,
  layout: Layout,
  sources: SourceCache,
): string | null {
  const exists = (path: string) => scriptFile(path, layout, sources) !== null;
  const target = layout.resolve(from, reference.replace(/\.(?:js|ts)$/, ''), exists);
  if (exists(target)) return target;
  if (exists(`${target}/index`)) return `${target}/index`;
  const unstripped = layout.resolve(from, reference, exists);
  return layout.plainPackage(unstripped) ? unstripped : null;
}

function missingModule(
  path: string,
  reference: string,
  layout: Layout,
  sources: SourceCache,
): CompileError {
  const file = scriptFile(path, layout, sources) ?? layout.file(path);
  return {
    // WeChat packs the program all the same; `require` throws where it is called.
    level: 'warning',
    kind: 'missing',
    file: layout.name(file),
    ...lineOf(sources.read(file) ?? '', reference),
    message: `there is no module "${reference}"`,
  };
}
