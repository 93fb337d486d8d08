import type { NativePageView } from '../../../contract/surroundings';
import type { ScreenStore } from '../screen';
import type { Timeline } from '../timeline';
import type { Surfaces } from './surfaces';

/** WeChat's own pages over a program: one at a time. */
export interface NativePages {
  /** Resolves when it is left; `dismissed`: the program went away under it. */
  open(view: NativePageView): Promise<NativePageAnswer>;
  /** @throws When none is open, or it has no such item. */
  turn(index: number): void;
  /** @throws When none is open. */
  answer(by: 'done' | 'back'): void;
  dismiss(): void;
}

export interface NativePageAnswer {
  readonly by: 'done' | 'back' | 'dismissed';
  /** By place, in the order in which they were chosen. */
  readonly chosen: readonly number[];
}

export function createNativePages(
  screen: ScreenStore,
  timeline: Timeline,
  surfaces: Surfaces,
): NativePages {
  let end: ((by: NativePageAnswer['by']) => void) | null = null;
  const inFront = () => {
    const open = screen.get().nativePage;
    if (!open) throw new Error("no page of WeChat's own is open on this phone");
    return open;
  };
  const show = (view: NativePageView) => {
    end?.('dismissed');
    const complete = timeline.record({ kind: 'sheet', sheet: view.kind });
    screen.set({ nativePage: { view, shown: {} } });
    return new Promise<NativePageAnswer>((resolve) => {
      end = (by) => {
        end = null;
        const { chosen } = inFront().view;
        screen.set({ nativePage: null });
        complete({ kind: 'sheet', answer: by });
        resolve({ by, chosen });
      };
    });
  };
  return {
    open: (view) => surfaces.during(() => show(view)),
    turn(index) {
      const { view, shown } = inFront();
      if (view.items[index] === undefined)
        throw new Error(`the page has no item ${index}: there are ${view.items.length}`);
      screen.set({ nativePage: { view: { ...view, chosen: turned(view, index) }, shown } });
    },
    answer(by) {
      inFront();
      end?.(by);
    },
    dismiss: () => end?.('dismissed'),
  };
}

function turned({ chosen, most }: NativePageView, index: number): readonly number[] {
  if (chosen.includes(index)) return chosen.filter((each) => each !== index);
  if (most === 1) return [index];
  // WeChat says how many can be chosen, and takes no more.
  return chosen.length < most ? [...chosen, index] : chosen;
}
