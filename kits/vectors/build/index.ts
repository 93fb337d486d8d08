import { calculateJwkThumbprint } from 'jose';
import { answerVectors } from './answers';
import { createKit, issuer, type Keys, publicOf, registration, userinfo } from './kit';
import { launchVectors } from './launches';
import { olderVectors } from './older';
import { sealedVectors } from './sealed';

export type { AnswerVector, Keys } from './kit';
export type { OlderVector } from './older';

/**
 * The files of `kits/vectors/` but for the keys, each with the name it has there. The same keys
 * give the same bytes.
 */
export async function buildVectors(keys: Keys): Promise<Readonly<Record<string, object>>> {
  const app = { ...keys.app, kid: await calculateJwkThumbprint(publicOf(keys.app)) };
  const known = { ...keys, app };
  const kit = await createKit(known);
  const { kty, n, e, kid, alg, use } = keys.genauth;
  const genauth = {
    issuer,
    audience: registration.appId,
    jwks: { keys: [{ kty, n, e, kid, alg, use }] },
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
      vectors: await sealedVectors(kit, known),
    },
    'older.json': {
      about: 'What comes back in the contracts without a state.',
      vectors: olderVectors,
    },
  };
}
export type { LaunchVector } from './launches';
