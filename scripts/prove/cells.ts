import type { EventType } from '../../miniprogram/login/event';
import type { StateName } from '../../miniprogram/login/state';
import type { Coverage } from './coverage';
import { rows } from './flow/page';

export interface CellName {
  readonly state: StateName;
  readonly event: EventType;
  /** What happens there, as docs/flow.md calls it. */
  readonly action: string;
}

export function allCells(): readonly CellName[] {
  return rows().flatMap(({ state, cells }) =>
    cells.map(({ event, action }) => ({ state, event, action })),
  );
}

/** The report: a line for each cell that no sequence came to. */
export function unreachedCells(coverage: Coverage): readonly string[] {
  return allCells()
    .filter(({ state, event }) => coverage.times(`${state} ${event}`) === 0)
    .map(({ state, event, action }) => `${state}, ${event} (${action})`);
}
