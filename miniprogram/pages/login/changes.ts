import type { View } from '../../login/view';

export interface Shown {
  readonly view: View | { readonly screen: 'blank' };
  readonly sheetOpen: boolean;
}

/** What setData needs to get from what is shown to `next`: whole on another screen, else only the parts that differ. */
export function changes(shown: Shown, next: View): Record<string, unknown> {
  const changed: Record<string, unknown> = {};
  const sheetOpen = next.screen === 'login' && next.sheet !== null;
  if (sheetOpen !== shown.sheetOpen) changed.sheetOpen = sheetOpen;
  if (shown.view.screen !== next.screen) return { ...changed, view: next };
  const before: Readonly<Record<string, unknown>> = { ...shown.view };
  for (const [key, value] of Object.entries(next)) {
    // A closed sheet keeps its words while it slides away, and its button, whose answer may still come.
    if (key === 'sheet' && value === null) continue;
    if (JSON.stringify(before[key]) !== JSON.stringify(value)) changed[`view.${key}`] = value;
  }
  return changed;
}
