import { describe, expect, test } from '@jest/globals';
import { brand as applied } from '../../miniprogram/brand';
import type { Brand } from '../../miniprogram/login/brand';
import { type FailureCode, failures, isShown } from '../../miniprogram/login/failure';
import type { Lang } from '../../miniprogram/login/lang';
import type { View } from '../../miniprogram/login/screen';
import type { State } from '../../miniprogram/login/state';
import { view } from '../../miniprogram/login/view';
import { directoryWords, templateWords } from '../../miniprogram/login/words/directory';
import { textsOf } from '../../scripts/brand/pack/texts';
import { failed, scenes, viewOf, viewsOf } from '../../scripts/screens/scenes';

const langs: readonly Lang[] = ['zh-CN', 'zh-TW', 'en', 'ja'];
// What only programs with brands at run time can say has no words in this brand's.
const codes = Object.keys(failures)
  .filter((code): code is FailureCode => Object.hasOwn(failures, code))
  .map((code) => ({ code, message: '' }))
  .filter(isShown)
  .flatMap(({ code }) =>
    Object.hasOwn({ ...directoryWords, ...templateWords }, code) ? [] : [code],
  );

function show<S extends View['screen']>(
  name: string,
  screen: S,
  lang: Lang = 'en',
): Extract<View, { screen: S }> {
  const scene = scenes.find((one) => one.name === name);
  if (!scene) throw new Error(`no scene ${name}`);
  const seen = viewOf(scene, lang);
  if (!isScreen(seen, screen)) throw new Error(`${name} shows ${seen.screen}`);
  return seen;
}

function isScreen<S extends View['screen']>(
  seen: View,
  screen: S,
): seen is Extract<View, { screen: S }> {
  return seen.screen === screen;
}

/** Without the names of the fields. */
const textOf = (seen: unknown) => JSON.stringify(seen).replace(/"\w+":/g, '');

describe('what the login screen shows', () => {
  test('who asks, on whose behalf, and what is shared', () => {
    const seen = show('login', 'login');
    expect(seen.asking).toContain('Harbor');
    expect(seen.onBehalf).toContain('Harbor Technology');
    expect(seen.shared.items.map(({ id }) => id)).toEqual(['wechat', 'phone']);
  });

  test('an unticked box, and a button that asks WeChat for nothing yet', () => {
    const seen = show('login', 'login');
    expect(seen.consent.agreed).toBe(false);
    expect(seen.primary.action).toBe('next');
    expect(seen.sheet).toBeNull();
  });

  test('with the box ticked, a button that asks WeChat for the phone and its privacy contract in one tap', () => {
    expect(show('login-agreed', 'login').primary).toMatchObject({
      action: 'getPhoneNumber|agreePrivacyAuthorization',
      busy: false,
    });
  });

  test('a button that waits while WeChat has given no code', () => {
    expect(show('login-getting-ready', 'login').primary.busy).toBe(true);
  });

  test("a sheet with the same agreements, WeChat's contract among them, and one button that agrees and goes on", () => {
    const seen = show('login-sheet', 'login');
    const links = (parts: readonly { kind: string; id: string }[]) =>
      parts.filter(({ kind }) => kind !== 'text').map(({ id }) => id);
    expect(links(seen.sheet?.parts ?? [])).toEqual(['terms', 'privacy', 'wechat-privacy']);
    expect(links(seen.consent.parts)).toEqual(['terms', 'privacy', 'wechat-privacy']);
    expect(seen.sheet?.agree.action).toBe('getPhoneNumber|agreePrivacyAuthorization');
  });

  test('what is asked for beyond the usual', () => {
    expect(show('login-scopes', 'login').shared.items.map(({ detail }) => detail)).toContain(
      'Harbor also asks for: email address',
    );
    expect(show('login', 'login').shared.items).toHaveLength(2);
  });

  test('a second, quieter way on only when the phone is optional', () => {
    expect(show('login-optional', 'login').withoutPhone).not.toBeNull();
    expect(show('login', 'login').withoutPhone).toBeNull();
  });

  test.each(langs)('no word of a phone when none is asked for (%s)', (lang) => {
    const seen = show('login-no-phone', 'login', lang);
    expect(textOf(seen)).not.toMatch(/phone|手机号|手機號|電話番号/i);
  });

  test('every id of a sentence once, so that a list can be keyed by it', () => {
    const ids = show('login', 'login').consent.parts.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('what the other screens show', () => {
  test('working: only steps that happen, one of them active', () => {
    const steps = (name: string) =>
      show(name, 'working').steps.map(({ id, status }) => `${id} ${status}`);
    expect(steps('working')).toEqual([
      'consent done',
      'wechat done',
      'account active',
      'return waiting',
    ]);
    expect(steps('working-sealing')).toEqual([
      'consent done',
      'wechat done',
      'account done',
      'seal active',
      'return waiting',
    ]);
    expect(steps('working-preparing')).toEqual([]);
  });

  test('returning: the way back by hand carries the result', () => {
    expect(show('returning', 'returning').launchApp).toBeNull();
    expect(show('returning-manual', 'returning').launchApp).toMatchObject({
      button: { action: 'launchApp' },
      appParameter: '{}',
    });
  });

  test('finished: never says that it worked when the app does not know', () => {
    expect(show('finished', 'returning').outcome).toBe('ok');
    expect(show('finished-lost', 'returning')).toMatchObject({
      outcome: 'error',
      heading: 'Could not go back to Harbor',
    });
  });

  test('by hand: an exit next to the button, other words once it did not help, and nothing in it in the background', () => {
    const seen = show('returning-manual', 'returning');
    expect(seen.exit).not.toBeNull();
    expect(show('returning-again', 'returning').detail).not.toBe(seen.detail);
    const state = scenes.find(({ name }) => name === 'returning-manual')?.state('en');
    if (state?.name !== 'manualReturn') throw new Error('no such scene');
    const hidden: State = { ...state, visit: { ...state.visit, inFront: false } };
    expect(view(hidden)).toMatchObject({ launchApp: { appParameter: '' } });
  });

  test.each(codes)(
    'failure %s: what happened, whose it is and what to do, in four languages',
    (code) => {
      for (const lang of langs) {
        const seen = viewOf({ name: code, title: code, state: failed(code, 2004) }, lang);
        if (seen.screen !== 'failure') throw new Error(seen.screen);
        expect([seen.heading, seen.whose, seen.advice].filter((text) => text === '')).toEqual([]);
        expect(seen.retry === null).toBe(failures[code].retry === 'never');
        expect(seen.support.lines.map(({ id }) => id)).toEqual([
          'code',
          'apiCode',
          'requestId',
          'time',
        ]);
      }
    },
  );

  test('opened by hand: no login, but what it is for, the agreements and a contact', () => {
    const seen = show('about', 'about');
    expect(textOf(seen)).not.toContain('getPhoneNumber');
    expect(seen.agreements?.links.map(({ id }) => id)).toEqual([
      'terms',
      'privacy',
      'wechat-privacy',
    ]);
    expect(seen.contact?.value).toBe('help@harbor.example');
  });

  test.each(langs)('nothing is left to put in, and every screen is announced (%s)', (lang) => {
    for (const scene of scenes) {
      const seen = viewOf(scene, lang);
      expect(textOf(seen)).not.toMatch(/\{(app|operator|list|scopes)\}/);
      expect(seen.announcement).not.toBe('');
    }
  });
});

test("a tenant's own words take the place of ours, with the names put in", () => {
  const texts = textsOf({
    languages: applied.languages,
    words: { en: { 'login.heading': 'Welcome aboard {app}' } },
  });
  const brand: Brand = { ...applied, texts };
  const loginIn = (lang: Lang) => viewsOf(brand, lang)[0]?.view;
  expect(loginIn('en')).toMatchObject({
    heading: 'Welcome aboard Harbor',
  });
  expect(loginIn('ja')).toMatchObject({
    heading: 'ハーバーにログイン',
  });
});
