import { describe, expect, test } from '@jest/globals';
import type { Brand } from '../../miniprogram/login/brand';
import { consoleHost, plain } from '../../scripts/prove/brands';
import { contract1, type Driver, drive, toPhoneSheet, toReturning } from './driver';

/* What each tap asks for, what is left alone, and what the app gets of it. */

const fromGenauth: Brand = { ...plain, agreements: { from: 'genauth', consoleHost } };

const asking = (query: object = {}, brand?: Brand): Driver => {
  const login = drive(brand);
  login.show({ query: { ...contract1, lang: 'en', ...query } });
  login.load();
  return login;
};
const failing = (brand?: Brand): Driver => {
  const login = asking({}, brand);
  login.pass(12_000);
  login.ring();
  expect(login.screen.screen).toBe('failure');
  return login;
};
const openedManually = (brand?: Brand): Driver => {
  const login = drive(brand);
  login.show({ scene: 1007, language: 'en', caller: null });
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
    const login = openedManually();
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
    ['the screen of the program opened by hand', openedManually],
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
    const opened = openedManually();
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

describe('opened by hand', () => {
  const title = 'I agree to <a href="https://t.example/1">Terms</a>';
  const registering = { id: 8, title: '<a href="https://t.example/2">Joining</a>', availableAt: 0 };

  test('WeChat is asked for its contract, and GenAuth for the agreements', () => {
    const own = openedManually();
    const attempt = attemptOf(own);
    expect(own.effects).toEqual([{ type: 'readPrivacy', attempt }]);
    const login = openedManually(fromGenauth);
    expect(login.effects).toEqual([
      { type: 'readPrivacy', attempt: attemptOf(login) },
      {
        type: 'request',
        attempt: attemptOf(login),
        purpose: 'agreements',
        request: {
          method: 'GET',
          url: `${consoleHost}/api/v2/applications/${'a'.repeat(24)}/public-config`,
          headers: { 'x-app': 'a'.repeat(24) },
          timeoutMs: 10_000,
        },
      },
    ]);
  });

  test('their links are shown, those for registering too, and the contract by its name', () => {
    const login = openedManually(fromGenauth);
    const links = () =>
      login.screen.screen === 'about' && login.screen.agreements?.links.map(({ text }) => text);
    login.send({
      type: 'responded',
      attempt: attemptOf(login),
      purpose: 'signIn',
      response: {
        status: 200,
        body: { code: 200, data: { agreementEnabled: true, agreements: [registering] } },
      },
    });
    expect(links()).toBeUndefined();
    login.agreements([{ id: 7, title }, registering]);
    expect(links()).toEqual(['Terms', 'Joining']);
    login.privacy('《Guide》', false);
    expect(links()).toEqual(['Terms', 'Joining', '《Guide》']);
    expect(login.state.visit.privacy).toEqual({
      needsAuthorization: false,
      contractName: '《Guide》',
      refused: false,
    });
  });

  const attemptOf = (login: Driver) => login.state.visit.attempt;
});
