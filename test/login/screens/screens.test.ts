import { describe, expect, test } from '@jest/globals';
import { type FailureCode, failures } from '../../../miniprogram/login/failure';
import { langs } from '../../../miniprogram/login/lang';
import type { ButtonAction, LoginScreen, View } from '../../../miniprogram/login/screen';
import type { State } from '../../../miniprogram/login/state';
import { view } from '../../../miniprogram/login/view';
import { failed, fullest, scenes } from '../../../scripts/screens/scenes';
import { contract1, drive, launched, toPhoneSheet } from '../driver';

/* Whole screens, as a person reads them, and that no word of any is missing. */

function stateOf(name: string): State {
  const scene = [...scenes, fullest].find((one) => one.name === name);
  if (scene === undefined) throw new Error(`no scene ${name}`);
  return scene.state('en');
}
const seen = (name: string): View => view(stateOf(name));
function loginScreen(state: State): LoginScreen {
  const screen = view(state);
  if (screen.screen !== 'login') throw new Error(screen.screen);
  return screen;
}

const page = { lang: 'en', number: 0, title: 'Harbor', colours: '', bar: null };

describe('as it is read', () => {
  test('opened by hand', () => {
    expect(seen('about')).toEqual({
      ...page,
      screen: 'about',
      announcement: 'Log in to Harbor with WeChat',
      logo: '/brand/logo.png',
      heading: 'Log in to Harbor with WeChat',
      body: 'This mini program, run by Harbor Technology, lets users of Harbor log in with WeChat. To log in, start in the Harbor app.',
      how: {
        heading: 'How it works',
        steps: [
          'Open the Harbor app on your phone',
          'Tap “Log in with WeChat” to come here',
          'Agree and log in to return to Harbor',
        ],
      },
      agreements: {
        heading: 'Agreements',
        links: [
          { kind: 'agreement', id: 'terms', text: 'Terms of Service' },
          { kind: 'agreement', id: 'privacy', text: 'Privacy Policy' },
          {
            kind: 'privacyContract',
            id: 'wechat-privacy',
            text: '《港湾小程序\u200b隐私保护指引》',
          },
        ],
      },
      notice: null,
      contact: { heading: 'Contact us', value: 'help@harbor.example' },
    });
  });

  test('signing in, with all its stations', () => {
    expect(seen('working-sealing')).toEqual({
      ...page,
      screen: 'working',
      announcement: 'Logging in to Harbor Usually takes a second or two',
      heading: 'Logging in to Harbor',
      detail: 'Usually takes a second or two',
      steps: [
        { id: 'consent', label: 'Agreements accepted', status: 'done', statusLabel: 'Done' },
        {
          id: 'wechat',
          label: 'Confirming your WeChat identity',
          status: 'done',
          statusLabel: 'Done',
        },
        {
          id: 'account',
          label: 'Checking your Harbor account',
          status: 'done',
          statusLabel: 'Done',
        },
        {
          id: 'seal',
          label: 'Encrypting the result',
          status: 'active',
          statusLabel: 'In progress',
        },
        { id: 'return', label: 'Back to Harbor', status: 'waiting', statusLabel: 'Not started' },
      ],
      cancel: { label: 'Cancel' },
    });
  });

  test('a failure', () => {
    expect(seen('failure-network')).toEqual({
      ...page,
      screen: 'failure',
      icon: 'connection',
      announcement: 'No connection Check your network, then try again.',
      heading: 'No connection',
      whose: 'This is not about your account.',
      advice: 'Check your network, then try again.',
      retry: { label: 'Try again', action: 'next', busy: false },
      backToApp: { label: 'Back to Harbor' },
      support: {
        heading: 'Details for support',
        lines: [
          { id: 'code', label: 'Error', value: 'network' },
          {
            id: 'time',
            label: 'Time',
            value: expect.stringMatching(/^2025-11-20 \d\d:\d\d:00 [+-]\d\d:\d\d$/),
          },
        ],
        copy: { label: 'Copy' },
      },
    });
  });

  test('the button, that it did not help, and the end of a login that was refused', () => {
    const manual = {
      ...page,
      screen: 'returning',
      announcement: 'Almost done If Harbor does not open by itself, tap the button below.',
      outcome: 'ok',
      heading: 'Almost done',
      detail: 'If Harbor does not open by itself, tap the button below.',
      launchApp: {
        button: { label: 'Back to Harbor', action: 'launchApp', busy: false },
        appParameter: '{}',
      },
      exit: { label: 'Close mini program' },
    };
    expect(seen('returning-manual')).toEqual(manual);
    const again = 'Harbor did not open. Check your network, then tap again.';
    expect(seen('returning-again')).toEqual({
      ...manual,
      announcement: `Almost done ${again}`,
      detail: again,
    });
    const finished = stateOf('finished');
    if (finished.name !== 'finished') throw new Error(finished.name);
    expect(view({ ...finished, outcome: 'error' })).toMatchObject({
      outcome: 'error',
      heading: 'Not logged in',
      detail: expect.stringContaining('Harbor'),
      launchApp: null,
    });
  });

  test('a login that asks for all that there is', () => {
    expect(loginScreen(stateOf('login-fullest'))).toMatchObject({
      shared: {
        heading: 'What you share',
        items: [
          { id: 'wechat', label: 'WeChat identity' },
          {
            id: 'phone',
            label: 'Phone number',
            detail: 'Optional. Helps you find your account again.',
          },
          {
            id: 'notice',
            label: 'Other information',
            detail: 'Harbor also asks for: email address, address, keeping you logged in',
          },
        ],
      },
      consent: { id: '' },
      primary: { label: 'Log in with phone' },
      withoutPhone: { label: 'Log in without phone number' },
      decline: { label: 'Not now' },
      notice: expect.stringMatching(/^WeChat did not share your phone number\. .*without/),
    });
    expect(loginScreen(stateOf('login')).shared.items[1]?.detail).toMatch(/^Shared by WeChat only/);
    const without = loginScreen(stateOf('login-no-phone'));
    expect(without.primary.label).toBe('Log in with WeChat');
    expect(without.shared.items.map(({ id }) => id)).toEqual(['wechat']);
  });
});

test('the picture of a failure says whose it is', () => {
  const icons = Object.fromEntries(
    (['network', 'user_not_found', 'server', 'code_expired', 'unknown'] as const).map((code) => {
      const screen = view(failed(code)('en'));
      return [code, screen.screen === 'failure' && screen.icon];
    }),
  );
  expect(icons).toEqual({
    network: 'connection',
    user_not_found: 'account',
    server: 'notice',
    code_expired: 'notice',
    unknown: 'notice',
  });
});

describe('working', () => {
  test('on what is renewed or minted, too, shows where it is', () => {
    const stations = (login: ReturnType<typeof drive>) =>
      login.screen.screen === 'working' &&
      login.screen.steps.map(({ id, status }) => `${id} ${status}`);
    const login = launched({ query: { ...contract1, return: 'ticket' } });
    toPhoneSheet(login);
    login.pass(240_000);
    login.phone();
    expect(login.state.name).toBe('renewing');
    expect(stations(login)).toEqual([
      'consent done',
      'wechat active',
      'account waiting',
      'return waiting',
    ]);
    login.loginCode();
    expect(login.state.name).toBe('minting');
    expect(stations(login)).toEqual([
      'consent done',
      'wechat done',
      'account active',
      'return waiting',
    ]);
  });
});

describe('no word is missing', () => {
  /** What may be empty: it is no text that a person reads. */
  const silent = ['colours', 'appParameter', 'consent.id'];

  function emptyTexts(value: unknown, path = ''): string[] {
    if (typeof value === 'string') return value === '' && !silent.includes(path) ? [path] : [];
    if (typeof value !== 'object' || value === null) return value === undefined ? [path] : [];
    const entries = Object.entries(value);
    if (entries.length === 0 && !Array.isArray(value)) return [path];
    return entries.flatMap(([name, one]) => emptyTexts(one, path ? `${path}.${name}` : name));
  }

  test.each(langs)('on any screen (%s)', (lang) => {
    const notices = Object.keys(failures).filter((code): code is FailureCode => code in failures);
    const asking = fullest.state(lang);
    if (asking.name !== 'asking') throw new Error(asking.name);
    const states = [
      ...[...scenes, fullest].map((scene) => scene.state(lang)),
      ...notices.map((code) => ({ ...asking, notice: { code, message: '' } })),
      { ...asking, notice: { cannotOpen: true } as const, sheet: 'withoutPhone' as const },
    ];
    for (const state of states) expect(emptyTexts(view(state))).toEqual([]);
  });
});

/** Typed, so that an action more, or one less, does not compile. */
const buttonActions: Readonly<Record<ButtonAction, true>> = {
  next: true,
  getPhoneNumber: true,
  'getPhoneNumber|agreePrivacyAuthorization': true,
  launchApp: true,
};

test('each thing that a button can do is what some button does', () => {
  const actionsIn = (value: unknown): string[] => {
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([name, one]) =>
      name === 'action' ? [String(one)] : actionsIn(one),
    );
  };
  const login = drive();
  login.show({ query: contract1 });
  login.tick();
  const shown = [...scenes.map((scene) => view(scene.state('en'))), login.screen];
  expect([...new Set(actionsIn(shown))].sort()).toEqual(Object.keys(buttonActions).sort());
});
