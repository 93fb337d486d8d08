import type { Watcher } from '../watcher';
import type { World } from '../world';

/**
 * One of docs/architecture.md#invariants, watching a world. Written from what each says, not from
 * the table that is to keep it.
 */
export type Invariant = (world: () => World) => Partial<Watcher>;
