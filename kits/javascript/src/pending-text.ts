import { isRecord, parseRecord, text } from './json.ts';
import type { Answer, Pending } from './waiting.ts';

/** The form of what `PendingStore` keeps; another one is not read. */
const version = 1;

export function writePending(pending: Pending): string {
  return JSON.stringify({ version, ...pending });
}

/** Null: nothing that can be waited for, be it old, damaged or of another version. */
export function readPending(source: unknown, now: number): Pending | null {
  const value = typeof source === 'string' ? parseRecord(source) : undefined;
  if (value?.version !== version) return null;
  const { id, state, endsAt, answers } = value;
  const known = text(id);
  if (known === null || typeof endsAt !== 'number') return null;
  // Ten minutes: a clock that was set back must not keep a login for longer.
  if (!(endsAt > now && endsAt - now <= 600_000)) return null;
  return {
    id: known,
    state: text(state),
    endsAt,
    answers: Array.isArray(answers) ? answers.flatMap(readAnswer) : [],
  };
}

function readAnswer(value: unknown): readonly Answer[] {
  if (!isRecord(value)) return [];
  const { by } = value;
  const read = text(value.text);
  if (read === null) return [];
  return by === 'WXLaunchMiniProgram.Resp' || by === 'ShowMessageFromWX.Req'
    ? [{ by, text: read }]
    : [];
}
