import { isRecord, text } from './json.ts';
import type { DeliveredBy } from './types.ts';

/** A text that may be the answer, and how it came. */
export interface Answer {
  readonly by: DeliveredBy;
  readonly text: string;
}

/** Longer ones are no answer: a sealed result is about 6,000 characters. */
const longestText = 100_000;

/**
 * What a native module, or the store, gives may be anything, also something that throws when it is
 * read. Null: no answer, and no end of anything.
 */
export function readAnswer(value: unknown): Answer | null {
  try {
    if (!isRecord(value)) return null;
    const read = text(value.text);
    if (read === null || read.length > longestText) return null;
    // The server trusts this one less: so a text is not lost because nobody says how it came.
    const isResp = value.by === 'WXLaunchMiniProgram.Resp';
    return { by: isResp ? 'WXLaunchMiniProgram.Resp' : 'ShowMessageFromWX.Req', text: read };
  } catch {
    return null;
  }
}
