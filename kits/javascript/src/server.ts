import { isLoginCode } from './codes.ts';
import { isRecord, type Json, parseRecord, text } from './json.ts';
import type { LoginError } from './outcome.ts';
import type { Clock, Fetch, FetchInit, FetchResponse, NativeDelivery } from './types.ts';

/** What came of one request that carried an answer. */
export type Reply =
  | { readonly kind: 'signedIn'; readonly session: Json }
  | { readonly kind: 'ended'; readonly error: LoginError }
  /** This text is not the answer; the launch waits on. */
  | { readonly kind: 'notTheAnswer'; readonly error: LoginError }
  /** Nothing is decided, or nobody knows: the same text is to be sent again. */
  | { readonly kind: 'undecided' };

/** What came of the request that begins a login. */
export type Begun =
  | { readonly kind: 'begun'; readonly id: string; readonly path: string; readonly lifeMs: number }
  | { readonly kind: 'failed'; readonly error: LoginError }
  /** Nobody answered, or a server that can't now: it is worth another try. */
  | { readonly kind: 'unreachable'; readonly error: LoginError | null };

export interface Server {
  begin(lang: string | undefined): Promise<Begun>;
  answer(id: string, by: NativeDelivery['by'], answer: string): Promise<Reply>;
}

/** A request that hangs, as one often does while the app comes to the front. */
const timeoutMs = 15_000;
/** docs/host-app.md#your-servers-half: a launch lives ten minutes. */
const longestLifeMs = 600_000;

/** `address`: where your server's half is, `https://api.example.com/wechat-login`. */
export function createServer(address: string, fetch: Fetch, clock: Clock): Server {
  /** Null: no answer that can be read. */
  const post = async (
    url: string,
    body: object,
  ): Promise<{ status: number; body: Json } | null> => {
    const controller = typeof AbortController === 'undefined' ? null : new AbortController();
    const init: FetchInit = {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      ...(controller === null ? {} : { signal: controller.signal }),
    };
    return new Promise((resolve) => {
      const stopTimer = clock.after(timeoutMs, () => {
        controller?.abort();
        resolve(null);
      });
      read(fetch, url, init).then(
        (reply) => {
          stopTimer();
          resolve(reply);
        },
        () => {
          stopTimer();
          resolve(null);
        },
      );
    });
  };

  return {
    async begin(lang) {
      const reply = await post(address, lang === undefined ? {} : { lang });
      if (reply === null) return { kind: 'unreachable', error: null };
      const error = errorOf(reply.body, 'server_failed');
      if (isTemporary(reply.status)) return { kind: 'unreachable', error };
      const [id, path] = [text(reply.body.id), text(reply.body.path)];
      const isAccepted = reply.status === 201 || reply.status === 200;
      if (!isAccepted || id === null || path === null) return { kind: 'failed', error };
      const seconds = reply.body.expires_in;
      const lifeMs = typeof seconds === 'number' && seconds > 0 ? seconds * 1000 : longestLifeMs;
      return { kind: 'begun', id, path, lifeMs: Math.min(lifeMs, longestLifeMs) };
    },
    async answer(id, by, answer) {
      const reply = await post(`${address}/${id}/answer`, { by, text: answer });
      return reply === null ? { kind: 'undecided' } : readReply(reply.status, reply.body);
    },
  };
}

/** A portal of a hotel's network answers too: only what your server's half says counts. */
function readReply(status: number, body: Json): Reply {
  const { error } = body;
  // Some gateways answer everything with 200: then the words count.
  const isError = isRecord(error) && text(error.code) !== null;
  if (status === 200 && !(isError && typeof error.pending === 'boolean'))
    return { kind: 'signedIn', session: body };
  if (isTemporary(status) || !isError) return { kind: 'undecided' };
  if (error.pending === true) return { kind: 'notTheAnswer', error: errorOf(body, 'unknown') };
  if (error.pending === false) return { kind: 'ended', error: errorOf(body, 'unknown') };
  return { kind: 'undecided' };
}

function isTemporary(status: number): boolean {
  return status >= 500 || status === 429 || status === 408;
}

function errorOf({ error }: Json, otherwise: 'server_failed' | 'unknown'): LoginError {
  const { code, message, apiCode, requestId } = isRecord(error) ? error : {};
  const known = text(code);
  const details = {
    ...(typeof apiCode === 'number' ? { apiCode } : {}),
    ...(typeof requestId === 'string' ? { requestId } : {}),
  };
  if (known !== null && isLoginCode(known))
    return { code: known, message: text(message) ?? known, ...details };
  // A newer server's code: what it says is for the log.
  const said = [known, text(message)].filter((part) => part !== null).join(': ');
  return { code: otherwise, message: said || 'The server gave no reason', ...details };
}

async function read(fetch: Fetch, url: string, init: FetchInit) {
  const response: FetchResponse = await fetch(url, init);
  const body = parseRecord(await response.text());
  return body === undefined ? null : { status: response.status, body };
}
