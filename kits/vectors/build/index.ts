import { calculateJwkThumbprint, exportSPKI, importJWK } from 'jose';
import { answerVectors } from './answers';
import { createKit, issuer, type Keys, publicOf, publicRsa, registration, userinfo } from './kit';
import { launchVectors } from './launches';
import { olderVectors } from './older';
import { sealedVectors } from './sealed';

export type { Keys } from './kit';
export type { OlderVector } from './older';

/**
 * The files of `kits/vectors/` but for the keys, each with the name it has there. The same keys
 * give the same bytes.
 */
export async function buildVectors(keys: Keys): Promise<Readonly<Record<string, object>>> {
  const app = { ...keys.app, kid: await calculateJwkThumbprint(publicOf(keys.app)) };
  const known = { ...keys, app };
  const publicKey = publicRsa(keys.genauth);
  const spki = await importJWK(publicKey, 'RS256', { extractable: true });
  const kit = createKit({
    ...known,
    publicPem: spki instanceof Uint8Array ? '' : await exportSPKI(spki),
  });
  const genauth = {
    issuer,
    audience: registration.appId,
    jwks: { keys: [publicKey] },
    userinfo,
  };
  const { appId, connection, userPoolId } = registration;
  return {
    'launches.json': {
      about:
        'What an app may send, and what the program of the demo brand makes of it. WeChat speaks zh_CN, the scene is 1069.',
      program: {
        app: appId,
        connection,
        userPoolId,
        phone: 'required',
        scopes: ['openid', 'profile', 'phone', 'email', 'offline_access'],
      },
      vectors: launchVectors(known),
    },
    'answers.json': {
      about: 'What comes back from a launch with return=session, and what an app must make of it.',
      genauth,
      vectors: await answerVectors(kit),
    },
    'sealed.json': {
      about:
        'What comes back from a launch with a key, and what an app must make of it. `key` is the private half.',
      genauth,
      key: app,
      vectors: await sealedVectors(kit),
    },
    'older.json': {
      about: 'What comes back in the contracts without a state.',
      vectors: olderVectors,
    },
  };
}
export type { LaunchVector } from './launches';
export type { AnswerVector, Genauth, Message, Verdict } from './vector';
