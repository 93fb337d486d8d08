import { createBackend } from '@mini-login/server';
import type { AnswerVector, Genauth } from '@mini-login/vectors/build';
import { createLaunchSealer } from '../../../kits/server/src/sealed-launch';
import { type AnswerFile, genauthOf, launchOf, registrationOf } from './read';

const secret = 'a secret of this test, that is long enough';

/** The server kit, where the login of a vector has begun. */
export async function begin(
  file: AnswerFile,
  vector: AnswerVector,
  onError?: (error: unknown) => void,
) {
  let now = Date.parse(vector.launch.at);
  const genauth = genauthOf(file);
  const platform = { fetch: genauth.fetch, now: () => now };
  const { contract } = vector.launch;
  const server = createBackend({
    registration: registrationOf(file),
    ...{ contract, secret, platform },
    startSession: ({ who }) => Promise.resolve({ sub: who.id }),
    ...(onError === undefined ? {} : { onError }),
  });
  const id = await createLaunchSealer([secret], contract, platform.now).seal(
    await launchOf(file, vector),
  );
  return {
    ...{ server, id, now: platform.now },
    /** To when the app gets its next delivery. */
    goTo(delivery: { readonly at: string; readonly genauth?: Partial<Genauth> }): void {
      now = Date.parse(delivery.at);
      genauth.change(delivery.genauth);
    },
  };
}
