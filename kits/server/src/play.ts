import { CompactEncrypt, calculateJwkThumbprint, importJWK, type JWK } from 'jose';
import { call, jsonBody } from './call';
import { isRecord, type Json, parseRecord } from './json';
import type { AppWorld } from './types';

/** A sandbox, and the clock that it goes by. */
export interface Stage extends AppWorld {
  /** GenAuth's double: `http://127.0.0.1:5190`. */
  readonly sandbox: string;
}

/**
 * What comes back to the app when `person` agrees to everything, without WeChat: it does with the
 * sandbox what the mini program does. For emulators, on which there is no WeChat. It reads
 * `return=session` only, sealed or not.
 */
export async function playMiniProgram(path: string, person: string, stage: Stage): Promise<string> {
  const query = Object.fromEntries(new URLSearchParams(path.split('?')[1]));
  const { state = '', nonce, app = '', scope = 'openid profile phone', key } = query;
  const message = await call(
    stage,
    `${stage.sandbox}/sandbox/sign-in-message`,
    jsonBody({ person, scope }),
  );
  const options = {
    ...(isRecord(message.options) ? message.options : {}),
    ...(nonce === undefined ? {} : { context: { nonce } }),
  };
  const signedIn = await call(
    stage,
    `${stage.sandbox}/api/v3/signin-by-mobile`,
    jsonBody({ ...message, options }, { 'x-authing-app-id': app }),
  );
  if (!isRecord(signedIn.data) || signedIn.statusCode !== 200)
    return JSON.stringify({ v: 1, state, ...failureOf(signedIn) });

  const at = new Date(stage.now()).toISOString();
  const content = { v: 1, state, app, at, session: signedIn.data, consent: { agreements: [], at } };
  if (key === undefined)
    return JSON.stringify({
      v: 1,
      state,
      status: 'ok',
      session: content.session,
      consent: content.consent,
    });
  return JSON.stringify({ v: 1, state, status: 'ok', sealed: await seal(content, key) });
}

function failureOf({ message, apiCode }: Json): object {
  const number = typeof apiCode === 'number' ? { apiCode } : {};
  return {
    status: 'error',
    error: {
      code: 'unknown',
      message: typeof message === 'string' ? message : 'GenAuth refused',
      ...number,
    },
  };
}

async function seal(content: object, key: string): Promise<string> {
  const { kty = '', crv = '', x = '', y = '' } = keyOf(key);
  const jwk = { kty, crv, x, y };
  return new CompactEncrypt(new TextEncoder().encode(JSON.stringify(content)))
    .setProtectedHeader({ alg: 'ECDH-ES', enc: 'A256GCM', kid: await calculateJwkThumbprint(jwk) })
    .encrypt(await importJWK(jwk, 'ECDH-ES'));
}

function keyOf(parameter: string): Partial<JWK> {
  return parseRecord(atob(parameter.replaceAll('-', '+').replaceAll('_', '/'))) ?? {};
}
