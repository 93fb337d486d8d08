import { decodeAscii, decodeBase64url } from '../base64url';
import { own, parseJson } from '../json';
import type { PublicKey } from './launch';

/**
 * The launch's `key`: a P-256 public key as JWK, its JSON as unpadded base64url. Null when it is
 * anything else, a point off the curve too: its sender has to know before anybody signs
 * in.
 */
export function readPublicKey(value: string): PublicKey | null {
  const json = decodeAscii(value);
  const jwk = json === null ? undefined : parseJson(json);
  if (own(jwk, 'kty') !== 'EC' || own(jwk, 'crv') !== 'P-256') return null;
  // A private key has no business in a launch: refuse it, so that its sender notices.
  if (own(jwk, 'd') !== undefined) return null;
  const x = coordinate(own(jwk, 'x'));
  const y = coordinate(own(jwk, 'y'));
  return x !== null && y !== null && isOnCurve(x.number, y.number)
    ? { x: x.text, y: y.text }
    : null;
}

function coordinate(value: unknown): { readonly text: string; readonly number: bigint } | null {
  const bytes = typeof value === 'string' && value.length === 43 ? decodeBase64url(value) : null;
  if (typeof value !== 'string' || bytes?.length !== 32) return null;
  const hex = bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return { text: value, number: BigInt(`0x${hex}`) };
}

/** P-256 (SEC 2, 2.4.2): y² = x³ - 3x + b, modulo p. */
const p = BigInt('0xffffffff00000001000000000000000000000000ffffffffffffffffffffffff');
const b = BigInt('0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604b');

function isOnCurve(x: bigint, y: bigint): boolean {
  return x < p && y < p && (y * y - (x * x * x - BigInt(3) * x + b)) % p === BigInt(0);
}
