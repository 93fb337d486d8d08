import { decodeAscii, decodeBase64url } from '../base64url';
import { own, parseJson } from '../json';
import type { PublicKey } from './launch';

/**
 * The launch's `key`: a P-256 public key as JWK, its JSON as unpadded base64url. Null when it is anything else; that the point
 * is on the curve is for the sealing to find out, which has the arithmetic.
 */
export function readPublicKey(value: string): PublicKey | null {
  const json = decodeAscii(value);
  const jwk = json === null ? undefined : parseJson(json);
  if (own(jwk, 'kty') !== 'EC' || own(jwk, 'crv') !== 'P-256') return null;
  // A private key has no business in a launch: refuse it, so that its sender notices.
  if (own(jwk, 'd') !== undefined) return null;
  const x = coordinate(own(jwk, 'x'));
  const y = coordinate(own(jwk, 'y'));
  return x === null || y === null ? null : { x, y };
}

function coordinate(value: unknown): string | null {
  return typeof value === 'string' && value.length === 43 && decodeBase64url(value)?.length === 32 ? value : null;
}
