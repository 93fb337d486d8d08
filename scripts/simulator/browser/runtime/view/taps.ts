import type { PhoneHost } from '../../../contract/process';

/** Whether now is inside the handlers of a real tap, and the time line's entry of it. */
export class Taps {
  readonly #host: PhoneHost;
  #depth = 0;

  constructor(host: PhoneHost) {
    this.#host = host;
  }

  readonly isTapped = (): boolean => this.#depth > 0;

  readonly during = (run: () => void): void => {
    this.#depth += 1;
    try {
      run();
    } finally {
      this.#depth -= 1;
    }
  };

  readonly record = (target: HTMLElement): void => {
    this.#host.record({ kind: 'tap', target: nameOf(target), text: target.innerText.trim().slice(0, 80) });
  };
}

/** `button[data-testid=agree]`, `view#box`, `text` */
function nameOf(target: HTMLElement): string {
  const named = target.closest<HTMLElement>('[data-testid], [id]') ?? target;
  const handle = named.dataset.testid ? `[data-testid=${named.dataset.testid}]` : named.id ? `#${named.id}` : '';
  return named.localName.replace(/^wx-/, '') + handle;
}
