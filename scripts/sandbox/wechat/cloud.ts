import { createHash, randomBytes } from 'node:crypto';
import type { Clock } from '../clock';
import type { Person, PhoneNumber } from '../people';
import type { MiniProgram } from './program';

/** Codes live 5 minutes and work once. */
const CODE_LIFE_MS = 5 * 60_000;
const ACCESS_TOKEN_LIFE_S = 7200;

export type WechatError = { readonly errcode: number; readonly errmsg: string };

type CodeKind = 'login' | 'phone';

interface Code {
  readonly kind: CodeKind;
  readonly appid: string;
  readonly person: Person;
  /** The one that came with the wx.login of this code; '' for a phone code. */
  readonly sessionKey: string;
  readonly at: number;
  used: boolean;
}

/** What WeChat's servers remember. Plain state; `client-side.ts` and `server-side.ts` put HTTP in front of it. */
export class WechatCloud {
  readonly #codes = new Map<string, Code>();
  /** By AppID and person: each wx.login replaces it, as the real one may do. */
  readonly #sessionKeys = new Map<string, string>();
  readonly #accessTokens = new Map<string, { token: string; expiresAt: number }>();

  constructor(
    readonly clock: Clock,
    readonly people: readonly Person[],
    readonly programs: readonly MiniProgram[],
  ) {}

  /** Forgets every code, session and token. */
  reset(): void {
    this.#codes.clear();
    this.#sessionKeys.clear();
    this.#accessTokens.clear();
  }

  program(appid: string): MiniProgram | undefined {
    return this.programs.find((program) => program.appid === appid);
  }

  person(id: string): Person | undefined {
    return this.people.find((person) => person.id === id);
  }

  /** wx.login: a new code, and a new session_key with it. */
  login(program: MiniProgram, person: Person): string {
    const sessionKey = randomBytes(16).toString('base64');
    this.#sessionKeys.set(`${program.appid}:${person.id}`, sessionKey);
    return this.#issue('login', program, person, sessionKey);
  }

  phoneCode(program: MiniProgram, person: Person): string {
    return this.#issue('phone', program, person, '');
  }

  /** The session_key that encrypts for this person now. A person who never called wx.login gets one that nobody can learn. */
  sessionKey(program: MiniProgram, person: Person): string {
    return this.#sessionKeys.get(`${program.appid}:${person.id}`) ?? randomBytes(16).toString('base64');
  }

  /** 40029 for a code that is unknown, expired, of the other kind or of another program; 40163 for a used one. */
  redeem(kind: CodeKind, code: string, appid: string): Code | WechatError {
    const found = this.#codes.get(code);
    if (!found || found.kind !== kind || found.appid !== appid) return { errcode: 40029, errmsg: 'invalid code' };
    if (found.used) return { errcode: 40163, errmsg: 'code been used' };
    if (this.clock.now() - found.at >= CODE_LIFE_MS) return { errcode: 40029, errmsg: 'invalid code' };
    found.used = true;
    return found;
  }

  /** The current token, a new one when it has expired: "stable" means that asking again changes nothing. */
  accessToken(appid: string): { access_token: string; expires_in: number } {
    const now = this.clock.now();
    let current = this.#accessTokens.get(appid);
    if (!current || current.expiresAt <= now) {
      current = { token: randomBytes(48).toString('base64url'), expiresAt: now + ACCESS_TOKEN_LIFE_S * 1000 };
      this.#accessTokens.set(appid, current);
    }
    return { access_token: current.token, expires_in: Math.ceil((current.expiresAt - now) / 1000) };
  }

  /** The AppID that an access token was given to. */
  appidOf(token: string | undefined): string | WechatError {
    if (!token) return { errcode: 41001, errmsg: 'access_token missing' };
    const found = [...this.#accessTokens].find(([, issued]) => issued.token === token);
    if (!found) return { errcode: 40001, errmsg: 'invalid credential, access_token is invalid or not latest' };
    const [appid, issued] = found;
    return issued.expiresAt > this.clock.now() ? appid : { errcode: 42001, errmsg: 'access_token expired' };
  }

  #issue(kind: CodeKind, program: MiniProgram, person: Person, sessionKey: string): string {
    const code = `0${randomBytes(24).toString('base64url')}`;
    this.#codes.set(code, { kind, appid: program.appid, person, sessionKey, at: this.clock.now(), used: false });
    return code;
  }
}

/** The person's id for one program; 28 characters that begin with `o`. */
export function openidOf(person: Person, appid: string): string {
  return `o${createHash('sha256').update(`${appid} ${person.id}`).digest('base64url').slice(0, 27)}`;
}

/** The person's id for all programs of one company. */
export function unionidOf(person: Person): string {
  return `o${createHash('sha256').update(`union ${person.id}`).digest('base64url').slice(0, 27)}`;
}

/** WeChat writes `phoneNumber` with the country code only for numbers from abroad. */
export function international({ countryCode, number }: PhoneNumber): string {
  return countryCode === '86' ? number : `+${countryCode}${number}`;
}
