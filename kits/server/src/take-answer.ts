import { encodeBase64url } from './base64url.ts';
import { isTemporary } from './error-codes.ts';
import { isRecord } from './json.ts';
import { type KeptOutcome, readKept, writeKept } from './kept-outcome.ts';
import { type Launch, launchLifeMs } from './launch.ts';
import { checkDelivery } from './pending.ts';
import { Refused } from './refused.ts';
import type { LoginStore } from './store.ts';
import type { Conclusion, Delivery } from './types.ts';

export interface AnswerTaker {
  /**
   * The outcome of one delivery. The same text again gets the same outcome for as long as anybody
   * can wait for it, also at another server over the same store.
   */
  take(id: string, launch: Launch, delivery: Delivery): Promise<KeptOutcome>;
}

type SignedIn = Extract<Conclusion, { readonly ok: true }>;

export interface AnswerTakerOptions {
  readonly store: LoginStore;
  readonly now: () => number;
  /** @throws Refused */
  readonly conclude: (answer: string, launch: Launch) => Promise<Conclusion>;
  readonly startSession: (conclusion: SignedIn) => Promise<Readonly<Record<string, unknown>>>;
  readonly onError: (error: unknown) => void;
}

/** A server that dies while it verifies must not keep the person out for longer. */
const claimLifeMs = 60_000;
/**
 * A session is asked for until its app has given up for sure. That it is longer than any failure
 * is kept has a second use: a store with a limit drops what ends first, and strangers can only make
 * failures.
 */
const sessionLifeMs = 2 * launchLifeMs;

export function createAnswerTaker(options: AnswerTakerOptions): AnswerTaker {
  const { store, now, conclude, onError } = options;
  /** By launch and text. As many as there are requests under way. */
  const underWay = new Map<string, Promise<KeptOutcome>>();

  const decide = async (key: string, hash: string, launch: Launch, { text }: Delivery) => {
    if (now() - launch.at > launchLifeMs) return keptOutcome(key, hash, refused('too_late', false));
    const claim = JSON.stringify({ hash, by: crypto.randomUUID() });
    if (!(await store.add(key, claim, claimLifeMs))) return keptOutcome(key, hash, busy);
    try {
      const conclusion = await conclude(text, launch);
      if (conclusion.ok) return await start(conclusion, { key, hash, claim, launch });
      const { error } = conclusion;
      if (isTemporary(error.code)) {
        await release(key, claim);
        return { ok: false, error, pending: true } satisfies KeptOutcome;
      }
      const outcome: KeptOutcome = { ok: false, error, pending: false };
      await store.set(key, writeKept({ hash, outcome }), lifeOf(launch, launchLifeMs));
      return outcome;
    } catch (error) {
      await release(key, claim);
      throw error;
    }
  };

  /** `otherwise`, unless the same text has its outcome, or another text has its. */
  const keptOutcome = async (
    key: string,
    hash: string,
    otherwise: KeptOutcome,
  ): Promise<KeptOutcome> => {
    const kept = readKept(await store.get(key));
    if (kept?.hash === hash) return kept.outcome ?? busy;
    if (kept === null || otherwise !== busy) return otherwise;
    // Another text is the answer, or is just being verified as such.
    return refused('already_concluded', kept.outcome === null);
  };

  /** From here on the claim lives as long as the launch: a session is started once, or not at all. */
  const start = async (
    conclusion: SignedIn,
    { key, hash, claim, launch }: { key: string; hash: string; claim: string; launch: Launch },
  ): Promise<KeptOutcome> => {
    // It may have taken longer than the claim lived, and another server may have it now.
    if ((await store.get(key)) !== claim) return busy;
    const lifeMs = lifeOf(launch, sessionLifeMs);
    await store.set(key, claim, lifeMs);
    const outcome = outcomeOf(await options.startSession(conclusion));
    try {
      await store.set(key, writeKept({ hash, outcome }), lifeMs);
    } catch (error) {
      // There is a session, so this request gets it. A later one is told to ask again.
      onError(error);
    }
    return outcome;
  };

  const outcomeOf = (session: unknown): KeptOutcome => {
    if (isJsonObject(session)) return { ok: true, session };
    onError(new TypeError('startSession must return an object that JSON can carry'));
    const message = 'The server has no session to give';
    return { ok: false, error: { code: 'server', message }, pending: false };
  };

  const lifeOf = ({ at }: Launch, lifeMs: number) => Math.max(at + lifeMs - now(), claimLifeMs);

  const release = async (key: string, claim: string): Promise<void> => {
    if ((await store.get(key)) === claim) await store.remove(key);
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

function refused(code: 'too_late' | 'busy' | 'already_concluded', pending: boolean): KeptOutcome {
  return { ok: false, error: new Refused(code).error, pending };
}

function isJsonObject(value: unknown): value is Readonly<Record<string, unknown>> {
  try {
    return isRecord(value) && isRecord(JSON.parse(JSON.stringify(value)));
  } catch {
    return false;
  }
}

async function hashOf(source: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(source));
  return encodeBase64url(new Uint8Array(hash));
}
