import { encodeJson } from './base64url';
import { foreignKeyVectors } from './foreign-keys';
import { goodClaims, issuer, type Kit, registration, type TokenChange } from './kit';
import type { RuleName } from './rules';
import {
  type AnswerVector,
  delivery,
  type Genauth,
  nonce,
  okText,
  otherNonce,
  refused,
  signedIn,
  vector,
} from './vector';

const launchSecond = Date.parse('2026-01-15T08:00:00Z') / 1000;
const answerSecond = launchSecond + 30;
const foreignApp = '65f0c0ffee65f0c0ffee65f1';
const day = 24 * 3600;

/** Sessions with an id_token that is good but for one thing. */
export async function tokenVectors(kit: Kit): Promise<readonly AnswerVector[]> {
  const withClaims = async (
    name: string,
    rule: RuleName,
    code: string | null,
    claims: TokenChange['claims'],
  ): Promise<AnswerVector> => {
    const text = okText({ session: await kit.session(claims === undefined ? {} : { claims }) });
    return vector(name, rule, [delivery(text, code === null ? signedIn : refused(code))]);
  };
  return [
    ...(await foreignKeyVectors(kit)),
    ...(await Promise.all(claimCases.map((each) => withClaims(...each)))),
    await twice(kit),
    ...(await kinds(kit)),
    ...(await accessTokens(kit)),
  ];
}

type ClaimCase = readonly [string, RuleName, string | null, TokenChange['claims']];

const claimCases: readonly ClaimCase[] = [
  [
    'an id_token of another issuer',
    'issuer',
    'issuer_mismatch',
    { iss: 'https://genauth.example/oidc' },
  ],
  ['an issuer with a slash more', 'issuer', 'issuer_mismatch', { iss: `${issuer}/` }],
  ['an issuer in a list', 'issuer', 'issuer_mismatch', { iss: [issuer] }],
  ['no issuer', 'issuer', 'issuer_mismatch', { iss: undefined }],
  ['an id_token for another application', 'audience', 'audience_mismatch', { aud: foreignApp }],
  ['no audience', 'audience', 'audience_mismatch', { aud: undefined }],
  ['an audience of nobody', 'audience', 'audience_mismatch', { aud: [] }],
  [
    'an audience that only begins so',
    'audience',
    'audience_mismatch',
    { aud: `${registration.appId} x` },
  ],
  [
    'an id_token for the use of another application',
    'audience',
    'audience_mismatch',
    { azp: foreignApp },
  ],
  ['azp that is null', 'audience', 'audience_mismatch', { azp: null }],
  [
    'an id_token for several, without azp',
    'audience',
    'audience_mismatch',
    { aud: [registration.appId, foreignApp] },
  ],
  [
    'an id_token for several, with azp',
    'audience',
    null,
    { aud: [registration.appId, foreignApp], azp: registration.appId },
  ],
  ['an id_token that has expired', 'expiry', 'token_expired', { exp: launchSecond + 20 }],
  ['an id_token that expires this second', 'expiry', 'token_expired', { exp: answerSecond }],
  ['an id_token that expired in 1970', 'expiry', 'token_expired', { exp: 0 }],
  [
    'an id_token that is good for a year',
    'expiry',
    'time_invalid',
    { exp: answerSecond + 365 * day },
  ],
  ['an id_token that is good for 14 days', 'expiry', null, { exp: answerSecond + 14 * day }],
  ['exp with a fraction', 'expiry', null, { exp: answerSecond + 0.5 }],
  ['no exp', 'times', 'time_invalid', { exp: undefined }],
  ['exp as text', 'times', 'time_invalid', { exp: String(answerSecond + 3600) }],
  ['exp that is null', 'times', 'time_invalid', { exp: null }],
  ['exp that is absurd', 'times', 'time_invalid', { exp: 1e300 }],
  ['exp before 1970', 'times', 'time_invalid', { exp: -1 }],
  ['exp in milliseconds', 'times', 'time_invalid', { exp: (answerSecond + 3600) * 1000 }],
  ['no iat', 'times', 'time_invalid', { iat: undefined }],
  ['iat as text', 'times', 'time_invalid', { iat: String(goodClaims.iat) }],
  ['iat that is absurd', 'times', 'time_invalid', { iat: 1e300 }],
  ['iat in a list', 'times', 'time_invalid', { iat: [goodClaims.iat] }],
  ['iat that is true', 'times', 'time_invalid', { iat: true }],
  ['an id_token from before the launch', 'issued', 'token_too_old', { iat: launchSecond - 1 }],
  ['an id_token of the second of the launch', 'issued', null, { iat: launchSecond }],
  ['an id_token from a minute ahead', 'future', null, { iat: answerSecond + 60 }],
  [
    'an id_token from more than a minute ahead',
    'future',
    'token_not_yet_valid',
    { iat: answerSecond + 61 },
  ],
  [
    'an id_token from next year',
    'future',
    'token_not_yet_valid',
    { iat: answerSecond + 170 * day, exp: answerSecond + 171 * day },
  ],
  ['nbf that is over', 'future', null, { nbf: launchSecond }],
  ['nbf that is to come', 'future', 'token_not_yet_valid', { nbf: answerSecond + 61 }],
  ['nbf as text', 'times', 'time_invalid', { nbf: String(launchSecond) }],
  ['nbf that is null', 'times', 'time_invalid', { nbf: null }],
  ['nbf that is absurd', 'times', 'time_invalid', { nbf: 1e300 }],
  ['no sub', 'subject', 'sub_invalid', { sub: undefined }],
  ['an empty sub', 'subject', 'sub_invalid', { sub: '' }],
  ['a sub of blanks', 'subject', 'sub_invalid', { sub: '  ' }],
  ['a sub that is a number', 'subject', 'sub_invalid', { sub: 7 }],
  ['a sub that is null', 'subject', 'sub_invalid', { sub: null }],
  ['a sub in a list', 'subject', 'sub_invalid', { sub: ['anna'] }],
  ['a sub of 256 characters', 'subject', 'sub_invalid', { sub: 'a'.repeat(256) }],
  ['a sub with a control character', 'subject', 'sub_invalid', { sub: 'anna\u0000' }],
  ['a sub that nobody sees', 'subject', 'sub_invalid', { sub: '\u200b' }],
  ['a sub in full-width letters', 'subject', 'sub_invalid', { sub: 'ａｎｎａ' }],
  ['an access token in place of the id_token', 'kind', 'not_an_id_token', { scope: 'openid' }],
  ['a scope in a list', 'kind', 'not_an_id_token', { scope: ['openid'] }],
  ['the nonce of the launch', 'nonce', null, { nonce }],
  ['the nonce of another launch', 'nonce', 'nonce_mismatch', { nonce: otherNonce }],
  ['a nonce that is null', 'nonce', 'nonce_mismatch', { nonce: null }],
  ['an empty nonce', 'nonce', 'nonce_mismatch', { nonce: '' }],
  ['the nonce in a list', 'nonce', 'nonce_mismatch', { nonce: [nonce] }],
];

/** Other tokens that GenAuth signs with the same keys. */
async function kinds(kit: Kit): Promise<readonly AnswerVector[]> {
  const withTyp = async (typ: string) =>
    okText({ session: await kit.session({ header: { typ } }) });
  const token = await kit.idToken();
  const twice = okText({ session: await kit.session({}, { access_token: token }) });
  const no = refused('not_an_id_token');
  return [
    vector('an access token by its typ', 'kind', [delivery(await withTyp('at+jwt'), no)]),
    vector('typ JWT', 'kind', [delivery(await withTyp('JWT'), signedIn)]),
    vector('one token for both', 'kind', [delivery(twice, no)]),
  ];
}

/** Claims that two readers may read differently, and what is no claims at all. */
async function twice(kit: Kit): Promise<AnswerVector> {
  const claims = JSON.stringify(goodClaims);
  const payload = `${claims.slice(0, -1)},"sub":"mallory"}`;
  const text = okText({ session: await kit.session({ payload }) });
  return vector('sub twice in the id_token', 'names', [delivery(text, refused('malformed'))]);
}

/** The access token next to the id_token. */
async function accessTokens(kit: Kit): Promise<readonly AnswerVector[]> {
  const fitting = 'QoakBg7LCPmWj7AdRM8TEg';
  const of = async (claims: TokenChange['claims'], parts: Record<string, unknown>) =>
    okText({ session: await kit.session(claims === undefined ? {} : { claims }, parts) });
  const good = await of(undefined, {});
  const sameSub = { status: 401, body: { sub: 'anna' } };
  const answers = (answer: Genauth['userinfo'][string]) => ({
    genauth: { userinfo: { 'access-token-of-anna': answer } },
  });
  const no = refused('access_token_mismatch');
  const list: readonly [string, ReturnType<typeof delivery>][] = [
    [
      'the access token of another person',
      delivery(await of(undefined, { access_token: 'access-token-of-mallory' }), no),
    ],
    [
      'an access token that GenAuth does not know',
      delivery(await of(undefined, { access_token: 'made-up' }), no),
    ],
    [
      'an access token that no header can carry',
      delivery(await of(undefined, { access_token: 'a\r\nb' }), no),
    ],
    [
      'no access token',
      delivery(await of(undefined, { access_token: undefined }), refused('access_token_missing')),
    ],
    [
      'an access token that is a number',
      delivery(await of(undefined, { access_token: 7 }), refused('access_token_missing')),
    ],
    [
      'at_hash, and no access token',
      delivery(
        await of({ at_hash: fitting }, { access_token: undefined }),
        refused('access_token_missing'),
      ),
    ],
    ['an at_hash that fits', delivery(await of({ at_hash: fitting }, {}), signedIn)],
    [
      'an at_hash of another access token',
      delivery(await of({ at_hash: 'AAAAAAAAAAAAAAAAAAAAAA' }, {}), no),
    ],
    ['an at_hash that is null', delivery(await of({ at_hash: null }, {}), no)],
    ['/oidc/me says 401 and the same sub', delivery(good, no, answers(sameSub))],
    [
      '/oidc/me says 403 and the same sub',
      delivery(good, no, answers({ ...sameSub, status: 403 })),
    ],
    ['/oidc/me says 200 and no sub', delivery(good, no, answers({ status: 200, body: {} }))],
    [
      '/oidc/me says 200 and the sub in a list',
      delivery(good, no, answers({ status: 200, body: { sub: ['anna'] } })),
    ],
  ];
  return [
    ...list.map(([name, each]) => vector(name, 'accessToken', [each])),
    vector('/oidc/me says 500, and answers the second time', 'unreachable', [
      delivery(
        good,
        { ok: false, code: 'network', pending: true },
        answers({ status: 500, body: { sub: 'anna' } }),
      ),
      delivery(good, signedIn, answers({ status: 200, body: { sub: 'anna' } })),
    ]),
    vector('/oidc/me says 302 and the same sub, and answers the second time', 'unreachable', [
      delivery(
        good,
        { ok: false, code: 'network', pending: true },
        answers({ status: 302, body: { sub: 'anna' } }),
      ),
      delivery(good, signedIn, answers({ status: 200, body: { sub: 'anna' } })),
    ]),
    vector('/oidc/me says 429, and answers the second time', 'unreachable', [
      delivery(
        good,
        { ok: false, code: 'network', pending: true },
        answers({ status: 429, body: {} }),
      ),
      delivery(good, signedIn, answers({ status: 200, body: { sub: 'anna' } })),
    ]),
    vector('an unsigned copy of the id_token next to a true one', 'signature', [
      delivery(
        await of(undefined, {
          id_token: `${encodeJson({ alg: 'none' })}.${encodeJson(goodClaims)}.`,
        }),
        refused('signature_invalid'),
      ),
    ]),
  ];
}
