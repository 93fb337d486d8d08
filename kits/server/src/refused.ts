import { type RefusalCode, refusalCodes } from './error-codes.ts';
import type { AppError, Conclusion } from './types.ts';

/** For a log. What another server says at greater length would fill the store. */
export const longestMessage = 500;

/**
 * Ends the reading of an answer, from wherever it is, and becomes the `Conclusion` in one place
 * (`concludedBy`): so that each check is one line that can be read, and ported, by itself.
 */
export class Refused extends Error {
  readonly error: AppError;

  /** `cause` is for a debugger; it is no part of the conclusion. */
  constructor(
    code: RefusalCode,
    message: string = refusalCodes[code],
    { cause, ...more }: Partial<AppError> & { readonly cause?: unknown } = {},
  ) {
    super(message, { cause });
    this.error = { ...more, code, message: message.slice(0, longestMessage) };
  }
}

/** An error that is not the app's own goes on as it came. */
export function refusal(error: AppError): Conclusion {
  return { ok: false, who: null, claims: null, checks: [], error };
}

/** The conclusion, also where it was refused. */
export async function concludedBy(
  conclude: () => Conclusion | Promise<Conclusion>,
): Promise<Conclusion> {
  try {
    return await conclude();
  } catch (error) {
    if (error instanceof Refused) return refusal(error.error);
    throw error;
  }
}
