import { randomUUID } from 'node:crypto';

/** GenAuth's refusals: HTTP 200 with `statusCode` and, for most, an `apiCode`. Facts on GenAuth, 2. */
export interface ApiError {
  readonly statusCode: number;
  readonly apiCode?: number;
  readonly message: string;
}

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: ApiError };

export const ok = <T>(value: T): Result<T> => ({ ok: true, value });
export const refused = (error: ApiError): Result<never> => ({ ok: false, error });

/** The v3 envelope. */
export function v3(result: Result<unknown>) {
  const requestId = randomUUID();
  return result.ok ? { statusCode: 200, message: 'OK', requestId, data: result.value } : { ...result.error, requestId };
}

/** The v2 envelope: the apiCode, or else the statusCode, is `code`. */
export function v2(result: Result<unknown>) {
  return result.ok
    ? { code: 200, message: 'OK', data: result.value }
    : { code: result.error.apiCode ?? result.error.statusCode, message: result.error.message };
}

/** What no document gives an apiCode to (a bad body, an unknown connection) has none here either. */
export const errors = {
  badRequest: (detail: string): ApiError => ({ statusCode: 400, message: detail }),
  appIdMissing: { statusCode: 400, message: 'The application id header is missing' },
  noSuchApp: { statusCode: 404, apiCode: 2011, message: 'No such application' },
  noSuchPool: { statusCode: 404, apiCode: 2224, message: 'No such user pool' },
  noSuchConnection: { statusCode: 404, message: 'The identity source connection does not exist' },
  notLoggedIn: { statusCode: 401, apiCode: 2020, message: 'Not logged in' },
  userNotFound: { statusCode: 404, apiCode: 2004, message: 'User not found' },
  locked: { statusCode: 403, apiCode: 2005, message: 'The account is locked' },
  registrationDisabled: { statusCode: 403, apiCode: 2031, message: 'Registration is disabled' },
  suspended: { statusCode: 403, apiCode: 2120008, message: 'The account is suspended or not in the tenant' },
  mfa: { statusCode: 403, apiCode: 1635, message: 'Multi-factor authentication is needed' },
  mustBind: { statusCode: 403, apiCode: 1640, message: 'Bind an existing account first' },
  mustBindOrCreate: { statusCode: 403, apiCode: 1641, message: 'Bind an existing account or create one first' },
  mustComplete: { statusCode: 403, apiCode: 1642, message: 'Complete your information first' },
  thirdPartyFailed: { statusCode: 601, message: 'The third party cannot be reached' },
  thirdPartyError: (detail: string): ApiError => ({
    statusCode: 602,
    message: `The third party answered with an error: ${detail}`,
  }),
} as const satisfies Record<string, ApiError | ((detail: string) => ApiError)>;
