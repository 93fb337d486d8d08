import type { Exchange } from '../../contract/exchange';

/** `failed`: an HTTP error, no answer, or one of the API's own errors under HTTP 200. */
export const outcomes = ['all', 'good', 'failed'] as const;
export type OutcomeFilter = (typeof outcomes)[number];

export interface Filter {
  readonly server: string;
  readonly outcome: OutcomeFilter;
  readonly text: string;
}

export const everything: Filter = { server: '', outcome: 'all', text: '' };

/** Every word of the text stands somewhere in the exchange; letter case does not count. */
export function matches(exchange: Exchange, { server, outcome, text }: Filter): boolean {
  if (server !== '' && exchange.server !== server) return false;
  if (outcome !== 'all' && isSuccess(exchange) !== (outcome === 'good')) return false;
  const haystack = JSON.stringify(exchange).toLowerCase();
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => haystack.includes(word));
}

/** GenAuth and WeChat answer errors with HTTP 200 too. */
export function isSuccess({ status, answer }: Exchange): boolean {
  if (status < 200 || status >= 400) return false;
  const code = numberOf(answer, 'statusCode') ?? 200;
  return code >= 200 && code < 400 && (numberOf(answer, 'errcode') ?? 0) === 0;
}

function numberOf(answer: unknown, name: string): number | undefined {
  if (typeof answer !== 'object' || answer === null) return undefined;
  const value: unknown = Reflect.get(answer, name);
  return typeof value === 'number' ? value : undefined;
}
