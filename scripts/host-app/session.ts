import { compactDecrypt, createRemoteJWKSet, customFetch, jwtVerify } from 'jose';
import { failed, isRecord, type Json, parseJson, passedOn, signedIn, text } from './conclusion';
import type { AppRegistration, AppWorld, Conclusion } from './types';

interface Remembered {
  readonly state: string;
  /** The private half of the one-time key: the answer must then be sealed. */
  readonly key: CryptoKey | null;
}

/** `session`, sealed or not: the program has signed in, the app checks that it was for us and that GenAuth says so. */
export async function concludeSession(
  extMsg: string,
  remembered: Remembered,
  registration: AppRegistration,
  world: AppWorld,
): Promise<Conclusion> {
  const result = parseJson(extMsg);
  if (!isRecord(result) || result.v !== 1) return failed('malformed', 'The answer is not a result of contract version 1');
  if (result.state !== remembered.state) return failed('state_mismatch', 'The answer belongs to another log-in');
  if (result.status === 'error') return readError(result.error);
  if (result.status !== 'ok') return failed('malformed', 'The answer has no status');
  const session = remembered.key === null ? result.session : await open(result.sealed, remembered.key);
  if (session === undefined) return failed('not_sealed', 'The answer can not be opened with the key of this log-in');
  if (!isRecord(session)) return failed('malformed', 'The answer holds no session');
  return verify(session, registration, world);
}

function readError(error: unknown): Conclusion {
  const code = isRecord(error) && text(error.code);
  if (!code) return failed('malformed', 'The error has no code');
  return passedOn({
    code,
    message: text(error.message) ?? '',
    ...(typeof error.apiCode === 'number' ? { apiCode: error.apiCode } : {}),
    ...(typeof error.requestId === 'string' ? { requestId: error.requestId } : {}),
  });
}

/** Compact JWE. The algorithms are named here, so that an answer can't choose weaker ones. */
async function open(sealed: unknown, key: CryptoKey): Promise<unknown> {
  if (typeof sealed !== 'string') return undefined;
  try {
    const { plaintext } = await compactDecrypt(sealed, key, {
      keyManagementAlgorithms: ['ECDH-ES'],
      contentEncryptionAlgorithms: ['A256GCM'],
    });
    return parseJson(new TextDecoder().decode(plaintext));
  } catch {
    return undefined;
  }
}

/** https://openid.net/specs/openid-connect-core-1_0.html#IDTokenValidation */
async function verify(session: Json, { genauth, appId }: AppRegistration, world: AppWorld): Promise<Conclusion> {
  if (typeof session.id_token !== 'string') return failed('malformed', 'The session has no id_token');
  const issuer = `${genauth}/oidc`;
  const keys = createRemoteJWKSet(new URL(`${issuer}/.well-known/jwks.json`), { [customFetch]: world.fetch });
  try {
    const { payload, protectedHeader } = await jwtVerify(session.id_token, keys, {
      issuer,
      audience: appId,
      algorithms: ['RS256'],
      requiredClaims: ['exp', 'sub'],
      currentDate: new Date(world.now()),
    });
    return signedIn(payload, [
      { id: 'state', detail: 'as sent' },
      { id: 'signature', detail: `RS256, key ${protectedHeader.kid ?? 'without id'}` },
      { id: 'issuer', detail: issuer },
      { id: 'audience', detail: appId },
      { id: 'expiry', detail: new Date((payload.exp ?? 0) * 1000).toISOString() },
    ]);
  } catch (error) {
    return failed('token_invalid', `The id_token does not verify: ${error instanceof Error ? error.message : 'unknown'}`);
  }
}
