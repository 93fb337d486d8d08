import type { PhoneHost } from '../../../contract/process';

/** Whether now is inside the handlers of a real tap, and the timeline's entry of it. */
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
    this.#host.record({
      kind: 'tap',
      target: nameOf(target),
      text: target.innerText.trim().slice(0, 80),
    });
  };
}

/** `button#agree`, `text` */
function nameOf(target: HTMLElement): string {
  const named = target.closest<HTMLElement>('[id]') ?? target;
  return named.localName.replace(/^wx-/, '') + (named.id ? `#${named.id}` : '');
}
