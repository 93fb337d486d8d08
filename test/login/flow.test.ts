import { describe, expect, test } from '@jest/globals';
import { brands, plain } from '../../scripts/prove/brands';
import { key } from '../../scripts/prove/launches';
import type { Move } from '../../scripts/prove/moves';
import { agree, open, phone, settle, tap, wait } from './open';

describe('a person who agrees', () => {
  test('is signed in with one request, and back in the app with the session', () => {
    const { run, received, requests } = open();
    run(...agree, phone('both'), settle, { do: 'switchToApp' });
    expect(requests()).toHaveLength(1);
    expect(JSON.parse(received[0] ?? '')).toMatchObject({
      v: 1,
      status: 'ok',
      session: { token_type: 'Bearer', expires_in: 7_200 },
    });
  });

  test('comes back with a sealed session where the app gave a key', () => {
    const { run, effects } = open({ query: { v: '1', key } });
    expect(run(...agree, phone('both'), settle).name).toBe('sealing');
    expect(effects.some(({ type }) => type === 'seal')).toBe(true);
    expect(run(settle)).toMatchObject({
      name: 'returning',
      outcome: 'ok',
      result: expect.stringMatching(/"sealed":"[\w-]+\.\./),
    });
  });

  test('comes back with both codes for the Guard SDK, without a request', () => {
    const { run, requests } = open({ path: '', query: {}, withState: false });
    const state = run(...agree, phone('both'));
    expect(state).toMatchObject({
      name: 'returning',
      result: expect.stringMatching(/^\{"code":"[^"]+","phoneInfoCode":"[^"]+"\}$/),
    });
    expect(requests()).toEqual([]);
  });

  test('comes back with a ticket', () => {
    const { run } = open({ query: { v: '1', return: 'ticket' } });
    const state = run(...agree, phone('code'), settle);
    expect(state).toMatchObject({
      name: 'returning',
      result: expect.stringMatching(/^code=200&message=授权成功&ticket=[^&=]+$/),
    });
  });

  test('goes on without the phone number where it is optional', () => {
    const { run, requests } = open({ query: { v: '1', phone: 'optional' } });
    expect(run(settle, tap('tick'), tap('withoutPhone')).name).toBe('signingIn');
    expect(requests()[0]?.body).toMatchObject({ connection: 'wechat_mini_program_code' });
  });

  test('is asked for no phone number where none is wanted', () => {
    const { run } = open({ query: { v: '1', phone: 'none' } });
    expect(run(...agree).name).toBe('signingIn');
  });
});

describe('the form of the phone number', () => {
  const forms = [
    ['auto', 'both', 'wechat_mini_program_code_and_phone'],
    ['auto', 'encrypted', 'wechat_mini_program_phone'],
    ['encrypted', 'both', 'wechat_mini_program_phone'],
    ['code', 'code', 'wechat_mini_program_code_and_phone'],
  ] as const;
  test.each(forms)('%s, with %s from WeChat, is %s', (phonePayload, how, connection) => {
    const { run, requests } = open({}, { ...plain, genauth: { ...plain.genauth, phonePayload } });
    run(...agree, phone(how));
    expect(requests()[0]?.body).toMatchObject({ connection });
  });

  test('that cannot be had is the client that is too old', () => {
    const { run } = open({}, { ...plain, genauth: { ...plain.genauth, phonePayload: 'code' } });
    expect(run(...agree, phone('encrypted'))).toMatchObject({
      name: 'failed',
      failure: { code: 'unsupported_client' },
    });
  });
});

describe('a person who does not', () => {
  const reasons: readonly (readonly [string, readonly Move[]])[] = [
    ['user_cancelled', [settle, tap('decline')]],
    ['consent_refused', [settle, tap('primary'), tap('sheetClose'), tap('decline')]],
    ['phone_denied', [...agree, phone('denied'), tap('decline')]],
    ['privacy_refused', [...agree, phone('privacy'), tap('decline')]],
    ['phone_quota', [...agree, phone('quota'), tap('backToApp')]],
    ['user_cancelled', [...agree, phone('both'), tap('decline')]],
  ];
  test.each(reasons)('is back in the app with %s', (code, moves) => {
    const { run } = open();
    const state = run(...moves);
    expect(state).toMatchObject({ name: 'returning', outcome: 'error', failure: { code } });
    expect(state.name === 'returning' && JSON.parse(state.result)).toMatchObject({
      status: 'error',
      error: { code, message: expect.any(String) },
    });
  });

  test('is the empty string to the Guard SDK', () => {
    const { run } = open({ path: '', query: {}, withState: false });
    expect(run(settle, tap('decline'))).toMatchObject({ result: '' });
  });

  test('finds another way on where the phone is optional', () => {
    const { run } = open({ query: { v: '1', phone: 'optional' } });
    expect(run(...agree, phone('quota'))).toMatchObject({
      name: 'asking',
      notice: { code: 'phone_quota' },
    });
  });
});

describe('codes', () => {
  test('are fetched again before each retry', () => {
    const { run, requests } = open();
    run(
      ...agree,
      phone('both'),
      { do: 'answer', which: 0, how: 'timesOut' },
      tap('retry'),
      settle,
      tap('primary'),
      phone('both'),
    );
    const [first, second] = requests().map(({ body }) => JSON.stringify(body));
    expect(second).toBeDefined();
    expect(first).not.toBe(second);
  });

  test('are renewed at 4 minutes', () => {
    const { run, effects } = open();
    run(settle, wait(240_000));
    expect(effects.filter(({ type }) => type === 'fetchLoginCode')).toHaveLength(2);
  });

  test('the login code before a renewal cannot pass for the new one', () => {
    const { run, model } = open();
    const { attempt } = run(settle, wait(240_000)).visit;
    model.send({ type: 'loginCodeArrived', attempt: attempt - 1, code: 'old' });
    expect(model.state).toMatchObject({ name: 'asking', loginCode: { status: 'fetching' } });
  });

  test('the login code is renewed after the phone sheet was open for long', () => {
    const { run } = open();
    expect(run(...agree, wait(270_000), phone('code')).name).toBe('renewing');
  });

  test('an encrypted phone that comes too late for its login code is code_expired', () => {
    const { run } = open();
    expect(run(...agree, wait(300_000), phone('encrypted'))).toMatchObject({
      name: 'failed',
      failure: { code: 'code_expired' },
    });
  });
});

describe('going back', () => {
  test('is offered by hand when the program is still in front after 1.5 s', () => {
    const { run, received } = open();
    expect(run(settle, tap('decline'), wait(1_499)).name).toBe('returning');
    expect(run(wait(1)).name).toBe('manualReturn');
    run({ do: 'tapLaunchApp', outcome: 'switches' });
    expect(received).toHaveLength(1);
  });

  test('ends in words when that fails too', () => {
    const { run } = open();
    const state = run(settle, tap('decline'), wait(1_500), {
      do: 'tapLaunchApp',
      outcome: 'failsForGood',
    });
    expect(state).toMatchObject({ name: 'finished', delivery: 'unknown' });
  });

  test('is by hand at once where WeChat cannot do it', () => {
    const { run } = open({}, plain, { canGoBack: false });
    expect(run(settle, tap('decline')).name).toBe('manualReturn');
  });

  test('hands over an object where the brand says so', () => {
    const { run, effects } = open({}, brands[2]);
    run(settle, tap('decline'));
    expect(effects.find(({ type }) => type === 'goBack')).toMatchObject({
      extraData: { v: 1, status: 'error' },
    });
  });

  test('keeps the result for a person who was only away', () => {
    const { run } = open();
    const state = run(
      settle,
      tap('decline'),
      { do: 'answer', which: 0, how: 'fails' },
      { do: 'away', ms: 60_000 },
    );
    expect(state.name).toBe('manualReturn');
  });
});

describe('another launch', () => {
  test('starts again, unticked, and drops what the old one waited for', () => {
    const { run, model } = open();
    run(...agree, phone('both'));
    model.launch({ path: 'pages/login/login', query: { v: '1' }, withState: true }, 'app', true);
    expect(run(settle)).toMatchObject({
      name: 'asking',
      visit: { attempt: 2 },
      consent: { yes: null },
    });
  });

  test('that WeChat only repeats changes nothing', () => {
    const { run, model } = open();
    const before = run(...agree, phone('both'));
    run({ do: 'hide' }, { do: 'comeBack', scene: 1001, repeats: 'launchWithNoise' });
    expect(model.state).toMatchObject({
      name: before.name,
      visit: { attempt: before.visit.attempt },
    });
  });

  test('by hand shows what the program is for', () => {
    const { run } = open();
    expect(run({ do: 'openManually', scene: 1011 }).name).toBe('about');
  });
});

describe('agreements of GenAuth', () => {
  const fromGenauth = brands[1];
  test('are shown once they are read', () => {
    const { run } = open({}, fromGenauth);
    expect(run(settle)).toMatchObject({
      name: 'asking',
      consent: { agreements: [{ id: '7', parts: [{ url: 'https://t.example/1' }] }] },
    });
  });

  test.each(['malformed', 'html', 'http500', 'fails', 'timesOut', 'refused'] as const)(
    'that cannot be read (%s) are no login',
    (how) => {
      const { run } = open({}, fromGenauth);
      expect(run({ do: 'answer', which: 2, how }).name).toBe('failed');
    },
  );
});

test('a brand without a ticket endpoint answers code=501', () => {
  const noEndpoint = { ...plain, genauth: { ...plain.genauth, ticketEndpoint: null } };
  expect(open({ query: { v: '1', return: 'ticket' } }, noEndpoint).model.state).toMatchObject({
    result: expect.stringMatching(/^code=501&message=/),
  });
});
