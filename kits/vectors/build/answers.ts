import type { Kit } from './kit';
import { tokenVectors } from './tokens';
import {
  type AnswerVector,
  delivery,
  forged,
  type Message,
  okText,
  otherState,
  refused,
  signedIn,
  state,
  vector,
} from './vector';

const req = { by: 'ShowMessageFromWX.Req' } as const;
const byteOrderMark = '\uFEFF';

/** What can come back from a launch with `return=session`. */
export async function answerVectors(kit: Kit): Promise<readonly AnswerVector[]> {
  const good = okText({ session: await kit.session() });
  return [
    ...orders(good),
    ...missing(good),
    ...strangeTexts(good),
    ...results(),
    ...(await tokenVectors(kit)),
  ];
}

const wrongState = okText({ state: otherState, session: {} });
const refusal = okText({
  status: 'error',
  error: { code: 'user_cancelled', message: 'The person went back' },
});

/** Which text is the answer, whatever comes before and after it. */
function orders(good: string): readonly AnswerVector[] {
  const yes = delivery(good, signedIn);
  const byButton = delivery(good, signedIn, req);
  const stranger = delivery(wrongState, forged('state_mismatch'), req);
  const nothing = delivery({ value: null }, forged('malformed'));
  const end = '2026-01-15T08:10:00.700Z';
  const tooLate = '2026-01-15T08:10:00.701Z';
  return [
    vector('a session', 'result', [yes]),
    vector('a session, delivered as ShowMessageFromWX.Req', 'deliveries', [byButton]),
    vector('the same answer twice', 'once', [yes, byButton]),
    vector('the same answer twice, a minute apart', 'once', [
      yes,
      delivery(good, signedIn, { at: '2026-01-15T08:01:30.000Z' }),
    ]),
    vector('a refusal after the session', 'once', [
      yes,
      delivery(refusal, refused('already_concluded')),
    ]),
    vector('a session after the refusal', 'once', [
      delivery(refusal, refused('user_cancelled')),
      delivery(good, refused('already_concluded')),
    ]),
    vector('a forged answer before the true one', 'state', [stranger, yes]),
    vector('a forged answer after the true one', 'state', [
      yes,
      delivery(wrongState, refused('already_concluded'), req),
    ]),
    vector('forged, nothing, true, forged, true again', 'state', [
      stranger,
      nothing,
      yes,
      delivery(wrongState, refused('already_concluded'), req),
      byButton,
    ]),
    vector('ten minutes after the launch', 'life', [delivery(good, signedIn, { at: end })]),
    vector('more than ten minutes after the launch', 'life', [
      delivery(good, refused('too_late'), { at: tooLate }),
    ]),
    vector('a forged answer, and the true one too late', 'life', [
      stranger,
      delivery(good, refused('too_late'), { at: tooLate }),
    ]),
    vector('the state of another launch', 'state', [
      delivery(wrongState, forged('state_mismatch')),
    ]),
    vector('no state', 'state', [
      delivery('{"v":1,"status":"ok","session":{}}', forged('state_mismatch')),
    ]),
    vector('a refusal without the state', 'state', [
      delivery(
        '{"v":1,"status":"error","error":{"code":"user_cancelled"}}',
        forged('state_mismatch'),
      ),
      yes,
    ]),
    vector('a state that is a list', 'state', [
      delivery(okText({ state: [state], session: {} }), forged('state_mismatch')),
      yes,
    ]),
  ];
}

/** What native modules hand over when there is no text. */
function missing(good: string): readonly AnswerVector[] {
  const yes = delivery(good, signedIn);
  const list: readonly [string, Message][] = [
    ['null before the true answer', { value: null }],
    ['undefined before the true answer', { absent: true }],
    ['an empty text before the true answer', { text: '' }],
    ['a number before the true answer', { value: 0 }],
    ['true before the true answer', { value: true }],
    ['an empty object before the true answer', { value: {} }],
    ['a list before the true answer', { value: [] }],
  ];
  return [
    ...list.map(([name, message]) =>
      vector(name, 'answer', [delivery(message, forged('malformed')), yes]),
    ),
    vector('null, undefined and an empty text, before and after', 'answer', [
      delivery({ value: null }, forged('malformed')),
      delivery({ absent: true }, forged('malformed')),
      delivery('', forged('malformed'), req),
      yes,
      delivery({ value: null }, refused('already_concluded')),
      delivery({ absent: true }, refused('already_concluded')),
    ]),
  ];
}

/** Texts that a lenient parser reads, or chokes on; the true answer still counts after each. */
function strangeTexts(good: string): readonly AnswerVector[] {
  const yes = delivery(good, signedIn);
  const nested = (open: string, close: string, times: number): Message => ({
    parts: [
      `{"v":1,"state":"${state}","status":"error","error":{"code":"user_cancelled"},"more":`,
      { repeat: open, times },
      { repeat: close, times },
      '}',
    ],
  });
  const list: readonly [string, 'json' | 'names' | 'limits', Message][] = [
    ['no JSON', 'json', { text: 'code=200&message=ok&ticket=x' }],
    ['a list', 'json', { text: '[]' }],
    ['the text null', 'json', { text: 'null' }],
    ['a byte order mark', 'json', { text: `${byteOrderMark}${good}` }],
    ['something after the object', 'json', { text: `${refusal} {}` }],
    ['a comma too many', 'json', { text: `${refusal.slice(0, -1)},}` }],
    ['a comment', 'json', { text: `/* */${refusal}` }],
    ['single quotes', 'json', { text: refusal.replaceAll('"', "'") }],
    ['NaN', 'json', { text: `${refusal.slice(0, -1)},"more":NaN}` }],
    ['cut in the middle', 'json', { text: good.slice(0, 200) }],
    [
      'the state twice, the right one last',
      'names',
      { text: refusal.replace('{', `{"state":"${otherState}",`) },
    ],
    [
      'the state twice, the right one first',
      'names',
      { text: `${refusal.slice(0, -1)},"state":"${otherState}"}` },
    ],
    [
      'the state twice, once written with an escape',
      'names',
      { text: `${refusal.slice(0, -1)},"st\\u0061te":"${otherState}"}` },
    ],
    ['the status twice', 'names', { text: `${refusal.slice(0, -1)},"status":"ok"}` }],
    ['lists, 10,000 deep', 'limits', nested('[', ']', 10_000)],
    ['lists, 33 deep', 'limits', nested('[', ']', 33)],
    ['2 MB of blanks', 'limits', { parts: [refusal, { repeat: ' ', times: 2_000_000 }] }],
    [
      '2 MB of a text',
      'limits',
      { parts: [`${refusal.slice(0, -1)},"more":"`, { repeat: 'x', times: 2_000_000 }, '"}'] },
    ],
    ['2 MB of nothing', 'limits', { parts: [{ repeat: '\0', times: 2_000_000 }] }],
  ];
  return [
    ...list.map(([name, rule, message]) =>
      vector(name, rule, [delivery(message, forged('malformed')), yes]),
    ),
    vector('blanks around the object', 'json', [delivery(` \t\r\n${good}\n`, signedIn)]),
    vector('names that nobody knows', 'result', [
      delivery(`${good.slice(0, -1)},"more":[[[{"v":2}]]]}`, signedIn),
    ]),
  ];
}

/** The right state, and something else is wrong, or the program says what went wrong. */
function results(): readonly AnswerVector[] {
  const cancelled = { code: 'user_cancelled', message: 'The person went back' };
  const locked = {
    code: 'account_locked',
    message: 'The account is locked',
    apiCode: 2005,
    requestId: 'r-1',
  };
  const list: readonly [string, 'failure' | 'result', Record<string, unknown>, string][] = [
    ['a refusal', 'failure', { status: 'error', error: cancelled }, 'user_cancelled'],
    [
      "a failure with GenAuth's numbers",
      'failure',
      { status: 'error', error: locked },
      'account_locked',
    ],
    ['an error without a code', 'result', { status: 'error', error: {} }, 'malformed'],
    ['an error that is a text', 'result', { status: 'error', error: 'no' }, 'malformed'],
    [
      'an error whose code is a sentence',
      'failure',
      { status: 'error', error: { code: 'The person went back' } },
      'malformed',
    ],
    [
      'an error whose code is longer than any',
      'failure',
      { status: 'error', error: { code: 'a'.repeat(65) } },
      'malformed',
    ],
    ['another version', 'result', { v: 2, session: {} }, 'malformed'],
    ['a version that is a text', 'result', { v: '1', session: {} }, 'malformed'],
    ['another status', 'result', { status: 'maybe', session: {} }, 'malformed'],
    ['no session', 'result', {}, 'malformed'],
    ['a session that is null', 'result', { session: null }, 'malformed'],
    ['a session without tokens', 'result', { session: {} }, 'malformed'],
  ];
  return list.map(([name, rule, parts, code]) =>
    vector(name, rule, [delivery(okText(parts), refused(code))]),
  );
}
