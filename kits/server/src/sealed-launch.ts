import { CompactEncrypt, compactDecrypt } from 'jose';
import { isRecord, parseRecord, text } from './json.ts';
import { type Launch, launchLifeMs, sealCurve } from './launch.ts';

/** Launches as texts that only this server can read and nobody can change. */
export interface LaunchSealer {
  seal(launch: Launch): Promise<string>;
  /** Null: it is none of this server's, or so old that nobody can wait any more. */
  open(token: string): Promise<Launch | null>;
}

const methods = {
  keyManagementAlgorithms: ['dir'],
  contentEncryptionAlgorithms: ['A256GCM'],
};

/**
 * What an app gets as the `id` of its login is the launch itself, encrypted: the server keeps
 * nothing of a login that has begun. The first secret seals, all of them open: so a secret can be
 * replaced while logins are under way.
 */
export function createLaunchSealer(
  secrets: readonly string[],
  contract: Launch['contract'],
  now: () => number,
): LaunchSealer {
  const keys = secrets.map(keyOf);

  return {
    async seal({ at, state, nonce, key }) {
      const jwk = key === null ? null : await crypto.subtle.exportKey('jwk', key.privateKey);
      const { x, y, d } = jwk ?? {};
      const content = JSON.stringify({
        contract,
        at,
        state,
        nonce,
        key: jwk === null ? null : { x, y, d },
      });
      const [first] = keys;
      if (first === undefined) throw new Error('there is no secret');
      return new CompactEncrypt(new TextEncoder().encode(content))
        .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
        .encrypt(await first);
    },
    async open(token) {
      for (const key of keys) {
        const launch = await read(token, await key).catch(() => null);
        // A state that is sealed for one contract must not count in another.
        if (launch?.contract === contract)
          return now() - launch.at > 2 * launchLifeMs ? null : launch;
      }
      return null;
    },
  };
}

/** 256 bits from a secret of any length. */
async function keyOf(secret: string): Promise<Uint8Array> {
  const bytes = new TextEncoder().encode(`mini-login launch 1\n${secret}`);
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
}

async function read(token: string, key: Uint8Array): Promise<Launch | null> {
  const { plaintext } = await compactDecrypt(token, key, methods);
  const {
    contract,
    at,
    state,
    nonce,
    key: parts,
  } = parseRecord(new TextDecoder().decode(plaintext)) ?? {};
  if (contract !== 'session' && contract !== 'sealed' && contract !== 'ticket') return null;
  if (typeof at !== 'number') return null;
  return {
    contract,
    path: '',
    at,
    state: text(state),
    nonce: text(nonce),
    scope: '',
    key: isRecord(parts) ? await pairOf(parts) : null,
  };
}

async function pairOf(parts: Readonly<Record<string, unknown>>): Promise<CryptoKeyPair> {
  const [x, y, d] = [text(parts.x) ?? '', text(parts.y) ?? '', text(parts.d) ?? ''];
  const jwk = { kty: 'EC', crv: 'P-256', x, y };
  return {
    publicKey: await crypto.subtle.importKey('jwk', jwk, sealCurve, true, []),
    privateKey: await crypto.subtle.importKey('jwk', { ...jwk, d }, sealCurve, false, [
      'deriveBits',
    ]),
  };
}
