import { describe, expect, test } from '@jest/globals';
import type { Brand } from '../../../miniprogram/login/brand';
import { fromGenauth, plain } from '../../../scripts/prove/brands';
import {
  contract1,
  type Driver,
  drive,
  launched,
  openedByHand,
  toPhoneSheet,
  toReturning,
} from '../driver';

/* What each tap asks for, what is left alone, and what the app gets of it. */

const asking = (query: object = {}, brand?: Brand): Driver =>
  launched({ query: { ...contract1, lang: 'en', ...query } }, brand);
const failing = (brand?: Brand): Driver => {
  const login = asking({}, brand);
  login.pass(12_000);
  login.ring();
  expect(login.screen.screen).toBe('failure');
  return login;
};
const openFailed = (login: Driver) =>
  login.send({ type: 'openFailed', attempt: login.state.visit.attempt });
const toggle = (login: Driver, id: string, agreed: boolean) =>
  login.send({ type: 'optionToggled', id, agreed, screen: login.state.visit.screen });

function noticeOf({ screen }: Driver): string | null {
  if (screen.screen !== 'login' && screen.screen !== 'about') throw new Error(screen.screen);
  return screen.notice;
}
function sheetOf({ screen }: Driver) {
  if (screen.screen !== 'login') throw new Error(screen.screen);
  return screen.sheet;
}
const errorOf = (login: Driver) => JSON.parse(login.result ?? '{}').error;

describe('what stands above the button', () => {
  const cannotOpen = (login: Driver) => {
    openFailed(login);
    expect(noticeOf(login)).toMatch(/cannot be opened/);
  };
  const refusing = (login: Driver) => {
    login.tap('primaryTapped');
    login.tap('sheetClosed');
    expect(noticeOf(login)).toMatch(/agree/i);
  };
  const denying = (login: Driver) => {
    login.loginCode();
    login.tick();
    login.tap('primaryTapped');
    login.phone({ errMsg: 'getPhoneNumber:fail user deny' });
    expect(noticeOf(login)).toMatch(/did not share/);
  };

  test('that an agreement cannot be opened changes nothing about why there is no number', () => {
    const login = asking();
    denying(login);
    cannotOpen(login);
    login.tap('declined');
    expect(errorOf(login)).toMatchObject({ code: 'phone_denied' });
  });

  test.each<[string, (login: Driver) => void, boolean]>([
    ['that an agreement cannot be opened', cannotOpen, true],
    ['that the agreements are needed', refusing, true],
    ['that no number was shared', denying, false],
  ])('%s: what the tick answers is gone with it', (_, say, isAnswered) => {
    const login = asking();
    say(login);
    const said = noticeOf(login);
    login.tick(false);
    expect(noticeOf(login)).toBe(said);
    login.tick();
    expect(noticeOf(login)).toBe(isAnswered ? null : said);
  });

  test('is what the app gets when the person leaves, and an unreadable agreement is no reason', () => {
    const cancelled = { code: 'user_cancelled', message: 'The person chose not to log in' };
    const refused = {
      code: 'consent_refused',
      message: 'The person did not agree to the agreements',
    };
    const denied = { code: 'phone_denied', message: 'The person did not share the phone number' };
    for (const [say, error] of [
      [() => undefined, cancelled],
      [cannotOpen, cancelled],
      [refusing, refused],
      [denying, denied],
      [(login: Driver) => login.tap('primaryTapped'), refused],
      [toPhoneSheet, cancelled],
    ] as const) {
      const login = asking();
      say(login);
      login.tap('declined');
      expect(errorOf(login)).toEqual(error);
    }
  });

  test('an agreement cannot be opened, told to who opened the program by hand', () => {
    const login = openedByHand();
    expect(noticeOf(login)).toBeNull();
    openFailed(login);
    expect(noticeOf(login)).toMatch(/cannot be opened/);
  });
});

describe('the sheet', () => {
  test('that is not there takes no yes, and closing it refuses nothing', () => {
    const login = asking();
    login.loginCode();
    login.tap('sheetAgreed');
    login.tap('sheetClosed');
    expect(login.screen).toMatchObject({ consent: { agreed: false }, notice: null, sheet: null });
    login.tick();
    login.tap('sheetClosed');
    expect(login.screen).toMatchObject({ consent: { agreed: true }, notice: null });
  });

  test('waits for the login code before it takes a yes', () => {
    const login = asking();
    login.tap('primaryTapped');
    login.tap('sheetAgreed');
    expect(login.screen).toMatchObject({ consent: { agreed: false }, sheet: { agree: {} } });
    login.phone();
    expect(login.asked('request')).toEqual([]);
  });

  test('opens for what was tapped, and has the words for it', () => {
    const login = asking({ phone: 'none' });
    login.tap('primaryTapped');
    expect(login.state).toMatchObject({ sheet: 'withoutPhone' });
    expect(sheetOf(login)?.agree).toEqual({
      label: 'Agree and continue',
      action: 'next',
      busy: true,
    });
    const optional = asking({ phone: 'optional' });
    optional.tap('withoutPhoneTapped');
    expect(optional.state).toMatchObject({ sheet: 'withoutPhone' });
    optional.tap('primaryTapped');
    expect(optional.state).toMatchObject({ sheet: 'phone' });
  });
});

describe('the main button', () => {
  test('waits for the login code: a tap before is none', () => {
    for (const phone of ['none', 'required']) {
      const login = asking({ phone });
      login.tick();
      login.tap('primaryTapped');
      expect(login.state).toMatchObject({ name: 'asking', phonePrompt: null });
      login.phone();
      expect(login.state.name).toBe('asking');
    }
  });

  test('without a number, with what was agreed to in the result', () => {
    const login = asking({ phone: 'none' });
    login.loginCode();
    login.tick();
    login.tap('primaryTapped');
    login.signedIn();
    expect(JSON.parse(login.result ?? '')).toMatchObject({
      status: 'ok',
      consent: {
        agreements: [
          { id: 'terms', version: '1' },
          { id: 'privacy', version: '2' },
        ],
      },
    });
  });

  test('a number that no tap asked for is not taken, though the box is ticked', () => {
    const login = asking();
    login.loginCode();
    login.tick();
    login.phone();
    expect(login.state).toMatchObject({ name: 'asking', phonePrompt: null });
    expect(login.asked('request')).toEqual([]);
  });
});

test('of two optional agreements one can be taken back alone', () => {
  const login = asking({}, fromGenauth);
  login.agreements([
    { id: 1, title: 'Terms' },
    { id: 2, title: 'News', required: false },
    { id: 3, title: 'Calls', required: false },
  ]);
  const ticked = () => {
    if (login.screen.screen !== 'login') throw new Error(login.screen.screen);
    return login.screen.options.filter(({ agreed }) => agreed).map(({ id }) => id);
  };
  toggle(login, '2', true);
  toggle(login, '3', true);
  expect(ticked()).toEqual(['2', '3']);
  toggle(login, '2', false);
  expect(ticked()).toEqual(['3']);
});

describe('links and ways out ask for exactly one thing', () => {
  const attemptOf = (login: Driver) => login.state.visit.attempt;

  test.each([
    ['the login screen', asking],
    ['the screen of the program opened by hand', openedByHand],
  ])('%s: an agreement, and WeChat\u2019s own contract', (_, open) => {
    const login = open();
    const { screen, attempt } = login.state.visit;
    const before = login.screen;
    login.send({ type: 'agreementOpened', id: 'terms', screen });
    expect(login.effects).toEqual([{ type: 'openAgreement', attempt, id: 'terms' }]);
    login.send({ type: 'agreementOpened', id: 'nowhere', screen });
    expect(login.effects).toEqual([]);
    login.tap('privacyContractOpened');
    expect(login.effects).toEqual([{ type: 'openPrivacyContract', attempt }]);
    expect(login.screen).toEqual(before);
  });

  test('leaving: by hand, with the button that did not help, and at the end', () => {
    const opened = openedByHand();
    opened.tap('exitTapped');
    expect(opened.effects).toEqual([{ type: 'exit' }]);
    expect(opened.screen.screen).toBe('about');

    const login = asking();
    toReturning(login);
    login.wentBack(false);
    login.tap('exitTapped');
    expect(login.effects).toEqual([{ type: 'exit' }]);
    expect(login.state).toMatchObject({ name: 'finished', delivery: 'lost', confirmableUntil: 0 });
    login.tap('exitTapped');
    expect(login.effects).toEqual([{ type: 'exit' }]);
    expect(login.state.name).toBe('finished');
  });

  test('what support needs is copied where the brand has declared the clipboard', () => {
    const login = failing();
    const before = login.screen;
    login.tap('supportCopied');
    expect(login.effects).toEqual([
      { type: 'copy', text: 'code: timeout\ntime: 2026-11-29T00:00:12.000Z' },
    ]);
    expect(login.screen).toEqual(before);
    const undeclared = failing({ ...plain, clipboard: false });
    undeclared.tap('supportCopied');
    expect(undeclared.effects).toEqual([]);
    expect(undeclared.screen.screen).toBe('failure');
  });

  test('trying again where that cannot help does nothing', () => {
    const login = asking();
    toPhoneSheet(login);
    login.phone({ errMsg: 'getPhoneNumber:fail no permission' });
    const { state } = login;
    expect(login.tap('retryTapped')).toBe(state);
    expect(login.effects).toEqual([]);
  });

  test('a launch with a key has the sealing made ready, any other has not', () => {
    const key = Buffer.from(
      '{"kty":"EC","crv":"P-256","x":"axfR8uEsQkf4vOblY6RA8ncDfYEt6zOg9KE5RdiYwpY","y":"T-NC4v4af5uO5-tKfA-eFivOM1drMV7Oy7ZAaDe_UfU"}',
    ).toString('base64url');
    expect(asking({ key }).asked('prepareSeal')).toEqual([{ type: 'prepareSeal' }]);
    expect(asking().asked('prepareSeal')).toEqual([]);
    const login = drive();
    login.show();
    const attempt = attemptOf(login);
    expect(login.effects).toEqual([
      { type: 'readPrivacy', attempt },
      { type: 'fetchLoginCode', attempt },
    ]);
  });
});
