import type { ScreenStore, SheetView } from '../screen';
import type { Timeline } from '../timeline';
import type { Surfaces } from './surfaces';

/** WeChat's own half-screens: one at a time, over the program. */
export interface Sheets {
  /** Resolves with the person's answer; `dismissed` when the program went away under it. */
  ask(view: SheetView): Promise<'allow' | 'reject' | 'dismissed'>;
  answer(answer: 'allow' | 'reject' | 'dismissed'): void;
}

export function createSheets(screen: ScreenStore, timeline: Timeline, surfaces: Surfaces): Sheets {
  let answered: ((answer: 'allow' | 'reject' | 'dismissed') => void) | null = null;
  const open = (view: SheetView) => {
    answered?.('dismissed');
    const complete = timeline.record({ kind: 'sheet', sheet: view.kind });
    screen.set({ sheet: view });
    return new Promise<'allow' | 'reject' | 'dismissed'>((resolve) => {
      answered = (answer) => {
        answered = null;
        screen.set({ sheet: null });
        complete({ kind: 'sheet', answer });
        resolve(answer);
      };
    });
  };
  return {
    ask: (view) => surfaces.during(() => open(view)),
    answer: (answer) => answered?.(answer),
  };
}
