import { CompactEncrypt, calculateJwkThumbprint, importJWK } from 'jose';
import type { Brand } from '../../miniprogram/login/brand';
import type { Effect, HttpRequest } from '../../miniprogram/login/effect';
import type { Event } from '../../miniprogram/login/event';
import { initial, step } from '../../miniprogram/login/flow';
import { readAgreements } from '../../miniprogram/login/genauth/agreements';
import type { PublicKey } from '../../miniprogram/login/launch/launch';
import type { Screen, View } from '../../miniprogram/login/screen';
import type { State } from '../../miniprogram/login/state';
import { view } from '../../miniprogram/login/view';

/** Where the program runs, without a phone. */
export interface PlayOptions {
  readonly brand: Brand;
  /** AppID of the mini program, as WeChat's double knows it. */
  readonly appid: string;
  /** WeChat's double, and GenAuth's in place of the brand's host. */
  readonly wechat: string;
  readonly genauth: string;
  readonly now: () => number;
}

/** Whose phone it is, and what they do. */
export interface Played {
  readonly person: string;
  readonly does?: 'agree' | 'cancel' | 'deny-phone';
}

/** More screens than any login has: a program that goes round in circles must not go on for ever. */
const mostScreens = 20;

/**
 * What comes back to the app when `person` opens the mini program with `path`: the real program's
 * login, with its own words and requests, over the sandbox. Only the phone is left out, so it takes
 * milliseconds.
 *
 * @throws Error when the login comes to no result, with what was on the screen.
 */
export async function playProgram(
  path: string,
  { person, does = 'agree' }: Played,
  options: PlayOptions,
): Promise<string> {
  const program = startProgram(options, person);
  await program.enter(path);
  for (let count = 0; count < mostScreens; count += 1) {
    if (program.result() !== null) return program.result() ?? '';
    await actOn(program, does);
  }
  throw new Error(`the login came to no result; on the screen: ${program.view().screen}`);
}

type Program = ReturnType<typeof startProgram>;

/** One tap, as the screen in front offers it. */
async function actOn(program: Program, does: Played['does']): Promise<void> {
  const shown = program.view();
  const { number: screen } = shown;
  switch (shown.screen) {
    case 'login':
      if (does === 'cancel' || shown.notice !== null)
        return program.send({ type: 'declined', screen });
      if (!shown.consent.agreed)
        return program.send({ type: 'agreementsToggled', screen, agreed: true });
      await program.send({ type: 'primaryTapped', screen });
      if (asksForPhone(shown)) await program.answerPhone(does !== 'deny-phone');
      return;
    case 'failure':
      return program.send({ type: 'backToAppTapped', screen });
    default:
      throw new Error(`nothing can be done on the screen ${shown.screen}`);
  }
}

function asksForPhone(shown: Extract<Screen, { readonly screen: 'login' }>): boolean {
  return shown.primary.action.startsWith('getPhoneNumber');
}

/**
 * As the program's own package seals, which is written for WeChat's module system: Node can't load
 * it.
 */
async function seal(plaintext: string, { x, y }: PublicKey): Promise<string> {
  const jwk = { kty: 'EC', crv: 'P-256', x, y };
  return new CompactEncrypt(new TextEncoder().encode(plaintext))
    .setProtectedHeader({ alg: 'ECDH-ES', enc: 'A256GCM', kid: await calculateJwkThumbprint(jwk) })
    .encrypt(await importJWK(jwk, 'ECDH-ES'));
}

/** A process of the program: its table, and WeChat's and GenAuth's doubles behind its effects. */
function startProgram(options: PlayOptions, person: string) {
  const { brand, appid, wechat, now } = options;
  let state: State = initial(brand);
  let result: string | null = null;

  const send = async (event: Event): Promise<void> => {
    const next = step(state, event, { brand, readAgreements, now: now() });
    state = next.state;
    for (const effect of next.effects) {
      const answer = await carryOut(effect);
      if (answer !== null) await send(answer);
    }
  };

  const ask = (route: string) =>
    post(`${wechat}/client/${route}`, { appid, person }, { 'content-type': 'application/json' });

  const carryOut = async (effect: Effect): Promise<Event | null> => {
    switch (effect.type) {
      case 'fetchLoginCode': {
        const { attempt } = effect;
        const { body } = await ask('login');
        return { type: 'loginCodeArrived', attempt, code: textOf(body, 'code') };
      }
      case 'request': {
        const { attempt, purpose, request } = effect;
        const response = await sendRequest(request, options);
        return { type: 'responded', attempt, purpose, response };
      }
      case 'seal': {
        const { attempt, plaintext, key } = effect;
        return { type: 'sealed', attempt, jwe: await seal(plaintext, key) };
      }
      case 'goBack': {
        const { attempt, extraData } = effect;
        result = typeof extraData === 'string' ? extraData : JSON.stringify(extraData);
        return { type: 'goBackAnswered', attempt, ok: true };
      }
      default:
        return null;
    }
  };

  return {
    send,
    view: (): View => view(state),
    result: () => result,
    /** As WeChat does it: `App.onShow` first, then the page. */
    async enter(path: string): Promise<void> {
      const [page = '', search = ''] = path.replace(/^\//, '').split('?');
      const pairs = search.split('&').filter((pair) => pair !== '');
      // Still encoded, and cut at the next `=` (docs/wechat.md#query-values-arrive-still-encoded).
      const query = Object.fromEntries(pairs.map((pair) => pair.split('=').slice(0, 2)));
      const [{ mobileAppId: caller }] = brand.apps;
      const shown = { path: page, query, scene: 1069, caller };
      await send({ type: 'entered', options: shown, language: 'zh_CN', canGoBack: true });
      await send({ type: 'pageLoaded' });
    },
    async answerPhone(allowed: boolean): Promise<void> {
      const { body } = allowed
        ? await ask('phone-number')
        : { body: { errMsg: 'getPhoneNumber:fail user deny' } };
      const detail = { errMsg: 'getPhoneNumber:ok', ...(typeof body === 'object' ? body : {}) };
      await send({ type: 'phoneAnswered', detail });
    },
  };
}

function sendRequest(request: HttpRequest, { genauth }: PlayOptions) {
  const { pathname, search } = new URL(request.url);
  return post(`${genauth}${pathname}${search}`, request.body, request.headers, request.method);
}

async function post(
  url: string,
  body: unknown,
  headers: Readonly<Record<string, string>>,
  method = 'POST',
): Promise<{ readonly status: number; readonly body: unknown }> {
  const init = method === 'GET' ? {} : { body: JSON.stringify(body) };
  const response = await fetch(url, { method, headers, ...init });
  const source = await response.text();
  try {
    return { status: response.status, body: JSON.parse(source) };
  } catch {
    return { status: response.status, body: source };
  }
}

function textOf(body: unknown, name: string): string {
  const value: unknown =
    typeof body === 'object' && body !== null ? Reflect.get(body, name) : undefined;
  if (typeof value !== 'string')
    throw new Error(`WeChat's double gave no ${name}: ${JSON.stringify(body)}`);
  return value;
}
