import type { Extras, Mini } from './client';
import type { ErrorLog } from './error-log';
import type { StepLog } from './steps';

/** What a program, its locators and `expect` share. */
export interface Context {
  readonly mini: Mini;
  readonly extras: Extras;
  readonly log: StepLog;
  readonly errors: ErrorLog;
  /** ms. */
  readonly timeout: number;
}

export interface WaitOptions {
  /** How long to wait, ms of real time; default: that of the program. */
  readonly timeout?: number;
}
