import type { Mini } from './client';
import type { StepLog } from './steps';

/** What the program threw, and what the simulator refused it by name, with the step it came in. */
export class ErrorLog {
  readonly #log: StepLog;
  readonly #errors: { readonly message: string; readonly step: number }[] = [];

  constructor(mini: Mini, log: StepLog) {
    this.#log = log;
    mini.on('exception', (thrown: unknown) => {
      const [message = ''] = String(Object(thrown).message).split('\n');
      this.#errors.push({ message, step: log.steps.length });
    });
  }

  /** Those of the last step and of the one before it, which most often is the tap that led there. */
  recent(): readonly string[] {
    const since = this.#log.steps.length - 1;
    return this.#errors.filter(({ step }) => step >= since).map(({ message }) => message);
  }
}
