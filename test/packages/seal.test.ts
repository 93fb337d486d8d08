import { readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';
import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { calculateJwkThumbprint, compactDecrypt, exportJWK, generateKeyPair } from 'jose';
import { encodeBase64url, utf8 } from '../../miniprogram/packages/seal/bytes';
import { randomBytesNeeded, seal } from '../../miniprogram/packages/seal/seal';
import { bundleNoble, bundlePath } from '../../scripts/deploy/seal/bundle';

const fill = (byte: number) =>
  new Uint8Array(randomBytesNeeded).map((_, index) => (index * 7 + byte) & 0xff);

async function keys() {
  const pair = await generateKeyPair('ECDH-ES', { crv: 'P-256', extractable: true });
  const { x = '', y = '' } = await exportJWK(pair.publicKey);
  return { privateKey: pair.privateKey, publicKey: { x, y } };
}

test('the app opens a sealed text with a common JOSE library, and is told by which of its keys', async () => {
  const { privateKey, publicKey } = await keys();
  const kid = await calculateJwkThumbprint({ kty: 'EC', crv: 'P-256', ...publicKey });
  await fc.assert(
    fc.asyncProperty(
      fc.string({ unit: 'binary', maxLength: 3_000 }),
      fc.nat(255),
      async (plaintext, byte) => {
        const { plaintext: opened, protectedHeader } = await compactDecrypt(
          seal(plaintext, publicKey, fill(byte)),
          privateKey,
        );
        expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(opened)).toBe(plaintext);
        expect(protectedHeader).toMatchObject({ alg: 'ECDH-ES', enc: 'A256GCM', kid });
      },
    ),
    { numRuns: 25 },
  );
});

test('another key does not open it', async () => {
  const mine = await keys();
  const other = await keys();
  await expect(
    compactDecrypt(seal('secret', mine.publicKey, fill(1)), other.privateKey),
  ).rejects.toThrow();
});

test('the same text is sealed differently with other random bytes', async () => {
  const { publicKey } = await keys();
  expect(seal('text', publicKey, fill(1))).not.toBe(seal('text', publicKey, fill(2)));
});

test('a point that is not on the curve is refused', async () => {
  const { publicKey } = await keys();
  expect(() => seal('text', { x: publicKey.x, y: publicKey.x }, fill(1))).toThrow();
});

test('too few random bytes are refused', async () => {
  const { publicKey } = await keys();
  expect(() => seal('text', publicKey, new Uint8Array(randomBytesNeeded - 1))).toThrow(
    '60 random bytes',
  );
});

test('its own UTF-8 and base64url agree with the platform', () => {
  const texts = fc.property(fc.string({ unit: 'binary' }), (text) => {
    expect([...utf8(text)]).toEqual([...new TextEncoder().encode(text)]);
    expect(encodeBase64url(utf8(text))).toBe(Buffer.from(text).toString('base64url'));
  });
  void fc.assert(texts);
});

test('the committed bundle is what npm run dev -- seal makes', async () => {
  expect(readFileSync(bundlePath, 'utf8')).toBe(await bundleNoble());
});

test('the bundle runs where there is no WebCrypto, no TextEncoder and no Node', () => {
  const context = createContext({ module: { exports: {} } });
  const program = `${readFileSync(bundlePath, 'utf8')}
    const { p256, sha256, gcm } = module.exports;
    const secret = p256.utils.randomSecretKey(new Uint8Array(48).fill(5));
    const shared = p256.getSharedSecret(secret, p256.getPublicKey(secret, false), true);
    gcm(sha256(shared), new Uint8Array(12), new Uint8Array(3)).encrypt(new Uint8Array(9)).length`;
  expect(
    runInContext('typeof TextEncoder + typeof crypto + typeof btoa + typeof process', context),
  ).toBe('undefined'.repeat(4));
  expect(runInContext(program, context)).toBe(9 + 16);
});
