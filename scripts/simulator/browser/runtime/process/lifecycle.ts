import type { ProgramProcess } from '../../../contract/process';
import type { CompiledProgram } from '../../../contract/program';
import type { EnterOptions } from '../../../contract/timeline';
import type { Errors } from '../errors';
import { type ModuleRegistry, normalize } from '../script/module-registry';
import type { App } from './app';
import type { PageStack } from './stack';

export interface LifecycleParts {
  readonly app: App;
  readonly errors: Errors;
  readonly program: CompiledProgram;
  readonly stack: PageStack;
}

/** Cold and hot starts, and leaving: App's hooks before the pages'. */
export class Lifecycle {
  readonly #parts: LifecycleParts;
  #launch: EnterOptions | null = null;
  #enter: EnterOptions | null = null;

  constructor(parts: LifecycleParts) {
    this.#parts = parts;
  }

  get launchOptions(): EnterOptions {
    return started(this.#launch);
  }

  get enterOptions(): EnterOptions {
    return started(this.#enter);
  }

  process(modules: ModuleRegistry): Pick<ProgramProcess, 'launch' | 'show' | 'hide'> {
    const { app, errors, stack } = this.#parts;
    return {
      launch: async (given) => {
        // The phone's objects belong to another document, and lead to its window.
        const options = structuredClone(given);
        this.#launch = options;
        this.#enter = options;
        if (modules.has('app')) errors.guard(() => modules.load('app'));
        app.launch(options);
        app.show(options);
        await this.#open(options);
      },
      show: async (given, relaunch, loadFirst = false) => {
        const options = structuredClone(given);
        this.#enter = options;
        if (relaunch && loadFirst) {
          await this.#open(options);
          app.show(options);
          return;
        }
        app.show(options);
        if (relaunch) await this.#open(options);
        else stack.showFront();
      },
      hide() {
        stack.hideFront();
        app.hide();
      },
    };
  }

  async #open({ path, query }: EnterOptions): Promise<void> {
    const { app, errors, program, stack } = this.#parts;
    const page = normalize(path);
    if (program.components[page]?.isPage) {
      await stack.relaunch({ path: page, query });
      return;
    }
    const isHeard = app.pageNotFound({ path, query, isEntryPage: true });
    if (!isHeard) errors.refused(`there is no page "${path}", and no App.onPageNotFound`);
    // A redirect that onPageNotFound asked for stands in the queue by now.
    await stack.idle();
  }
}

function started(options: EnterOptions | null): EnterOptions {
  if (!options) throw new Error('the program was not launched yet');
  return options;
}
