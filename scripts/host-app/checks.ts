import { errors, type JWTHeaderParameters, type JWTPayload } from 'jose';
import type { Check } from './types';

/** Guards against an answer that somebody else's log-in caused. https://www.rfc-editor.org/rfc/rfc6749#section-10.12 */
export function stateCheck(received: unknown, remembered: string): Check {
  const passed = received === remembered;
  return { id: 'state', passed, detail: passed ? remembered : `${String(received)} is not ${remembered}` };
}

/** What `jwtVerify` has found good, claim by claim. */
export function idTokenChecks(claims: JWTPayload, header: JWTHeaderParameters): readonly Check[] {
  const expiry = claims.exp === undefined ? '' : new Date(claims.exp * 1000).toISOString();
  return [
    { id: 'signature', passed: true, detail: `${header.alg}, key ${header.kid ?? 'without id'}` },
    { id: 'issuer', passed: true, detail: claims.iss ?? '' },
    { id: 'audience', passed: true, detail: [claims.aud ?? []].flat().join(', ') },
    { id: 'expiry', passed: true, detail: expiry },
  ];
}

/** Which check `jwtVerify` stopped at; empty when it did not come to checking (no keys, no JWT). */
export function idTokenFailure(error: unknown): readonly Check[] {
  if (error instanceof errors.JWSSignatureVerificationFailed || error instanceof errors.JWKSNoMatchingKey) {
    return [{ id: 'signature', passed: false, detail: error.message }];
  }
  if (error instanceof errors.JWTExpired) return [{ id: 'expiry', passed: false, detail: error.message }];
  if (error instanceof errors.JWTClaimValidationFailed) {
    const id = error.claim === 'iss' ? 'issuer' : error.claim === 'aud' ? 'audience' : null;
    return id === null ? [] : [{ id, passed: false, detail: error.message }];
  }
  return [];
}
