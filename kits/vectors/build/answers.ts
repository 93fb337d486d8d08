import { encodeJson } from './base64url';
import {
  type AnswerVector,
  answered,
  answeredAt,
  delivered,
  forged,
  issuer,
  type Kit,
  nonce,
  okText,
  otherNonce,
  otherState,
  registration,
  signedIn,
} from './kit';

const at = answeredAt;
const resp = 'WXLaunchMiniProgram.Resp';
const req = 'ShowMessageFromWX.Req';
const launchSecond = Date.parse('2026-01-15T08:00:00Z') / 1000;
const foreignApp = '65f0c0ffee65f0c0ffee65f1';

/** What can come back from a launch with `return=session`. */
export async function answerVectors(kit: Kit): Promise<readonly AnswerVector[]> {
  const good = okText({ session: await kit.session() });
  return [...deliveries(good), ...texts(), ...(await tokens(kit))];
}

/** Whether it is the answer at all. */
function deliveries(good: string): readonly AnswerVector[] {
  const wrongState = okText({ state: otherState, session: {} });
  const list: readonly [string, AnswerVector['deliveries']][] = [
    ['a session', [{ at, by: resp, text: good, verdict: signedIn }]],
    [
      'a session, delivered as ShowMessageFromWX.Req',
      [{ at, by: req, text: good, verdict: signedIn }],
    ],
    [
      'the same answer twice',
      [
        { at, by: resp, text: good, verdict: signedIn },
        {
          at,
          by: req,
          text: good,
          verdict: { ok: false, code: 'already_concluded', pending: false },
        },
      ],
    ],
    [
      'a forged answer before the true one',
      [
        { at, by: req, text: wrongState, verdict: forged('state_mismatch') },
        { at, by: resp, text: good, verdict: signedIn },
      ],
    ],
    [
      'ten minutes after the launch',
      [{ at: '2026-01-15T08:10:00.700Z', by: resp, text: good, verdict: signedIn }],
    ],
    [
      'more than ten minutes after the launch',
      [
        {
          at: '2026-01-15T08:10:00.701Z',
          by: resp,
          text: good,
          verdict: { ok: false, code: 'too_late', pending: false },
        },
      ],
    ],
    [
      'the state of another launch',
      [{ at, by: resp, text: wrongState, verdict: forged('state_mismatch') }],
    ],
    [
      'no state',
      [
        {
          at,
          by: resp,
          text: '{"v":1,"status":"ok","session":{}}',
          verdict: forged('state_mismatch'),
        },
      ],
    ],
    [
      'no JSON',
      [{ at, by: resp, text: 'code=200&message=ok&ticket=x', verdict: forged('malformed') }],
    ],
    ['nothing', [{ at, by: resp, text: '', verdict: forged('malformed') }]],
    ['a list', [{ at, by: resp, text: '[]', verdict: forged('malformed') }]],
  ];
  return list.map(([name, all]) => delivered(name, all, 'session'));
}

/** The right state, and something else is wrong, or the program says what went wrong. */
function texts(): readonly AnswerVector[] {
  const cancelled = { code: 'user_cancelled', message: 'The person went back' };
  const locked = {
    code: 'account_locked',
    message: 'The account is locked',
    apiCode: 2005,
    requestId: 'r-1',
  };
  const list: readonly [string, Record<string, unknown>, string][] = [
    ['a refusal', { status: 'error', error: cancelled }, 'user_cancelled'],
    ["a failure with GenAuth's numbers", { status: 'error', error: locked }, 'account_locked'],
    ['an error without a code', { status: 'error', error: {} }, 'malformed'],
    ['another version', { v: 2, session: {} }, 'malformed'],
    ['another status', { status: 'maybe', session: {} }, 'malformed'],
    ['no session', {}, 'malformed'],
    ['a session without tokens', { session: {} }, 'malformed'],
  ];
  return list.map(([name, parts, code]) => answered(name, okText(parts), code, 'session'));
}

async function tokens(kit: Kit): Promise<readonly AnswerVector[]> {
  const session = async (
    name: string,
    code: string | null,
    ...change: Parameters<Kit['session']>
  ): Promise<AnswerVector> =>
    answered(name, okText({ session: await kit.session(...change) }), code ?? signedIn, 'session');
  const withToken = (name: string, code: string, id_token: string) =>
    session(name, code, {}, { id_token });
  const unsigned = `${encodeJson({ alg: 'none' })}.${encodeJson({ iss: issuer, aud: registration.appId, sub: 'anna' })}.`;
  return Promise.all([
    withToken(
      'an id_token signed by somebody else',
      'signature_invalid',
      await kit.forgedIdToken(),
    ),
    withToken('an id_token that nobody signed', 'signature_invalid', unsigned),
    withToken('an id_token that is none', 'signature_invalid', 'a.b.c'),
    session('an id_token of another issuer', 'issuer_mismatch', {
      iss: 'https://genauth.example/oidc',
    }),
    session('an id_token for another application', 'audience_mismatch', { aud: foreignApp }),
    session('an id_token for the use of another application', 'audience_mismatch', {
      azp: foreignApp,
    }),
    session('an id_token for several, without azp', 'audience_mismatch', {
      aud: [registration.appId, foreignApp],
    }),
    session('an id_token for several, with azp', null, {
      aud: [registration.appId, foreignApp],
      azp: registration.appId,
    }),
    session('an id_token that has expired', 'token_expired', { exp: launchSecond + 20 }),
    session('an id_token from before the launch', 'token_too_old', { iat: launchSecond - 1 }),
    session('an id_token of the second of the launch', null, { iat: launchSecond }),
    session('the nonce of the launch', null, { nonce }),
    session('the nonce of another launch', 'nonce_mismatch', { nonce: otherNonce }),
    session(
      'the access token of another person',
      'access_token_mismatch',
      {},
      { access_token: 'access-token-of-mallory' },
    ),
    session(
      'an access token that GenAuth does not know',
      'access_token_mismatch',
      {},
      { access_token: 'made-up' },
    ),
    session('an at_hash that fits', null, { at_hash: 'QoakBg7LCPmWj7AdRM8TEg' }),
    session('an at_hash of another access token', 'access_token_mismatch', {
      at_hash: 'AAAAAAAAAAAAAAAAAAAAAA',
    }),
  ]);
}
