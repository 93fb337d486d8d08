import {
  createRemoteJWKSet,
  customFetch,
  errors,
  type JWTPayload,
  type JWTVerifyResult,
  jwtVerify,
} from 'jose';
import { encodeBase64url } from './base64url';
import { call } from './call';
import { type Json, text } from './json';
import type { Launch } from './launch';
import { Refused } from './refused';
import type { AppErrorCode, AppRegistration, AppWorld, Check } from './types';

export interface IdTokenVerifier {
  /**
   * https://openid.net/specs/openid-connect-core-1_0.html#IDTokenValidation
   *
   * @throws Refused
   */
  verify(
    session: Json,
    launch: Pick<Launch, 'at' | 'nonce'>,
  ): Promise<{ claims: JWTPayload; checks: readonly Check[] }>;
}

/** One for each application: it keeps GenAuth's public keys. */
export function createIdTokenVerifier(
  registration: AppRegistration,
  world: AppWorld,
): IdTokenVerifier {
  const { genauth, appId, clockToleranceS = 0 } = registration;
  const issuer = `${genauth}/oidc`;
  const keys = createRemoteJWKSet(new URL(`${issuer}/.well-known/jwks.json`), {
    [customFetch]: world.fetch,
  });

  return {
    async verify(session, launch) {
      if (typeof session.id_token !== 'string')
        throw new Refused('malformed', 'The session has no id_token');
      const { payload, protectedHeader } = await verified(
        jwtVerify(session.id_token, keys, {
          issuer,
          audience: appId,
          algorithms: ['RS256'],
          requiredClaims: ['exp', 'iat', 'sub'],
          clockTolerance: clockToleranceS,
          currentDate: new Date(world.now()),
        }),
      );
      checkAuthorizedParty(payload, appId);
      checkIssuedAt(payload, launch.at - clockToleranceS * 1000);
      const nonce = checkNonce(payload, launch.nonce);
      const accessToken = await checkAccessToken(session, payload, `${issuer}/me`, world);
      return {
        claims: payload,
        checks: [
          { id: 'signature', detail: `RS256, key ${protectedHeader.kid ?? 'without id'}` },
          { id: 'issuer', detail: issuer },
          { id: 'audience', detail: appId },
          { id: 'expiry', detail: isoTime(payload.exp) },
          { id: 'issued', detail: isoTime(payload.iat) },
          ...nonce,
          accessToken,
        ],
      };
    },
  };
}

/** The library's errors, each as the reason that it is. */
async function verified(verification: Promise<JWTVerifyResult>): Promise<JWTVerifyResult> {
  try {
    return await verification;
  } catch (cause) {
    const refused = (code: AppErrorCode, message: string) => new Refused(code, message, { cause });
    if (cause instanceof errors.JWTExpired)
      throw refused('token_expired', 'The id_token has expired');
    if (cause instanceof errors.JWTClaimValidationFailed) {
      if (cause.claim === 'iss')
        throw refused('issuer_mismatch', 'The id_token is of another issuer');
      if (cause.claim === 'aud')
        throw refused('audience_mismatch', 'The id_token was issued to another application');
      throw refused('malformed', `The id_token has no good ${cause.claim}`);
    }
    if (isAboutTheToken(cause))
      throw refused('signature_invalid', 'The id_token is not signed by this GenAuth');
    throw refused('network', "GenAuth's public keys could not be read");
  }
}

function isAboutTheToken(error: unknown): boolean {
  const kinds = [
    errors.JWSInvalid,
    errors.JWTInvalid,
    errors.JWSSignatureVerificationFailed,
    errors.JOSEAlgNotAllowed,
  ];
  return [...kinds, errors.JWKSNoMatchingKey, errors.JOSENotSupported].some(
    (kind) => error instanceof kind,
  );
}

function checkAuthorizedParty({ azp, aud }: JWTPayload, appId: string): void {
  if (azp === undefined ? Array.isArray(aud) && aud.length > 1 : azp !== appId) {
    throw new Refused(
      'audience_mismatch',
      'The id_token was issued for the use of another application',
    );
  }
}

/**
 * `iat` is in whole seconds. A token from before the launch answers another launch, whoever sends
 * it now.
 */
function checkIssuedAt({ iat = 0 }: JWTPayload, notBeforeMs: number): void {
  if (iat < Math.floor(notBeforeMs / 1000))
    throw new Refused('token_too_old', 'The id_token was issued before the launch');
}

/**
 * GenAuth can't put the claim in by itself; a tenant's Pipeline can
 * (docs/genauth.md#there-is-no-nonce).
 */
function checkNonce({ nonce }: JWTPayload, sent: string | null): readonly Check[] {
  if (nonce === undefined) return [];
  if (nonce !== sent)
    throw new Refused('nonce_mismatch', 'The id_token has the nonce of another launch');
  return [{ id: 'nonce', detail: 'as sent' }];
}

/** The id_token says who it is; the access token must be that person's too. */
async function checkAccessToken(
  session: Json,
  { sub, at_hash }: JWTPayload,
  userinfo: string,
  world: AppWorld,
): Promise<Check> {
  const token = text(session.access_token);
  if (token === null) throw new Refused('malformed', 'The session has no access_token');
  const mismatch = new Refused(
    'access_token_mismatch',
    'The access token is not that of the person in the id_token',
  );
  if (at_hash !== undefined) {
    if (at_hash !== (await hashOf(token))) throw mismatch;
    return { id: 'access_token', detail: 'at_hash' };
  }
  const claims = await call(world, userinfo, { headers: { authorization: `Bearer ${token}` } });
  if (claims.sub !== sub) throw mismatch;
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

function isoTime(seconds = 0): string {
  return new Date(seconds * 1000).toISOString();
}
