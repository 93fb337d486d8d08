import type { LoginCode } from './codes.ts';
import type { Json } from './json.ts';

export interface LoginError {
  readonly code: LoginCode;
  /** For your log, in English. */
  readonly message: string;
  /** GenAuth's, where there are any: for a report to its support. */
  readonly apiCode?: number;
  readonly requestId?: string;
}

export type Outcome =
  /** What your server's `startSession` returned. */
  | { readonly ok: true; readonly session: Json }
  | { readonly ok: false; readonly error: LoginError };

export function failed(code: LoginCode, message: string): Outcome {
  return { ok: false, error: { code, message } };
}
