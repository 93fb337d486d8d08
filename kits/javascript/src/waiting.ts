import type { Answer } from './answer.ts';
import { failed, type Outcome } from './outcome.ts';
import type { Server } from './server.ts';
import type { Clock } from './types.ts';

/** A login that waits for its answer, as it outlives the app. */
export interface Pending {
  readonly id: string;
  /** Of the launch, where its contract has one: what the true answer carries. */
  readonly state: string | null;
  /** ms since 1970. */
  readonly endsAt: number;
  /** What was delivered and is not decided yet. */
  readonly answers: readonly Answer[];
}

/** The first request after coming to the front often fails on iOS; the second soon after works. */
const pausesMs = [300, 600, 1_200, 2_500, 5_000, 10_000];
const longestPauseMs = 15_000;
const mostAnswers = 32;

export interface Waiting {
  readonly pending: Pending;
  deliver(answer: Answer): void;
  /** The app is in front, or the network is back: what waits for its next try is sent now. */
  sendNow(): void;
  end(outcome: Outcome): void;
}

export interface WaitingOptions {
  readonly pending: Pending;
  readonly server: Server;
  readonly clock: Clock;
  readonly changed: (pending: Pending) => void;
  readonly ended: (outcome: Outcome) => void;
}

/**
 * Sends every text that may be the answer until the server has decided, or the launch's time is
 * over. WeChat delivers a text once: what is lost here is lost.
 */
export function startWaiting({
  pending: first,
  server,
  clock,
  changed,
  ended,
}: WaitingOptions): Waiting {
  let pending: Pending = { ...first, answers: [] };
  let isEnded = false;
  let isOver = false;
  /** Of those that are sent, or wait for their next try. */
  const wakers = new Map<string, () => void>();

  const update = (answers: readonly Answer[]): void => {
    pending = { ...pending, answers };
    if (!isEnded) changed(pending);
  };

  const end = (outcome: Outcome): void => {
    if (isEnded) return;
    isEnded = true;
    stopTimer();
    for (const wake of wakers.values()) wake();
    ended(outcome);
  };

  const drop = (answer: Answer): void => {
    wakers.delete(keyOf(answer));
    update(pending.answers.filter((other) => keyOf(other) !== keyOf(answer)));
  };

  /** Until it is decided; null: the time is over, and nobody knows. */
  const sendUntilDecided = async (answer: Answer) => {
    for (let tries = 0; ; tries += 1) {
      // Read before: what is sent when the time is over is the last try.
      const isLast = isOver;
      const reply = await server.answer(pending.id, answer.by, answer.text);
      if (reply.kind !== 'undecided') return reply;
      if (isEnded || isLast || !wakers.has(keyOf(answer))) return null;
      if (!isOver) await pause(answer, pausesMs[tries] ?? longestPauseMs);
      if (isEnded) return null;
    }
  };

  const pause = (answer: Answer, ms: number): Promise<void> =>
    new Promise((resolve) => {
      const stop = clock.after(ms, resolve);
      wakers.set(keyOf(answer), () => {
        stop();
        resolve();
      });
    });

  const send = async (answer: Answer): Promise<void> => {
    const reply = await sendUntilDecided(answer);
    if (isEnded) return;
    if (reply === null) {
      // Given up for others, or the time is over.
      wakers.delete(keyOf(answer));
    } else if (reply.kind === 'signedIn') {
      return end({ ok: true, session: reply.session });
    } else if (reply.kind === 'ended' && !isAboutAnother(reply.error.code)) {
      return end({ ok: false, error: reply.error });
    } else {
      drop(answer);
    }
    endIfOver();
  };

  /** Another text was taken as the answer: as long as one is still under way, it says more. */
  const isAboutAnother = (code: string): boolean => code === 'already_concluded' && wakers.size > 1;

  const endIfOver = (): void => {
    if (isOver && wakers.size === 0) end(pending.answers.length > 0 ? notSent : noAnswer);
  };

  const add = (answer: Answer): void => {
    wakers.set(keyOf(answer), () => undefined);
    update(withinLimit([...pending.answers, answer]));
    void send(answer);
  };

  /** Others can deliver too: theirs go first. */
  const withinLimit = (answers: readonly Answer[]): readonly Answer[] => {
    const dropped = answers.length > mostAnswers ? leastLikely(answers, pending.state) : null;
    if (dropped === null) return answers;
    const wake = wakers.get(keyOf(dropped));
    wakers.delete(keyOf(dropped));
    wake?.();
    return answers.filter((each) => each !== dropped);
  };

  const stopTimer = clock.after(Math.max(first.endsAt - clock.now(), 0), () => {
    isOver = true;
    for (const wake of wakers.values()) wake();
    endIfOver();
  });

  const waiting: Waiting = {
    get pending() {
      return pending;
    },
    deliver(answer) {
      if (isEnded) return;
      const wake = wakers.get(keyOf(answer));
      if (wake) wake();
      else add(answer);
    },
    sendNow() {
      for (const wake of wakers.values()) wake();
    },
    end,
  };
  for (const answer of first.answers) waiting.deliver(answer);
  return waiting;
}

/** A ticket counts in one of the two ways only, so each is sent as it came. */
function keyOf({ by, text }: Answer): string {
  return `${by} ${text}`;
}

/** The oldest one that does not carry the state of the launch. */
function leastLikely(answers: readonly Answer[], state: string | null): Answer | null {
  const stranger = answers.find((each) => state === null || !each.text.includes(state));
  return stranger ?? answers[0] ?? null;
}

const noAnswer = failed('no_answer', 'WeChat gave no answer while the launch was valid');
const notSent = failed(
  'answer_not_sent',
  'There is an answer, and the server could not be reached',
);
