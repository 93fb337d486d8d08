import { randomBytes } from 'node:crypto';
import type { Clock } from '../base/clock';
import type { People } from '../base/people';
import type { Person } from '../contract/person';
import { type WechatError, wechatErrors } from '../contract/wechat-errors';
import { forget, type Store } from '../store/store';
import { AccessTokens } from './access-tokens';
import type { MiniProgram, MobileApp } from './program';

/** Codes live 5 minutes and work once. After that WeChat knows nothing of them. */
export const CODE_LIFE_MS = 5 * 60_000;

type CodeKind = 'login' | 'phone';

interface Code {
  readonly kind: CodeKind;
  readonly appid: string;
  readonly personId: string;
  /** The one that came with the wx.login of this code; '' for a phone code. */
  readonly sessionKey: string;
  /** ms */
  readonly at: number;
  readonly used: boolean;
}

interface Redeemed {
  readonly person: Person;
  readonly sessionKey: string;
}

/**
 * What WeChat's servers remember. Plain state; `client-side.ts` and `server-side.ts` put HTTP in
 * front of it.
 */
export class WechatCloud {
  readonly accessTokens: AccessTokens;
  readonly programs: Map<string, MiniProgram>;
  readonly mobileApps: Map<string, MobileApp>;
  readonly #codes: Map<string, Code>;
  /** By AppID and person: each wx.login replaces it, as the real one may do. */
  readonly #sessionKeys: Map<string, string>;
  readonly #atFirst: Registrations;

  constructor(
    readonly clock: Clock,
    readonly people: People,
    atFirst: Registrations,
    store: Store,
  ) {
    this.accessTokens = new AccessTokens(clock, store);
    this.programs = store.table('programs');
    this.mobileApps = store.table('mobile-apps');
    this.#codes = store.table('codes', ({ at }) => at);
    this.#sessionKeys = store.table('session-keys');
    this.#atFirst = atFirst;
    if (this.programs.size === 0) this.#register();
  }

  /** Forgets every code, session and token, and what was registered later. */
  reset(): void {
    this.#codes.clear();
    this.#sessionKeys.clear();
    this.accessTokens.reset();
    this.#register();
  }

  program(appid: string): MiniProgram | undefined {
    return this.programs.get(appid);
  }

  /**
   * Whether WeChat opens this program for an app. Apps of a verified account open any; others need
   * the association. docs/wechat.md#any-verified-app-can-open-the-program
   */
  mayOpen(program: MiniProgram, mobileAppId: string): boolean {
    const app = this.mobileApps.get(mobileAppId);
    return app !== undefined && (app.verified || app.associated.includes(program.appid));
  }

  /** wx.login: a new code, and a new session_key with it. */
  login(program: MiniProgram, person: Person): string {
    const sessionKey = randomBytes(16).toString('base64');
    this.#sessionKeys.set(`${program.appid}:${person.id}`, sessionKey);
    return this.#issue('login', program, person, sessionKey);
  }

  /** A granted getPhoneNumber: what the quota counts. */
  phoneCode(program: MiniProgram, person: Person): string {
    if (program.phoneQuota !== null)
      this.programs.set(
        program.appid,
        Object.assign(program, { phoneQuota: program.phoneQuota - 1 }),
      );
    return this.#issue('phone', program, person, '');
  }

  /**
   * The session_key that encrypts for this person now. A person who never called wx.login gets one
   * that nobody can learn.
   */
  sessionKey(program: MiniProgram, person: Person): string {
    return (
      this.#sessionKeys.get(`${program.appid}:${person.id}`) ?? randomBytes(16).toString('base64')
    );
  }

  /**
   * 40029 for a code that is unknown, expired, of the other kind or of another program; 40163 for a
   * used one.
   */
  redeem(kind: CodeKind, code: string, appid: string): Redeemed | WechatError {
    const found = this.#codes.get(code);
    if (!found || found.kind !== kind || found.appid !== appid) return wechatErrors.badCode;
    if (this.clock.now() - found.at >= CODE_LIFE_MS) return wechatErrors.badCode;
    if (found.used) return wechatErrors.usedCode;
    this.spend(code);
    const person = this.people.get(found.personId);
    return person ? { person, sessionKey: found.sessionKey } : wechatErrors.badCode;
  }

  /** From now on the code has been used. */
  spend(code: string): void {
    const found = this.#codes.get(code);
    if (found) this.#codes.set(code, { ...found, used: true });
  }

  #issue(kind: CodeKind, program: MiniProgram, person: Person, sessionKey: string): string {
    const now = this.clock.now();
    forget(this.#codes, ({ at }) => now - at >= CODE_LIFE_MS);
    const code = `0${randomBytes(24).toString('base64url')}`;
    this.#codes.set(code, {
      kind,
      appid: program.appid,
      personId: person.id,
      sessionKey,
      at: now,
      used: false,
    });
    return code;
  }

  #register(): void {
    this.programs.clear();
    this.mobileApps.clear();
    // Copies: what is registered may change while the sandbox runs.
    for (const program of this.#atFirst.programs) this.programs.set(program.appid, { ...program });
    for (const app of this.#atFirst.mobileApps) this.mobileApps.set(app.appid, { ...app });
  }
}

export interface Registrations {
  readonly programs: readonly MiniProgram[];
  readonly mobileApps: readonly MobileApp[];
}
