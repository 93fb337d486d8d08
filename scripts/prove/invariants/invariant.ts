import type { Model } from '../model';
import type { Observed, Watcher } from '../watcher';

/**
 * One of docs/architecture.md#invariants, watching a model. Written from what each says, not from
 * the table that is to keep it.
 */
export type Invariant = (model: () => Model) => Partial<Watcher>;

/** A launch has begun: a timer that rings before its options come begins a try of the one before. */
export function isNewVisit({ before, event, state }: Observed): boolean {
  const isOpened = event.type === 'entered' || event.type === 'pageLoaded';
  return isOpened && state.visit.attempt !== before.visit.attempt;
}
