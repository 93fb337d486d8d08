import { concludeLaunch } from './conclude';
import { answerError, HttpError, readBody } from './http';
import { createIdTokenVerifier } from './id-token';
import { text } from './json';
import { makeLaunch, randomText } from './launch';
import { launchLifeMs, PendingLaunch } from './pending';
import { concludedBy } from './refused';
import type { AppRegistration, AppWorld, Conclusion, Delivery } from './types';

export type SignedInConclusion = Extract<Conclusion, { readonly ok: true }>;

export interface BackendOptions {
  /** `userPoolSecret` belongs here and nowhere in an app. */
  readonly registration: AppRegistration;
  readonly world: AppWorld;
  /**
   * `sealed` keeps the key here too: then the phone never sees a token. `ticket` is for mini
   * programs that know nothing better.
   */
  readonly contract: 'session' | 'sealed' | 'ticket';
  /**
   * Your own session for whoever signed in; what you return goes to the app. GenAuth's tokens may
   * stay here.
   */
  readonly startSession: (
    conclusion: SignedInConclusion,
  ) => Promise<Readonly<Record<string, unknown>>>;
}

/**
 * More launches than this at a time are refused; each costs about 1 KB. Limit the rate of each
 * client before it comes to that.
 */
const maxLaunches = 10_000;

/**
 * The server's half of a login, as a handler that any server of fetch's `Request` and `Response`
 * runs. What must stay secret or be decided stays on the server: the state, the nonce, the key, the
 * secret, and whether a token is good.
 *
 *     POST /wechat-login                 {"lang"?}        201 {"id", "path", "expires_in"}
 *     POST /wechat-login/<id>/answer     {"by", "text"}   200 what startSession returned
 *                                                         401 {"error": {"code", "message", "pending"}}
 *
 * `pending`: go on waiting. This answer may be anybody's, or another one of this launch is just
 * being verified: some phones deliver the same text twice. Launches are kept in memory: behind
 * several servers put them where all can read them.
 */
export function createBackend(options: BackendOptions): (request: Request) => Promise<Response> {
  const { registration, world, contract, startSession } = options;
  const verifier = createIdTokenVerifier(registration, world);
  const launches = new Map<
    string,
    { readonly pending: PendingLaunch; readonly at: number; verifying: boolean }
  >();

  /** The map is in the order of time. */
  const forgetOld = (): void => {
    for (const [id, { at }] of launches) {
      // Twice its life, so that a late answer and a second one are told why they are refused.
      if (world.now() - at <= 2 * launchLifeMs) return;
      launches.delete(id);
    }
  };

  const begin = async (request: Request): Promise<Response> => {
    const lang = text((await readBody(request)).lang);
    forgetOld();
    if (launches.size >= maxLaunches)
      throw new HttpError(429, 'rate_limited', 'Too many logins at a time');
    const at = world.now();
    const launch = await makeLaunch(contract, lang === null ? {} : { lang }, registration, at);
    const pending = new PendingLaunch(world.now);
    pending.begin(launch);
    const id = randomText();
    launches.set(id, { pending, at, verifying: false });
    return Response.json(
      { id, path: launch.path, expires_in: launchLifeMs / 1000 },
      { status: 201 },
    );
  };

  const answer = async (request: Request, id: string): Promise<Response> => {
    const delivery = readDelivery(await readBody(request));
    const found = launches.get(id);
    if (!found) throw new HttpError(404, 'not_pending', 'There is no such login');
    const conclusion = await concludedBy(async () => {
      const launch = found.pending.conclude(delivery);
      found.verifying = true;
      try {
        return await concludeLaunch(delivery.text, launch, { registration, world, verifier });
      } finally {
        found.verifying = false;
      }
    });
    if (conclusion.ok) return Response.json(await startSession(conclusion));
    const pending = found.pending.current !== null || found.verifying;
    return Response.json({ error: { ...conclusion.error, pending } }, { status: 401 });
  };

  return async (request) => {
    try {
      const id = /^\/wechat-login(?:\/([\w-]{43})\/answer)?$/.exec(new URL(request.url).pathname);
      if (id === null)
        throw new HttpError(
          404,
          'not_found',
          'There is POST /wechat-login and POST /wechat-login/<id>/answer',
        );
      if (request.method !== 'POST') throw new HttpError(405, 'method_not_allowed', 'POST');
      return id[1] === undefined ? await begin(request) : await answer(request, id[1]);
    } catch (error) {
      if (error instanceof HttpError) return answerError(error);
      throw error;
    }
  };
}

function readDelivery({ by, text: delivered }: Readonly<Record<string, unknown>>): Delivery {
  if (by !== 'WXLaunchMiniProgram.Resp' && by !== 'ShowMessageFromWX.Req') {
    throw new HttpError(
      400,
      'bad_request',
      '`by` must be WXLaunchMiniProgram.Resp or ShowMessageFromWX.Req',
    );
  }
  if (typeof delivered !== 'string')
    throw new HttpError(400, 'bad_request', '`text` must be a text');
  return { by, text: delivered };
}
