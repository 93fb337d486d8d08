import { setTimeout as pause } from 'node:timers/promises';
import type { Locator, Page as Tab } from 'playwright-core';
import { asked } from './asked';
import { patience, waiting } from './waiting';

/** On the tab, CSS px. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** Until a touch there is one of its own, and not the second half of a double tap. */
export async function untilTouchable(tab: Tab, { x, y }: Place): Promise<void> {
  for (;;) {
    const ms = await tab.evaluate(([left, top]) => window.phone.touchWait(left, top), [
      x,
      y,
    ] as const);
    if (ms === 0) return;
    await pause(ms);
  }
}

/** A real touch on something that WeChat draws. */
export async function tapSurface(tab: Tab, target: Locator): Promise<void> {
  const box = await asked(target.boundingBox({ timeout: patience() }));
  if (box) await untilTouchable(tab, { x: box.x + box.width / 2, y: box.y + box.height / 2 });
  await asked(target.tap({ timeout: patience() }));
}

/**
 * Answers the action sheet or the picker that is open, or will be soon, as a person does. By what
 * stands there, or by its place; a picker takes one for each column, and keeps the columns that
 * nothing is said of.
 *
 * @throws When neither opens, or it has no such choice.
 */
export async function choose(
  tab: Tab,
  choices: readonly (string | number)[],
  timeout?: number,
): Promise<void> {
  const open = await waiting('an action sheet or a picker', () => openChoice(tab), timeout);
  if (open.kind === 'actionSheet') {
    const [choice = 0] = choices;
    const index = indexOf(open.columns[0] ?? [], choice);
    return await tapSurface(tab, tab.locator(`[data-testid="action-${index}"]`));
  }
  for (const [column, choice] of choices.entries()) {
    // Turning one column may have changed the others.
    const options = (await openChoice(tab))?.columns[column] ?? [];
    const index = indexOf(options, choice);
    await asked(
      tab.evaluate(([at, to]) => window.phone.turnPicker(at, to), [column, index] as const),
    );
  }
  await tapSurface(tab, tab.locator('[data-testid="picker-confirm"]'));
}

/** Answers whichever is open with "cancel". */
export async function cancelChoice(tab: Tab, timeout?: number): Promise<void> {
  const { kind } = await waiting('an action sheet or a picker', () => openChoice(tab), timeout);
  const name = kind === 'picker' ? 'picker-cancel' : 'action-cancel';
  await tapSurface(tab, tab.locator(`[data-testid="${name}"]`));
}

interface OpenChoice {
  readonly kind: 'actionSheet' | 'picker';
  readonly columns: readonly (readonly string[])[];
}

async function openChoice(tab: Tab): Promise<OpenChoice | null> {
  const { dialog, picker } = await tab.evaluate(() => {
    const { phone } = window;
    return { dialog: phone.dialog, picker: phone.picker };
  });
  if (picker) return { kind: 'picker', columns: picker.columns.map(({ options }) => options) };
  if (dialog?.kind !== 'actionSheet') return null;
  const { itemList } = dialog.params;
  return { kind: 'actionSheet', columns: [Array.isArray(itemList) ? itemList.map(String) : []] };
}

function indexOf(options: readonly string[], choice: string | number): number {
  const index = typeof choice === 'number' ? choice : options.indexOf(choice);
  if (options[index] === undefined)
    throw new Error(`there is no "${choice}" to choose; there are: ${options.join(', ')}`);
  return index;
}
