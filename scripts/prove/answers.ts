import type { Effect } from '../../miniprogram/login/effect';
import type { Event, RequestPurpose } from '../../miniprogram/login/event';
import { publicConfiguration, unreadableConfiguration } from './agreements';
import { directoryAnswer } from './hosted';
import type { AnswerKind, PhoneAnswerKind, Stray } from './moves';
import { phoneNumber, secret } from './secrets';

export type Asking = Extract<
  Effect,
  { type: 'fetchLoginCode' | 'readPrivacy' | 'request' | 'seal' | 'goBack' }
>;

/** Most programs have a contract; it may get another name, or go, while a person is logging in. */
function contractName(number: number): string {
  return ['《…》', '《…》', '《…》', '《…》（新）', '《…》', '《…》', ''][number % 7] ?? '';
}

/**
 * What the model answers to an effect. `number` makes each secret a new one. Refusals try to
 * smuggle a phone number through.
 */
export function answerTo(asked: Asking, how: AnswerKind, number: number): Event {
  const { attempt } = asked;
  if (asked.type === 'readPrivacy') {
    return {
      type: 'privacyRead',
      attempt,
      needsAuthorization: how !== 'ok',
      contractName: contractName(number),
    };
  }
  if (asked.type === 'goBack') return { type: 'goBackAnswered', attempt, ok: how === 'ok' };
  if (asked.type === 'seal') {
    if (how === 'ok') return { type: 'sealed', attempt, jwe: `e30..${secret('jwe', number)}.c.t` };
    return how === 'malformed'
      ? { type: 'sealed', attempt, jwe: '{"not":"a JWE"}' }
      : { type: 'sealFailed', attempt };
  }
  if (asked.type === 'fetchLoginCode') {
    if (how === 'ok') return { type: 'loginCodeArrived', attempt, code: secret('login', number) };
    return {
      type: 'loginCodeFailed',
      attempt,
      failure: { code: loginFailure(how), message: `login:fail ${phoneNumber}` },
    };
  }
  const { purpose } = asked;
  if (how === 'fails') return { type: 'requestFailed', attempt, purpose, reason: 'network' };
  if (how === 'timesOut') return { type: 'requestFailed', attempt, purpose, reason: 'timeout' };
  const response =
    purpose === 'directory'
      ? directoryAnswer(asked.request.url, how, number)
      : responseOf(purpose, how, number);
  return { type: 'responded', attempt, purpose, response };
}

function loginFailure(how: AnswerKind) {
  return how === 'timesOut' ? 'timeout' : how === 'fails' ? 'network' : 'unknown';
}

function responseOf(purpose: RequestPurpose, how: AnswerKind, number: number) {
  const status = 200;
  switch (how) {
    case 'refused':
      return {
        status,
        body: {
          statusCode: 403,
          apiCode: 2005,
          message: `locked: ${phoneNumber}`,
          requestId: `req-${number}`,
        },
      };
    case 'expired':
      return {
        status,
        body: { statusCode: 602, message: '40029 invalid code', requestId: phoneNumber },
      };
    case 'html':
      return { status, body: `<html>${phoneNumber}</html>` };
    case 'http500':
      return { status: 500, body: { statusCode: 500, message: 'oops' } };
    case 'malformed':
      return {
        status,
        body: {
          statusCode: 200,
          data: {
            access_token: secret('access', number),
            ticket: 'a&b=c',
            ...(number % 2 === 0 ? { agreements: [{}] } : unreadableConfiguration()),
          },
        },
      };
    default:
      return {
        status,
        body: {
          statusCode: 200,
          message: 'OK',
          requestId: `req-${number}`,
          data: goodData(purpose, number),
        },
      };
  }
}

function goodData(purpose: RequestPurpose, number: number) {
  if (purpose === 'agreements') {
    return publicConfiguration(number);
  }
  if (purpose === 'ticket') return { ticket: secret('ticket', number) };
  return {
    access_token: secret('access', number),
    id_token: secret('id', number),
    refresh_token: secret('refresh', number),
    token_type: 'Bearer',
    expire_in: 7_200,
    scope: 'openid profile phone',
  };
}

/** What `phoneDetail` may hold that is used once. */
export const phoneCodes = (number: number): readonly string[] =>
  (['phone', 'encrypted', 'iv'] as const).map((kind) => secret(kind, number));

/** An app gets a text, whatever it was given as. */
export function receivedText(extraData: Extract<Effect, { type: 'goBack' }>['extraData']): string {
  return typeof extraData === 'string' ? extraData : JSON.stringify(extraData);
}

export function phoneDetail(how: PhoneAnswerKind, number: number): unknown {
  const code = secret('phone', number);
  const encrypted = { encryptedData: secret('encrypted', number), iv: secret('iv', number) };
  const details: Record<PhoneAnswerKind, unknown> = {
    both: { errMsg: 'getPhoneNumber:ok', code, ...encrypted },
    code: { errMsg: 'getPhoneNumber:ok', code },
    encrypted: { errMsg: 'getPhoneNumber:ok', ...encrypted },
    denied: { errMsg: 'getPhoneNumber:fail user deny' },
    privacy: { errMsg: 'getPhoneNumber:fail privacy permission is not authorized', errno: 104 },
    undeclared: {
      errMsg: 'getPhoneNumber:fail api scope is not declared in the privacy agreement',
      errno: 112,
    },
    permission: { errMsg: 'getPhoneNumber:fail no permission' },
    noRight: { errMsg: 'getPhoneNumber:fail 该 appid 没有权限' },
    accessDenied: { errMsg: 'getPhoneNumber:fail access denied' },
    systemDenied: { errMsg: 'getPhoneNumber:fail system permission denied' },
    timedOut: { errMsg: 'getPhoneNumber:fail:timeout' },
    quota: { errMsg: 'getPhoneNumber:fail', errno: 1_400_001 },
    nothing: { errMsg: 'getPhoneNumber:ok' },
    junk: null,
  };
  return details[how];
}

/**
 * An answer out of place, of the try that is current. A ring is early, or of an alarm that was set
 * for a state before.
 */
export function strayEvent(what: Stray, attempt: number, number: number): Event {
  const purpose = (['agreements', 'signIn', 'ticket'] as const)[number % 3] ?? 'signIn';
  switch (what) {
    case 'loginCode':
      return { type: 'loginCodeArrived', attempt, code: secret('login', number) };
    case 'noLoginCode':
      return { type: 'loginCodeFailed', attempt, failure: { code: 'network', message: 'late' } };
    case 'response':
      return { type: 'responded', attempt, purpose, response: responseOf(purpose, 'ok', number) };
    case 'noResponse':
      return { type: 'requestFailed', attempt, purpose, reason: 'network' };
    case 'jwe':
      return { type: 'sealed', attempt, jwe: `e30..${secret('jwe', number)}.c.t` };
    case 'noJwe':
      return { type: 'sealFailed', attempt };
    case 'notOpened':
      return { type: 'openFailed', attempt };
    case 'wentBack':
      return { type: 'goBackAnswered', attempt, ok: true };
    case 'ring':
      return { type: 'alarmRang' };
  }
}
