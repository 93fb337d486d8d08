import { isRecord, type Json, parseRecord, text } from './json';
import type { AppError, Delivery, Fetch } from './types';

/** How this platform opens the mini program, and how WeChat's answer comes to it. */
export interface Opener {
  /**
   * Rejects when WeChat can't be opened. When it settles otherwise says nothing: on some platforms
   * it never does.
   */
  open(path: string): Promise<unknown>;
  /** Returns the way to stop. */
  onDelivery(listener: (delivery: Delivery) => void): () => void;
}

export type Outcome =
  /** What your backend's `startSession` returned. */
  { readonly ok: true; readonly session: Json } | { readonly ok: false; readonly error: AppError };

export interface AppOptions {
  /** Where `createBackend` listens: `https://api.example.com`. */
  readonly backend: string;
  readonly fetch: Fetch;
  readonly opener: Opener;
}

/**
 * The app's half of a login whose server is `backend/`. One at a time: a new one ends the one
 * before. What is delivered while none waits is nobody's. No crypto and nothing secret here, so it
 * runs in any JavaScript engine.
 */
export function createAppLogIn({ backend, fetch, opener }: AppOptions) {
  let end: ((outcome: Outcome) => void) | null = null;

  const post = async (path: string, body: unknown): Promise<{ status: number; answer: Json }> => {
    const init = {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    };
    const response = await fetch(backend + path, init);
    return { status: response.status, answer: parseRecord(await response.text()) ?? {} };
  };

  /** Null: the launch still waits, for this answer may be anybody's. */
  const deliver = async (id: string, delivery: Delivery): Promise<Outcome | null> => {
    const { status, answer } = await post(`/wechat-login/${id}/answer`, delivery);
    if (status === 200) return { ok: true, session: answer };
    return isRecord(answer.error) && answer.error.pending === true
      ? null
      : { ok: false, error: readError(answer) };
  };

  return {
    /**
     * Resolves when there is an answer, or `cancel` or another login ended it: a person who just
     * comes back sends none.
     */
    async logIn(lang?: string): Promise<Outcome> {
      end?.(cancelled);
      const { promise: ended, resolve: finish } = deferred<Outcome>();
      end = finish;
      try {
        const { answer } = await post('/wechat-login', { lang });
        const [id, path] = [text(answer.id), text(answer.path)];
        if (id === null || path === null) return { ok: false, error: readError(answer) };
        if (end !== finish) return cancelled;
        const stop = opener.onDelivery((delivery) => {
          deliver(id, delivery).then(
            (outcome) => outcome && finish(outcome),
            () => finish(unreachable),
          );
        });
        try {
          return await Promise.race([ended, opener.open(path).then(() => ended)]);
        } finally {
          stop();
        }
      } catch (error) {
        return {
          ok: false,
          error: {
            code: 'launch_failed',
            message: error instanceof Error ? error.message : String(error),
          },
        };
      } finally {
        if (end === finish) end = null;
      }
    },
    cancel(): void {
      end?.(cancelled);
    },
  };
}

/** As Promise.withResolvers, which JavaScript engines of phones do not have yet. */
function deferred<T>(): { promise: Promise<T>; resolve: (value: T) => void } {
  let resolve: ((value: T) => void) | undefined;
  const promise = new Promise<T>((settle) => {
    resolve = settle;
  });
  return { promise, resolve: (value) => resolve?.(value) };
}

const cancelled: Outcome = {
  ok: false,
  error: { code: 'user_cancelled', message: 'The person came back without an answer' },
};
const unreachable: Outcome = {
  ok: false,
  error: { code: 'network', message: 'The backend could not be reached' },
};

function readError({ error }: Json): AppError {
  const { code, message } = isRecord(error) ? error : {};
  return { code: text(code) ?? 'server', message: text(message) ?? 'The backend gave no answer' };
}
