import { randomBytes } from 'node:crypto';
import {
  exportJWK,
  exportSPKI,
  generateKeyPair,
  importJWK,
  type JSONWebKeySet,
  type JWK,
} from 'jose';
import type { Store } from '../store/store';

export interface Keys {
  readonly kid: string;
  readonly privateKey: CryptoKey;
  readonly publicKey: CryptoKey;
  readonly jwks: JSONWebKeySet;
  readonly publicKeyPem: string;
}

/** The key that signs; the one that was kept, or a new one. */
export async function loadKeys(store: Store): Promise<Keys> {
  const kept = store.table<JWK>('keys');
  let privateJwk = kept.get('sign');
  if (!privateJwk) {
    const { privateKey } = await generateKeyPair('RS256', { extractable: true });
    privateJwk = {
      ...(await exportJWK(privateKey)),
      kid: randomBytes(8).toString('base64url'),
      use: 'sig',
      alg: 'RS256',
    };
    kept.set('sign', privateJwk);
  }
  const { kty, n, e, kid = '', use, alg } = privateJwk;
  if (
    kty === undefined ||
    n === undefined ||
    e === undefined ||
    use === undefined ||
    alg === undefined
  ) {
    throw new Error('the kept signing key is no RSA key');
  }
  const publicJwk = { kty, n, e, kid, use, alg };
  const privateKey = await importJWK(privateJwk, 'RS256');
  const publicKey = await importJWK(publicJwk, 'RS256', { extractable: true });
  if (privateKey instanceof Uint8Array || publicKey instanceof Uint8Array)
    throw new Error('the kept signing key is no RSA key');
  return {
    kid,
    privateKey,
    publicKey,
    jwks: { keys: [publicJwk] },
    publicKeyPem: await exportSPKI(publicKey),
  };
}
