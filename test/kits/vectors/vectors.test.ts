import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { type AppRegistration, createHostApp } from '@mini-login/server';
import {
  type AnswerVector,
  buildVectors,
  type Keys,
  type OlderVector,
} from '@mini-login/vectors/build';
import { readCodes } from '../../../kits/server/src/codes';
import { concludeLaunch } from '../../../kits/server/src/conclude';
import { createIdTokenVerifier } from '../../../kits/server/src/id-token';
import type { Launch } from '../../../kits/server/src/launch';
import { PendingLaunch } from '../../../kits/server/src/pending';
import { concludedBy } from '../../../kits/server/src/refused';
import { readTicket } from '../../../kits/server/src/ticket';
import { registration } from '../server/double';

const folder = join(import.meta.dirname, '../../../kits/vectors');
const read = (file: string) => JSON.parse(readFileSync(join(folder, file), 'utf8'));

interface Genauth {
  readonly issuer: string;
  readonly audience: string;
  readonly jwks: object;
  readonly userinfo: Readonly<Record<string, object>>;
}
interface AnswerFile {
  readonly genauth: Genauth;
  readonly key?: JsonWebKey;
  readonly vectors: readonly AnswerVector[];
}
const answers: AnswerFile = read('answers.json');
const sealed: AnswerFile = read('sealed.json');
const older: { vectors: readonly OlderVector[] } = read('older.json');

test('the files are what npm run vectors makes', async () => {
  const keys: Keys = read('keys.json');
  for (const [file, content] of Object.entries(await buildVectors(keys))) {
    expect(readFileSync(join(folder, file), 'utf8')).toBe(`${JSON.stringify(content, null, 2)}\n`);
  }
});

describe.each([
  ['answers.json', answers],
  ['sealed.json', sealed],
])('%s: the reference app gives the verdict', (_file, { genauth, key, vectors }) => {
  test.each(vectors.map((vector) => [vector.name, vector] as const))(
    '%s',
    async (_name, { launch, deliveries }) => {
      let now = Date.parse(launch.at);
      const app: AppRegistration = {
        ...registration,
        appId: genauth.audience,
        genauth: genauth.issuer.replace(/\/oidc$/, ''),
      };
      const world = { fetch: fetchOf(genauth), now: () => now };
      const pending = new PendingLaunch(world.now);
      const verifier = createIdTokenVerifier(app, world);
      pending.begin(await launchOf(launch, key));

      for (const { at, by, text, verdict } of deliveries) {
        now = Date.parse(at);
        const conclusion = await concludedBy(() => {
          const concluded = pending.conclude({ by, text });
          return concludeLaunch(text, concluded, { registration: app, world, verifier });
        });
        expect(
          conclusion.ok
            ? { ok: true, sub: conclusion.who.id }
            : { ok: false, code: conclusion.error.code, pending: pending.current !== null },
        ).toEqual(verdict);
      }
    },
  );
});

describe('older.json: the reference app gives the verdict', () => {
  test.each(older.vectors.map((vector) => [vector.name, vector] as const))(
    '%s',
    async (_name, { contract, by, text, verdict }) => {
      // What it goes on with would be asked of GenAuth, which is not here.
      if (verdict.ok) {
        const got = contract === 'codes' ? readCodes(text) : { ticket: readTicket(text) };
        expect(got).toEqual(verdict.read);
        return;
      }
      const app = createHostApp(registration, { fetch: fetchOf(answers.genauth), now: () => 0 });
      await app.begin(contract);
      const conclusion = await app.receive({ by, text });
      expect({ ok: false, code: conclusion.error?.code, pending: app.pending }).toEqual(verdict);
    },
  );
});

/** The GenAuth of the vectors: its keys and its `/oidc/me`, nothing more. */
function fetchOf({ issuer, jwks, userinfo }: Genauth) {
  return async (url: string, init?: RequestInit): Promise<Response> => {
    if (url === `${issuer}/.well-known/jwks.json`) return Response.json(jwks);
    if (url !== `${issuer}/me`) throw new Error(`the vectors have no ${url}`);
    const claims =
      userinfo[new Headers(init?.headers).get('authorization')?.replace(/^Bearer /, '') ?? ''];
    return claims
      ? Response.json(claims)
      : Response.json({ error: 'invalid_token' }, { status: 401 });
  };
}

async function launchOf(
  { contract, state, nonce, at }: AnswerVector['launch'],
  key: JsonWebKey | undefined,
): Promise<Launch> {
  return {
    contract,
    path: '',
    at: Date.parse(at),
    state,
    nonce,
    scope: 'openid',
    key: contract === 'sealed' && key !== undefined ? await pairOf(key) : null,
  };
}

async function pairOf(jwk: JsonWebKey): Promise<CryptoKeyPair> {
  const { kty = '', crv = '', x = '', y = '', d = '' } = jwk;
  const curve = { name: 'ECDH', namedCurve: 'P-256' };
  return {
    publicKey: await crypto.subtle.importKey('jwk', { kty, crv, x, y }, curve, true, []),
    privateKey: await crypto.subtle.importKey('jwk', { kty, crv, x, y, d }, curve, false, [
      'deriveBits',
    ]),
  };
}
