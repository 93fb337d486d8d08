import { createDecipheriv } from 'node:crypto';
import { Agent, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import type { Clock } from '../base/clock';
import type { PhoneNumber } from '../contract/person';
import { errors, ok, type Result, refused } from './answer';

const failure = z.object({ errcode: z.number().refine((code) => code !== 0), errmsg: z.string() });
const session = z.object({ openid: z.string(), session_key: z.string(), unionid: z.string() });
const accessToken = z.object({ access_token: z.string(), expires_in: z.number() });
const phoneAnswer = z.object({
  phone_info: z.object({ purePhoneNumber: z.string(), countryCode: z.string() }),
});
const decrypted = z.looseObject({
  watermark: z.object({ appid: z.string(), timestamp: z.number() }),
});
const decryptedPhone = z.object({ purePhoneNumber: z.string(), countryCode: z.string() });

export type WechatSession = z.infer<typeof session>;

/** A connection, as far as WeChat is concerned. */
interface WechatApp {
  readonly appid: string;
  readonly secret: string;
}

interface Encrypted {
  readonly encryptedData: string;
  readonly iv: string;
}

interface AccessToken {
  readonly token: string;
  /** ms */
  readonly expiresAt: number;
}

type WechatAnswer<T> =
  | { readonly kind: 'value'; readonly value: T }
  | { readonly kind: 'error'; readonly errcode: number; readonly errmsg: string }
  /** Not reached, or what answered was not WeChat. */
  | { readonly kind: 'unreachable' };

/** 40001 not the latest, 42001 expired: a fresh token helps. */
const STALE_TOKEN = new Set([40001, 42001]);

/** What GenAuth is ready to wait for WeChat; the program's own limit is 10 s. */
const PATIENCE_MS = 5000;

/** GenAuth's own calls to WeChat, over real HTTP, with the AppID and secret of the connection. */
export class WechatGateway {
  /** By AppID. */
  readonly #accessTokens = new Map<string, AccessToken>();
  readonly #agent = new Agent({ keepAlive: true });

  constructor(
    readonly clock: Clock,
    readonly url: string,
  ) {}

  reset(): void {
    this.#accessTokens.clear();
  }

  /** Who the login code belongs to. */
  async session({ appid, secret }: WechatApp, code: string): Promise<Result<WechatSession>> {
    const query = new URLSearchParams({
      appid,
      secret,
      js_code: code,
      grant_type: 'authorization_code',
    });
    return toResult(await this.#ask(session, `/sns/jscode2session?${query}`));
  }

  /** The number behind a phone code. */
  async phone(app: WechatApp, code: string): Promise<Result<PhoneNumber>> {
    let answer = await this.#askPhone(app, code);
    if (answer.kind === 'error' && STALE_TOKEN.has(answer.errcode)) {
      this.#accessTokens.delete(app.appid);
      answer = await this.#askPhone(app, code);
    }
    const read = toResult(answer);
    if (!read.ok) return read;
    const { purePhoneNumber, countryCode } = read.value.phone_info;
    return ok({ countryCode, number: purePhoneNumber });
  }

  /** The token that this server keeps for an AppID. */
  async accessToken(app: WechatApp): Promise<Result<AccessToken>> {
    return toResult(await this.#askToken(app));
  }

  /**
   * What is in `encryptedData`, which only this session's key opens and only our AppID may be
   * written on.
   */
  decrypt(
    { appid }: WechatApp,
    { encryptedData, iv }: Encrypted,
    { session_key }: WechatSession,
  ): Result<z.infer<typeof decrypted>> {
    const data = decrypted.safeParse(decipher(encryptedData, iv, session_key));
    if (!data.success)
      return refused(
        errors.badRequest('encryptedData cannot be decrypted with the current session_key'),
      );
    if (data.data.watermark.appid !== appid) {
      return refused(errors.badRequest('encryptedData belongs to another mini program'));
    }
    return ok(data.data);
  }

  /** The same for a phone number. */
  decryptPhone(app: WechatApp, encrypted: Encrypted, session: WechatSession): Result<PhoneNumber> {
    const data = this.decrypt(app, encrypted, session);
    if (!data.ok) return data;
    const phone = decryptedPhone.safeParse(data.value);
    if (!phone.success) return refused(errors.badRequest('encryptedData holds no phone number'));
    return ok({ countryCode: phone.data.countryCode, number: phone.data.purePhoneNumber });
  }

  async #askPhone(
    app: WechatApp,
    code: string,
  ): Promise<WechatAnswer<z.infer<typeof phoneAnswer>>> {
    const token = await this.#askToken(app);
    if (token.kind !== 'value') return token;
    return this.#ask(
      phoneAnswer,
      `/wxa/business/getuserphonenumber?access_token=${token.value.token}`,
      { code },
    );
  }

  async #askToken({ appid, secret }: WechatApp): Promise<WechatAnswer<AccessToken>> {
    const kept = this.#accessTokens.get(appid);
    if (kept) return { kind: 'value', value: kept };
    const body = { grant_type: 'client_credential', appid, secret };
    const answer = await this.#ask(accessToken, '/cgi-bin/stable_token', body);
    if (answer.kind !== 'value') return answer;
    const { access_token: token, expires_in } = answer.value;
    const value = { token, expiresAt: this.clock.now() + expires_in * 1000 };
    this.#accessTokens.set(appid, value);
    return { kind: 'value', value };
  }

  async #ask<T>(shape: z.ZodType<T>, path: string, body?: unknown): Promise<WechatAnswer<T>> {
    const answer = await this.#fetch(path, body);
    const failed = failure.safeParse(answer);
    if (failed.success) return { kind: 'error', ...failed.data };
    const read = shape.safeParse(answer);
    return read.success ? { kind: 'value', value: read.data } : { kind: 'unreachable' };
  }

  /** Undefined when nothing that is JSON came in time. */
  #fetch(path: string, body: unknown): Promise<unknown> {
    return new Promise((resolve) => {
      const headers = { 'content-type': 'application/json' };
      // `fetch` would be shorter, and costs a busy sandbox a quarter of its time.
      const asked = request(`${this.url}${path}`, {
        agent: this.#agent,
        ...(body === undefined ? {} : { method: 'POST', headers }),
      });
      // What has come in while this process had no processor is read first.
      const cancel = this.clock.alarm(PATIENCE_MS, () => afterTurns(100, () => asked.destroy()));
      const end = (answer: unknown) => {
        cancel();
        resolve(answer);
      };
      asked.once(
        'response',
        (response) =>
          void text(response).then(
            (answer) => end(parse(answer)),
            () => end(undefined),
          ),
      );
      asked.once('error', () => end(undefined));
      asked.end(body === undefined ? undefined : JSON.stringify(body));
    });
  }
}

/** Turns of the event loop: the other double is often in this process, and late for the same reason. */
function afterTurns(turns: number, work: () => void): void {
  if (turns === 0) work();
  else setImmediate(() => afterTurns(turns - 1, work));
}

function parse(answer: string): unknown {
  try {
    return JSON.parse(answer);
  } catch {
    return undefined;
  }
}

/** 601 when WeChat can't be asked, 602 with its own number when it refuses. */
function toResult<T>(answer: WechatAnswer<T>): Result<T> {
  switch (answer.kind) {
    case 'value':
      return ok(answer.value);
    case 'error':
      return refused(errors.thirdPartyError(`${answer.errcode} ${answer.errmsg}`));
    case 'unreachable':
      return refused(errors.thirdPartyFailed);
  }
}

function decipher(encryptedData: string, iv: string, sessionKey: string): unknown {
  try {
    const aes = createDecipheriv(
      'aes-128-cbc',
      Buffer.from(sessionKey, 'base64'),
      Buffer.from(iv, 'base64'),
    );
    const plain = Buffer.concat([aes.update(encryptedData, 'base64'), aes.final()]).toString(
      'utf8',
    );
    return JSON.parse(plain);
  } catch {
    return undefined;
  }
}
