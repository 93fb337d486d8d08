import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  CompactEncrypt,
  calculateJwkThumbprint,
  compactDecrypt,
  exportJWK,
  generateKeyPair,
  importJWK,
  type JWK,
} from 'jose';
import { z } from 'zod';

/**
 * Upload keys of many mini programs in the tenant's repository, each encrypted (JWE, RFC 7516) to
 * one public key that stands next to them. A CI holds one secret, however many brands there are:
 * the keys themselves outgrow what it keeps. Whoever adds a key needs no secret.
 */
export const encryptedKeys = 'upload-keys';

const recipientFile = join(encryptedKeys, 'recipient.json');

const algorithm = { alg: 'ECDH-ES', enc: 'A256GCM' } as const;

const publicJwk = z.strictObject({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: z.string().length(43),
  y: z.string().length(43),
});
const privateJwk = publicJwk.extend({ d: z.string().length(43) });

type PublicJwk = z.infer<typeof publicJwk>;

/**
 * The text of a secret: one line of base64url, because a CI masks a secret of several lines badly.
 */
export async function makeRecipient(root: string): Promise<string> {
  const { privateKey } = await generateKeyPair(algorithm.alg, { crv: 'P-256', extractable: true });
  const jwk = privateJwk.parse(pick(await exportJWK(privateKey), ['kty', 'crv', 'x', 'y', 'd']));
  const { d: _, ...recipient } = jwk;
  mkdirSync(join(root, encryptedKeys), { recursive: true });
  writeFileSync(join(root, recipientFile), `${JSON.stringify(recipient, null, 2)}\n`, {
    flag: 'wx',
  });
  return Buffer.from(JSON.stringify(jwk)).toString('base64url');
}

export function hasRecipient(root: string): boolean {
  return existsSync(join(root, recipientFile));
}

/** Null: not there, or no public key. A private one must not lie there at all. */
export function readRecipient(root: string): PublicJwk | null {
  try {
    return publicJwk.parse(JSON.parse(readFileSync(join(root, recipientFile), 'utf8')));
  } catch {
    return null;
  }
}

export function encryptedKeyFile(appId: string): string {
  return join(encryptedKeys, `${appId}.jwe`);
}

/** @param pem The upload key; the AppID goes into what is authenticated, so that none takes another's place. */
export async function encryptKey(
  recipient: PublicJwk,
  appId: string,
  pem: string,
): Promise<string> {
  const jwe = await new CompactEncrypt(Buffer.from(pem))
    .setProtectedHeader({
      ...algorithm,
      kid: await calculateJwkThumbprint(recipient),
      appid: appId,
    })
    .encrypt(await importJWK(recipient, algorithm.alg));
  // 80 characters a line, as git shows it best.
  return `${(jwe.match(/.{1,80}/g) ?? []).join('\n')}\n`;
}

export type Decrypted =
  | { readonly ok: true; readonly pem: string }
  | { readonly ok: false; readonly reason: 'secret' | 'closed' | 'other-app' };

export async function decryptKey(text: string, appId: string, secret: string): Promise<Decrypted> {
  const jwk = readSecret(secret);
  if (jwk === null) return { ok: false, reason: 'secret' };
  try {
    const { plaintext, protectedHeader } = await compactDecrypt(
      text.replaceAll(/\s/g, ''),
      await importJWK(jwk, algorithm.alg),
      {
        keyManagementAlgorithms: [algorithm.alg],
        contentEncryptionAlgorithms: [algorithm.enc],
      },
    );
    return protectedHeader.appid === appId
      ? { ok: true, pem: Buffer.from(plaintext).toString() }
      : { ok: false, reason: 'other-app' };
  } catch {
    return { ok: false, reason: 'closed' };
  }
}

/**
 * Null: it was not made here, or not stored whole. A line of its own among what npm says of a script
 * (`npm run keys -- init > file` without `-s`) is found.
 */
function readSecret(secret: string): JWK | null {
  for (const one of [secret.replaceAll(/\s/g, ''), ...secret.split(/\s+/)]) {
    try {
      return privateJwk.parse(JSON.parse(Buffer.from(one, 'base64url').toString()));
    } catch {
      // The next may be it.
    }
  }
  return null;
}

function pick(jwk: JWK, names: readonly (keyof JWK)[]) {
  return Object.fromEntries(names.map((name) => [name, jwk[name]]));
}
