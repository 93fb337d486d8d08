/** The documents of the phone in its frame: the app's and the program's are inside of it. */
export interface PhoneTapper {
  /** Whether there was something to tap. */
  tapApp(selector: string): boolean;
  tapProgram(id: string): boolean;
}

/**
 * Taps as a keyboard does, by Enter or a click without a pointer: a script's pointer would have to
 * be where the screen is at that moment.
 */
export function createPhoneTapper(phonePage: Document): PhoneTapper {
  const inside = (selector: string) =>
    phonePage.querySelector<HTMLIFrameElement>(selector)?.contentDocument ?? null;
  return {
    tapApp(selector) {
      const button = inside('.app-frame')?.querySelector<HTMLButtonElement>(selector);
      if (!button || button.disabled) return false;
      button.click();
      return true;
    },
    tapProgram(id) {
      const element = inside('.program-place iframe')?.getElementById(id);
      // A closed sheet stays in the page, and is hidden.
      if (!element?.checkVisibility({ visibilityProperty: true })) return false;
      element.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }),
      );
      return true;
    },
  };
}
