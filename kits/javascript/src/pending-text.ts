import { readAnswer } from './answer.ts';
import { parseRecord, text } from './json.ts';
import type { Pending } from './waiting.ts';

/** The form of what `PendingStore` keeps; another one is not read. */
const version = 1;
const longestLifeMs = 600_000;
const dayMs = 86_400_000;

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
  // A clock that was set back a little must not lose a login, nor keep it for longer.
  if (!(endsAt > now && endsAt - now <= longestLifeMs + dayMs)) return null;
  return {
    id: known,
    state: text(state),
    endsAt: Math.min(endsAt, now + longestLifeMs),
    answers: Array.isArray(answers) ? answers.flatMap((each) => readAnswer(each) ?? []) : [],
  };
}
