import { execFile } from 'node:child_process';
import { z } from 'zod';
import { provider as messages } from '../../messages/platform';
import { say } from '../../messages/say';
import type { Provider } from './provider';
import type { Secrets } from './secrets';

/** Nothing was sent to WeChat. The message holds no secret. */
export class TokenError extends Error {}

const LONGEST_ANSWER_MS = 30_000;
/** WeChat gives two hours, and a token is renewed a little before. */
const USUAL_LIFE_S = 7200;
const EARLY_S = 300;

const answer = z
  .object({
    access_token: z.string().optional(),
    authorizer_access_token: z.string().optional(),
    component_access_token: z.string().optional(),
    expires_in: z.number().positive().default(USUAL_LIFE_S),
  })
  .transform(({ expires_in, ...tokens }) => ({
    token: tokens.access_token ?? tokens.authorizer_access_token ?? tokens.component_access_token,
    life: expires_in,
  }));

export interface TokensOptions {
  readonly provider: Pick<Provider, 'tokens'>;
  readonly secrets: Secrets;
  /** ms since 1970. */
  now(): number;
  /** Goes to the endpoint as a bearer token. */
  readonly key: string | undefined;
}

/**
 * The tokens that the provider's own server gives for mini programs and for the platform itself:
 * kept in memory for as long as they live, and written nowhere.
 */
export class PlatformTokens {
  readonly #kept = new Map<string, { readonly token: string; readonly until: number }>();
  readonly #key: string | undefined;

  constructor(readonly options: TokensOptions) {
    // A file or a shell leaves a line break behind it.
    this.#key = options.key?.trim() || undefined;
    if (this.#key !== undefined) options.secrets.addChosen(this.#key);
  }

  /**
   * @param fresh WeChat has refused the one before.
   * @throws TokenError
   */
  async for(appId: string, fresh = false): Promise<string> {
    const { now, secrets } = this.options;
    const kept = this.#kept.get(appId);
    if (!fresh && kept && now() < kept.until) return kept.token;
    const { token, life } = await this.#get(appId);
    secrets.add(token);
    // With another's token, what is meant for one company would be done to the other.
    const [other] = [...this.#kept].find(([id, one]) => id !== appId && one.token === token) ?? [];
    if (other !== undefined) throw new TokenError(say(messages.sameToken(appId, other)));
    this.#kept.set(appId, { token, until: now() + Math.max(0, life - EARLY_S) * 1000 });
    return token;
  }

  async #get(appId: string): Promise<{ readonly token: string; readonly life: number }> {
    const { provider, secrets } = this.options;
    try {
      const text =
        'command' in provider.tokens
          ? await run(provider.tokens.command, appId)
          : await ask(provider.tokens.endpoint.replaceAll('{appId}', appId), this.#key);
      return read(text);
    } catch (error) {
      const why = secrets.hide(error instanceof Error ? error.message : String(error));
      throw new TokenError(say(messages.tokenFailed(appId, why)), { cause: error });
    }
  }
}

/** What the command prints on stderr may hold anything, and is shown to nobody. */
function run([program = '', ...args]: readonly string[], appId: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const options = { timeout: LONGEST_ANSWER_MS, maxBuffer: 64 * 1024, windowsHide: true };
    execFile(program, [...args, appId], options, (error, stdout) => {
      if (error) reject(new Error(say(messages.exitCode(String(error.code ?? error.signal)))));
      else resolve(stdout);
    });
  });
}

async function ask(url: string, key: string | undefined): Promise<string> {
  // What refuses it further down shows it.
  if (key !== undefined && !/^[\x20-\x7e]+$/.test(key)) throw new Error(say(messages.badKey()));
  const send = () => get(url, key);
  // A connection that was kept open may have been closed at its other end just now.
  const response = await send().catch(send);
  if (!response.ok) throw new Error(say(messages.httpStatus(response.status)));
  return await response.text();
}

function get(url: string, key: string | undefined): Promise<Response> {
  return fetch(url, {
    headers: key === undefined ? {} : { authorization: `Bearer ${key}` },
    // A redirect would take the key to another host.
    redirect: 'error',
    signal: AbortSignal.timeout(LONGEST_ANSWER_MS),
  });
}

/** A JSON object, or the token alone. */
function read(text: string): { readonly token: string; readonly life: number } {
  const bare = text.trim();
  if (/^[\w@.~+/=-]{8,1024}$/.test(bare)) return { token: bare, life: USUAL_LIFE_S };
  let found: z.output<typeof answer> | undefined;
  try {
    found = answer.parse(JSON.parse(bare));
  } catch {
    // Its text may be the token, so it is not in the message.
  }
  const { token, life = USUAL_LIFE_S } = found ?? {};
  if (!token) throw new Error(say(messages.noTokenInAnswer()));
  return { token, life };
}
