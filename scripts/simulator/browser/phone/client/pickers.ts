import type { PickerHandle, PickerListener, PickerView } from '../../../contract/picker';
import type { ScreenStore } from '../screen';
import type { Timeline } from '../timeline';

/** The sheet of a <picker>: one at a time, over the program. */
export interface Pickers {
  open(view: PickerView, listener: PickerListener): PickerHandle;
  /** @throws When none is open, or it has no such column or option. */
  turn(column: number, index: number): void;
  answer(answer: 'confirm' | 'cancel'): void;
  /** It goes unanswered. */
  dismiss(): void;
}

export function createPickers(screen: ScreenStore, timeline: Timeline): Pickers {
  let open: { readonly listener: PickerListener; end(answer: Answer): void } | null = null;
  const inFront = () => {
    if (!open) throw new Error('no picker is open on this phone');
    return open;
  };
  return {
    open(view, listener) {
      open?.end('dismissed');
      const complete = timeline.record({ kind: 'sheet', sheet: 'picker' });
      const shown = {};
      const mine = {
        listener,
        end(answer: Answer) {
          if (open !== mine) return;
          open = null;
          screen.set({ picker: null });
          complete({ kind: 'sheet', answer });
          listener.answered(answer);
        },
      };
      open = mine;
      screen.set({ picker: { view, shown } });
      return {
        update: (next) => {
          if (open === mine) screen.set({ picker: { view: next, shown } });
        },
        close: () => mine.end('dismissed'),
      };
    },
    turn(column, index) {
      const { listener } = inFront();
      const options = screen.get().picker?.view.columns[column]?.options;
      if (options?.[index] === undefined)
        throw new Error(`the picker has no option ${index} in a column ${column}`);
      listener.chosen(column, index);
    },
    answer: (answer) => inFront().end(answer),
    dismiss: () => open?.end('dismissed'),
  };
}

type Answer = Parameters<PickerListener['answered']>[0];
