import type { JWTPayload } from 'jose';
import type { App } from '../contract/tenant';
import type { Account } from './accounts';

/** What a person gave to an app in one sign-in. */
export interface Grant {
  /** Names the family of refresh tokens that comes from it. */
  readonly id: string;
  readonly accountId: string;
  readonly appId: string;
  readonly scope: string;
  readonly nonce?: string;
  /** Seconds; where a person signed in on the page. */
  readonly authTime?: number;
}

/** What a sign-in brings along. */
export type GrantOptions = Pick<Grant, 'nonce' | 'authTime'> & Partial<Pick<Grant, 'id'>>;

/** What goes through the browser with an id_token. */
export interface FrontChannel {
  readonly code?: string;
  readonly accessToken?: string;
}

/** What one refresh token stands for. */
export interface RefreshToken {
  readonly grant: Grant;
  readonly expiresAt: number;
  /** Has been exchanged; when it comes again, somebody else has it too. */
  readonly used: boolean;
}

export interface TokenOwner {
  readonly account: Account;
  readonly app: App;
  readonly scope: string;
  readonly claims: JWTPayload;
  readonly token: string;
}

export interface TokenAnswer {
  readonly access_token: string;
  readonly id_token?: string;
  readonly refresh_token?: string;
  readonly token_type: 'Bearer';
  readonly scope: string;
  readonly expires_in?: number;
  readonly expire_in?: number;
}
