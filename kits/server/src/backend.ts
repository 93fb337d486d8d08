import { concludeLaunch } from './conclude.ts';
import { isTemporary } from './error-codes.ts';
import { answerError, HttpError, readBody } from './http.ts';
import { createIdTokenVerifier } from './id-token.ts';
import type { KeptOutcome } from './kept-outcome.ts';
import { launchLifeMs, makeLaunch } from './launch.ts';
import { concludedBy } from './refused.ts';
import { createLaunchSealer } from './sealed-launch.ts';
import { createMemoryStore, type LoginStore } from './store.ts';
import { createAnswerTaker } from './take-answer.ts';
import type { AppPlatform, AppRegistration, Conclusion, Delivery } from './types.ts';

export type SignedInConclusion = Extract<Conclusion, { readonly ok: true }>;

export interface BackendOptions {
  /** `userPoolSecret` belongs here and nowhere in an app. */
  readonly registration: AppRegistration;
  /**
   * `sealed` keeps the key here too: then the phone never sees a token. `ticket` is for mini
   * programs that know nothing better.
   */
  readonly contract: 'session' | 'sealed' | 'ticket';
  /**
   * At least 32 characters that nobody can guess (`openssl rand -base64 32`), the same for all
   * servers. Several: the first is used, the others still count, while one replaces another.
   */
  readonly secret: string | readonly [string, ...string[]];
  /**
   * Your own session for whoever signed in; what you return goes to the app. GenAuth's tokens may
   * stay here. It is called once for a login, whatever gets lost on the way; again only when it
   * threw.
   */
  readonly startSession: (
    conclusion: SignedInConclusion,
  ) => Promise<Readonly<Record<string, unknown>>>;
  /** Default: the memory of this process. Behind several servers: one store for all. */
  readonly store?: LoginStore;
  /** Default: the platform's fetch and clock. */
  readonly platform?: AppPlatform;
  /** Where in your server this is; default `/wechat-login`. */
  readonly path?: string;
  /** What `startSession` or the store threw, for your log. */
  readonly onError?: (error: unknown) => void;
}

/** An encrypted launch is about 600 characters. */
const maxIdLength = 2_000;

/**
 * The server's half of a login, as a handler that any server of fetch's `Request` and `Response`
 * runs. What must stay secret or be decided stays on the server: the state, the nonce, the key, the
 * secret, and whether a token is good.
 *
 *     POST /wechat-login                 {"lang"?}        201 {"id", "path", "expires_in"}
 *     POST /wechat-login/<id>/answer     {"by", "text"}   200 what startSession returned
 *                                                         401 {"error": {"code", "message", "pending"}}
 *                                                         503 the same: send the answer again
 *
 * `pending`: go on waiting. At 401 this answer is not the one; at 503 nothing is decided yet.
 */
export function createBackend(options: BackendOptions): (request: Request) => Promise<Response> {
  const { registration, contract, startSession, onError = () => undefined } = options;
  const { platform = ownPlatform } = options;
  const path = (options.path ?? '/wechat-login').replace(/\/+$/, '');
  const { store = createMemoryStore({ now: platform.now }) } = options;
  const verifier = createIdTokenVerifier(registration, platform);
  const sealer = createLaunchSealer(readSecrets(options.secret), contract, platform.now);
  const answers = createAnswerTaker({
    store,
    now: platform.now,
    startSession,
    onError,
    conclude: (answer, launch) =>
      concludedBy(() => concludeLaunch(answer, launch, { registration, platform, verifier })),
  });

  const begin = async (request: Request): Promise<Response> => {
    const { lang } = await readBody(request);
    const preferences = typeof lang === 'string' ? { lang } : {};
    const at = platform.now();
    const launch = await makeLaunch(contract, preferences, registration, { at, extractable: true });
    const body = {
      id: await sealer.seal(launch),
      path: launch.path,
      expires_in: launchLifeMs / 1000,
    };
    return Response.json(body, { status: 201, headers: noStore });
  };

  const answer = async (request: Request, id: string): Promise<Response> => {
    const delivery = readDelivery(await readBody(request));
    const launch = id.length > maxIdLength ? null : await sealer.open(id);
    if (launch === null) throw new HttpError(404, 'not_pending', 'There is no such login');
    return respond(await answers.take(id, launch, delivery));
  };

  return async (request) => {
    try {
      const { pathname } = new URL(request.url);
      const id = readId(pathname, path);
      if (id === undefined)
        throw new HttpError(404, 'not_found', `There is POST ${path} and POST ${path}/<id>/answer`);
      if (request.method !== 'POST') throw new HttpError(405, 'method_not_allowed', 'POST');
      return id === null ? await begin(request) : await answer(request, id);
    } catch (error) {
      if (error instanceof HttpError) return answerError(error);
      onError(error);
      // The store or `startSession` failed: nothing is decided, and the app may ask again.
      return answerError(new HttpError(503, 'server', 'The server could not do it now', true));
    }
  };
}

const ownPlatform: AppPlatform = { fetch: (url, init) => fetch(url, init), now: () => Date.now() };
/** A session, and an id that is worth one, are nothing for a cache. */
const noStore = { 'cache-control': 'no-store' };

function respond(outcome: KeptOutcome): Response {
  if (outcome.ok) return Response.json(outcome.session, { headers: noStore });
  const { error, pending } = outcome;
  const status = isTemporary(error.code) ? 503 : 401;
  return Response.json({ error: { ...error, pending } }, { status, headers: noStore });
}

/** Null: the beginning. Undefined: nothing of this. */
function readId(pathname: string, path: string): string | null | undefined {
  if (pathname === path) return null;
  if (!pathname.startsWith(`${path}/`)) return undefined;
  return /^([\w.-]+)\/answer$/.exec(pathname.slice(path.length + 1))?.[1];
}

function readSecrets(secret: BackendOptions['secret']): readonly string[] {
  const secrets = typeof secret === 'string' ? [secret] : secret;
  if (secrets.length === 0 || secrets.some((each) => each.length < 32))
    throw new RangeError('`secret` must have at least 32 characters: openssl rand -base64 32');
  return secrets;
}

function readDelivery({ by, text: delivered }: Readonly<Record<string, unknown>>): Delivery {
  if (by !== 'WXLaunchMiniProgram.Resp' && by !== 'ShowMessageFromWX.Req') {
    throw new HttpError(
      400,
      'bad_request',
      '`by` must be WXLaunchMiniProgram.Resp or ShowMessageFromWX.Req',
      true,
    );
  }
  if (typeof delivered !== 'string')
    throw new HttpError(400, 'bad_request', '`text` must be a text', true);
  return { by, text: delivered };
}
