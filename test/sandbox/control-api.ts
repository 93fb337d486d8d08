import type { Bench } from './helpers';

export interface Answer {
  readonly id: string;
  readonly code: string;
  readonly phoneCode: string | null;
  readonly error: string;
  readonly now: number;
  readonly body: { readonly person: string };
}

/** Asks the control API; the test says what it looks at in the answer. */
export const controlOf =
  (bench: Bench) =>
  async <T = Answer>(
    method: string,
    path: string,
    body?: unknown,
  ): Promise<{ status: number; json: T }> => {
    const message = { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
    const response = await fetch(`${bench.sandbox.genauth.url}${path}`, {
      method,
      ...(body === undefined ? {} : message),
    });
    return { status: response.status, json: await response.json() };
  };
