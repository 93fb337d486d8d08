import { withPlainThis } from '../../contract/own-this';
import { isMissing } from '../../contract/places';
import type { PhoneHost } from '../../contract/process';

/**
 * Everything that goes wrong in the program or that the simulator refuses, in one place, and never
 * silent.
 */
export class Errors {
  readonly #host: PhoneHost;
  readonly #said = new Set<string>();
  #listener: ((message: string) => void) | null = null;

  constructor(host: PhoneHost) {
    this.#host = host;
  }

  /** App.onError and wx.onError. */
  onProgramError(listener: (message: string) => void): void {
    this.#listener = listener;
  }

  /** An exception in the program's code. */
  program(error: unknown): void {
    const { message, stack } = textOf(error);
    this.#host.record({ kind: 'error', message, ...(stack === undefined ? {} : { stack }) });
    // For whoever has the browser's tools open: with the source map it shows the program's own
    // line.
    console.error(error);
    this.#listener?.(stack ?? message);
  }

  /** A promise that nobody caught: WeChat tells App.onUnhandledRejection, not App.onError. */
  rejection(reason: unknown): void {
    const { message, stack } = textOf(reason);
    // What the simulator refuses, it has said already.
    if (isMissing(message)) return;
    this.#host.record({
      // An answer that nobody took, as `request:fail`, is no exception.
      kind: reason instanceof Error || this.#host.strict ? 'error' : 'warning',
      message: `a rejected promise that nobody handles: ${message}`,
      ...(stack === undefined ? {} : { stack }),
    });
  }

  /** What WeChat would refuse or the simulator does not know. */
  refused(message: string): void {
    this.#host.record({ kind: 'error', message });
    console.error(message);
  }

  /**
   * What WeChat takes and says on its console, or ignores: an error for whoever asked for a strict
   * simulator.
   */
  tolerated(message: string): void {
    if (this.#said.has(message)) return;
    this.#said.add(message);
    this.#host.record({ kind: this.#host.strict ? 'error' : 'warning', message });
    console.warn(message);
  }

  /** The same, for what a template would say again with every element and update. */
  refusedOnce(message: string): void {
    if (this.#said.has(message)) return;
    this.#said.add(message);
    this.refused(message);
  }

  /** Runs the program's code; what it throws goes to the list. */
  guard<T>(run: () => T): T | undefined {
    try {
      return run();
    } catch (error) {
      this.program(error);
      return undefined;
    }
  }
}

function textOf(error: unknown): { message: string; stack?: string } {
  // What a call of wx.* rejects with.
  if (typeof error === 'object' && error !== null && 'errMsg' in error)
    return { message: String(error.errMsg) };
  if (!(error instanceof Error)) return { message: describe(error) };
  const message = withPlainThis(error.message);
  return { message, ...(error.stack === undefined ? {} : { stack: withPlainThis(error.stack) }) };
}

/** What was thrown or rejected with may be anything; `[object Object]` helps nobody. */
function describe(error: unknown): string {
  if (typeof error !== 'object' || error === null) return String(error);
  try {
    return JSON.stringify(error);
  } catch {
    return String(error);
  }
}
