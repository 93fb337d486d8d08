import type { Json } from './json.ts';
import { Refused } from './refused.ts';

/** What the claims are compared with. */
export interface ExpectedClaims {
  readonly issuer: string;
  readonly appId: string;
  /** ms since 1970. */
  readonly now: number;
  readonly launchedAt: number;
  readonly clockToleranceS: number;
  /** By so much GenAuth's clock may be ahead of this one. */
  readonly aheadS: number;
  readonly nonce: string | null;
}

/** An id_token that is good for longer is none of GenAuth's, whose default is 14 days. */
const longestLifeS = 180 * 24 * 3600;
/**
 * https://openid.net/specs/openid-connect-core-1_0.html#IDTokenValidation, in this order.
 *
 * @throws Refused
 */
export function checkClaims(claims: Json, expected: ExpectedClaims): void {
  if (claims.iss !== expected.issuer) throw new Refused('issuer_mismatch');
  checkAudience(claims, expected.appId);
  checkTimes(claims, expected);
  checkSubject(claims);
  checkNonce(claims, expected.nonce);
}

function checkAudience({ aud, azp }: Json, appId: string): void {
  const audiences: readonly unknown[] = Array.isArray(aud) ? aud : [aud];
  if (!audiences.includes(appId)) throw new Refused('audience_mismatch');
  if (azp === undefined ? audiences.length > 1 : azp !== appId)
    throw new Refused('audience_mismatch');
}

/**
 * `iat` is in whole seconds. A token from before the launch answers another launch, whoever sends
 * it now.
 */
function checkTimes(
  claims: Json,
  { now, launchedAt, clockToleranceS, aheadS }: ExpectedClaims,
): void {
  const exp = readTime(claims.exp, 'exp');
  const iat = readTime(claims.iat, 'iat');
  const nbf = claims.nbf === undefined ? iat : readTime(claims.nbf, 'nbf');
  const nowS = now / 1000;
  if (exp <= nowS - clockToleranceS) throw new Refused('token_expired');
  if (exp > nowS + longestLifeS)
    throw new Refused('time_invalid', 'The id_token is good for too long');
  const latest = nowS + Math.max(clockToleranceS, aheadS);
  if (iat > latest || nbf > latest) throw new Refused('token_not_yet_valid');
  if (iat < Math.floor(launchedAt / 1000 - clockToleranceS)) throw new Refused('token_too_old');
}

/** RFC 7519, section 2, NumericDate: seconds since 1970; a date that a clock can show. */
function readTime(value: unknown, name: string): number {
  const isTime =
    typeof value === 'number' && Number.isFinite(value) && value >= 0 && value < 253_402_300_800;
  if (!isTime) throw new Refused('time_invalid', `${name} of the id_token is no time`);
  return value;
}

/** https://openid.net/specs/openid-connect-core-1_0.html#IDToken: at most 255 ASCII characters. */
function checkSubject({ sub }: Json): void {
  if (typeof sub !== 'string' || !/^(?=.*[^ ])[ -~]{1,255}$/.test(sub))
    throw new Refused('sub_invalid');
}

/**
 * GenAuth can't put the claim in by itself; a tenant's Pipeline can
 * (docs/genauth.md#there-is-no-nonce).
 */
function checkNonce({ nonce }: Json, sent: string | null): void {
  if (nonce !== undefined && (sent === null || nonce !== sent)) throw new Refused('nonce_mismatch');
}
