import type { HttpResponse } from '../event';
import type { ShownCode, ShownFailure } from '../failure';
import { integer, isObject, own } from '../json';
import { byApiCode, byStatusCode, byWeChatError } from './errors';
import { readRequestId } from './request-id';

export type GenAuthAnswer =
  | { readonly data: unknown; readonly requestId: string | undefined }
  | { readonly failure: ShownFailure };

/**
 * Opens GenAuth's answer: `{statusCode, message, apiCode?, requestId?, data}`, HTTP 200 even for
 * errors. Older calls name the status `code`. GenAuth's own words never go further: they may hold a
 * phone number.
 */
export function readEnvelope(response: HttpResponse): GenAuthAnswer {
  const { body } = response;
  const requestId = readRequestId(own(body, 'requestId'));
  const fail = (code: ShownCode, message: string, apiCode?: number): GenAuthAnswer => ({
    failure: {
      code,
      message,
      ...(apiCode === undefined ? {} : { apiCode }),
      ...(requestId === undefined ? {} : { requestId }),
    },
  });
  const statusCode = integer(own(body, 'statusCode')) ?? integer(own(body, 'code'));
  if (!isObject(body) || statusCode === undefined) {
    const code: ShownCode = response.status === 429 ? 'rate_limited' : 'server';
    return fail(
      code,
      `GenAuth answered HTTP ${httpStatus(response)} with something that is not its JSON`,
    );
  }
  if (statusCode === 200 && response.status >= 200 && response.status < 300)
    return { data: own(body, 'data'), requestId };
  const apiCode = integer(own(body, 'apiCode'));
  const wechat = wechatError(own(body, 'message'));
  const code = failureCode(statusCode === 200 ? response.status : statusCode, apiCode, wechat);
  const message = `GenAuth refused with statusCode ${printable(statusCode)}`;
  if (apiCode === undefined) return fail(code, message);
  const isCode = printable(apiCode) !== '?';
  return fail(code, `${message}, apiCode ${printable(apiCode)}`, isCode ? apiCode : undefined);
}

/** An answer that says 200 and brings something else. */
export function malformed(what: string, requestId: string | undefined): ShownFailure {
  return {
    code: 'server',
    message: `GenAuth's answer ${what}`,
    ...(requestId === undefined ? {} : { requestId }),
  };
}

/** WeChat's own number in GenAuth's words. */
function wechatError(message: unknown): string | undefined {
  return typeof message === 'string'
    ? /\b(?:40013|40029|40125|40163|40226|45011)\b/.exec(message.slice(0, 1_024))?.[0]
    : undefined;
}

function failureCode(
  statusCode: number,
  apiCode: number | undefined,
  wechat: string | undefined,
): ShownCode {
  const special = apiCode === undefined ? undefined : byApiCode[apiCode];
  if (special !== undefined) return special;
  const passedOn = wechat === undefined ? undefined : byWeChatError[wechat];
  if (passedOn !== undefined) return passedOn;
  return byStatusCode[statusCode] ?? (statusCode >= 500 && statusCode < 600 ? 'server' : 'unknown');
}

/**
 * A code as it may be told: they have up to 7 digits, and a longer number could be anything, a
 * phone number too.
 */
function printable(code: number): string {
  return code >= 0 && code < 10_000_000 ? String(code) : '?';
}

function httpStatus({ status }: HttpResponse): string {
  return Number.isInteger(status) && status >= 100 && status < 1_000 ? String(status) : '?';
}
