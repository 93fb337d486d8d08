import type { CompiledProgram } from '../../../contract/program';
import type { Errors } from '../errors';
import type { ModuleRegistry } from './module-registry';

/** Runs the scripts of pages and components, and knows whose is running. */
export class UnitLoader {
  readonly #program: CompiledProgram;
  readonly #errors: Errors;
  readonly #running: string[] = [];
  readonly #ended = new Set<string>();

  constructor(program: CompiledProgram, errors: Errors) {
    this.#program = program;
    this.#errors = errors;
  }

  /**
   * A component library calls Component() from a file of its own: what counts is whose script is
   * running.
   */
  readonly current = (): string => this.#running.at(-1) ?? '';

  /** Whether the unit's script has run, and thrown nothing. */
  hasEnded(path: string): boolean {
    return this.#ended.has(path);
  }

  /** For `ModuleRegistry`: around each module's body. */
  readonly around = (path: string, run: () => void): void => {
    if (this.#program.components[path] === undefined) {
      run();
      return;
    }
    this.#running.push(path);
    try {
      run();
    } finally {
      this.#running.pop();
    }
  };

  /**
   * A page's script and, before it, those of the components it can show: what `lazyCodeLoading`
   * does.
   */
  load(path: string, modules: ModuleRegistry, seen: Set<string> = new Set()): void {
    const unit = this.#program.components[path];
    if (!unit || seen.has(path)) return;
    seen.add(path);
    const defaults = Object.values(unit.componentGenerics).flatMap((generic) =>
      generic === true ? [] : (generic.default ?? []),
    );
    const used = [
      ...Object.values(this.#program.app.usingComponents),
      ...Object.values(unit.usingComponents),
      ...defaults,
    ];
    for (const each of used) this.load(each, modules, seen);
    if (!modules.has(path)) return;
    // WeChat's own, undocumented; pages built by Taro 1 and 2 read in it whose script is running.
    modules.setGlobal('__wxRoute', path);
    this.#errors.guard(() => {
      modules.load(path);
      this.#ended.add(path);
    });
  }
}
