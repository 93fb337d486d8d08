/** One part of `npm test`. */
export interface SuiteCheck {
  readonly name: string;
  /** The heading, and what the part proves. */
  readonly title: string;
  /** It only reads the sources: it runs at the same time as the other checks that do. */
  readonly readsOnly?: boolean;
  /** Says what is wrong with `print`; resolves also when everything is. */
  run(print: (text: string) => void): Promise<Count>;
}

export interface Count {
  readonly passed: number;
  readonly failed: number;
}

export function countOf(results: readonly boolean[]): Count {
  const passed = results.filter(Boolean).length;
  return { passed, failed: results.length - passed };
}
