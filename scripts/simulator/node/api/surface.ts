import { setTimeout as pause } from 'node:timers/promises';
import { inWords, thereAre } from '@mini-login/platform/lists';
import type { Page as Tab } from 'playwright-core';
import { waiting } from './waiting';
import { nameDialog, WAYS } from './what-is-open';
import { withPlainError } from './with-plain-error';

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

/**
 * A real touch on something that WeChat draws, as soon as it lies there, still and uncovered.
 *
 * @param selector CSS, of the phone page.
 * @throws When it never does; the message says what is in the way.
 */
export async function tapSurface(tab: Tab, selector: string): Promise<void> {
  let trouble = '';
  const look = async () => {
    const found = await withPlainError(tab.evaluate(findOnSurface, selector));
    if (!('trouble' in found)) return found;
    trouble = found.trouble;
    return null;
  };
  const place = await waiting(`a touch on ${selector}`, look).catch((cause) => {
    throw new Error(`${selector} can't be touched: ${trouble}`, { cause });
  });
  if (place.wait > 0) {
    await pause(place.wait);
    await untilTouchable(tab, place);
  }
  await tab.touchscreen.tap(place.x, place.y);
}

/** In the phone page; `wait`: ms until a touch there is one of its own. */
async function findOnSurface(
  selector: string,
): Promise<(SurfacePlace & { readonly wait: number }) | { readonly trouble: string }> {
  const [element, ...more] = document.querySelectorAll(selector);
  if (!element) return { trouble: 'it is not there' };
  if (more.length > 0) return { trouble: `there are ${more.length + 1}` };
  element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  const before = element.getBoundingClientRect();
  await new Promise((shown) => requestAnimationFrame(shown));
  const { left, top, width, height } = element.getBoundingClientRect();
  if (before.left !== left || before.top !== top) return { trouble: 'it moves' };
  if (width === 0 || height === 0) return { trouble: 'it has no size' };
  if (element.closest(':disabled, [aria-disabled="true"]')) return { trouble: 'it is disabled' };
  const [x, y] = [left + width / 2, top + height / 2];
  const hit = document.elementFromPoint(x, y);
  if (!hit || !element.contains(hit))
    return { trouble: `"${hit?.className ?? 'nothing'}" lies over it` };
  return { x, y, wait: window.phone.touchWait(x, y) };
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
  const look = async () => {
    await checkNoModal(tab);
    return await openChoice(tab);
  };
  const open = await waiting(WHAT, look, timeout);
  if (open.kind === 'page') return await chooseOnPage(tab, open, choices);
  if (open.kind === 'actionSheet') {
    const [choice = 0, ...more] = choices;
    if (more.length > 0)
      throw new Error(
        `an action sheet takes one choice, and not also ${inWords(more.map(String))}`,
      );
    const index = indexOf(open.columns[0] ?? [], choice);
    return await tapSurface(tab, `[data-testid="action-${index}"]`);
  }
  for (const [column, choice] of choices.entries()) {
    // Turning one column may have changed the others.
    const columns = (await openChoice(tab))?.columns ?? [];
    const options = columns[column];
    if (!options)
      throw new Error(`there is no column ${column + 1} for "${choice}": it has ${columns.length}`);
    const index = indexOf(options, choice);
    await withPlainError(
      tab.evaluate(([at, to]) => window.phone.turnPicker(at, to), [column, index] as const),
    );
  }
  await tapSurface(tab, '[data-testid="picker-confirm"]');
}

/** @throws When what is open has buttons, and nothing to choose from: nothing else will come. */
async function checkNoModal(tab: Tab): Promise<void> {
  const modal = await tab.evaluate(() => {
    const { dialog } = window.phone;
    if (dialog?.kind !== 'modal') return null;
    const buttons = [...document.querySelectorAll('.modal-buttons button')];
    return { ...dialog.params, buttons: buttons.map(({ textContent }) => `"${textContent}"`) };
  });
  if (!modal) return;
  const { buttons } = modal;
  throw new Error(
    `${nameDialog({ kind: 'modal', params: modal }).name} is open, with nothing to ` +
      `choose from: its buttons are ${inWords(buttons)}; ${WAYS.modal}`,
  );
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
    await tapSurface(tab, `[data-testid="native-item-${index}"]`);
  const end = isSetting ? 'native-back' : 'native-done';
  await tapSurface(tab, `[data-testid="${end}"]`);
}

/** Answers whichever is open with "cancel"; a page of WeChat's own is left. */
export async function cancelChoice(tab: Tab, timeout?: number): Promise<void> {
  const { kind } = await waiting(WHAT, () => openChoice(tab), timeout);
  const name = { picker: 'picker-cancel', actionSheet: 'action-cancel', page: 'native-back' }[kind];
  await tapSurface(tab, `[data-testid="${name}"]`);
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
    throw new Error(`"${choice}" is not there; ${thereAre(options)}`);
  return index;
}
