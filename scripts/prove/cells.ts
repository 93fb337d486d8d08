import { table } from '../../miniprogram/login/table/table';
import type { Coverage } from './coverage';

/** Every cell of the table, as `state event`, with the name of what happens there. */
export function allCells(): readonly { readonly state: string; readonly event: string; readonly action: string }[] {
  return Object.entries(table).flatMap(([state, row]) =>
    Object.entries(row).map(([event, cell]) => ({ state, event, action: (cell as { readonly name: string }).name })),
  );
}

export function unreachedCells(coverage: Coverage): { readonly all: number; readonly cells: readonly string[] } {
  const cells = allCells().map(({ state, event }) => `${state} ${event}`);
  return { all: cells.length, cells: cells.filter((cell) => coverage.times(cell) === 0) };
}
