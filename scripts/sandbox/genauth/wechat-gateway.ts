import { createDecipheriv } from 'node:crypto';
import { z } from 'zod';
import type { PhoneNumber } from '../people';
import { errors, ok, type Result, refused } from './answer';
import type { Connection } from './tenant';

const failure = z.object({ errcode: z.number().refine((code) => code !== 0), errmsg: z.string() });
const session = z.object({ openid: z.string(), session_key: z.string(), unionid: z.string() });
const accessToken = z.object({ access_token: z.string(), expires_in: z.number() });
const phoneAnswer = z.object({ phone_info: z.object({ purePhoneNumber: z.string(), countryCode: z.string() }) });
const decrypted = z.looseObject({ watermark: z.object({ appid: z.string(), timestamp: z.number() }) });
const decryptedPhone = z.object({ purePhoneNumber: z.string(), countryCode: z.string() });

export type WechatSession = z.infer<typeof session>;

type WechatAnswer<T> =
  | { readonly kind: 'value'; readonly value: T }
  | { readonly kind: 'error'; readonly errcode: number; readonly errmsg: string }
  /** Not reached, or what answered was not WeChat. */
  | { readonly kind: 'unreachable' };

/** 40001 not the latest, 42001 expired: a fresh token helps. */
const STALE_TOKEN = new Set([40001, 42001]);

/** GenAuth's own calls to WeChat, over real HTTP, with the AppID and secret of the connection. */
export class WechatGateway {
  #accessToken: string | null = null;

  constructor(
    readonly url: string,
    readonly connection: Connection,
  ) {}

  reset(): void {
    this.#accessToken = null;
  }

  /** Who the log-in code belongs to. */
  async session(code: string): Promise<Result<WechatSession>> {
    const { appid, secret } = this.connection;
    const query = new URLSearchParams({ appid, secret, js_code: code, grant_type: 'authorization_code' });
    return toResult(await this.#ask(session, `/sns/jscode2session?${query}`));
  }

  /** The number behind a phone code. */
  async phone(code: string): Promise<Result<PhoneNumber>> {
    let answer = await this.#askPhone(code);
    if (answer.kind === 'error' && STALE_TOKEN.has(answer.errcode)) {
      this.#accessToken = null;
      answer = await this.#askPhone(code);
    }
    const read = toResult(answer);
    if (!read.ok) return read;
    const { purePhoneNumber, countryCode } = read.value.phone_info;
    return ok({ countryCode, number: purePhoneNumber });
  }

  /** What is in `encryptedData`, which only this session's key opens and only our AppID may be written on. */
  decrypt(encryptedData: string, iv: string, { session_key }: WechatSession): Result<z.infer<typeof decrypted>> {
    const data = decrypted.safeParse(decipher(encryptedData, iv, session_key));
    if (!data.success) return refused(errors.badRequest('encryptedData cannot be decrypted with the current session_key'));
    if (data.data.watermark.appid !== this.connection.appid) {
      return refused(errors.badRequest('encryptedData belongs to another mini program'));
    }
    return ok(data.data);
  }

  /** The same for a phone number. */
  decryptPhone(encryptedData: string, iv: string, session: WechatSession): Result<PhoneNumber> {
    const data = this.decrypt(encryptedData, iv, session);
    if (!data.ok) return data;
    const phone = decryptedPhone.safeParse(data.value);
    if (!phone.success) return refused(errors.badRequest('encryptedData holds no phone number'));
    return ok({ countryCode: phone.data.countryCode, number: phone.data.purePhoneNumber });
  }

  async #askPhone(code: string): Promise<WechatAnswer<z.infer<typeof phoneAnswer>>> {
    if (this.#accessToken === null) {
      const { appid, secret } = this.connection;
      const token = await this.#ask(accessToken, '/cgi-bin/stable_token', { grant_type: 'client_credential', appid, secret });
      if (token.kind !== 'value') return token;
      this.#accessToken = token.value.access_token;
    }
    return this.#ask(phoneAnswer, `/wxa/business/getuserphonenumber?access_token=${this.#accessToken}`, { code });
  }

  async #ask<T>(shape: z.ZodType<T>, path: string, body?: unknown): Promise<WechatAnswer<T>> {
    let answer: unknown;
    try {
      const response = await fetch(`${this.url}${path}`, {
        ...(body === undefined
          ? {}
          : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
      });
      answer = await response.json();
    } catch {
      return { kind: 'unreachable' };
    }
    const failed = failure.safeParse(answer);
    if (failed.success) return { kind: 'error', ...failed.data };
    const read = shape.safeParse(answer);
    return read.success ? { kind: 'value', value: read.data } : { kind: 'unreachable' };
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
    const aes = createDecipheriv('aes-128-cbc', Buffer.from(sessionKey, 'base64'), Buffer.from(iv, 'base64'));
    const plain = Buffer.concat([aes.update(encryptedData, 'base64'), aes.final()]).toString('utf8');
    return JSON.parse(plain);
  } catch {
    return undefined;
  }
}
