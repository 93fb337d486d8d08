import type { EffectiveBrand } from '../brand';
import type { HttpRequest } from '../effect';
import type { HttpResponse } from '../event';
import type { ShownFailure } from '../failure';
import { integer, isObject, own, text } from '../json';
import type { Launch } from '../launch/launch';
import { withoutPhone } from '../scopes';
import { timing } from '../timing';
import { malformed, readEnvelope } from './envelope';

/**
 * The phone in the form in which it is sent, if there is one. The tag is GenAuth's `connection`.
 */
export type PhonePayload =
  | { readonly connection: 'wechat_mini_program_code' }
  | { readonly connection: 'wechat_mini_program_code_and_phone'; readonly phoneCode: string }
  | {
      readonly connection: 'wechat_mini_program_phone';
      readonly encryptedData: string;
      readonly iv: string;
    };

/** All that WeChat gave. */
export type Credentials = PhonePayload & { readonly loginCode: string };

/**
 * The answer's tokens under OIDC's names, as contract 1 passes them on. `expires_in` in seconds.
 */
export interface Session {
  readonly access_token: string;
  readonly id_token: string;
  readonly refresh_token?: string;
  readonly token_type: string;
  readonly expires_in: number;
  readonly scope: string;
}

/** `POST {host}/api/v3/signin-by-mobile`. The host is the brand's, whatever the launch said. */
export function signInRequest(
  credentials: Credentials,
  launch: Launch,
  brand: Pick<EffectiveBrand, 'genauth'>,
): HttpRequest {
  return {
    method: 'POST',
    url: `${brand.genauth.host}/api/v3/signin-by-mobile`,
    headers: genauthHeaders(launch, brand),
    body: { ...signInBody(credentials, launch), options: optionsOf(credentials, launch) },
    timeoutMs: timing.requestTimeoutMs,
  };
}

/**
 * Where no number is sent, none is asked for; a nonce gets into the id_token only by the tenant's
 * own Pipeline.
 */
function optionsOf({ connection }: Credentials, { scope, nonce }: Launch) {
  const asked = withoutPhone(scope, connection === 'wechat_mini_program_code');
  return { scope: asked, ...(nonce === null ? {} : { context: { nonce } }) };
}

export function genauthHeaders(
  launch: Launch,
  { genauth: { headers } }: Pick<EffectiveBrand, 'genauth'>,
): Readonly<Record<string, string>> {
  return {
    'content-type': 'application/json',
    [headers.appId]: launch.app,
    [headers.requestFrom]: 'mini-login',
    [headers.sdkVersion]: 'mini-login 1',
    [headers.lang]: launch.lang,
  };
}

/** `extIdpConnidentifier` is GenAuth's own spelling. */
export function signInBody(
  credentials: Credentials,
  launch: Launch,
): Readonly<Record<string, unknown>> {
  const { connection, loginCode } = credentials;
  const common = { connection, extIdpConnidentifier: launch.connection };
  switch (credentials.connection) {
    case 'wechat_mini_program_code':
      return { ...common, wechatMiniProgramCodePayload: { code: loginCode } };
    case 'wechat_mini_program_code_and_phone':
      return {
        ...common,
        wechatMiniProgramCodeAndPhonePayload: {
          wxLoginInfo: { code: loginCode },
          wxPhoneInfo: { code: credentials.phoneCode },
        },
      };
    case 'wechat_mini_program_phone': {
      const { encryptedData, iv } = credentials;
      return { ...common, wechatMiniProgramPhonePayload: { encryptedData, iv, code: loginCode } };
    }
  }
}

export function readSignInAnswer(
  response: HttpResponse,
): { readonly session: Session } | { readonly failure: ShownFailure } {
  const answer = readEnvelope(response);
  if ('failure' in answer) return answer;
  const { data, requestId } = answer;
  const refuse = (what: string) => ({ failure: malformed(what, requestId) });
  if (!isObject(data)) return refuse('says 200 and has no data');
  const accessToken = text(own(data, 'access_token'));
  if (accessToken === undefined) return refuse('has no access_token');
  const idToken = text(own(data, 'id_token'));
  if (idToken === undefined) return refuse('has no id_token');
  const tokenType = text(own(data, 'token_type'), 32);
  if (tokenType === undefined) return refuse('has no token_type');
  // Both spellings are in use.
  const expiresIn = integer(own(data, 'expires_in') ?? own(data, 'expire_in'));
  if (expiresIn === undefined || expiresIn <= 0) return refuse('has no usable expires_in');
  const scope = text(own(data, 'scope'), 1_024);
  if (scope === undefined) return refuse('has no scope');
  const refreshToken = own(data, 'refresh_token');
  if (refreshToken !== undefined && refreshToken !== null && text(refreshToken) === undefined) {
    return refuse('has a refresh_token that is no text');
  }
  return {
    session: {
      access_token: accessToken,
      id_token: idToken,
      ...(typeof refreshToken === 'string' ? { refresh_token: refreshToken } : {}),
      token_type: tokenType,
      expires_in: expiresIn,
      scope,
    },
  };
}
