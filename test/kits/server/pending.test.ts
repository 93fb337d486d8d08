import { beforeEach, describe, expect, test } from '@jest/globals';
import {
  codeOf,
  type GenauthDouble,
  logIn,
  okResult,
  queryOf,
  receive,
  startDouble,
} from './double';

let double: GenauthDouble;
beforeEach(async () => {
  double = await startDouble();
});

/** The answer that the pending launch gets when all goes well. */
async function beginSession(): Promise<string> {
  const { path } = await double.app.begin('session');
  return okResult(queryOf(path).state, { session: await double.session('anna') });
}

describe('an answer is taken', () => {
  test('and the same text again gets the same outcome for a minute', async () => {
    const answer = await beginSession();
    const first = await receive(double.app, answer);
    expect(codeOf(first)).toBe('signed in');
    double.clock.now += 60_000;
    expect(await receive(double.app, answer)).toEqual(first);
    double.clock.now += 1;
    expect(codeOf(await receive(double.app, answer))).toBe('already_concluded');
  });

  test('once: another text is none, be it as good', async () => {
    const answer = await beginSession();
    expect(codeOf(await receive(double.app, answer))).toBe('signed in');
    expect(codeOf(await receive(double.app, answer.replace('{', '{ ')))).toBe('already_concluded');
  });

  test('once, also when it comes twice at the same moment', async () => {
    const answer = await beginSession();
    const both = await Promise.all([receive(double.app, answer), receive(double.app, answer)]);
    expect(both.map(codeOf)).toEqual(['signed in', 'signed in']);
    expect(double.asked.filter((path) => path === '/me')).toHaveLength(1);
  });

  test('again after GenAuth was out of reach', async () => {
    const answer = await beginSession();
    double.reachable = false;
    expect(codeOf(await receive(double.app, answer))).toBe('network');
    expect(double.app.pending).toBe(true);
    double.reachable = true;
    expect(codeOf(await receive(double.app, answer))).toBe('signed in');
  });

  test('only while a launch is pending', async () => {
    const answer = okResult('x'.repeat(43), { session: await double.session('anna') });
    expect(codeOf(await receive(double.app, answer))).toBe('not_pending');
  });

  test('not after the person gave up', async () => {
    const answer = await beginSession();
    double.app.cancel();
    expect(codeOf(await receive(double.app, answer))).toBe('not_pending');
  });

  test('not for a launch that a new one replaced', async () => {
    const answer = await beginSession();
    await double.app.begin('session');
    expect(codeOf(await receive(double.app, answer))).toBe('state_mismatch');
  });

  test('within ten minutes of the launch', async () => {
    const answer = await beginSession();
    double.clock.now += 600_000;
    expect(codeOf(await receive(double.app, answer))).toBe('signed in');
  });

  test('not later', async () => {
    const answer = await beginSession();
    double.clock.now += 600_001;
    expect(codeOf(await receive(double.app, answer))).toBe('too_late');
    expect(double.app.pending).toBe(false);
  });
});

describe('a forged answer', () => {
  test.each([
    ['another state', okResult('x'.repeat(43), { session: {} }), 'state_mismatch'],
    ['no state', okResult(undefined, { session: {} }), 'state_mismatch'],
    [
      'an error without the state',
      '{"v":1,"status":"error","error":{"code":"user_cancelled"}}',
      'state_mismatch',
    ],
    [
      // docs/host-app.md#a-launch-whose-state-is-wrong: what the program says to it.
      'a refusal of a launch whose state was wrong',
      '{"v":1,"status":"error","error":{"code":"launch_invalid","message":"The launch parameter state is missing"}}',
      'state_mismatch',
    ],
    ['another version, and no state', '{"v":2}', 'state_mismatch'],
    ['a state that is no text', '{"v":1,"state":["x"]}', 'state_mismatch'],
    ['nothing', '', 'malformed'],
    ['a ticket', 'code=200&message=ok&ticket=x', 'malformed'],
    ['a list', '[]', 'malformed'],
    ['null', 'null', 'malformed'],
  ])(
    'with %s is refused, and the true one is still taken after it',
    async (_what, forged, reason) => {
      const answer = await beginSession();
      expect(codeOf(await receive(double.app, forged))).toBe(reason);
      expect(double.app.pending).toBe(true);
      expect(codeOf(await receive(double.app, answer))).toBe('signed in');
    },
  );

  test('asks nothing of GenAuth', async () => {
    await beginSession();
    await receive(
      double.app,
      okResult('x'.repeat(43), { session: await double.session('mallory') }),
    );
    expect(double.asked).toEqual([]);
  });
});

describe('ShowMessageFromWX.Req', () => {
  const by = 'ShowMessageFromWX.Req';

  test('is read as the Resp is, when it carries the state', async () => {
    const text = await beginSession();
    expect(codeOf(await double.app.receive({ by, text }))).toBe('signed in');
  });

  test('is refused without the state', async () => {
    await beginSession();
    expect(codeOf(await double.app.receive({ by, text: '{"v":1}' }))).toBe('state_mismatch');
  });

  test.each(['codes', 'ticket'] as const)(
    'is refused for %s, whose launch has no state',
    async (contract) => {
      await double.app.begin(contract);
      expect(codeOf(await double.app.receive({ by, text: '' }))).toBe('unproven_delivery');
      expect(double.app.pending).toBe(true);
    },
  );

  test('does not end codes with a state by an empty text', async () => {
    await double.app.begin('codes', { withState: true });
    expect(codeOf(await double.app.receive({ by, text: '' }))).toBe('malformed');
    expect(codeOf(await receive(double.app, ''))).toBe('denied');
  });
});

test('the error of the mini program is taken over, and concludes the launch', async () => {
  const error = {
    code: 'account_locked',
    message: 'The account is locked',
    apiCode: 2005,
    requestId: 'r1',
  };
  const conclusion = await logIn(double.app, 'session', ({ state }) =>
    JSON.stringify({ v: 1, state, status: 'error', error }),
  );
  expect(conclusion).toMatchObject({ ok: false, error });
  expect(double.app.pending).toBe(false);
});

test.each([
  ['another version', { v: 2, status: 'ok' }],
  ['no status', { v: 1 }],
  ['an error that is none', { v: 1, status: 'error', error: 'no' }],
  ['no session', { v: 1, status: 'ok' }],
  ['a session without tokens', { v: 1, status: 'ok', session: {} }],
])('an answer with %s is malformed', async (_what, parts) => {
  expect(
    codeOf(await logIn(double.app, 'session', ({ state }) => JSON.stringify({ ...parts, state }))),
  ).toBe('malformed');
});
