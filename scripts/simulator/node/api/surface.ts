import { setTimeout as pause } from 'node:timers/promises';
import type { Locator, Page as Tab } from 'playwright-core';
import { asked } from './asked';
import { patience, waiting } from './waiting';

/** On the tab, CSS px. */
export interface SurfacePlace {
  readonly x: number;
  readonly y: number;
}

/** Until a touch there is one of its own, and not the second half of a double tap. */
export async function untilTouchable(tab: Tab, { x, y }: SurfacePlace): Promise<void> {
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
 * Answers what is open to choose from, or will be soon, as a person does: an action sheet, a picker,
 * or a page of WeChat's own. By what stands there, or by its place; a picker takes one for each
 * column, and keeps the columns that nothing is said of; on a page these are chosen, and no others.
 *
 * @throws When nothing opens, or it has no such choice.
 */
export async function choose(
  tab: Tab,
  choices: readonly (string | number)[],
  timeout?: number,
): Promise<void> {
  const open = await waiting(WHAT, () => openChoice(tab), timeout);
  if (open.kind === 'page') return await chooseOnPage(tab, open, choices);
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

async function chooseOnPage(
  tab: Tab,
  { columns, chosen, isSetting }: OpenChoice,
  choices: readonly (string | number)[],
): Promise<void> {
  const [ids = [], labels = []] = columns;
  const wanted = choices.map((choice) =>
    typeof choice === 'string' && ids.includes(choice)
      ? ids.indexOf(choice)
      : indexOf(labels, choice),
  );
  const others = chosen.filter((index) => !wanted.includes(index));
  for (const index of [...others, ...wanted.filter((each) => !chosen.includes(each))])
    await tapSurface(tab, tab.locator(`[data-testid="native-item-${index}"]`));
  const end = isSetting ? 'native-back' : 'native-done';
  await tapSurface(tab, tab.locator(`[data-testid="${end}"]`));
}

/** Answers whichever is open with "cancel"; a page of WeChat's own is left. */
export async function cancelChoice(tab: Tab, timeout?: number): Promise<void> {
  const { kind } = await waiting(WHAT, () => openChoice(tab), timeout);
  const name = { picker: 'picker-cancel', actionSheet: 'action-cancel', page: 'native-back' }[kind];
  await tapSurface(tab, tab.locator(`[data-testid="${name}"]`));
}

const WHAT = "an action sheet, a picker or a page of WeChat's own";

interface OpenChoice {
  readonly kind: 'actionSheet' | 'picker' | 'page';
  /** Of a page: ids, then what a person reads. */
  readonly columns: readonly (readonly string[])[];
  readonly chosen: readonly number[];
  readonly isSetting: boolean;
}

async function openChoice(tab: Tab): Promise<OpenChoice | null> {
  const { dialog, picker, page } = await tab.evaluate(() => {
    const { phone } = window;
    return { dialog: phone.dialog, picker: phone.picker, page: phone.nativePage };
  });
  const plain = { chosen: [], isSetting: false };
  if (page) {
    const columns = [page.items.map(({ id }) => id), page.items.map(({ label }) => label)];
    return { kind: 'page', columns, chosen: page.chosen, isSetting: page.kind === 'setting' };
  }
  if (picker)
    return { ...plain, kind: 'picker', columns: picker.columns.map(({ options }) => options) };
  if (dialog?.kind !== 'actionSheet') return null;
  const { itemList } = dialog.params;
  const columns = [Array.isArray(itemList) ? itemList.map(String) : []];
  return { ...plain, kind: 'actionSheet', columns };
}

function indexOf(options: readonly string[], choice: string | number): number {
  const index = typeof choice === 'number' ? choice : options.indexOf(choice);
  if (options[index] === undefined)
    throw new Error(`there is no "${choice}" to choose; there are: ${options.join(', ')}`);
  return index;
}
