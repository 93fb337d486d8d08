import { encodeBase64url } from './base64url.ts';
import { isTemporary } from './error-codes.ts';
import { isRecord, parseRecord, text } from './json.ts';
import { type Launch, launchLifeMs } from './launch.ts';
import { checkDelivery } from './pending.ts';
import { Refused } from './refused.ts';
import type { LoginStore } from './store.ts';
import type { AppError, Conclusion, Delivery } from './types.ts';

/** What the app gets for an answer. */
export type Outcome =
  | { readonly ok: true; readonly session: Readonly<Record<string, unknown>> }
  | { readonly ok: false; readonly error: AppError; readonly pending: boolean };

export interface AnswerTaker {
  /**
   * The outcome of one delivery. The same text again gets the same outcome for as long as anybody
   * can wait for it, also at another server over the same store.
   */
  take(id: string, launch: Launch, delivery: Delivery): Promise<Outcome>;
}

export interface AnswerTakerOptions {
  readonly store: LoginStore;
  readonly now: () => number;
  /** @throws Refused */
  readonly conclude: (answer: string, launch: Launch) => Promise<Conclusion>;
  readonly startSession: (
    conclusion: Extract<Conclusion, { readonly ok: true }>,
  ) => Promise<Readonly<Record<string, unknown>>>;
}

/** A server that dies while it verifies must not keep the person out for longer. */
const claimLifeMs = 30_000;
/** After the launch's end, for the one who asks again in its last second. */
const graceMs = 60_000;

export function createAnswerTaker(options: AnswerTakerOptions): AnswerTaker {
  const { store, now, conclude, startSession } = options;
  /** By launch and text. As many as there are requests under way. */
  const underWay = new Map<string, Promise<Outcome>>();

  const decide = async (key: string, hash: string, launch: Launch, delivery: Delivery) => {
    if (now() - launch.at > launchLifeMs) return ended('too_late');
    if (!(await store.add(key, JSON.stringify({ hash }), claimLifeMs))) {
      const kept = readKept(await store.get(key));
      if (kept === null || (kept.hash === hash && kept.outcome === null)) return busy;
      return kept.hash === hash && kept.outcome !== null
        ? kept.outcome
        : // Another text is the answer, or is just being verified as such.
          refused('already_concluded', kept.outcome === null);
    }
    try {
      const outcome = await outcomeOf(delivery.text, launch);
      if (outcome.ok || !isTemporary(outcome.error.code)) {
        const lifeMs = launch.at + launchLifeMs + graceMs - now();
        await store.set(key, JSON.stringify({ hash, outcome }), Math.max(lifeMs, graceMs));
      } else {
        await store.remove(key);
      }
      return outcome;
    } catch (error) {
      await store.remove(key);
      throw error;
    }
  };

  const outcomeOf = async (answer: string, launch: Launch): Promise<Outcome> => {
    const conclusion = await conclude(answer, launch);
    if (conclusion.ok) return { ok: true, session: await startSession(conclusion) };
    const { error } = conclusion;
    return { ok: false, error, pending: isTemporary(error.code) };
  };

  return {
    async take(id, launch, delivery) {
      try {
        checkDelivery(delivery, launch);
      } catch (error) {
        // It may be anybody's: nothing of it is kept.
        if (error instanceof Refused) return { ok: false, error: error.error, pending: true };
        throw error;
      }
      const key = `mini-login:${await hashOf(id)}`;
      const hash = await hashOf(delivery.text);
      const name = `${key}:${hash}`;
      const current =
        underWay.get(name) ??
        decide(key, hash, launch, delivery).finally(() => underWay.delete(name));
      underWay.set(name, current);
      return current;
    },
  };
}

const busy = refused('busy', true);

function ended(code: 'too_late'): Outcome {
  return refused(code, false);
}

function refused(code: 'too_late' | 'busy' | 'already_concluded', pending: boolean): Outcome {
  return { ok: false, error: new Refused(code).error, pending };
}

/** What a store gives back may be another version's. */
function readKept(
  value: string | null,
): { readonly hash: string; readonly outcome: Outcome | null } | null {
  const { hash, outcome } = (value === null ? undefined : parseRecord(value)) ?? {};
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

async function hashOf(source: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(source));
  return encodeBase64url(new Uint8Array(hash));
}
