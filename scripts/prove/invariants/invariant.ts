import type { Watcher, World } from '../world';

/**
 * One of docs/architecture.md#invariants, watching a world. Written from what each says, not from
 * the table that is to keep it.
 */
export type Invariant = (world: () => World) => Partial<Watcher>;

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
