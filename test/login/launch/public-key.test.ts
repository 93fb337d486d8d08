import { describe, expect, test } from '@jest/globals';
import { readPublicKey } from '../../../miniprogram/login/launch/public-key';
import { key } from '../../../scripts/prove/launches';

describe('a key', () => {
  const jwk: Readonly<Record<string, string>> = JSON.parse(
    Buffer.from(key, 'base64url').toString(),
  );
  const { x = '', y = '' } = jwk;
  const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const base64url = (number: bigint) =>
    Buffer.from(number.toString(16).padStart(64, '0'), 'hex').toString('base64url');
  const numberOf = (text: string) => BigInt(`0x${Buffer.from(text, 'base64url').toString('hex')}`);
  /** SEC 2, 2.4.2. */
  const p = 2n ** 256n - 2n ** 224n + 2n ** 192n + 2n ** 96n - 1n;
  const b = 0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604bn;

  function power(base: bigint, exponent: bigint): bigint {
    let result = 1n;
    for (let left = exponent, square = base; left > 0n; left >>= 1n) {
      if (left & 1n) result = (result * square) % p;
      square = (square * square) % p;
    }
    return result;
  }

  test('is its two coordinates, whatever else stands in it', () => {
    expect(readPublicKey(key)).toEqual({ x, y });
    expect(readPublicKey(encode({ ...jwk, alg: 'ECDH-ES', kid: '1' }))).toEqual({ x, y });
  });

  test.each<[string, string]>([
    ['nothing', ''],
    ['no base64url', '{"kty":"EC"}'],
    ['no JSON', Buffer.from('kty=EC').toString('base64url')],
    ['a list', encode([jwk])],
    ['another kind of key', encode({ ...jwk, kty: 'OKP' })],
    ['another curve', encode({ ...jwk, crv: 'P-384' })],
    ['a private key', encode({ ...jwk, d: x })],
    ['no x', encode({ ...jwk, x: undefined })],
    ['no y', encode({ ...jwk, y: undefined })],
    ['an x that is no text', encode({ ...jwk, x: [x] })],
    ['a y that is a list of as many', encode({ ...jwk, y: [...y] })],
    ['an x with padding', encode({ ...jwk, x: `${x}=` })],
    ['an x that is too long', encode({ ...jwk, x: `AA${x}` })],
    ['a y that is too short', encode({ ...jwk, y: y.slice(0, 40) })],
    ['a point off the curve', encode({ ...jwk, x: y, y: x })],
    ['the other half of another point', encode({ ...jwk, y: base64url(numberOf(y) - 1n) })],
  ])('%s is none', (_, value) => {
    expect(readPublicKey(value)).toBeNull();
  });

  test('with a coordinate beyond the field, on the curve by its remainder alone, is none', () => {
    const root = power(b, (p + 1n) / 4n);
    expect(readPublicKey(encode({ ...jwk, x: base64url(0n), y: base64url(root) }))).not.toBeNull();
    expect(readPublicKey(encode({ ...jwk, x: base64url(p), y: base64url(root) }))).toBeNull();
    // A y that is so small that y + p has 32 bytes, too.
    const small = 0xd7325d7646cd60d80a92738ceb345f844cffaf35841022cab176f692de8de1d7n;
    expect((small ** 3n - 3n * small + b - 25n) % p).toBe(0n);
    const at = { ...jwk, x: base64url(small) };
    expect(readPublicKey(encode({ ...at, y: base64url(5n) }))).not.toBeNull();
    expect(readPublicKey(encode({ ...at, y: base64url(5n + p) }))).toBeNull();
  });
});
