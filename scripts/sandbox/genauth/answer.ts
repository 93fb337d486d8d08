import { randomUUID } from 'node:crypto';
import { API_CODES, type ApiCodeWords } from '../contract/api-codes';

/**
 * GenAuth's refusals: HTTP 200 with `statusCode` and, for most, an `apiCode`.
 * docs/genauth.md#errors-come-in-http-200
 */
export interface ApiError {
  readonly statusCode: number;
  readonly apiCode?: number;
  readonly message: ApiCodeWords;
  /** What the next step needs, such as `mfaToken`. */
  readonly data?: Readonly<Record<string, unknown>>;
}

export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: ApiError };

export const ok = <T>(value: T): Result<T> => ({ ok: true, value });
export const refused = (error: ApiError): Result<never> => ({ ok: false, error });

export type Lang = keyof ApiCodeWords;

const OK: ApiCodeWords = { en: 'OK', zh: '操作成功' };

/** The v3 envelope. */
export function v3(result: Result<unknown>, lang: Lang) {
  const requestId = randomUUID();
  if (result.ok) return { statusCode: 200, message: OK[lang], requestId, data: result.value };
  return { ...result.error, message: result.error.message[lang], requestId };
}

/** The v2 envelope: the apiCode, or else the statusCode, is `code`. */
export function v2(result: Result<unknown>, lang: Lang) {
  if (result.ok) return { code: 200, message: OK[lang], data: result.value };
  const { statusCode, apiCode, message, data } = result.error;
  return {
    code: apiCode ?? statusCode,
    message: message[lang],
    ...(data === undefined ? {} : { data }),
  };
}

/** Traditional Chinese gets the simplified words, Japanese the English ones. */
export function langOf(header: string | undefined): Lang {
  return header?.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}

/** The documented refusal of this number, with what the SDKs read from `data` there. */
export function apiError(apiCode: number): ApiError {
  const known = API_CODES[apiCode];
  if (!known)
    throw new Error(
      `GenAuth documents no apiCode ${apiCode}; scripts/sandbox/contract/api-codes.ts lists them`,
    );
  const { statusCode, en, zh } = known;
  const data = dataOf(apiCode);
  return { statusCode, apiCode, message: { en, zh }, ...(data === undefined ? {} : { data }) };
}

/** What else is in there is not documented. */
function dataOf(apiCode: number): ApiError['data'] {
  switch (apiCode) {
    case 1635:
    case 1636:
      return { mfaToken: randomUUID(), applicationMfa: [{ mfaPolicy: 'SMS', status: 1, sort: 1 }] };
    case 1640:
      return { methods: ['phone-code', 'username-password'] };
    case 1641:
      return { methods: ['phone-code', 'username-password', 'create-federation-account'] };
    case 1642:
      return { extendFields: [{ name: 'nickname', type: 'internal', required: true }] };
    default:
      return undefined;
  }
}

const same = (text: string): ApiCodeWords => ({ en: text, zh: text });

/**
 * What no document gives an apiCode to (a bad body, an unknown connection) has none here either.
 */
export const errors = {
  badRequest: (detail: string): ApiError => ({ statusCode: 400, message: same(detail) }),
  appIdMissing: {
    statusCode: 400,
    message: { en: 'The application id is missing', zh: '缺少应用 ID' },
  },
  wrongSecret: {
    statusCode: 401,
    message: { en: 'The client secret is missing or wrong', zh: '应用密钥缺失或错误' },
  },
  noSuchConnection: {
    statusCode: 404,
    message: { en: 'The identity source connection does not exist', zh: '身份源连接不存在' },
  },
  poolSecret: {
    statusCode: 400,
    message: { en: 'The user pool secret is missing or wrong', zh: '用户池密钥缺失或错误' },
  },
  badTicket: {
    statusCode: 400,
    message: { en: 'The ticket is unknown, used or expired', zh: 'ticket 不存在、已使用或已过期' },
  },
  thirdPartyFailed: {
    statusCode: 601,
    message: { en: 'The third party cannot be reached', zh: '第三方接口请求失败' },
  },
  thirdPartyError: (detail: string): ApiError => ({
    statusCode: 602,
    message: {
      en: `The third party answered with an error: ${detail}`,
      zh: `第三方接口返回错误：${detail}`,
    },
  }),
} as const satisfies Record<string, ApiError | ((detail: string) => ApiError)>;
