import { isRecord, text } from './json.ts';
import type { AppError } from './types.ts';

/** What the app gets for an answer. */
export type KeptOutcome =
  | { readonly ok: true; readonly session: Readonly<Record<string, unknown>> }
  | { readonly ok: false; readonly error: AppError; readonly pending: boolean };

/** What a store has of a launch: which text was taken, and what came of it. */
export interface Kept {
  /** Of the text. */
  readonly hash: string;
  /** Null while it is being verified. */
  readonly outcome: KeptOutcome | null;
}

export function writeKept(kept: Kept): string {
  return JSON.stringify(kept);
}

/** Null: nothing, or what another version wrote. */
export function readKept(source: string | null): Kept | null {
  const { hash, outcome } = parse(source);
  if (typeof hash !== 'string') return null;
  if (!isRecord(outcome)) return { hash, outcome: null };
  if (outcome.ok === true && isRecord(outcome.session))
    return { hash, outcome: { ok: true, session: outcome.session } };
  const error = isRecord(outcome.error) ? outcome.error : {};
  return {
    hash,
    outcome: {
      ok: false,
      error: {
        code: text(error.code) ?? 'unknown',
        message: text(error.message) ?? '',
        ...(typeof error.apiCode === 'number' ? { apiCode: error.apiCode } : {}),
        ...(typeof error.requestId === 'string' ? { requestId: error.requestId } : {}),
      },
      pending: false,
    },
  };
}

/** Without the limits for strangers' texts: a session may be as long as its app likes. */
function parse(source: string | null): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = source === null ? null : JSON.parse(source);
    return isRecord(value) ? value : {};
  } catch {
    return {};
  }
}
