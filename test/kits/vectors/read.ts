import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AppRegistration } from '@mini-login/server';
import type { AnswerVector, Genauth, Keys, Message, OlderVector } from '@mini-login/vectors/build';

export const folder = join(import.meta.dirname, '../../../kits/vectors');
const read = (file: string) => JSON.parse(readFileSync(join(folder, file), 'utf8'));

export interface AnswerFile {
  readonly genauth: Genauth & { readonly issuer: string; readonly audience: string };
  readonly key?: JsonWebKey;
  readonly vectors: readonly AnswerVector[];
}
const answers: AnswerFile = read('answers.json');
const sealed: AnswerFile = read('sealed.json');
export const older: { readonly vectors: readonly OlderVector[] } = read('older.json');
export const keys: Keys = read('keys.json');

/** Every vector whose launch has a state, with the file that it is in: for `describe.each`. */
export const answerFiles: readonly (readonly [string, AnswerFile])[] = [
  ['answers.json', answers],
  ['sealed.json', sealed],
];

/** What the native module hands over, as kits/vectors/README.md says. */
export function nativeValueOf(message: Message): unknown {
  if ('text' in message) return message.text;
  if ('value' in message) return message.value;
  if ('absent' in message) return undefined;
  return message.parts
    .map((part) => (typeof part === 'string' ? part : part.repeat.repeat(part.times)))
    .join('');
}

export function registrationOf({ genauth }: AnswerFile): AppRegistration {
  const host = genauth.issuer.replace(/\/oidc$/, '');
  return {
    genauth: host,
    console: host,
    appId: genauth.audience,
    connection: 'harbor-wechat',
    userPoolId: '65f0ba5eba11ba5eba11ba5e',
    userPoolSecret: '',
  };
}

/** The GenAuth of the vectors: its keys and its `/oidc/me`, nothing more. */
export function genauthOf({ genauth }: AnswerFile) {
  let now: Genauth = genauth;
  return {
    change(parts: Partial<Genauth> = {}) {
      now = { ...now, ...parts };
    },
    async fetch(url: string, init?: RequestInit): Promise<Response> {
      if (url === `${genauth.issuer}/.well-known/jwks.json`) return Response.json(now.jwks);
      if (url !== `${genauth.issuer}/me`) throw new Error(`the vectors have no ${url}`);
      const token = new Headers(init?.headers).get('authorization')?.replace(/^Bearer /, '') ?? '';
      const answer = Object.hasOwn(now.userinfo, token) ? now.userinfo[token] : undefined;
      return answer === undefined
        ? Response.json({ error: 'invalid_token' }, { status: 401 })
        : Response.json(answer.body, { status: answer.status });
    },
  };
}

const curve = { name: 'ECDH', namedCurve: 'P-256' };

/** The one-time key of the file's launches, where they have one. */
async function keyPairOf({ key }: AnswerFile): Promise<CryptoKeyPair | null> {
  if (key === undefined) return null;
  const { kty = '', crv = '', x = '', y = '', d = '' } = key;
  return {
    publicKey: await crypto.subtle.importKey('jwk', { kty, crv, x, y }, curve, true, []),
    privateKey: await crypto.subtle.importKey('jwk', { kty, crv, x, y, d }, curve, true, [
      'deriveBits',
    ]),
  };
}

export async function launchOf(file: AnswerFile, { launch }: AnswerVector) {
  const { contract, state, nonce, at } = launch;
  const key = contract === 'sealed' ? await keyPairOf(file) : null;
  return { contract, path: '', at: Date.parse(at), state, nonce, scope: 'openid', key };
}
