import { importJWK, type JWK } from 'jose';
import { call } from './call.ts';
import { isRecord, text } from './json.ts';
import { Refused } from './refused.ts';
import type { AppPlatform } from './types.ts';

export interface SigningKey {
  readonly kid: string | null;
  readonly key: CryptoKey;
}

export interface KeySet {
  /**
   * The keys that may have signed: those with this id, or all for a token that names none. A key
   * that is not known yet is looked for once more.
   *
   * @throws Refused `network`
   */
  candidates(kid: string | null): Promise<readonly SigningKey[]>;
  /**
   * The same, asked for again: after none of the known ones fitted.
   *
   * @throws Refused `network`; also when it is too soon, and the token names no key that could be
   *   called known.
   */
  refetched(kid: string | null): Promise<readonly SigningKey[]>;
}

/**
 * A rotated key is asked for at once. So many times a minute at most: a token with a made-up `kid`
 * must not turn this server against GenAuth.
 */
const fetchesAMinute = 10;
/** A key that GenAuth has withdrawn is not good for longer than this. */
const lifeMs = 10 * 60_000;

export function createKeySet(url: string, platform: AppPlatform): KeySet {
  let kept: { readonly keys: readonly SigningKey[]; readonly at: number } | null = null;
  let underWay: Promise<readonly SigningKey[]> | null = null;
  let fetchedAt: readonly number[] = [];

  const mayFetch = (): boolean => {
    fetchedAt = fetchedAt.filter((at) => Math.abs(platform.now() - at) < 60_000);
    return fetchedAt.length < fetchesAMinute;
  };

  const fetchKeys = (): Promise<readonly SigningKey[]> => {
    // Many logins at a time wait for one answer.
    underWay ??= load().finally(() => {
      underWay = null;
    });
    return underWay;
  };

  const load = async (): Promise<readonly SigningKey[]> => {
    fetchedAt = [...fetchedAt, platform.now()];
    const { status, body } = await call(platform, url);
    if (status !== 200 || !Array.isArray(body.keys))
      throw new Refused('network', `${new URL(url).host} gave no key set`);
    const read = await Promise.all(body.keys.map(readKey));
    const keys = read.filter((key) => key !== null);
    if (keys.length === 0)
      throw new Refused('network', `${new URL(url).host} has no key for RS256`);
    kept = { keys, at: platform.now() };
    return keys;
  };

  const current = async (): Promise<readonly SigningKey[]> => {
    const isFresh = kept !== null && Math.abs(platform.now() - kept.at) < lifeMs;
    if (kept !== null && (isFresh || !mayFetch())) return kept.keys;
    if (!mayFetch()) throw tooOften(url);
    return fetchKeys();
  };

  return {
    async candidates(kid) {
      const known = fitting(await current(), kid);
      if (known.length > 0) return known;
      // Whether this key is one of GenAuth's is not known before GenAuth has been asked.
      if (!mayFetch()) throw tooOften(url);
      return fitting(await fetchKeys(), kid);
    },
    async refetched(kid) {
      if (mayFetch()) return fitting(await fetchKeys(), kid);
      if (kid === null) throw tooOften(url);
      return [];
    },
  };
}

function tooOften(url: string): Refused {
  return new Refused('network', `${new URL(url).host} was asked for its keys too often`);
}

function fitting(keys: readonly SigningKey[], kid: string | null): readonly SigningKey[] {
  return kid === null ? keys : keys.filter((key) => key.kid === kid);
}

/** Null: not for this; a key of another kind in the set must not spoil the others. */
async function readKey(jwk: unknown): Promise<SigningKey | null> {
  if (!isRecord(jwk) || jwk.kty !== 'RSA') return null;
  if (jwk.use !== undefined && jwk.use !== 'sig') return null;
  if (jwk.alg !== undefined && jwk.alg !== 'RS256') return null;
  const [n, e] = [text(jwk.n), text(jwk.e)];
  if (n === null || e === null) return null;
  // The public half alone, whatever else stands there.
  const publicHalf: JWK = { kty: 'RSA', n, e };
  try {
    const key = await importJWK(publicHalf, 'RS256');
    return key instanceof Uint8Array ? null : { kid: text(jwk.kid), key };
  } catch {
    return null;
  }
}
