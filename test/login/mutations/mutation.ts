/**
 * A mistake put into the login on purpose: `invariant` is the one of
 * docs/architecture.md#invariants that it breaks.
 */
export interface Mutation extends Edit {
  readonly name: string;
  readonly invariant: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;
  /**
   * For a mistake that seldom shows: its first sequences find it. Once they no longer do, it takes
   * the test longer.
   */
  readonly seed?: number;
  /** So many sequences of the seed are passed over: what fast-check tries late is another kind. */
  readonly after?: number;
  /** Where two places hold the same line, the mistake is made in both. */
  readonly also?: Edit;
}

export interface Edit {
  /** Under miniprogram/login/. */
  readonly file: string;
  /** Stands there exactly once. */
  readonly from: string;
  readonly to: string;
}
