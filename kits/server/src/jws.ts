import { compactVerify } from 'jose';
import { type Json, parseRecord, text } from './json.ts';
import type { KeySet, SigningKey } from './key-set.ts';
import { Refused } from './refused.ts';

export interface VerifiedToken {
  readonly claims: Json;
  /** The id of the key that signed. */
  readonly kid: string | null;
  /** Of the header. */
  readonly typ: unknown;
}

/**
 * The signature alone. The algorithm and the keys are decided here and never by the token: `jwk`,
 * `jku`, `x5u` and `x5c` in its header are not looked at.
 * https://www.rfc-editor.org/rfc/rfc8725#section-3
 *
 * @throws Refused
 */
export async function verifySignature(token: string, keys: KeySet): Promise<VerifiedToken> {
  const header = readHeader(token);
  if (header?.alg !== 'RS256') throw new Refused('signature_invalid');
  // RFC 7515, section 4.1.11: what must be understood and is not makes the token invalid.
  if (header.crit !== undefined) throw new Refused('signature_invalid');
  if (header.kid !== undefined && text(header.kid) === null) throw new Refused('signature_invalid');

  const kid = text(header.kid);
  const signed =
    (await signedByOne(token, await keys.candidates(kid))) ??
    // A key that was rotated without a new id, or without any, shows only in this: none fits.
    (await signedByOne(token, await keys.refetched(kid)));
  if (signed === null) throw new Refused('signature_invalid');
  const claims = parseRecord(new TextDecoder().decode(signed.payload));
  if (claims === undefined) throw new Refused('malformed', 'The id_token holds no JSON object');
  return { claims, kid: signed.kid, typ: header.typ };
}

function readHeader(token: string): Json | undefined {
  const [header = ''] = token.split('.');
  try {
    const base64 = header.replaceAll('-', '+').replaceAll('_', '/');
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    return parseRecord(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

async function signedByOne(token: string, keys: readonly SigningKey[]) {
  for (const { key, kid } of keys) {
    try {
      const { payload } = await compactVerify(token, key, { algorithms: ['RS256'] });
      return { payload, kid };
    } catch {
      // Of another key, or no token at all: the next one says the same then.
    }
  }
  return null;
}
