import { type Answer, readAnswer } from './answer.ts';
import { OpenError } from './open-error.ts';
import { failed, type Outcome } from './outcome.ts';
import { readPending, writePending } from './pending-text.ts';
import { type Begun, createServer } from './server.ts';
import type { Clock, Fetch, Opener, PendingStore } from './types.ts';
import { type Pending, startWaiting, type Waiting } from './waiting.ts';

export interface LoginOptions {
  /** Where your server's half is: `https://api.example.com/wechat-login`. */
  readonly server: string;
  readonly fetch: Fetch;
  readonly opener: Opener;
  /** So that a login survives an app that the system ends while WeChat is in front. */
  readonly store?: PendingStore;
  readonly clock?: Clock;
}

export interface WechatLogin {
  /**
   * Opens the mini program and waits for the answer. It resolves and never rejects. A person who
   * just comes back brings no answer: show a way to `cancel`. A second login ends the first.
   *
   * @param lang The phone's language, any BCP 47 tag.
   */
  logIn(lang?: string): Promise<Outcome>;
  /**
   * When the app starts: goes on with a login that was under way when the system ended the app.
   * Null: there is none.
   */
  resume(): Promise<Outcome | null>;
  /** The person gave up. */
  cancel(): void;
  /** When the app comes to the front, or the network is back: what could not be sent is sent now. */
  sendNow(): void;
  /** Whether a login waits for its answer. */
  readonly waiting: boolean;
  /** The end: nothing is listened to any more. */
  close(): void;
}

/** Tries to reach the server before WeChat is opened: the person is looking. */
const beginPausesMs = [300, 1_000];
/** What comes before `resume` may belong to the login of before, or be anybody's. */
const mostEarly = 256;

/**
 * The app's half of a login whose server is `@mini-login/server`. No crypto and nothing secret
 * here, so it runs in any JavaScript engine.
 */
export function createLogin(options: LoginOptions): WechatLogin {
  const { opener, store, clock = platformClock } = options;
  const server = createServer(options.server, options.fetch, clock);
  const keep = createKeeper(store);
  /** Each login's own: a later one does not end by what an earlier one does. */
  let end: ((outcome: Outcome) => void) | null = null;
  let waiting: Waiting | null = null;
  let early: readonly Answer[] = [];

  const stop = opener.onDelivery((delivered) => {
    const answer = readAnswer(delivered);
    if (answer === null) return;
    if (waiting !== null) waiting.deliver(answer);
    // Nobody waits, unless the app has just been started by this delivery.
    else if (store !== undefined && end === null) early = [...early, answer].slice(-mostEarly);
  });

  /** One login from here to its outcome. */
  const run = (work: (begun: Run) => Promise<void>): Promise<Outcome> => {
    end?.(failed('replaced', 'Another login has begun'));
    return new Promise((resolve) => {
      const finish = (outcome: Outcome): void => {
        if (end !== finish) return;
        end = null;
        waiting = null;
        keep.remove();
        resolve(outcome);
      };
      end = finish;
      work({ finish, isCurrent: () => end === finish }).catch((error: unknown) =>
        finish(failed('open_failed', String(error))),
      );
    });
  };

  const wait = (pending: Pending, { finish }: Run): Waiting => {
    const started = startWaiting({
      pending,
      server,
      clock,
      changed: (now) => keep.set(writePending(now)),
      ended: finish,
    });
    waiting = started;
    keep.set(writePending(started.pending));
    return started;
  };

  const begin = async (lang: string | undefined, isCurrent: () => boolean): Promise<Begun> => {
    let begun = await server.begin(lang);
    for (const pauseMs of beginPausesMs) {
      if (begun.kind !== 'unreachable' || !isCurrent()) return begun;
      await new Promise<void>((resolve) => clock.after(pauseMs, resolve));
      begun = await server.begin(lang);
    }
    return begun;
  };

  const open = async (path: string, started: Waiting): Promise<void> => {
    try {
      await opener.open(path);
    } catch (error) {
      // Where an answer has come, WeChat was open, whatever the platform says now.
      if (started.pending.answers.length > 0) return;
      const code = error instanceof OpenError ? error.code : 'open_failed';
      started.end(failed(code, error instanceof Error ? error.message : String(error)));
    }
  };

  return {
    logIn: (lang) =>
      run(async (login) => {
        early = [];
        const begun = await begin(lang, login.isCurrent);
        if (!login.isCurrent()) return;
        if (begun.kind !== 'begun') return login.finish(notBegun(begun));
        const { id, path, lifeMs } = begun;
        const pending = { id, state: stateOf(path), endsAt: clock.now() + lifeMs, answers: [] };
        await open(path, wait(pending, login));
      }),
    async resume() {
      const source = await keep.get();
      const pending = readPending(source, clock.now());
      if (end !== null) return null;
      if (pending === null) {
        if (source !== null) keep.remove();
        return null;
      }
      return run(async (login) => {
        const started = wait(pending, login);
        for (const answer of early) started.deliver(answer);
        early = [];
      });
    },
    cancel: () => end?.(failed('cancelled', 'The person came back without an answer')),
    sendNow: () => waiting?.sendNow(),
    get waiting() {
      return end !== null;
    },
    close: stop,
  };
}

function notBegun({ kind, error }: Exclude<Begun, { readonly kind: 'begun' }>): Outcome {
  if (error !== null) return { ok: false, error };
  return kind === 'unreachable'
    ? failed('server_unreachable', 'The server could not be reached')
    : failed('server_failed', 'The server gave no reason');
}

interface Run {
  readonly finish: (outcome: Outcome) => void;
  readonly isCurrent: () => boolean;
}

/** Of the launch: what the true answer carries. Null where its contract has none. */
function stateOf(path: string): string | null {
  return /[?&]state=([\w-]+)/.exec(path)?.[1] ?? null;
}

/** One after the other, and never an error: a login goes on without a store too. */
function createKeeper(store: PendingStore | undefined) {
  let last: Promise<unknown> = Promise.resolve();
  const next = <T>(work: (store: PendingStore) => Promise<T>): Promise<T | null> => {
    if (store === undefined) return Promise.resolve(null);
    const done = last.then(() => work(store)).catch(() => null);
    last = done;
    return done;
  };
  return {
    get: () => next((kept) => kept.get()),
    set: (value: string) => void next((kept) => kept.set(value)),
    remove: () => void next((kept) => kept.remove()),
  };
}

const platformClock: Clock = {
  now: () => Date.now(),
  after(ms, run) {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};
