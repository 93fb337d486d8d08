import { expect } from '@jest/globals';
import { wakeAt } from '../../miniprogram/login/alarm';
import type { Brand } from '../../miniprogram/login/brand';
import type { Effect } from '../../miniprogram/login/effect';
import type { Event } from '../../miniprogram/login/event';
import { type Failure, failures } from '../../miniprogram/login/failure';
import { initial, step } from '../../miniprogram/login/flow';
import { readAgreements } from '../../miniprogram/login/genauth/agreements';
import type { DeliveryState, Returning, State } from '../../miniprogram/login/state';
import type { Directory } from '../../miniprogram/login/steps/step';
import { view } from '../../miniprogram/login/view';
import { plain } from '../../scripts/prove/brands';

type Tap = Exclude<
  Extract<Event, { screen: number }>['type'],
  'agreementsToggled' | 'optionToggled' | 'agreementOpened'
>;

/** What `App.onShow` brings; the rest as for a launch of contract 1 by the brand's first app. */
export interface Shown {
  readonly scene?: number;
  readonly path?: string;
  readonly query?: unknown;
  readonly caller?: string | null;
  readonly language?: string;
  readonly canGoBack?: boolean;
}

export const appA = plain.apps[0].mobileAppId;
export const appB = plain.apps[1]?.mobileAppId ?? '';
export const contract1 = { v: '1', state: 's'.repeat(22) };

/**
 * One process of the program, event by event, with nothing between the test and the table: the test
 * says what WeChat does and in which order. Time passes without the alarm; `ring` is the alarm.
 */
export function drive(brand: Brand = plain, directory?: Directory) {
  let state: State = initial(brand);
  let now = Date.UTC(2026, 10, 29);
  let effects: readonly Effect[] = [];
  const asked: Effect[] = [];
  let loads = true;

  const send = (event: Event): State => {
    const reading = loads ? { readAgreements } : {};
    ({ state, effects } = step(state, event, { brand, directory, now, ...reading }));
    checkClosed(state, effects);
    asked.push(...effects);
    return state;
  };
  /** Now, of this try and this screen. */
  const attempt = () => state.visit.attempt;
  const tap = (type: Tap) => send({ type, screen: state.visit.screen });

  return {
    send,
    tap,
    tick: (agreed = true) =>
      send({ type: 'agreementsToggled', agreed, screen: state.visit.screen }),
    privacy: (contractName: string, needsAuthorization = true) =>
      send({ type: 'privacyRead', attempt: attempt(), needsAuthorization, contractName }),
    /** What was asked for by the last event. */
    get effects() {
      return effects;
    },
    /** The text that the app gets: by the call that goes back, or on the button. */
    get result() {
      return 'result' in state ? state.result : null;
    },
    /** WeChat loads what reads GenAuth's agreements, or does not. */
    set loadsReader(can: boolean) {
      loads = can;
    },
    get state() {
      return state;
    },
    get screen() {
      return view(state);
    },
    /** All that was asked of WeChat and the servers, by type. */
    asked: (type: Effect['type']) => asked.filter((effect) => effect.type === type),
    show({
      scene = 1069,
      path = 'pages/login/login',
      query = contract1,
      caller = appA,
      language = 'zh_CN',
      canGoBack = true,
    }: Shown = {}) {
      return send({
        type: 'entered',
        options: { path, query, scene, caller },
        language,
        canGoBack,
      });
    },
    load: () => send({ type: 'pageLoaded' }),
    hide: () => send({ type: 'hidden' }),
    pass(ms: number) {
      now += ms;
    },
    /** The alarm, whenever it was set to. */
    ring: () => send({ type: 'alarmRang' }),
    /** In how many ms the alarm rings; null: it is not set. */
    ringsIn: () => {
      const at = wakeAt(state);
      return at === null ? null : at - now;
    },
    loginCode: (code = 'login-code') =>
      send({ type: 'loginCodeArrived', attempt: attempt(), code }),
    phone: (detail: unknown = { errMsg: 'getPhoneNumber:ok', code: 'phone-code' }) =>
      send({ type: 'phoneAnswered', detail }),
    signedIn: () =>
      send({
        type: 'responded',
        attempt: attempt(),
        purpose: 'signIn',
        response: { status: 200, body: { statusCode: 200, data: tokens } },
      }),
    agreements: (agreements: unknown) =>
      send({
        type: 'responded',
        attempt: attempt(),
        purpose: 'agreements',
        response: {
          status: 200,
          body: { code: 200, data: { agreementEnabled: true, agreements } },
        },
      }),
    wentBack: (ok: boolean) => send({ type: 'goBackAnswered', attempt: attempt(), ok }),
    tapReturn: () => send({ type: 'launchAppTapped', screen: state.visit.screen }),
    launchApp: (ok: boolean, errMsg = ok ? 'launchApp:ok' : 'launchApp:fail:check fail') =>
      send({ type: 'launchAppAnswered', ok, detail: { errMsg } }),
  };
}

/** What ports and screens are made for, and nothing else, whatever the compiler believes. */
function checkClosed(state: State, effects: readonly Effect[]): void {
  const { visit } = state;
  expect(Object.keys(timesOfPage)).toContain(visit.page);
  for (const effect of effects) expect(Object.keys(portOf)).toContain(effect.type);
  if (state.name === 'finished') expect(Object.keys(ends)).toContain(state.delivery);
  if (state.name === 'returning') expect(Object.keys(hidings)).toContain(state.hidden);
  if ('failure' in state && state.failure !== null) checkFailure(state.failure);
  if (state.name === 'asking' && state.notice?.code !== undefined) checkFailure(state.notice);
}

/** Whose it is can be said, and the developer of the app reads why. */
function checkFailure({ code, message }: Failure): void {
  expect(Object.keys(failures)).toContain(code);
  expect(message).not.toBe('');
}

const timesOfPage: Readonly<Record<State['visit']['page'], true>> = {
  due: true,
  loaded: true,
  ahead: true,
};

const ends: Readonly<Record<DeliveryState, true>> = {
  delivered: true,
  unknown: true,
  lost: true,
};

const hidings: Readonly<Record<Returning['hidden'], true>> = {
  no: true,
  since: true,
  before: true,
};

const portOf: Readonly<Record<Effect['type'], true>> = {
  fetchLoginCode: true,
  readPrivacy: true,
  request: true,
  prepareSeal: true,
  seal: true,
  goBack: true,
  openAgreement: true,
  openPrivacyContract: true,
  copy: true,
  note: true,
  exit: true,
};

const tokens = {
  access_token: 'a',
  id_token: 'i',
  token_type: 'Bearer',
  expires_in: 7_200,
  scope: 'openid',
};

export type Driver = ReturnType<typeof drive>;

/** With its page loaded. */
export function launched(shown: Shown = {}, brand?: Brand): Driver {
  const login = drive(brand);
  login.show(shown);
  login.load();
  return login;
}

/** In nobody's name: WeChat's list of programs, a code, a link. */
export function openedByHand(brand?: Brand): Driver {
  const login = drive(brand);
  login.show({ scene: 1007, language: 'en', caller: null });
  return login;
}

/** What the failure screen stands for; null: it is another screen. */
export const failureOf = ({ state }: Driver) => (state.name === 'failed' ? state.failure : null);

/** Under WeChat's phone sheet. */
export function toPhoneSheet(login: Driver): void {
  login.loginCode();
  login.tap('primaryTapped');
  login.tap('sheetAgreed');
}

/** `navigateBackApplication` was called with a session. */
export function toReturning(login: Driver): void {
  toPhoneSheet(login);
  login.phone();
  login.signedIn();
}
