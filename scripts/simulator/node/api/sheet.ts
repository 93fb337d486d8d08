import type { Page as Tab } from 'playwright-core';
import type { OpenSheet } from '../../contract/phone';
import { tapSurface } from './surface';
import type { Sheet } from './types';

export class OpenedSheet implements Sheet {
  readonly kind: OpenSheet['kind'];
  readonly text: string;
  readonly #tab: Tab;

  constructor(tab: Tab, { kind, text }: OpenSheet) {
    this.#tab = tab;
    this.kind = kind;
    this.text = text;
  }

  allow(): Promise<void> {
    return this.#tap('allow');
  }

  reject(): Promise<void> {
    return this.#tap('reject');
  }

  async #tap(answer: 'allow' | 'reject'): Promise<void> {
    const button = `[data-sheet="${this.kind}"] [data-testid="sheet-${answer}"]`;
    await tapSurface(this.#tab, button);
  }
}
