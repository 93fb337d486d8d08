import type { CompileError, ComponentUnit } from '../../contract/program';

type Graph = ReadonlyMap<string, readonly string[]>;

/** Everything that can be reached from `starts`, themselves too. */
function reachedFrom(starts: readonly string[], graph: Graph): ReadonlySet<string> {
  const seen = new Set<string>();
  const waiting = [...starts];
  for (let each = waiting.pop(); each !== undefined; each = waiting.pop()) {
    if (seen.has(each)) continue;
    seen.add(each);
    waiting.push(...(graph.get(each) ?? []));
  }
  return seen;
}

/** What a unit shows: the components that it declares, and the defaults of its generics. */
export function shownBy(unit: ComponentUnit): readonly string[] {
  const defaults = Object.values(unit.componentGenerics).flatMap((generic) =>
    generic === true ? [] : (generic.default ?? []),
  );
  return [...Object.values(unit.usingComponents), ...defaults];
}

/** Who is harmed by what is wrong where: the pages that reach it, and no others. */
export class Blame {
  readonly #pages: readonly { readonly path: string; readonly units: ReadonlySet<string> }[];
  readonly #files: Graph;
  readonly #modules: Graph;
  readonly #everywhere: ReadonlySet<string>;

  /** `everywhere`: units that every page has, those of app.json. */
  constructor(
    units: ReadonlyMap<string, ComponentUnit>,
    everywhere: readonly string[],
    files: Graph,
    modules: Graph,
  ) {
    const graph = new Map([...units].map(([path, unit]) => [path, shownBy(unit)]));
    this.#everywhere = reachedFrom(everywhere, graph);
    this.#pages = [...units]
      .filter(([, { isPage }]) => isPage)
      .map(([path]) => ({ path, units: reachedFrom([path], graph) }));
    this.#files = files;
    this.#modules = modules;
  }

  ofUnit(unit: string, errors: readonly CompileError[]): CompileError[] {
    return this.#blame(errors, (units) => units.has(unit));
  }

  /** Of a `.wxml` or a `.wxs`, by its path with the extension. */
  ofTemplate(file: string, errors: readonly CompileError[]): CompileError[] {
    const reaching = this.#reaching(this.#files, file, '.wxml');
    return this.#blame(errors, (units) => [...units].some((unit) => reaching.has(unit)));
  }

  /** app.js and what it requires concern everybody. */
  ofModule(module: string, errors: readonly CompileError[]): readonly CompileError[] {
    if (reachedFrom(['app'], this.#modules).has(module)) return errors;
    const reaching = this.#reaching(this.#modules, module, '');
    return this.#blame(errors, (units) => [...units].some((unit) => reaching.has(unit)));
  }

  /** The units from whose own file `target` is reached. */
  #reaching(graph: Graph, target: string, extension: string): ReadonlySet<string> {
    const units = new Set([...this.#everywhere, ...this.#pages.flatMap(({ units }) => [...units])]);
    return new Set([...units].filter((unit) => reachedFrom([unit + extension], graph).has(target)));
  }

  #blame(
    errors: readonly CompileError[],
    concerns: (units: ReadonlySet<string>) => boolean,
  ): CompileError[] {
    if (errors.length === 0) return [];
    if (concerns(this.#everywhere)) return [...errors];
    const pages = this.#pages.filter(({ units }) => concerns(units)).map(({ path }) => path);
    // What no page reaches harms none.
    return errors.map((error) => ({ ...error, pages }));
  }
}
