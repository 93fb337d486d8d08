import type { Yes } from '../../miniprogram/login/consent';
import type { State } from '../../miniprogram/login/state';

/** A question of WeChat's for the phone, and the yes and the try that it was asked in. */
interface Prompt {
  readonly yes: Yes | null;
  readonly attempt: number;
}

/** What WeChat has still to answer about the phone: once for each tap that it took. */
export class Prompts {
  #open: readonly Prompt[] = [];

  get areOpen(): boolean {
    return this.#open.length > 0;
  }

  add(state: State): void {
    this.#open = [...this.#open, { yes: yesOf(state), attempt: state.visit.attempt }];
  }

  /** The oldest first. */
  take(): Prompt | undefined {
    const [prompt, ...others] = this.#open;
    this.#open = others;
    return prompt;
  }
}

/** The yes that it was asked after still stands: what the person gives has to count. */
export function isWanted(prompt: Prompt | undefined, state: State): boolean {
  if (prompt === undefined || prompt.yes === null) return false;
  return prompt.attempt === state.visit.attempt && prompt.yes === yesOf(state);
}

function yesOf(state: State): Yes | null {
  return state.name === 'asking' ? state.consent.yes : null;
}
