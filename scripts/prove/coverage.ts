import type { Observed } from './watcher';

/**
 * Which cells of the table were reached, and where they led: `cell` is `state event`, `target` the
 * state after it.
 */
export class Coverage {
  private readonly cells = new Map<string, Map<string, number>>();
  private readonly acting = new Set<string>();
  steps = 0;

  add({ before, event, state, effects }: Observed): void {
    this.steps += 1;
    const cell = `${before.name} ${event.type}`;
    const targets = this.cells.get(cell) ?? new Map<string, number>();
    targets.set(state.name, (targets.get(state.name) ?? 0) + 1);
    this.cells.set(cell, targets);
    if (this.acting.has(cell) || (state === before && effects.length === 0)) return;
    if (effects.length > 0 || JSON.stringify(state) !== JSON.stringify(before))
      this.acting.add(cell);
  }

  /** Whether anything ever came of the event there. */
  acts(cell: string): boolean {
    return this.acting.has(cell);
  }

  times(cell: string): number {
    return [...(this.cells.get(cell)?.values() ?? [])].reduce((sum, count) => sum + count, 0);
  }

  targets(cell: string): readonly string[] {
    return [...(this.cells.get(cell)?.keys() ?? [])].sort();
  }
}
