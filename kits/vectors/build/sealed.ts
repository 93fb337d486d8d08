import {
  type AnswerVector,
  answered,
  contentOf,
  type Keys,
  type Kit,
  okText,
  otherState,
  signedIn,
} from './kit';

/** What can come back from a launch with a `key`. */
export async function sealedVectors(kit: Kit, keys: Keys): Promise<readonly AnswerVector[]> {
  const session = await kit.session();
  const good = await kit.seal(contentOf(session), keys.app);
  const kid = keys.app.kid ?? '';
  const vector = (name: string, parts: Record<string, unknown>, code: string | null) =>
    answered(name, okText(parts), code ?? signedIn, 'sealed');
  const content = async (name: string, change: Record<string, unknown>) =>
    vector(name, { sealed: await kit.seal(contentOf(session, change), keys.app) }, 'seal_mismatch');
  const [head = '', , iv, ciphertext = '', tag] = good.split('.');
  const changed = `${ciphertext.startsWith('A') ? 'B' : 'A'}${ciphertext.slice(1)}`;

  return [
    vector('a sealed session', { sealed: good }, null),
    vector(
      'an open session beside the sealed one',
      { sealed: good, session: { id_token: 'forged' } },
      null,
    ),
    vector('a session that is not sealed', { session }, 'not_sealed'),
    vector(
      'sealed with the key of another launch',
      { sealed: await kit.seal(contentOf(session), keys.otherLaunch) },
      'seal_mismatch',
    ),
    vector(
      'sealed with another key, under the name of this one',
      { sealed: await kit.seal(contentOf(session), keys.otherLaunch, { kid }) },
      'seal_broken',
    ),
    await content('the state of another launch inside', { state: otherState }),
    await content('no state inside', { state: undefined }),
    await content('another application inside', { app: '65f0c0ffee65f0c0ffee65f1' }),
    await content('another version inside', { v: 2 }),
    await content('a time before the launch inside', { at: '2026-01-15T08:00:00.699Z' }),
    vector('changed on the way', { sealed: [head, '', iv, changed, tag].join('.') }, 'seal_broken'),
    vector(
      'another encryption',
      { sealed: await kit.seal(contentOf(session), keys.app, { enc: 'A128CBC-HS256' }) },
      'seal_broken',
    ),
    vector('no JWE', { sealed: 'sealed' }, 'seal_broken'),
    vector(
      'an id_token signed by somebody else inside',
      {
        sealed: await kit.seal(
          contentOf({ ...session, id_token: await kit.forgedIdToken() }),
          keys.app,
        ),
      },
      'signature_invalid',
    ),
  ];
}
