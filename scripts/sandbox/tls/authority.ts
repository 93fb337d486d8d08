import { generateKeyPairSync, randomBytes, webcrypto } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { join } from 'node:path';
import { makePrivateFolder, writePrivateFile } from '@mini-login/platform/files';
import * as x509 from '@peculiar/x509';

const DAY_MS = 86_400_000;
/** Apple's systems refuse server certificates that live longer than 825 days. */
const SERVER_DAYS = 397;
const AUTHORITY_DAYS = 3650;
const SIGNING = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;

/** Signs a certificate for any name that the sandbox is asked by. */
export interface Authority {
  /** PEM; for `NODE_EXTRA_CA_CERTS`, or a phone's trust store. */
  readonly certificate: string;
  /** Where it is on the disk. */
  readonly file: string;
  /** A key and a certificate for a server of these names; made once for each set of them. */
  issue(names: readonly string[]): Promise<ServerCertificate>;
}

/** PEM; what `createServer` of `node:https` takes. */
export interface ServerCertificate {
  readonly key: string;
  readonly cert: string;
}

/**
 * The authority that `folder` holds; a new one where there is none. Its key is readable for its
 * owner alone: whoever has it can speak for any host to those who trust the certificate.
 *
 * @throws when the files there are something else.
 */
export async function loadAuthority(folder: string): Promise<Authority> {
  const file = join(folder, 'ca.pem');
  const keyFile = join(folder, 'ca-key.pem');
  if (!existsSync(file) || !existsSync(keyFile)) await createAuthority(folder, file, keyFile);
  const certificate = readFileSync(file, 'utf8');
  const { issuer, key } = await readAuthority(certificate, readFileSync(keyFile, 'utf8'), folder);
  const issued = new Map<string, Promise<ServerCertificate>>();
  return {
    certificate,
    file,
    issue(names) {
      const id = [...names].sort().join(' ');
      const known = issued.get(id) ?? issueFor(names, issuer, key, certificate);
      issued.set(id, known);
      return known;
    },
  };
}

async function readAuthority(certificate: string, key: string, folder: string) {
  try {
    const issuer = new x509.X509Certificate(certificate);
    const [, der = ''] = key.match(/-----BEGIN PRIVATE KEY-----([\s\S]+)-----END/) ?? [];
    const pkcs8 = Buffer.from(der, 'base64');
    const imported = await webcrypto.subtle.importKey('pkcs8', pkcs8, SIGNING, false, ['sign']);
    return { issuer, key: imported };
  } catch (cause) {
    throw new Error(
      `${folder} holds no certificate authority of the sandbox; use another folder, or delete ca.pem and ca-key.pem in it.`,
      { cause },
    );
  }
}

async function createAuthority(folder: string, file: string, keyFile: string): Promise<void> {
  const keys = await webcrypto.subtle.generateKey(SIGNING, true, ['sign', 'verify']);
  const name = `CN=Mini-login sandbox ${randomBytes(3).toString('hex')}`;
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    ...validity(AUTHORITY_DAYS),
    name,
    keys,
    signingAlgorithm: SIGNING,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign, true),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  const pkcs8 = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey));
  makePrivateFolder(folder);
  const base64 = pkcs8.toString('base64').replaceAll(/.{64}/g, '$&\n');
  const pem = `-----BEGIN PRIVATE KEY-----\n${base64}\n-----END PRIVATE KEY-----\n`;
  writePrivateFile(keyFile, pem);
  writeFileSync(file, `${certificate.toString('pem')}\n`);
}

async function issueFor(
  names: readonly string[],
  issuer: x509.X509Certificate,
  signingKey: webcrypto.CryptoKey,
  authority: string,
): Promise<ServerCertificate> {
  // By Node's own call, which gives the key as text; the library signs with its public half.
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const spki = publicKey.export({ type: 'spki', format: 'der' });
  const certificate = await x509.X509CertificateGenerator.create({
    ...validity(SERVER_DAYS),
    subject: `CN=${names[0] ?? 'sandbox'}`,
    issuer: issuer.subject,
    publicKey: await webcrypto.subtle.importKey('spki', spki, SIGNING, true, ['verify']),
    signingKey,
    signingAlgorithm: SIGNING,
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
      new x509.SubjectAlternativeNameExtension(names.map(generalName)),
      // Strict verifiers, Python's among them, want to find the way from the one to the other.
      await x509.AuthorityKeyIdentifierExtension.create(issuer.publicKey),
    ],
  });
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `${certificate.toString('pem')}\n${authority}`,
  };
}

function generalName(value: string): x509.JsonGeneralName {
  return { type: isIP(value) === 0 ? 'dns' : 'ip', value };
}

/** By the machine's clock, which is what a client checks; a day old, as clocks differ. */
function validity(days: number) {
  const now = Date.now();
  const serialNumber = `01${randomBytes(15).toString('hex')}`;
  return {
    notBefore: new Date(now - DAY_MS),
    notAfter: new Date(now + days * DAY_MS),
    serialNumber,
  };
}
