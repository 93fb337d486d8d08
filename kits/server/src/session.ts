import {
  calculateJwkThumbprint,
  compactDecrypt,
  decodeProtectedHeader,
  type ProtectedHeaderParameters,
} from 'jose';
import { signedIn } from './conclusion.ts';
import type { IdTokenVerifier } from './id-token.ts';
import { isRecord, type Json, parseRecord, text } from './json.ts';
import type { Launch } from './launch.ts';
import { longestMessage, Refused, refusal } from './refused.ts';
import type { AppError, AppRegistration, Check, Conclusion } from './types.ts';

/**
 * `session`, sealed or not: the program has signed in, the app checks that it was for this launch
 * and that GenAuth says so.
 */
export async function concludeSession(
  answer: string,
  launch: Launch,
  registration: AppRegistration,
  verifier: IdTokenVerifier,
): Promise<Conclusion> {
  const result = parseRecord(answer);
  if (result?.v !== 1)
    throw new Refused('malformed', 'The answer is not a result of contract version 1');
  if (result.status === 'error') return refusal(readError(result.error));
  if (result.status !== 'ok') throw new Refused('malformed', 'The answer has no status');
  const { session, checks } = await readSession(result, launch, registration);
  const idToken = await verifier.verify(session, launch);
  return signedIn(idToken.claims, session, [
    { id: 'state', detail: 'as sent' },
    ...checks,
    ...idToken.checks,
  ]);
}

const longestRequestId = 200;

function readError(error: unknown): AppError {
  const code = isRecord(error) ? text(error.code) : null;
  if (!isRecord(error) || code === null || !/^[a-z][a-z0-9_]{0,63}$/.test(code))
    throw new Refused('malformed', 'The error has no code');
  const requestId = text(error.requestId);
  return {
    code,
    message: (text(error.message) ?? '').slice(0, longestMessage),
    ...(Number.isSafeInteger(error.apiCode) ? { apiCode: Number(error.apiCode) } : {}),
    ...(requestId === null ? {} : { requestId: requestId.slice(0, longestRequestId) }),
  };
}

async function readSession(
  result: Json,
  launch: Launch,
  registration: AppRegistration,
): Promise<{ session: Json; checks: readonly Check[] }> {
  const content = launch.key === null ? null : await open(result.sealed, launch.key);
  if (content !== null) checkSealed(content, launch, registration);
  const { session } = content ?? result;
  if (!isRecord(session)) throw new Refused('malformed', 'The answer holds no session');
  return { session, checks: content === null ? [] : [{ id: 'seal', detail: 'ECDH-ES, A256GCM' }] };
}

/** Compact JWE. The algorithms are named here, so that an answer can't choose weaker ones. */
async function open(sealed: unknown, key: CryptoKeyPair): Promise<Json> {
  if (typeof sealed !== 'string') throw new Refused('not_sealed');
  const kid = await calculateJwkThumbprint(key.publicKey);
  const header = headerOf(sealed);
  if (header === null) throw new Refused('seal_broken', 'The sealed answer is no JWE');
  if (header.kid !== kid) throw new Refused('seal_mismatch');
  // A compressed text of a few bytes can become any number of them.
  if (header.zip !== undefined || header.crit !== undefined) throw new Refused('seal_broken');
  const content = await decrypt(sealed, key.privateKey);
  if (content === undefined) throw new Refused('seal_broken');
  return content;
}

/** Null when this is no JWE. */
function headerOf(jwe: string): ProtectedHeaderParameters | null {
  try {
    return decodeProtectedHeader(jwe);
  } catch {
    return null;
  }
}

async function decrypt(jwe: string, key: CryptoKey): Promise<Json | undefined> {
  try {
    const { plaintext } = await compactDecrypt(jwe, key, {
      keyManagementAlgorithms: ['ECDH-ES'],
      contentEncryptionAlgorithms: ['A256GCM'],
    });
    return parseRecord(new TextDecoder('utf-8', { fatal: true }).decode(plaintext));
  } catch {
    return undefined;
  }
}

/** The seal covers what it belongs to: nothing outside of it is believed. */
function checkSealed(
  { v, state, app, at }: Json,
  launch: Launch,
  { appId, clockToleranceS = 0 }: AppRegistration,
): void {
  const mismatch = (what: string) => new Refused('seal_mismatch', `The sealed answer has ${what}`);
  if (v !== 1) throw mismatch('another version');
  if (state !== launch.state) throw mismatch('the state of another launch');
  if (app !== appId) throw mismatch('another application');
  const sealedAt = typeof at === 'string' ? Date.parse(at) : Number.NaN;
  if (!(sealedAt >= launch.at - clockToleranceS * 1000)) throw mismatch('a time before the launch');
}
