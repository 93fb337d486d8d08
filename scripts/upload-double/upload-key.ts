import { generateKeyPairSync } from 'node:crypto';

export interface UploadKey {
  readonly privateKey: string;
  readonly publicKey: string;
}

/** As WeChat gives them: RSA, PKCS#1. */
export function makeUploadKey(): UploadKey {
  return generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
    publicKeyEncoding: { type: 'pkcs1', format: 'pem' },
  });
}
