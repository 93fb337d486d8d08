import { describe, expect, jest, test } from '@jest/globals';
import type { Agreement, GenauthAgreement } from '../../../miniprogram/login/brand';
import type { FailureCode } from '../../../miniprogram/login/failure';
import { presentAgreement } from '../../../miniprogram/login/present/agreement';
import { localTime } from '../../../miniprogram/login/present/failure';
import { plain as sentenceOf } from '../../../miniprogram/login/present/translate';
import type { LoginScreen } from '../../../miniprogram/login/screen';
import type { State } from '../../../miniprogram/login/state';
import { view } from '../../../miniprogram/login/view';
import { plain } from '../../../scripts/prove/brands';
import { failed, scenes } from '../../../scripts/screens/scenes';
import { contract1, drive, launched, toPhoneSheet, toReturning } from '../driver';

/* What the parts of a screen say, and the page that an agreement is read on. */

function stateOf(name: string): State {
  const scene = scenes.find((one) => one.name === name);
  if (scene === undefined) throw new Error(`no scene ${name}`);
  return scene.state('en');
}
function loginScreen(state: State): LoginScreen {
  const screen = view(state);
  if (screen.screen !== 'login') throw new Error(screen.screen);
  return screen;
}

describe('the sentence of the box', () => {
  const named = (id: string): Agreement => ({
    id,
    version: '1',
    title: { 'zh-CN': id, en: id },
    content: { url: `https://harbor.example/${id}` },
  });
  const sentence: GenauthAgreement = {
    id: '7',
    version: '1',
    optional: false,
    parts: [{ id: '7', text: 'I accept', url: null }],
  };
  const labelWith = (...agreements: Agreement[]) => {
    const state = stateOf('login');
    if (state.name !== 'asking') throw new Error(state.name);
    const { visit, consent } = state;
    const privacy = { ...visit.privacy, contractName: '' };
    return loginScreen({
      ...state,
      visit: { ...visit, privacy },
      consent: { ...consent, agreements },
    }).consent.label;
  };

  test('lists what is agreed to, however much it is', () => {
    expect(labelWith(named('A'))).toBe('I have read and agree to A');
    expect(labelWith(named('A'), named('B'))).toBe('I have read and agree to A and B');
    expect(labelWith(named('A'), named('B'), named('C'))).toBe(
      'I have read and agree to A, B and C',
    );
  });

  test('asks for it on the sheet, in the same order', () => {
    const state = stateOf('login-sheet');
    const parts = loginScreen(state).sheet?.parts ?? [];
    expect(sentenceOf(parts)).toBe(
      'Please read and agree to Terms of Service, Privacy Policy and 《港湾小程序隐私保护指引》',
    );
  });

  test('has words around a tenant\u2019s own sentence that go with any', () => {
    expect(labelWith(sentence)).toBe('I have read and agree to the following: I accept');
    expect(labelWith(named('A'), sentence)).toBe(
      'I have read and agree to the following: A and I accept',
    );
  });
});

test('a scope that has no words is named as it is', () => {
  const state = stateOf('login');
  if (state.name !== 'asking') throw new Error(state.name);
  const { visit } = state;
  const launch = { ...visit.launch, scope: 'openid orders:read email' };
  const { shared } = loginScreen({ ...state, visit: { ...visit, launch } });
  const known = { ...launch, scope: 'openid email address offline_access' };
  const chinese = loginScreen({ ...state, visit: { ...visit, lang: 'zh-CN', launch: known } });
  expect(chinese.shared.items.at(-1)?.detail).toMatch(/：邮箱、地址、保持登录$/);
  expect(shared.items.at(-1)?.detail).toBe('Harbor also asks for: orders:read, email address');
});

describe('why the person is still here', () => {
  const noticeOf = (code: FailureCode, phone: string) => {
    const login = drive();
    login.show({ query: { ...contract1, phone, lang: 'en' } });
    const { state } = login;
    if (state.name !== 'asking') throw new Error(state.name);
    return loginScreen({ ...state, notice: { code, message: 'm' } }).notice;
  };

  test.each([
    ['phone_denied', 'required', /^You did not share your phone number\. You need it to log in/],
    ['phone_denied', 'optional', /^WeChat did not share your phone number\. .*without/],
    ['privacy_refused', 'required', /^You need to accept WeChat’s privacy guidelines/],
    ['privacy_refused', 'optional', /^WeChat did not share your phone number\. .*without/],
    ['consent_refused', 'required', /agree/i],
    // With the number required these have a screen of their own.
    ['phone_quota', 'optional', /^WeChat did not share your phone number\. .*without/],
    ['phone_unavailable', 'optional', /^WeChat did not share your phone number\. .*without/],
    ['phone_not_allowed', 'optional', /^WeChat did not share your phone number\. .*without/],
    ['privacy_undeclared', 'optional', /^WeChat did not share your phone number\. .*without/],
    ['wechat_failed', 'optional', /^WeChat did not share your phone number\. .*without/],
    ['rate_limited', 'optional', /^WeChat did not share your phone number\. .*without/],
    ['unknown', 'optional', /^WeChat did not share your phone number\. .*without/],
    ['network', 'optional', /^Check your network/],
    ['timeout', 'optional', /^Your network may be slow/],
  ] as const)('%s, with the number %s', (code, phone, words) => {
    expect(noticeOf(code, phone)).toMatch(words);
  });
});

test('support gets the words of WeChat and the numbers of GenAuth, each by its name', () => {
  const state = failed('server', 4021)('en');
  if (state.name !== 'failed') throw new Error(state.name);
  const screen = view({ ...state, failure: { ...state.failure, detail: 'words' } });
  const lines = screen.screen === 'failure' ? screen.support.lines : [];
  expect(lines.map(({ id, label }) => [id, label])).toEqual([
    ['code', 'Error'],
    ['apiCode', expect.stringMatching(/\w/)],
    ['requestId', expect.stringMatching(/\w/)],
    ['detail', expect.stringMatching(/\w/)],
    ['time', 'Time'],
  ]);
  expect(lines.slice(1, 4).map(({ value }) => value)).toEqual([
    '4021',
    expect.stringMatching(/^[\w-]{36}$/),
    'words',
  ]);
});

describe('the time of a failure', () => {
  const at = Date.UTC(2026, 10, 29, 20, 5, 9);

  test.each([
    [480, '2026-11-30 04:05:09 +08:00'],
    [345, '2026-11-30 01:50:09 +05:45'],
    [0, '2026-11-29 20:05:09 +00:00'],
    [-210, '2026-11-29 16:35:09 -03:30'],
    [-600, '2026-11-29 10:05:09 -10:00'],
  ])('%i minutes east of Greenwich', (east, shown) => {
    expect(localTime(at, east)).toBe(shown);
  });

  // Date says how far UTC is ahead of the clock, which is the other way round.
  test('is by the clock of the phone', () => {
    const offset = jest.spyOn(Date.prototype, 'getTimezoneOffset').mockReturnValue(-480);
    try {
      expect(localTime(at)).toBe('2026-11-30 04:05:09 +08:00');
    } finally {
      offset.mockRestore();
    }
  });
});

describe('the page of an agreement', () => {
  const colours = {
    style: '--light-primary:#123456',
    bar: {
      light: { background: '#ffffff', front: '#000000' },
      dark: { background: '#000000', front: '#ffffff' },
    },
  } as const;
  const asking = (change: object = {}) => {
    const login = drive({ ...plain, ...change });
    login.show({ query: { ...contract1, lang: 'en' } });
    return login.state;
  };
  const uncoloured = { lang: 'en', colours: '', bar: null };

  test('is the tenant\u2019s own, or a text', () => {
    expect(presentAgreement(asking(), 'terms')).toEqual({
      ...uncoloured,
      kind: 'page',
      title: 'Terms',
      url: 'https://harbor.example/terms',
    });
    expect(presentAgreement(asking({ colours }), 'privacy')).toEqual({
      lang: 'en',
      colours: colours.style,
      bar: colours.bar,
      kind: 'text',
      title: 'Privacy',
      text: 'We keep nothing.',
    });
  });

  test('has no brackets above it, and comes with the reader where it is packaged', () => {
    const items = [
      { id: 'a', version: '1', title: { 'zh-CN': '《甲\u200b乙》' }, content: { packaged: 'a' } },
    ];
    expect(presentAgreement(asking({ agreements: { from: 'brand', items } }), 'a')).toEqual({
      ...uncoloured,
      kind: 'packaged',
      title: '甲乙',
      name: 'a',
    });
  });

  test('stays what it is when the login goes on behind it', () => {
    const login = drive();
    login.show({ query: { ...contract1, lang: 'en' } });
    toReturning(login);
    expect(presentAgreement(login.state, 'terms')).toMatchObject({
      kind: 'page',
      title: 'Terms',
    });
  });

  test('says so where there is none', () => {
    expect(presentAgreement(asking(), 'nowhere')).toEqual({
      ...uncoloured,
      kind: 'missing',
      title: 'Harbor',
      text: expect.stringMatching(/cannot be opened/),
    });
  });
});

describe('what the login passes and needs, and nothing else, is on the screen', () => {
  test('codes for the app are checked by nobody here', () => {
    const login = launched({ query: { ...contract1, return: 'codes' } });
    toPhoneSheet(login);
    login.pass(240_000);
    login.phone();
    const { screen } = login;
    if (screen.screen !== 'working') throw new Error(screen.screen);
    expect(screen.steps.map(({ id }) => id)).toEqual(['consent', 'wechat', 'return']);
  });

  test('where no account is created, the number is not said to be for that', () => {
    const detail = (createsAccounts?: boolean) => {
      const [first, ...others] = plain.apps;
      const entry = createsAccounts === undefined ? first : { ...first, createsAccounts };
      const login = drive({ ...plain, apps: [entry, ...others] });
      login.show();
      const { screen } = login;
      if (screen.screen !== 'login') throw new Error(screen.screen);
      return screen.shared.items.find(({ id }) => id === 'phone')?.detail;
    };
    expect(detail()).toContain('创建');
    expect(detail(true)).toContain('创建');
    expect(detail(false)).not.toContain('创建');
  });
});
