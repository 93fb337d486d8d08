import { describe, expect, test } from '@jest/globals';
import { plain } from '../../scripts/prove/brands';
import type { Move } from '../../scripts/prove/moves';
import { agree, open, phone, settle, tap, wait } from './open';

describe('who asks', () => {
  test.each(['foreign', 'none'] as const)(
    '%s: a refusal, without asking WeChat or GenAuth for anything',
    (caller) => {
      const { model, effects } = open({}, plain, { caller });
      expect(model.state).toMatchObject({
        name: 'returning',
        failure: { code: 'app_not_allowed' },
      });
      expect(effects.map(({ type }) => type)).toEqual(['goBack']);
    },
  );

  test('each app of the brand has an application of its own, and its own name on the screen', () => {
    const { run, model, requests } = open({}, plain, { caller: 'other' });
    run(settle);
    expect(model.view()).toMatchObject({ heading: '登录Pier' });
    run(tap('primary'), tap('sheetAgree'), phone('both'));
    expect(requests()[0]).toMatchObject({
      headers: { 'x-app': 'd'.repeat(24) },
      body: { extIdpConnidentifier: 'pier-wechat' },
    });
  });

  test('nobody, where the brand says who that counts as', () => {
    expect(
      open({}, { ...plain, unknownCaller: plain.apps[0].mobileAppId }, { caller: 'none' }).model
        .state.name,
    ).toBe('asking');
  });

  test('another app with the same words is another launch', () => {
    const { run, model } = open();
    run(settle, tap('primary'));
    model.hide();
    model.enter(
      {
        ...(model.lastOptions ?? { path: '', query: {}, scene: 1069 }),
        caller: 'wx9999999999999999',
      },
      true,
    );
    expect(model.state).toMatchObject({ name: 'returning', failure: { code: 'app_not_allowed' } });
  });
});

describe('one launch', () => {
  const gone: readonly Move[] = [...agree, phone('both'), settle, settle, { do: 'switchToApp' }];
  test.each([
    ['with a state', {}],
    ['without one', { path: '', query: {}, withState: false }],
  ])('has one result, also when WeChat repeats its options after that (%s)', (_, launch) => {
    const { run, received } = open(launch);
    const { visit } = run(...gone);
    const state = run({ do: 'comeBack', scene: 1069, repeats: 'launch' });
    expect(state).toMatchObject({ name: 'finished', visit: { attempt: visit.attempt } });
    expect(received).toHaveLength(1);
  });

  test('is another one when a page was loaded for it, with the same options', () => {
    const { run } = open({ path: '', query: {}, withState: false });
    run(...gone);
    expect(run({ do: 'launchAgain' })).toMatchObject({ name: 'asking', consent: { yes: null } });
  });

  test('goes on when a sheet of WeChat hides and shows the program around the answer', () => {
    for (const surface of ['shownFirst', 'answerFirst'] as const) {
      const { run } = open();
      expect(run(...agree, { do: 'answerPhone', how: 'both', surface }).name).toBe('signingIn');
    }
  });
});

describe('consent', () => {
  test('that the sheet took is taken back with the sheet, and the answer of WeChat changes nothing', () => {
    const { run, requests } = open();
    expect(run(...agree, tap('sheetClose'))).toMatchObject({
      consent: { yes: null },
      notice: { code: 'consent_refused' },
    });
    expect(run(phone('both')).name).toBe('asking');
    expect(requests()).toEqual([]);
  });

  test("is cleared when WeChat's contract comes onto the screen after the tick", () => {
    const { run } = open();
    expect(run(tap('tick'))).toMatchObject({ consent: { yes: { at: expect.any(Number) } } });
    expect(run({ do: 'answer', which: 0, how: 'ok' })).toMatchObject({ consent: { yes: null } });
  });

  test('counts for the screen that it was meant for', () => {
    const { run } = open();
    expect(run(settle, { do: 'tapLate', what: 'tick', screensAgo: 1 })).toMatchObject({
      consent: { yes: null },
    });
  });

  test("is asked for with WeChat's contract in one tap only when that is named, and not again after its error", () => {
    const { run, model } = open();
    run({ do: 'answer', which: 0, how: 'refused' }, settle, tap('tick'));
    const action = () => {
      const seen = model.view();
      return seen.screen === 'login' ? seen.primary.action : null;
    };
    expect(action()).toBe('getPhoneNumber|agreePrivacyAuthorization');
    run(tap('primary'), phone('privacy'));
    expect(action()).toBe('getPhoneNumber');
  });
});

describe('the way back by hand', () => {
  const manualReturn: readonly Move[] = [settle, tap('decline'), wait(1_500)];
  test('stays after an error that passes, and after a success that is none', () => {
    const { run, model } = open();
    expect(run(...manualReturn, { do: 'tapLaunchApp', outcome: 'fails' })).toMatchObject({
      name: 'manualReturn',
      failedOnce: true,
    });
    expect(run({ do: 'tapLaunchApp', outcome: 'cancelled' }).name).toBe('manualReturn');
    expect(model.view()).toMatchObject({ exit: { label: expect.any(String) } });
  });

  test('carries nothing while the program is hidden, and the result again after that', () => {
    const { run, model } = open({}, plain, { canGoBack: false });
    const carried = () => {
      const seen = model.view();
      return seen.screen === 'returning' ? seen.launchApp?.appParameter : null;
    };
    run(settle, tap('decline'), { do: 'hide' });
    expect(carried()).toBe('');
    run({ do: 'comeBack', scene: 1089, repeats: 'nothing' });
    expect(carried()).toContain('user_cancelled');
  });

  test.each([
    ['codes', { return: 'codes' }, 270_000],
    ['a ticket', { return: 'ticket' }, 90_000],
    ['a session', {}, 570_000],
  ])('is lost when %s is too old', (_, query, life) => {
    const { run } = open({ query: { v: '1', ...query } }, plain, { canGoBack: false });
    run(...agree, phone('code'), settle);
    expect(run(wait(life - 1)).name).toBe('manualReturn');
    expect(run(wait(1))).toMatchObject({ name: 'finished', delivery: 'lost' });
  });
});

describe('a WeChat that throws, never answers or answers twice', () => {
  test.each(['throw', 'neverAnswer', 'answerTwice'] as const)(
    '%s: a failure or a result, and a way back',
    (how) => {
      const { run } = open();
      run({
        do: 'launch',
        launch: { path: 'pages/login/login', query: { v: '1' }, withState: true },
        caller: 'app',
        canGoBack: true,
      });
      run({ do: 'ports', how }, tap('decline'), wait(1_500));
      expect(['manualReturn', 'finished']).toContain(run().name);
    },
  );

  test('also after the clock was set back', () => {
    const { run } = open();
    run({ do: 'ports', how: 'neverAnswer' }, ...agree, phone('both'), { do: 'setClockBack' });
    expect(run(wait(12_000))).toMatchObject({ name: 'failed', failure: { code: 'timeout' } });
  });
});

test('the scope has no phone where no number was given', () => {
  const { run, requests } = open({ query: { v: '1', phone: 'optional' } });
  run(settle, tap('tick'), tap('withoutPhone'));
  expect(requests()[0]?.body).toMatchObject({ options: { scope: 'openid profile' } });
});

test('a nonce goes to GenAuth in the context', () => {
  const nonce = 'n'.repeat(22);
  const { run, requests } = open({ query: { v: '1', nonce } });
  run(...agree, phone('both'));
  expect(requests()[0]?.body).toMatchObject({ options: { context: { nonce } } });
});

test('what others put into the query is told to the developer', () => {
  const { effects } = open({ query: { v: '1', retrun: 'codes', __key_: '1' } });
  expect(effects).toContainEqual({
    type: 'note',
    text: 'Launch parameters that are not ours: retrun, __key_',
  });
});
