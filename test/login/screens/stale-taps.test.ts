import { describe, expect, test } from '@jest/globals';
import { contract1, type Driver, drive, toPhoneSheet, toReturning } from '../driver';

/*
 * A tap brings the number of the screen that the finger was on (docs/decisions/taps-carry-the-screen-number.md):
 * it counts while the screen says the same, and is dropped once it says something else.
 */

/** The number before, and whether a tap with it still counts. */
function screenAfter(
  login: Driver,
  change: (login: Driver) => void,
): 'same screen' | 'another screen' {
  const before = login.state.visit.screen;
  change(login);
  const now = login.state.visit.screen;
  if (now < before) throw new Error('the number of a screen went back');
  return now === before ? 'same screen' : 'another screen';
}

const read = (login: Driver, contractName: string, needsAuthorization = true) =>
  login.send({
    type: 'privacyRead',
    attempt: login.state.visit.attempt,
    needsAuthorization,
    contractName,
  });
const tick = (login: Driver, agreed = true) =>
  login.send({ type: 'agreementsToggled', agreed, screen: login.state.visit.screen });
const asking = (query: object = {}) => {
  const login = drive();
  login.show({ query: { ...contract1, ...query } });
  return login;
};

describe('on the login screen', () => {
  test.each<[string, (login: Driver) => void]>([
    ['the login code comes', (login) => login.loginCode()],
    ['the program is hidden', (login) => login.hide()],
    ['its page is loaded', (login) => login.load()],
    ['WeChat names no contract', (login) => read(login, '')],
    [
      'the launch is repeated',
      (login) => {
        login.hide();
        login.show();
      },
    ],
    ['an agreement cannot be opened', (login) => openFailed(login)],
  ])('%s: a tap still means the same', (_, change) => {
    expect(screenAfter(asking(), change)).toBe('same screen');
  });

  test.each<[string, (login: Driver) => void]>([
    ['the box is ticked', (login) => tick(login)],
    ['the sheet opens', (login) => login.tap('primaryTapped')],
    ['WeChat names its contract', (login) => read(login, '《指引》')],
    ['another launch comes', (login) => login.show({ query: { ...contract1, scope: 'openid' } })],
    ['the person leaves', (login) => login.tap('declined')],
  ])('%s: a tap for the screen before is dropped', (_, change) => {
    const login = asking();
    expect(screenAfter(login, change)).toBe('another screen');
  });

  test('a tick that is set again, or taken back', () => {
    const login = asking();
    tick(login);
    expect(screenAfter(login, () => tick(login))).toBe('same screen');
    expect(screenAfter(login, () => tick(login, false))).toBe('another screen');
  });

  test('the sheet closes, and opens by the other button', () => {
    const login = asking({ phone: 'optional' });
    login.tap('primaryTapped');
    const close = () => login.send({ type: 'sheetClosed', screen: login.state.visit.screen });
    expect(screenAfter(login, close)).toBe('another screen');
    const without = () =>
      login.send({ type: 'withoutPhoneTapped', screen: login.state.visit.screen });
    expect(screenAfter(login, without)).toBe('another screen');
  });

  test('a login code is renewed: a new try, and so another screen', () => {
    const login = asking();
    login.loginCode();
    login.pass(4 * 60_000);
    expect(screenAfter(login, () => login.ring())).toBe('another screen');
  });
});

const openFailed = (login: Driver) =>
  login.send({ type: 'openFailed', attempt: login.state.visit.attempt });

describe('beyond it', () => {
  test('"cancel" means the same, whatever is under way', () => {
    const login = drive();
    login.show({ query: { ...contract1, key: p256Key } });
    toPhoneSheet(login);
    login.phone();
    expect(login.state.name).toBe('signingIn');
    expect(screenAfter(login, () => login.signedIn())).toBe('same screen');
    expect(login.state.name).toBe('sealing');
  });

  test('going back, and the button that takes its place, are two screens', () => {
    const login = drive();
    login.show();
    expect(screenAfter(login, toReturning)).toBe('another screen');
    expect(screenAfter(login, () => login.wentBack(false))).toBe('another screen');
    expect(login.state.name).toBe('manualReturn');
  });

  test('a tap for a screen of before or after does nothing', () => {
    const login = asking();
    const { screen } = login.state.visit;
    for (const wrong of [screen - 1, screen + 1, Number.NaN]) {
      const { state } = login;
      expect(login.send({ type: 'declined', screen: wrong })).toBe(state);
    }
    expect(login.send({ type: 'declined', screen }).name).toBe('returning');
  });

  test('answers to another try do nothing', () => {
    const login = asking();
    const { attempt } = login.state.visit;
    for (const wrong of [attempt - 1, attempt + 1]) {
      const { state } = login;
      expect(login.send({ type: 'loginCodeArrived', attempt: wrong, code: 'c' })).toBe(state);
    }
  });
});

/** The base point of P-256 (SEC 2, 2.4.2) as a JWK. */
const p256Key = Buffer.from(
  JSON.stringify({
    kty: 'EC',
    crv: 'P-256',
    x: 'axfR8uEsQkf4vOblY6RA8ncDfYEt6zOg9KE5RdiYwpY',
    y: 'T-NC4v4af5uO5-tKfA-eFivOM1drMV7Oy7ZAaDe_UfU',
  }),
).toString('base64url');
