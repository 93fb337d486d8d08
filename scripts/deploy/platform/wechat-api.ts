import { z } from 'zod';
import { troubles } from '../../messages/platform';
import { say } from '../../messages/say';
import type { Pace } from './pace';
import type { Provider } from './provider';
import type { Secrets } from './secrets';
import { type PlatformTokens, TokenError } from './tokens';

/**
 * What came of one call. Only `refused`, `offline` and `token` mean that nothing happened. `odd`: an
 * answer of another shape than WeChat documents.
 */
export type WechatAnswer<T = Readonly<Record<string, unknown>>> =
  | { readonly kind: 'ok'; readonly body: T }
  | {
      readonly kind: 'refused';
      readonly errcode: number;
      readonly errmsg: string;
      /** The whole answer, where WeChat gave one: some refusals name what is refused. */
      readonly body?: Readonly<Record<string, unknown>>;
    }
  | { readonly kind: 'offline' | 'token' | 'unsure' | 'odd'; readonly message: string };

export type NotOk = Exclude<WechatAnswer, { kind: 'ok' }>;

export interface ApiOptions {
  readonly provider: Pick<Provider, 'api'>;
  readonly tokens: PlatformTokens;
  readonly pace: Pace;
  readonly secrets: Secrets;
  /** ms until WeChat counts as silent. */
  readonly timeout: number;
}

/** Without a number it is some gateway's, whatever its status says: nobody knows what became of it. */
const head = z.looseObject({
  errcode: z.number().int(),
  errmsg: z.string().default(''),
});

/** WeChat says that the token is not good; it has done nothing, so another one is tried. */
const TOKEN_CODES = [40001, 40014, 42001];
const TOO_OFTEN = 45011;
/** Minutes that are waited for, one after the other, until "too often" is the answer. */
const MOST_HOLDS = 30;
const MOST_TRIES = 3;
/** "System error": nobody knows what became of it. */
const BUSY = -1;
const MOST_SHOWN = 160;

/** Before the connection stands, nothing can have arrived. */
const NOT_SENT = [
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
];

/** WeChat's servers, asked with a token of this mini program, or of the platform itself. */
export class WechatApi {
  constructor(readonly options: ApiOptions) {}

  /**
   * A question, which changes nothing: it is asked again where its answer gets lost.
   *
   * @param body of those that WeChat takes by POST.
   */
  async ask<T>(
    appId: string,
    path: string,
    shape: z.ZodType<T>,
    body?: object,
  ): Promise<WechatAnswer<T>> {
    for (let tries = 1; ; tries += 1) {
      const answer = await this.#call(appId, path, body && JSON.stringify(body));
      if (answer.kind === 'unsure') {
        if (tries === MOST_TRIES) return { kind: 'offline', message: answer.message };
        await this.options.pace.timing.wait(tries * 1_000);
        continue;
      }
      if (answer.kind !== 'ok') return answer;
      const read = shape.safeParse(answer.body);
      if (read.success) return { kind: 'ok', body: read.data };
      return { kind: 'odd', message: say(troubles.odd(path, this.#excerpt(answer.body))) };
    }
  }

  /** What changes something. */
  post(appId: string, path: string, body: object): Promise<WechatAnswer> {
    return this.#call(appId, path, JSON.stringify(body));
  }

  /** The beginning of what came, for whoever has to find out why. */
  #excerpt(came: unknown): string {
    const text = typeof came === 'string' ? came : JSON.stringify(came);
    const line = this.options.secrets
      .hide(text)
      .replace(/[\s\p{Cc}]+/gu, ' ')
      .trim();
    return line.length > MOST_SHOWN ? `${line.slice(0, MOST_SHOWN)} ...` : line;
  }

  async #call(appId: string, path: string, body: string | undefined): Promise<WechatAnswer> {
    const { pace, tokens, secrets } = this.options;
    let fresh = false;
    for (let holds = 0; ; ) {
      await pace.turn(path);
      let token: string;
      try {
        token = await tokens.for(appId, fresh);
      } catch (error) {
        if (error instanceof TokenError) return { kind: 'token', message: error.message };
        throw error;
      }
      const answer = await this.#send(path, token, body);
      if (answer.kind !== 'refused') return answer;
      if (TOKEN_CODES.includes(answer.errcode) && !fresh) {
        fresh = true;
      } else if (answer.errcode === TOO_OFTEN && holds < MOST_HOLDS) {
        holds += 1;
        pace.hold(path);
      } else return { ...answer, errmsg: secrets.hide(answer.errmsg) };
    }
  }

  async #send(path: string, token: string, body: string | undefined): Promise<WechatAnswer> {
    const { provider, secrets, timeout } = this.options;
    const url = new URL(path, provider.api);
    url.searchParams.set('access_token', token);
    let text: string;
    try {
      const response = await fetch(url, {
        redirect: 'error',
        signal: AbortSignal.timeout(timeout),
        ...(body === undefined
          ? {}
          : { method: 'POST', body, headers: { 'content-type': 'application/json' } }),
      });
      text = await response.text();
    } catch (error) {
      const cause = error instanceof Error ? error.cause : undefined;
      const code: unknown = Reflect.get(Object(cause), 'code');
      const message = secrets.hide(String(code ?? (error instanceof Error ? error.name : error)));
      return { kind: NOT_SENT.includes(String(code)) ? 'offline' : 'unsure', message };
    }
    const read = head.safeParse(parse(text));
    if (!read.success)
      return { kind: 'unsure', message: say(troubles.noJson(path, this.#excerpt(text))) };
    const { errcode, errmsg } = read.data;
    if (errcode === BUSY)
      return { kind: 'unsure', message: secrets.hide(`${errmsg} (${errcode})`) };
    return errcode === 0
      ? { kind: 'ok', body: read.data }
      : { kind: 'refused', errcode, errmsg, body: read.data };
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
