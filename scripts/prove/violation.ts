export class Violation extends Error {
  constructor(
    readonly invariant: number,
    readonly what: string,
  ) {
    super(`invariant ${invariant}: ${what}`);
    this.name = 'Violation';
  }
}

export function hold(invariant: number, holds: boolean, what: string): asserts holds {
  if (!holds) throw new Violation(invariant, what);
}
