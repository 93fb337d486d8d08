import { compileEvent, errorText, fatalFor, ofPage } from '../../../contract/blame';
import type { PhoneHost } from '../../../contract/process';
import type { CompiledProgram, CompileError } from '../../../contract/program';

/** What the compiler found in pages, said when one of them is loaded, and once. */
export class CompileMessages {
  readonly #host: PhoneHost;
  readonly #program: CompiledProgram;
  readonly #told = new Set<CompileError>();

  constructor(host: PhoneHost, program: CompiledProgram) {
    this.#host = host;
    this.#program = program;
  }

  /** What keeps the page from being made, in words; null: nothing. */
  report(page: string): string | null {
    const { errors } = this.#program;
    // A strict program with any error at all was not started.
    const [fatal] = fatalFor(errors, page, false);
    for (const error of ofPage(errors, page)) {
      if (this.#told.has(error) || error.level === undefined) continue;
      this.#told.add(error);
      this.#host.record(compileEvent(error));
    }
    return fatal === undefined ? null : errorText(fatal);
  }
}
