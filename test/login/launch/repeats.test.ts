import { describe, expect, test } from '@jest/globals';
import { plain } from '../../../scripts/prove/brands';
import {
  appA,
  appB,
  contract1,
  type Driver,
  drive,
  launched,
  type Shown,
  toPhoneSheet,
  toReturning,
} from '../driver';
import { open } from '../open';

/** As WeChat's own sheets, the lock screen and the home button do. */
const hideAndShow = (login: Driver, again: Shown) => {
  login.hide();
  login.pass(1_000);
  login.show(again);
};
const delivered = (login: Driver) => {
  toReturning(login);
  login.wentBack(true);
  login.hide();
};

/** docs/wechat.md#a-return-repeats-the-last-launch: what it may lack, and what the phone changes. */
const repeats: readonly (readonly [string, Shown])[] = [
  ['exactly', {}],
  ['without referrerInfo', { caller: null }],
  ['in another language', { language: 'en' }],
  ['in a language that is not ours', { language: 'fr' }],
  ['without a language', { language: '' }],
  ['without referrerInfo and in another language', { caller: null, language: 'ja' }],
  ['with parameters of other SDKs', { query: { ...contract1, __key_: '17', gdt_vid: 'x' } }],
  ['with the parameters in another order', { query: { state: contract1.state, v: '1' } }],
  ['by a WeChat that can no longer go back by itself', { canGoBack: false }],
  ['as a return to the front', { scene: 1089, query: {}, path: '', caller: null }],
  ['as a return from the list of recent programs', { scene: 1001, query: {}, caller: null }],
];

describe('a launch that WeChat repeats', () => {
  test.each(repeats)('%s: under the phone sheet nothing begins, nothing is sent', (_, again) => {
    const login = launched();
    toPhoneSheet(login);
    const { attempt, lang } = login.state.visit;
    const codes = login.asked('fetchLoginCode').length;
    hideAndShow(login, again);
    expect(login.state).toMatchObject({ name: 'asking', visit: { attempt, lang } });
    expect(login.asked('fetchLoginCode')).toHaveLength(codes);
    expect(login.asked('goBack')).toEqual([]);
    login.phone();
    expect(login.state.name).toBe('signingIn');
  });

  test.each(repeats)('%s: after the result has gone no second one, and no login', (_, again) => {
    const login = launched();
    delivered(login);
    const { attempt } = login.state.visit;
    login.pass(60_000);
    login.show(again);
    expect(login.state).toMatchObject({ name: 'finished', visit: { attempt } });
    expect(login.asked('goBack')).toHaveLength(1);
  });

  test.each(repeats)('%s: without leaving the front first (split screen)', (_, again) => {
    const login = launched();
    toPhoneSheet(login);
    login.show(again);
    expect(login.state).toMatchObject({ name: 'asking', visit: { attempt: 1 } });
  });

  test('of the Guard SDK, without a caller, while signing in', () => {
    const guard = { path: '', query: {} };
    const login = launched(guard);
    toPhoneSheet(login);
    hideAndShow(login, { ...guard, caller: null, language: 'en' });
    login.phone();
    expect(login.asked('goBack')).toHaveLength(1);
    expect(login.state).toMatchObject({ name: 'returning', visit: { attempt: 1 } });
  });

  test('that was refused is not answered again', () => {
    const login = launched({ query: { v: '2' } });
    login.wentBack(true);
    login.hide();
    login.show({ query: { v: '2' }, caller: null, language: 'en' });
    expect(login.asked('goBack')).toHaveLength(1);
    expect(login.state).toMatchObject({ name: 'finished', failure: { code: 'launch_invalid' } });
  });

  test('of an app that the brand does not serve stays refused, once', () => {
    const login = launched({ caller: 'wx9999999999999999' });
    login.wentBack(true);
    login.hide();
    login.show({ caller: null });
    expect(login.asked('goBack')).toHaveLength(1);
  });

  test('twice, with the caller the second time only', () => {
    const login = launched({ caller: null }, { ...plain, unknownCaller: appA });
    toPhoneSheet(login);
    hideAndShow(login, { caller: null });
    hideAndShow(login, { caller: appA });
    expect(login.state).toMatchObject({ name: 'asking', visit: { attempt: 1 } });
  });

  test.each([appB, 'wx9999999999999999'])(
    'that names %s, where nobody was named and another was meant, is another launch',
    (caller) => {
      const login = launched({ caller: null }, { ...plain, unknownCaller: appA });
      toPhoneSheet(login);
      hideAndShow(login, { caller });
      expect(login.state).toMatchObject({ visit: { attempt: 2, given: { caller } } });
      login.phone();
      expect(login.asked('request')).toEqual([]);
    },
  );

  test('that names another app leaves no page due that the next launch could pay', () => {
    const login = launched({ caller: null }, { ...plain, unknownCaller: appA });
    hideAndShow(login, { caller: appB });
    login.hide();
    login.show({ caller: null });
    login.load();
    expect(login.state.visit.attempt).toBe(3);
  });

  test('keeps the language until a page loads, and takes the new one then', () => {
    const login = launched({ language: 'zh_CN' });
    login.hide();
    expect(login.show({ language: 'en' })).toMatchObject({ visit: { lang: 'zh-CN' } });
    expect(login.load()).toMatchObject({ name: 'asking', visit: { lang: 'en', attempt: 2 } });
  });

  test('whose page loads without a caller is a launch by nobody, and refused', () => {
    const login = launched();
    login.hide();
    login.show({ caller: null });
    expect(login.state.name).toBe('asking');
    expect(login.load()).toMatchObject({
      name: 'returning',
      failure: { code: 'app_not_allowed' },
    });
  });
});

describe('another launch at once, whatever is going on', () => {
  const others: readonly (readonly [string, Shown])[] = [
    ['another app with the same words', { caller: appB }],
    ['another state', { query: { ...contract1, state: 't'.repeat(22) } }],
    ['a parameter more', { query: { ...contract1, phone: 'optional' } }],
    ['a parameter less', { query: { state: contract1.state } }],
    ['another path', { path: 'routes/explore' }],
    ['no query', { path: '', query: {} }],
    ['the same value, written in another way', { query: { ...contract1, v: '%31' } }],
  ];
  const moments: readonly (readonly [string, (login: Driver) => void])[] = [
    ['on the login screen', () => undefined],
    ['under the phone sheet', toPhoneSheet],
    ['while going back', toReturning],
    ['after the result has gone', delivered],
  ];
  for (const [when, go] of moments) {
    test.each(others)(`${when}: %s`, (_, again) => {
      const login = launched();
      go(login);
      const { attempt } = login.state.visit;
      login.hide();
      login.show(again);
      expect(login.state.visit.attempt).toBe(attempt + 1);
      login.load();
      expect(login.state.visit.attempt).toBe(attempt + 1);
    });
  }

  test('an app that is named after one that was not, and then a third', () => {
    const login = launched({ caller: null }, { ...plain, unknownCaller: appA });
    hideAndShow(login, { caller: appA });
    hideAndShow(login, { caller: appB });
    expect(login.state).toMatchObject({ visit: { attempt: 2, launch: { caller: appB } } });
  });
});

/** docs/wechat.md#onshow-or-onload-first */
describe('the same options each time, as the Guard SDK has them', () => {
  const guard: Shown = { path: '', query: {} };
  const orders = {
    'onShow first': (login: Driver, shown: Shown) => {
      login.show(shown);
      login.load();
    },
    'onLoad first': (login: Driver, shown: Shown) => {
      login.load();
      login.show(shown);
    },
  };
  type Order = keyof typeof orders;
  const both: readonly Order[] = ['onShow first', 'onLoad first'];
  const pairs = both.flatMap((cold) => both.map((hot) => [cold, hot] as const));

  test.each(pairs)('a cold start with %s, then hot ones with %s: each is a launch', (cold, hot) => {
    const login = drive();
    orders[cold](login, guard);
    for (const attempt of [1, 2, 3]) {
      expect(login.state).toMatchObject({
        name: 'asking',
        consent: { yes: null },
        visit: { attempt },
      });
      toPhoneSheet(login);
      login.phone();
      login.wentBack(true);
      login.hide();
      orders[hot](login, guard);
    }
    expect(login.asked('goBack')).toHaveLength(3);
  });

  test.each(pairs)('and a repetition between them is none (%s, %s)', (cold, hot) => {
    const login = drive();
    orders[cold](login, guard);
    hideAndShow(login, { ...guard, caller: null });
    expect(login.state.visit.attempt).toBe(1);
    login.hide();
    orders[hot](login, guard);
    expect(login.state.visit.attempt).toBe(2);
    hideAndShow(login, guard);
    expect(login.state.visit.attempt).toBe(2);
  });

  test.each(both)('from the screen that is shown when opened by hand (%s)', (order) => {
    const login = drive();
    orders[order](login, { scene: 1011, path: 'pages/login/login', query: {}, caller: null });
    expect(login.state.name).toBe('about');
    login.hide();
    orders[order](login, guard);
    expect(login.state).toMatchObject({ name: 'asking' });
    const { attempt } = login.state.visit;
    login.hide();
    orders[order](login, guard);
    expect(login.state.visit.attempt).toBe(attempt + 1);
  });

  test.each(both)('in split screen, where nothing is hidden (%s)', (order) => {
    const login = drive();
    orders[order](login, guard);
    orders[order](login, guard);
    expect(login.state.visit.attempt).toBe(2);
  });

  test('a page load that no launch follows makes none of a return much later', () => {
    const login = launched(guard);
    login.load();
    hideAndShow(login, guard);
    expect(login.state.visit.attempt).toBe(1);
  });
});

test.each([
  [{ a: 1n }],
  [{ v: ['1'], state: { toString: null } }],
  [null],
  ['v=1'],
  [Object.create(null)],
])('a query of nonsense neither throws nor begins twice: %#', (query) => {
  const login = launched({ query });
  const { attempt } = login.state.visit;
  hideAndShow(login, { query });
  expect(login.state.visit.attempt).toBe(attempt);
});

test('a return to the page that a person opened leaves no page due for the next launch', () => {
  const { model, run } = open({ path: '', query: {}, withState: false });
  const behaviour = {
    resumes: 'inOrder',
    loadsFirst: true,
    splitScreen: false,
    language: 'en',
  } as const;
  const back = { do: 'comeBack', scene: 1089, repeats: 'launch' } as const;
  run({ do: 'phone', behaviour }, { do: 'openManually', scene: 1047 }, { do: 'hide' }, back);
  model.launch({ path: '', query: {}, withState: false }, 'app', true);
  const { attempt } = model.state.visit;
  run({ do: 'launchAgain' });
  expect(model.state.visit.attempt).toBe(attempt + 1);
});
