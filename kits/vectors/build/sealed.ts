import { encodeJson } from './base64url';
import { type Kit, registration } from './kit';
import type { RuleName } from './rules';
import {
  type AnswerVector,
  contentOf,
  delivery,
  forged,
  okText,
  otherState,
  refused,
  signedIn,
  vector,
} from './vector';

/** What can come back from a launch with a `key`. */
export async function sealedVectors(kit: Kit): Promise<readonly AnswerVector[]> {
  const { app, otherLaunch } = kit.keys;
  const session = await kit.session();
  const content = contentOf(registration.appId, session);
  const good = await kit.seal(content, app);
  const kid = app.kid ?? '';
  const of = (name: string, rule: RuleName, parts: Record<string, unknown>, code: string | null) =>
    vector(
      name,
      rule,
      [delivery(okText(parts), code === null ? signedIn : refused(code))],
      'sealed',
    );
  const inside = async (name: string, change: Record<string, unknown>) =>
    of(
      name,
      'sealedContent',
      { sealed: await kit.seal({ ...content, ...change }, app) },
      'seal_mismatch',
    );
  const [head = '', , iv = '', ciphertext = '', tag = ''] = good.split('.');
  const changed = `${ciphertext.startsWith('A') ? 'B' : 'A'}${ciphertext.slice(1)}`;
  const header = (change: Record<string, unknown>) => {
    const whole = {
      ...JSON.parse(atob(head.replaceAll('-', '+').replaceAll('_', '/'))),
      ...change,
    };
    return [encodeJson(whole), '', iv, ciphertext, tag].join('.');
  };
  const broken: readonly [string, RuleName, string][] = [
    ['changed on the way', 'seal', [head, '', iv, changed, tag].join('.')],
    ['a tag that is cut', 'seal', [head, '', iv, ciphertext, tag.slice(0, 16)].join('.')],
    ['another encryption', 'seal', await kit.seal(content, app, { enc: 'A128CBC-HS256' })],
    ['another key agreement', 'seal', header({ alg: 'ECDH-ES+A256KW' })],
    ['a shared key', 'seal', header({ alg: 'dir' })],
    [
      'an ephemeral key off the curve',
      'seal',
      header({ epk: { kty: 'EC', crv: 'P-256', x: app.x, y: app.x } }),
    ],
    [
      'an ephemeral key of another curve',
      'seal',
      header({ epk: { kty: 'EC', crv: 'P-384', x: app.x, y: app.y } }),
    ],
    ['no ephemeral key', 'seal', header({ epk: undefined })],
    ['an encrypted key where there is none', 'seal', [head, 'AAAA', iv, ciphertext, tag].join('.')],
    ['compressed', 'compression', header({ zip: 'DEF' })],
    ['crit with something unknown', 'critical', header({ crit: ['exp2'], exp2: 1 })],
    ['no JWE', 'seal', 'sealed'],
    ['no JSON inside', 'seal', await kit.seal('session', app)],
    [
      'a name twice inside',
      'names',
      await kit.seal(`{"v":1,${JSON.stringify(content).slice(1)}`, app),
    ],
  ];
  return [
    of('a sealed session', 'seal', { sealed: good }, null),
    of(
      'an open session next to the sealed one',
      'sealed',
      { sealed: good, session: { id_token: 'forged' } },
      null,
    ),
    of('a session that is not sealed', 'sealed', { session }, 'not_sealed'),
    of(
      'a seal that is null, and an open session',
      'sealed',
      { sealed: null, session },
      'not_sealed',
    ),
    of(
      'sealed with the key of another launch',
      'seal',
      { sealed: await kit.seal(content, otherLaunch) },
      'seal_mismatch',
    ),
    of(
      'sealed with another key, under the name of this one',
      'seal',
      { sealed: await kit.seal(content, otherLaunch, { kid }) },
      'seal_broken',
    ),
    of('no kid', 'seal', { sealed: header({ kid: undefined }) }, 'seal_mismatch'),
    ...broken.map(([name, rule, sealed]) => of(name, rule, { sealed }, 'seal_broken')),
    await inside('the state of another launch inside', { state: otherState }),
    await inside('no state inside', { state: undefined }),
    await inside('another application inside', { app: '65f0c0ffee65f0c0ffee65f1' }),
    await inside('another version inside', { v: 2 }),
    await inside('a time before the launch inside', { at: '2026-01-15T08:00:00.699Z' }),
    await inside('a time that is none inside', { at: 'now' }),
    await inside('a time in seconds inside', { at: 1_768_464_029 }),
    of(
      'an id_token signed by somebody else inside',
      'signature',
      {
        sealed: await kit.seal(
          { ...content, session: { ...session, id_token: await kit.forgedIdToken() } },
          app,
        ),
      },
      'signature_invalid',
    ),
    vector(
      'a seal for another state, then the true one',
      'state',
      [
        delivery(okText({ state: otherState, sealed: good }), forged('state_mismatch')),
        delivery(okText({ sealed: good }), signedIn),
      ],
      'sealed',
    ),
    vector(
      'the same sealed answer twice',
      'once',
      [
        delivery(okText({ sealed: good }), signedIn),
        delivery(okText({ sealed: good }), signedIn, { by: 'ShowMessageFromWX.Req' }),
      ],
      'sealed',
    ),
  ];
}
