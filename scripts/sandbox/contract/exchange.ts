/**
 * One HTTP exchange with a double, as it was: reading it out loud without masking is the reader's
 * mistake.
 */
export interface Exchange {
  /** Counts up. */
  readonly id: number;
  readonly server: string;
  /** ms, the sandbox's clock. */
  readonly at: number;
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  /** JSON or form fields as an object, other text as it is; undefined when there was none. */
  readonly body: unknown;
  /** 0 when the connection ended without an answer. */
  readonly status: number;
  readonly answer: unknown;
  /** The kind of the fault that it met. */
  readonly fault?: string;
}
