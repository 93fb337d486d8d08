import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';
import { listenEverywhere } from '../parts/listen-everywhere';

/**
 * Keys of the timeline: `/` goes to the search, arrows from row to row. Scrolling up stops
 * following the newest entry.
 */
export function useListInput(
  list: RefObject<HTMLElement | null>,
  search: RefObject<HTMLInputElement | null>,
  onScrolledUp: () => void,
): void {
  useEffect(() => {
    const rows = list.current;
    const onKey = (event: KeyboardEvent) => {
      if (event.key === '/' && !isTyping(event.target)) {
        event.preventDefault();
        search.current?.focus();
      }
      if (event.key === 'ArrowDown') moveFocus(rows, 1, event);
      if (event.key === 'ArrowUp') moveFocus(rows, -1, event);
    };
    const onWheel = (event: WheelEvent) => {
      if (event.deltaY < 0) onScrolledUp();
    };
    const stop = listenEverywhere(document, 'keydown', onKey);
    rows?.addEventListener('wheel', onWheel, { passive: true });
    return () => {
      stop();
      rows?.removeEventListener('wheel', onWheel);
    };
  }, [list, search, onScrolledUp]);
}

/** Of a frame's own `Element`, too. */
function isTyping(target: EventTarget | null): boolean {
  const page = target !== null && 'ownerDocument' in target ? target.ownerDocument : null;
  const inside = (page as Document | null)?.defaultView;
  return (
    inside != null &&
    target instanceof inside.Element &&
    target.closest('input, select, textarea') !== null
  );
}

/** Only when a row has the focus; elsewhere arrows keep their meaning. */
function moveFocus(rows: HTMLElement | null, by: 1 | -1, event: KeyboardEvent): void {
  const lines = [...(rows?.querySelectorAll<HTMLElement>('.row-line') ?? [])];
  const index = lines.findIndex((line) => line.contains(document.activeElement));
  if (index === -1) return;
  event.preventDefault();
  lines[index + by]?.focus();
}
