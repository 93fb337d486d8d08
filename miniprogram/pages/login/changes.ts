import type { View } from '../../login/screen';

export interface Shown {
  readonly view: View | { readonly screen: 'blank' };
  readonly sheetOpen: boolean;
}

/**
 * What setData needs to get from what is shown to `next`: whole on another screen, else only the
 * parts that differ.
 */
export function changes(shown: Shown, next: View): Record<string, unknown> {
  const sheetOpen = next.screen === 'login' && next.sheet !== null;
  const changed: Record<string, unknown> = sheetOpen === shown.sheetOpen ? {} : { sheetOpen };
  if (shown.view.screen !== next.screen) return { ...changed, view: next };
  collect(shown.view, next, 'view', changed);
  // A closed sheet keeps its words while it slides away, and its button, whose answer may still
  // come.
  if (!sheetOpen) delete changed['view.sheet'];
  return changed;
}

/** Goes into objects, not into lists: a list is short, and is sent whole. */
function collect(
  before: unknown,
  after: unknown,
  path: string,
  changed: Record<string, unknown>,
): void {
  if (isObject(before) && isObject(after)) {
    for (const key of Object.keys(after))
      collect(before[key], after[key], `${path}.${key}`, changed);
    return;
  }
  if (JSON.stringify(before) !== JSON.stringify(after)) changed[path] = after;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
