import { randomBytes } from 'node:crypto';
import type { Clock } from '../base/clock';
import { type WechatError, wechatErrors } from '../contract/wechat-errors';
import { forget, type Store } from '../store/store';

const LIFE_MS = 7200_000;
/** How long the one before goes on working. */
const OVERLAP_MS = 5 * 60_000;
const FORCED_A_DAY = 20;
const HOUR_MS = 3600_000;
const DAY_MS = 24 * HOUR_MS;

/**
 * By which way it was got; tokens of one know nothing of another's. `component` and `authorizer` are
 * a third-party platform's own, and its one for a mini program that it looks after.
 */
export type TokenKind = 'token' | 'stable_token' | 'component' | 'authorizer';

interface AccessToken {
  readonly appid: string;
  readonly by: TokenKind;
  readonly expiresAt: number;
}

export interface TokenAnswer {
  readonly access_token: string;
  readonly expires_in: number;
}

/**
 * What `cgi-bin/token` and `cgi-bin/stable_token` give out.
 * https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/mp-access-token/getStableAccessToken.html
 */
export class AccessTokens {
  readonly #issued: Map<string, AccessToken>;
  readonly #forced: Map<string, readonly number[]>;

  constructor(
    readonly clock: Clock,
    store: Store,
  ) {
    this.#issued = store.table('access-tokens', ({ expiresAt }) => expiresAt);
    this.#forced = store.table('forced-access-tokens');
  }

  reset(): void {
    this.#issued.clear();
    this.#forced.clear();
  }

  /** `cgi-bin/token`, and a platform's ways: another one each time. */
  next(appid: string, by: Exclude<TokenKind, 'stable_token'> = 'token'): TokenAnswer {
    return this.#issue(appid, by);
  }

  /** `stable_token`: asking again changes nothing, unless it is told to. */
  stable(appid: string, forceRefresh: boolean): TokenAnswer | WechatError {
    const now = this.clock.now();
    const current = this.#current(appid, 'stable_token');
    if (!forceRefresh) {
      if (!current) return this.#issue(appid, 'stable_token');
      const [token, { expiresAt }] = current;
      return { access_token: token, expires_in: Math.ceil((expiresAt - now) / 1000) };
    }
    const today = (this.#forced.get(appid) ?? []).filter((at) => at > now - DAY_MS);
    if (today.length >= FORCED_A_DAY) return wechatErrors.dailyLimit;
    this.#forced.set(appid, [...today, now]);
    return this.#issue(appid, 'stable_token');
  }

  /** The AppID that an access token was given to. */
  appidOf(token: string | undefined): string | WechatError {
    const owner = this.ownerOf(token);
    if ('errcode' in owner) return owner;
    return owner.by === 'component' ? wechatErrors.badToken : owner.appid;
  }

  /** Whom an access token was given to, and how. */
  ownerOf(token: string | undefined): Pick<AccessToken, 'appid' | 'by'> | WechatError {
    if (!token) return wechatErrors.tokenMissing;
    const issued = this.#issued.get(token);
    if (!issued) return wechatErrors.badToken;
    return issued.expiresAt > this.clock.now() ? issued : wechatErrors.tokenExpired;
  }

  #current(appid: string, by: AccessToken['by']): [string, AccessToken] | undefined {
    const usable = [...this.#issued].filter(
      ([, issued]) => issued.appid === appid && issued.by === by,
    );
    const [latest] = usable.sort(([, a], [, b]) => b.expiresAt - a.expiresAt);
    return latest && latest[1].expiresAt > this.clock.now() ? latest : undefined;
  }

  #issue(appid: string, by: AccessToken['by']): TokenAnswer {
    const now = this.clock.now();
    // An expired one is told from an unknown one for an hour.
    forget(this.#issued, ({ expiresAt }) => expiresAt + HOUR_MS <= now);
    for (const [token, issued] of [...this.#issued]) {
      if (issued.appid !== appid || issued.by !== by || issued.expiresAt <= now + OVERLAP_MS)
        continue;
      // Put in again: the table goes from old to new.
      this.#issued.delete(token);
      this.#issued.set(token, { ...issued, expiresAt: now + OVERLAP_MS });
    }
    const token = randomBytes(48).toString('base64url');
    this.#issued.set(token, { appid, by, expiresAt: now + LIFE_MS });
    return { access_token: token, expires_in: LIFE_MS / 1000 };
  }
}
