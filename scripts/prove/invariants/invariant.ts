import type { Model } from '../model';
import type { Watcher } from '../watcher';

/**
 * One of docs/architecture.md#invariants, watching a model. Written from what each says, not from
 * the table that is to keep it.
 */
export type Invariant = (model: () => Model) => Partial<Watcher>;
