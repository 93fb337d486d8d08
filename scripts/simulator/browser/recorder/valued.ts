/** What a person gives a value by a gesture that no test repeats: the value is written instead. */
export type Valued = 'slider' | 'field' | 'wheel';

const TAGS: readonly (readonly [selector: string, valued: Valued])[] = [
  ['wx-slider', 'slider'],
  ['wx-input, wx-textarea', 'field'],
  ['wx-picker-view', 'wheel'],
];

export function valuedAt(hit: Element | null): Valued | null {
  return TAGS.find(([selector]) => hit?.closest(selector))?.[1] ?? null;
}

/** The picker-view whose column this is. */
export function wheelAround(node: Element): HTMLElement | null {
  return node.localName === 'wx-picker-view-column'
    ? node.closest<HTMLElement>('wx-picker-view')
    : null;
}

/** The row of each column that is in the middle now. */
export function valueOfWheel(wheel: HTMLElement): readonly number[] {
  const row = Number.parseFloat(wheel.style.getPropertyValue('--wx-picker-row'));
  return [...wheel.querySelectorAll('wx-picker-view-column')].map(({ scrollTop }) =>
    Math.round(scrollTop / row),
  );
}
