import { describe, expect, test } from '@jest/globals';
import type { GenauthAgreement } from '../../../miniprogram/login/brand';
import { documentOf } from '../../../miniprogram/login/choices';
import type { LoginScreen } from '../../../miniprogram/login/screen';
import { fromGenauth } from '../../../scripts/prove/brands';
import { contract1, type Driver, drive } from '../driver';

/* What the buttons of the login screen do, and what its links open. */

function loginScreen(login: Driver): LoginScreen {
  const { screen } = login;
  if (screen.screen !== 'login') throw new Error(`shows ${screen.screen}`);
  return screen;
}

const asks = (phone: 'required' | 'optional' | 'none') => ({ query: { ...contract1, phone } });

function namePrivacyContract(login: Driver, needsAuthorization: boolean, contractName: string) {
  const { attempt } = login.state.visit;
  login.send({ type: 'privacyRead', attempt, needsAuthorization, contractName });
}

const tick = (login: Driver) =>
  login.send({ type: 'agreementsToggled', agreed: true, screen: login.state.visit.screen });

describe('the main button', () => {
  test('asks for the agreements first, and does not wait for that', () => {
    const login = drive();
    login.show();
    expect(loginScreen(login).primary).toMatchObject({ action: 'next', busy: false });
  });

  test.each([
    ['required', 'getPhoneNumber'],
    ['optional', 'getPhoneNumber'],
    ['none', 'next'],
  ] as const)('with the box ticked and the phone number %s is %s', (phone, action) => {
    const login = drive();
    login.show(asks(phone));
    tick(login);
    expect(loginScreen(login).primary).toMatchObject({ action, busy: true });
    login.loginCode();
    expect(loginScreen(login).primary).toMatchObject({ action, busy: false });
  });

  // docs/wechat.md#one-button-for-agreeing-and-the-number
  test.each([
    [true, '《指引》', 'getPhoneNumber|agreePrivacyAuthorization'],
    [true, '', 'getPhoneNumber'],
    [false, '《指引》', 'getPhoneNumber'],
  ] as const)('where WeChat wants its contract (%s) %s, it is %s', (wants, name, action) => {
    const login = drive();
    login.show();
    namePrivacyContract(login, wants, name);
    tick(login);
    login.loginCode();
    expect(loginScreen(login).primary.action).toBe(action);
  });

  test('asks for the number alone after the contract was refused', () => {
    const login = drive();
    login.show();
    namePrivacyContract(login, true, '《指引》');
    tick(login);
    login.loginCode();
    login.tap('primaryTapped');
    login.phone({ errMsg: 'getPhoneNumber:fail privacy permission is not authorized' });
    expect(loginScreen(login).primary.action).toBe('getPhoneNumber');
  });
});

describe("the sheet's button", () => {
  const opened = (phone: 'required' | 'optional' | 'none', by: 'primary' | 'withoutPhone') => {
    const login = drive();
    login.show(asks(phone));
    if (by === 'primary') login.tap('primaryTapped');
    else login.send({ type: 'withoutPhoneTapped', screen: login.state.visit.screen });
    return login;
  };

  test.each([
    ['required', 'primary', 'getPhoneNumber'],
    ['optional', 'primary', 'getPhoneNumber'],
    ['none', 'primary', 'next'],
    ['optional', 'withoutPhone', 'next'],
  ] as const)('phone number %s, opened by %s: %s', (phone, by, action) => {
    const login = opened(phone, by);
    expect(loginScreen(login).sheet?.agree).toMatchObject({ action, busy: true });
    login.loginCode();
    expect(loginScreen(login).sheet?.agree).toMatchObject({ action, busy: false });
  });

  test('is for both in one tap where the contract stands in its sentence', () => {
    const login = opened('required', 'primary');
    namePrivacyContract(login, true, '《指引》');
    expect(loginScreen(login).sheet?.agree.action).toBe('getPhoneNumber|agreePrivacyAuthorization');
  });

  test('there is none for a second way on where the phone number is not optional', () => {
    expect(loginScreen(opened('required', 'withoutPhone')).sheet).toBeNull();
  });
});

const genauth: GenauthAgreement = {
  id: 'both',
  version: '1',
  optional: false,
  parts: [
    { text: 'I agree to ', url: null, id: 'both' },
    { text: 'Terms', url: 'https://harbor.example/terms', id: 'both' },
    { text: ' and ', url: null, id: 'both' },
    { text: 'Privacy', url: 'https://harbor.example/privacy', id: 'both-2' },
  ],
};

describe('a link opens', () => {
  const asking = () => {
    const login = drive();
    login.show({ query: { ...contract1, lang: 'en' } });
    if (login.state.name !== 'asking') throw new Error(login.state.name);
    return login.state;
  };

  test('the agreement of the brand that it names', () => {
    const state = asking();
    expect(documentOf(state, 'terms')).toEqual({
      title: 'Terms',
      content: { url: 'https://harbor.example/terms' },
    });
    expect(documentOf(state, 'privacy')).toMatchObject({ title: 'Privacy' });
    expect(documentOf(state, 'other')).toBeNull();
  });

  test('each its own address, where a sentence of GenAuth has several', () => {
    const state = asking();
    const shown = { ...state, consent: { ...state.consent, agreements: [genauth] } };
    const addressOf = (id: string) => documentOf(shown, id);
    expect(addressOf('both')).toEqual({
      title: 'Terms',
      content: { url: 'https://harbor.example/terms' },
    });
    expect(addressOf('both-2')).toMatchObject({ title: 'Privacy' });
    expect(addressOf('both-3')).toBeNull();
  });

  test('what is shown to a person who opened the program by hand', () => {
    const login = drive();
    login.show({ scene: 1007 });
    expect(documentOf(login.state, 'terms')).toMatchObject({ title: 'Terms' });
    if (login.state.name !== 'about') throw new Error(login.state.name);
    const shown = { ...login.state, agreements: [genauth] };
    expect(documentOf(shown, 'both-2')).toMatchObject({ title: 'Privacy' });
    expect(documentOf(shown, 'terms')).toBeNull();
  });

  test('nothing where the agreements could not be read', () => {
    const failing = drive(fromGenauth);
    failing.show();
    failing.pass(20_000);
    failing.ring();
    expect(failing.state).toMatchObject({ name: 'failed', consent: null });
    expect(documentOf(failing.state, 'terms')).toBeNull();
  });

  test('nothing where the screen has no such link', () => {
    const login = drive();
    login.show();
    const { screen } = login.state.visit;
    login.send({ type: 'agreementOpened', id: 'other', screen });
    expect(login.asked('openAgreement')).toEqual([]);
    login.send({ type: 'agreementOpened', id: 'terms', screen });
    expect(login.asked('openAgreement')).toMatchObject([{ id: 'terms' }]);
  });
});
