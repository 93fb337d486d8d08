import type { ScreenStore, SheetView } from '../screen';
import type { Timeline } from '../timeline';

/** WeChat's own half-screens: one at a time, over the program. */
export interface Sheets {
  /** Resolves with the person's answer; `dismissed` when the program went away under it. */
  ask(view: SheetView): Promise<'allow' | 'reject' | 'dismissed'>;
  answer(answer: 'allow' | 'reject' | 'dismissed'): void;
}

export function createSheets(screen: ScreenStore, timeline: Timeline): Sheets {
  let answered: ((answer: 'allow' | 'reject' | 'dismissed') => void) | null = null;
  return {
    ask(view) {
      answered?.('dismissed');
      const complete = timeline.record({ kind: 'sheet', sheet: view.kind });
      screen.set({ sheet: view });
      return new Promise((resolve) => {
        answered = (answer) => {
          answered = null;
          screen.set({ sheet: null });
          complete({ kind: 'sheet', answer });
          resolve(answer);
        };
      });
    },
    answer: (answer) => answered?.(answer),
  };
}
