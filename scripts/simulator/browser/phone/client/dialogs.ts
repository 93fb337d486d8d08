import type { OpenDialog } from '../../../contract/phone';
import type { PhoneClock } from '../clock';
import type { ScreenStore } from '../screen';

/**
 * Toast, loading, modal and action sheet: as in WeChat one at a time, the next takes the place of
 * the one before.
 */
export interface Dialogs {
  /**
   * A modal and an action sheet resolve with the answer, the others at once. Null hides a toast or
   * loading.
   */
  show(dialog: OpenDialog | null): Promise<DialogAnswer | null>;
  answer(answer: string, content?: string): void;
  /** An action sheet belongs to its page, and goes with it. */
  leavePage(): void;
  /** The program went away. */
  clear(): void;
}

export interface DialogAnswer {
  readonly answer: string;
  readonly content: string;
}

/** https://developers.weixin.qq.com/miniprogram/dev/api/ui/interaction/wx.showToast.html: ms. */
const toastDuration = 1500;

export function createDialogs(screen: ScreenStore, clock: PhoneClock): Dialogs {
  let answered: ((answer: DialogAnswer) => void) | null = null;
  let cancelTimer: (() => void) | null = null;

  const close = () => {
    cancelTimer?.();
    cancelTimer = null;
    screen.set({ dialog: null });
    answered?.({ answer: 'cancel', content: '' });
    answered = null;
  };

  return {
    async show(dialog) {
      const open = screen.get().dialog?.kind;
      if (!dialog) {
        if (open === 'toast' || open === 'loading') close();
        return null;
      }
      close();
      screen.set({ dialog });
      if (dialog.kind === 'toast') {
        const { duration } = dialog.params;
        cancelTimer = clock.after(typeof duration === 'number' ? duration : toastDuration, close);
      }
      if (dialog.kind === 'toast' || dialog.kind === 'loading') return null;
      return await new Promise((resolve) => {
        answered = resolve;
      });
    },
    answer(answer, content = '') {
      const resolve = answered;
      answered = null;
      close();
      resolve?.({ answer, content });
    },
    leavePage() {
      if (screen.get().dialog?.kind === 'actionSheet') close();
    },
    clear: close,
  };
}
