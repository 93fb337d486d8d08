import { createHash } from 'node:crypto';
import { e164 } from '../base/phone-number';
import type { Account } from './accounts';

export const SUPPORTED_SCOPES = ['openid', 'profile', 'phone', 'offline_access'];
export const DEFAULT_SCOPE = 'openid profile';

/**
 * What the scopes let an app know.
 * https://openid.net/specs/openid-connect-core-1_0.html#ScopeClaims
 */
export function claimsOf(
  account: Account,
  scope: string,
): Record<string, unknown> & { sub: string } {
  const scopes = scope.split(' ');
  return {
    sub: account.id,
    ...(scopes.includes('profile')
      ? { nickname: account.nickname, updated_at: new Date(account.createdAt).toISOString() }
      : {}),
    ...(scopes.includes('phone') && account.phone
      ? { phone_number: e164(account.phone), phone_number_verified: true }
      : {}),
  };
}

/** Scopes that are not supported are left out. */
export function supportedScope(requested: string): string {
  return [...new Set(requested.split(' '))]
    .filter((name) => SUPPORTED_SCOPES.includes(name))
    .join(' ');
}

/**
 * `at_hash` and `c_hash`: the left half of the hash that belongs to RS256.
 * https://openid.net/specs/openid-connect-core-1_0.html#HybridIDToken
 */
export function halfHash(text: string): string {
  return createHash('sha256').update(text).digest().subarray(0, 16).toString('base64url');
}
