import type { ProbeJson } from '../json';
import { answer } from '../report';

/** What a check may use of the page that runs it. */
export interface ProbePage {
  setData(data: Record<string, unknown>, done?: () => void): void;
  readonly data: Readonly<Record<string, unknown>>;
  createSelectorQuery(): WechatMiniprogram.SelectorQuery;
  selectComponent(selector: string): { readonly data?: unknown } | null;
}

export interface ProbeCheck {
  readonly id: string;
  /** An address in docs/wechat.md. */
  readonly fact: string;
  /** `undefined`: this start of the program could not ask it. */
  readonly ask: (page: ProbePage) => ProbeJson | undefined | Promise<ProbeJson | undefined>;
}

const patience = 5_000;

/** Asks one after the other. What throws or stays silent is an answer too. */
export async function askAll(
  checks: readonly ProbeCheck[],
  page: ProbePage,
  onAnswer: () => void,
): Promise<void> {
  for (const { id, fact, ask } of checks) {
    let result: ProbeJson | undefined;
    try {
      result = await Promise.race([ask(page), silence()]);
    } catch (error) {
      result = { threw: error instanceof Error ? error.message : String(error) };
    }
    if (result !== undefined) answer(id, { fact, answer: result });
    onAnswer();
  }
}

function silence(): Promise<ProbeJson> {
  return new Promise((resolve) => setTimeout(() => resolve({ silent: true }), patience));
}
