import { encodeBase64url } from './base64url.ts';
import { call } from './call.ts';
import { checkClaims } from './claims.ts';
import { type Json, text } from './json.ts';
import { verifySignature } from './jws.ts';
import { createKeySet } from './key-set.ts';
import type { Launch } from './launch.ts';
import { Refused } from './refused.ts';
import type { AppPlatform, AppRegistration, Check } from './types.ts';

export interface IdTokenVerifier {
  /**
   * https://openid.net/specs/openid-connect-core-1_0.html#IDTokenValidation
   *
   * @throws Refused
   */
  verify(
    session: Json,
    launch: Pick<Launch, 'at' | 'nonce'>,
  ): Promise<{ claims: Json; checks: readonly Check[] }>;
}

/** One for each application: it keeps GenAuth's public keys. */
export function createIdTokenVerifier(
  registration: AppRegistration,
  platform: AppPlatform,
): IdTokenVerifier {
  const { genauth, appId, clockToleranceS = 0, genauthAheadS: aheadS = 60 } = registration;
  const issuer = `${genauth}/oidc`;
  const keys = createKeySet(`${issuer}/.well-known/jwks.json`, platform);

  return {
    async verify(session, launch) {
      const token = text(session.id_token);
      if (token === null) throw new Refused('malformed', 'The session has no id_token');
      const { claims, kid, typ } = await verifySignature(token, keys);
      checkKind(session, claims, typ);
      checkClaims(claims, {
        issuer,
        appId,
        now: platform.now(),
        launchedAt: launch.at,
        clockToleranceS,
        aheadS,
        nonce: launch.nonce,
      });
      const accessToken = await checkAccessToken(session, claims, `${issuer}/me`, platform);
      return {
        claims,
        checks: [
          { id: 'signature', detail: `RS256, key ${kid ?? 'without id'}` },
          { id: 'issuer', detail: issuer },
          { id: 'audience', detail: appId },
          { id: 'expiry', detail: isoTime(claims.exp) },
          { id: 'issued', detail: isoTime(claims.iat) },
          ...(claims.nonce === undefined ? [] : [{ id: 'nonce', detail: 'as sent' } as const]),
          accessToken,
        ],
      };
    },
  };
}

/**
 * GenAuth signs its access tokens with the same keys, for the same audience: without this, whoever
 * gets hold of a person's access token could sign in as that person.
 * https://www.rfc-editor.org/rfc/rfc8725#section-3.12
 */
function checkKind({ id_token, access_token }: Json, { scope }: Json, typ: unknown): void {
  const isJwt =
    typ === undefined || (typeof typ === 'string' && /^(application\/)?jwt$/i.test(typ));
  if (!isJwt || scope !== undefined || id_token === access_token)
    throw new Refused('not_an_id_token');
}

/** The id_token says who it is; the access token must be that person's too. */
async function checkAccessToken(
  session: Json,
  { sub, at_hash }: Json,
  userinfo: string,
  platform: AppPlatform,
): Promise<Check> {
  const token = text(session.access_token);
  if (token === null) throw new Refused('access_token_missing');
  if (at_hash !== undefined) {
    if (at_hash !== (await hashOf(token))) throw new Refused('access_token_mismatch');
    return { id: 'access_token', detail: 'at_hash' };
  }
  // RFC 6750, section 2.1: what can't stand in a header is no token of anybody's.
  if (!/^[\x21-\x7e]+$/.test(token)) throw new Refused('access_token_mismatch');
  const me = await call(platform, userinfo, { headers: { authorization: `Bearer ${token}` } });
  if (me.status !== 200 || me.body.sub !== sub) throw new Refused('access_token_mismatch');
  return { id: 'access_token', detail: userinfo };
}

/**
 * The left half of the hash that belongs to RS256.
 * https://openid.net/specs/openid-connect-core-1_0.html#CodeIDToken
 */
async function hashOf(token: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(token));
  return encodeBase64url(new Uint8Array(hash).slice(0, 16));
}

function isoTime(seconds: unknown): string {
  return typeof seconds === 'number' ? new Date(seconds * 1000).toISOString() : '';
}
