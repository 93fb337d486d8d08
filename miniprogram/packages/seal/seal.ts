import { decodeBase64url } from '../../login/base64url';
import type { PublicKey } from '../../login/launch/launch';
import { concat, encodeBase64url, utf8 } from './bytes';
import { gcm, p256, sha256 } from './noble';

/**
 * For the one-time key 48 (so that its remainder is not biased), for the initialisation vector 12.
 */
const keySeedBytes = 48;
const ivBytes = 12;
const tagBytes = 16;
export const randomBytesNeeded = keySeedBytes + ivBytes;

/**
 * Encrypts `plaintext` to `key`: a compact JWE with `alg` ECDH-ES (direct, RFC 7518 section 4.6)
 * and `enc` A256GCM, which every JOSE library opens.
 *
 * @param randomBytes at least {@link randomBytesNeeded} bytes of a cryptographic source; used for
 *   this one message only.
 * @throws when the key is not a point of the curve, or when there are too few bytes.
 */
export function seal(plaintext: string, key: PublicKey, randomBytes: Uint8Array): string {
  if (randomBytes.length < randomBytesNeeded)
    throw new Error(`sealing needs ${randomBytesNeeded} random bytes`);
  const secret = p256.utils.randomSecretKey(randomBytes.slice(0, keySeedBytes));
  const iv = randomBytes.slice(keySeedBytes, randomBytesNeeded);

  const header = encodeBase64url(
    utf8(
      JSON.stringify({ alg: 'ECDH-ES', enc: 'A256GCM', kid: thumbprint(key), epk: toJwk(secret) }),
    ),
  );
  const contentKey = deriveKey(p256.getSharedSecret(secret, toPoint(key), true).slice(1));
  const encrypted = gcm(contentKey, iv, utf8(header)).encrypt(utf8(plaintext));

  const ciphertext = encrypted.subarray(0, encrypted.length - tagBytes);
  const tag = encrypted.subarray(encrypted.length - tagBytes);
  return [header, '', encodeBase64url(iv), encodeBase64url(ciphertext), encodeBase64url(tag)].join(
    '.',
  );
}

/** Which of its keys the app needs. https://www.rfc-editor.org/rfc/rfc7638 */
function thumbprint({ x, y }: PublicKey): string {
  return encodeBase64url(sha256(utf8(JSON.stringify({ crv: 'P-256', kty: 'EC', x, y }))));
}

function toJwk(secret: Uint8Array) {
  const point = p256.getPublicKey(secret, false);
  return {
    kty: 'EC',
    crv: 'P-256',
    x: encodeBase64url(point.slice(1, 33)),
    y: encodeBase64url(point.slice(33)),
  };
}

function toPoint({ x, y }: PublicKey): Uint8Array {
  return concat([4], coordinate(x), coordinate(y));
}

function coordinate(text: string): readonly number[] {
  const bytes = decodeBase64url(text);
  if (bytes?.length !== 32) throw new Error('a coordinate has 32 bytes, as unpadded base64url');
  return bytes;
}

/** Concat KDF (NIST SP 800-56A): one round of SHA-256 gives the 256 bits that are needed. */
function deriveKey(sharedX: Uint8Array): Uint8Array {
  const algorithm = utf8('A256GCM');
  const noParty = uint32(0);
  return sha256(
    concat(uint32(1), sharedX, uint32(algorithm.length), algorithm, noParty, noParty, uint32(256)),
  );
}

function uint32(value: number): readonly number[] {
  return [value >>> 24, (value >>> 16) & 0xff, (value >>> 8) & 0xff, value & 0xff];
}
