import { inWords } from '@mini-login/platform/lists';
import type { App } from '../../contract/tenant';
import { DEFAULT_SCOPE } from '../claims';
import type { Tenant } from '../tenant';
import { isRegistered } from './redirect-uri';

/**
 * The last ones bring an access token through the browser, which nobody should ask for any more
 * (https://www.rfc-editor.org/rfc/rfc9700#section-2.1.2); `@authing/web` still can.
 */
export const RESPONSE_TYPES = [
  ...(['code', 'id_token', 'code id_token'] as const),
  ...(['id_token token', 'code id_token token'] as const),
] as const;
export const RESPONSE_MODES = ['query', 'fragment', 'form_post'] as const;
const PROMPTS = ['none', 'login', 'consent', 'select_account'];
const ONCE = 'each parameter may come once';

type ResponseType = (typeof RESPONSE_TYPES)[number];
type ResponseMode = (typeof RESPONSE_MODES)[number];

/** Where the answer goes. */
export interface AnswerAddress {
  readonly redirectUri: string;
  readonly mode: ResponseMode;
  readonly state: string | undefined;
}

export interface AuthorizationRequest {
  readonly app: App;
  readonly answerTo: AnswerAddress;
  /** Null: the client left it out, so the token request may too. */
  readonly givenRedirectUri: string | null;
  readonly wantsCode: boolean;
  readonly wantsIdToken: boolean;
  /** An access token, next to the id_token. */
  readonly wantsToken: boolean;
  readonly scope: string;
  readonly nonce: string | undefined;
  readonly challenge: string | null;
  /** `prompt=none`: nothing may be shown. */
  readonly silent: boolean;
}

/** RFC 6749, section 4.1.2.1, and OpenID Connect Core, section 3.1.2.6. */
export interface AuthorizationError {
  readonly error: string;
  readonly error_description: string;
}

export type ReadRequest =
  | { readonly kind: 'request'; readonly request: AuthorizationRequest }
  | {
      readonly kind: 'refused';
      readonly error: AuthorizationError;
      readonly answerTo: AnswerAddress;
    }
  /** Nobody can be trusted with an answer, so the person is told. RFC 6749, section 4.1.2.1. */
  | { readonly kind: 'untrusted'; readonly why: string; readonly app?: App };

/** Reads an authorization request: first who asks and where the answer goes, then the rest. */
export function readAuthorizationRequest(given: URLSearchParams, tenant: Tenant): ReadRequest {
  // A parameter without a value counts as left out. RFC 6749, section 3.1.
  const fields = new URLSearchParams([...given].filter(([, value]) => value !== ''));
  const isDouble = (name: string) => fields.getAll(name).length > 1;
  if (isDouble('client_id') || isDouble('redirect_uri')) return { kind: 'untrusted', why: ONCE };

  const app = tenant.apps.get(fields.get('client_id') ?? '');
  if (!app) return { kind: 'untrusted', why: 'client_id names no application' };
  const redirectUri = readRedirectUri(fields, app);
  if (redirectUri === undefined) {
    const uri = fields.get('redirect_uri');
    const why = uri === null ? 'redirect_uri is missing' : `redirect_uri is not registered: ${uri}`;
    return { kind: 'untrusted', why, app };
  }

  const type = readType(fields);
  const usualMode = type === undefined || type === 'code' ? 'query' : 'fragment';
  const mode = readMode(fields, usualMode);
  const state = isDouble('state') ? undefined : (fields.get('state') ?? undefined);
  const answerTo = { redirectUri, mode: mode ?? usualMode, state };
  const error = findError(fields, app, type, mode);
  if (type === undefined || error !== undefined)
    return { kind: 'refused', error: error ?? noSuchType, answerTo };
  return {
    kind: 'request',
    request: {
      app,
      answerTo,
      givenRedirectUri: fields.get('redirect_uri'),
      wantsCode: hasCode(type),
      wantsIdToken: type !== 'code',
      wantsToken: type.endsWith(' token'),
      scope: fields.get('scope') ?? DEFAULT_SCOPE,
      nonce: fields.get('nonce') ?? undefined,
      challenge: fields.get('code_challenge'),
      silent: fields.get('prompt') === 'none',
    },
  };
}

const noSuchType: AuthorizationError = {
  error: 'unsupported_response_type',
  error_description: `supported: ${RESPONSE_TYPES.join(', ')}`,
};

/** What the client is told; undefined when all is well. */
function findError(
  fields: URLSearchParams,
  app: App,
  type: ResponseType | undefined,
  mode: ResponseMode | undefined,
): AuthorizationError | undefined {
  const invalid = (error_description: string) => ({ error: 'invalid_request', error_description });
  if ([...fields.keys()].some((name) => fields.getAll(name).length > 1)) return invalid(ONCE);
  if (!fields.has('response_type')) return invalid('response_type is missing');
  if (type === undefined) return noSuchType;
  if (mode === undefined) return invalid(`response_mode does not go with response_type=${type}`);
  for (const [name, error] of Object.entries(UNSUPPORTED))
    if (fields.has(name)) return { error, error_description: `${name} is not supported` };
  const problem =
    problemWithIdToken(fields, type) ??
    problemWithPkce(fields, app, type) ??
    problemWithPrompt(fields);
  return problem === undefined ? undefined : invalid(problem);
}

/** OpenID Connect Core, sections 6 and 7.2.1: what a server does not know it has to refuse. */
const UNSUPPORTED = {
  request: 'request_not_supported',
  request_uri: 'request_uri_not_supported',
  registration: 'registration_not_supported',
};

/** OAuth without OpenID may leave it out where only one is registered. RFC 6749, section 3.1.2.3. */
function readRedirectUri(fields: URLSearchParams, app: App): string | undefined {
  const given = fields.get('redirect_uri');
  if (given !== null) return isRegistered(given, app.redirectUris) ? given : undefined;
  const isOpenid = (fields.get('scope') ?? 'openid').split(' ').includes('openid');
  return !isOpenid && app.redirectUris.length === 1 ? app.redirectUris[0] : undefined;
}

function hasCode(type: ResponseType): boolean {
  return type.startsWith('code');
}

/** The order of the values does not matter. */
function readType(fields: URLSearchParams): ResponseType | undefined {
  const wanted = fields.get('response_type')?.split(' ').sort().join(' ');
  return RESPONSE_TYPES.find((type) => type === wanted);
}

/** Undefined when it is unknown. Tokens must not be in a query, where logs and referrers have them. */
function readMode(fields: URLSearchParams, usual: ResponseMode): ResponseMode | undefined {
  const wanted = fields.get('response_mode') ?? usual;
  const mode = RESPONSE_MODES.find((each) => each === wanted);
  return mode === 'query' && usual === 'fragment' ? undefined : mode;
}

/** https://openid.net/specs/openid-connect-core-1_0.html#ImplicitAuthRequest */
function problemWithIdToken(fields: URLSearchParams, type: ResponseType): string | undefined {
  if (type === 'code') return undefined;
  if (!(fields.get('scope') ?? '').split(' ').includes('openid'))
    return `response_type=${type} needs the scope openid`;
  return fields.has('nonce') ? undefined : `response_type=${type} needs a nonce`;
}

function problemWithPkce(
  fields: URLSearchParams,
  app: App,
  type: ResponseType,
): string | undefined {
  const challenge = fields.get('code_challenge');
  const method = fields.get('code_challenge_method');
  if (challenge === null) {
    if (method !== null) return 'code_challenge is missing';
    // https://www.rfc-editor.org/rfc/rfc9700#section-2.1.1
    return hasCode(type) && app.secret === null
      ? 'a client without a secret must send code_challenge with code_challenge_method=S256'
      : undefined;
  }
  // Without a method it would be "plain". https://www.rfc-editor.org/rfc/rfc7636#section-4.3
  if (method !== 'S256') return 'code_challenge_method must be S256';
  return /^[A-Za-z0-9_-]{43}$/.test(challenge)
    ? undefined
    : 'code_challenge must be 43 characters of base64url: a SHA-256 hash';
}

function problemWithPrompt(fields: URLSearchParams): string | undefined {
  const prompts = fields.get('prompt')?.split(' ') ?? [];
  const maxAge = fields.get('max_age');
  if (maxAge !== null && !/^\d{1,9}$/.test(maxAge)) return 'max_age is a number of seconds';
  if (prompts.some((each) => !PROMPTS.includes(each)))
    return `prompt is one of ${inWords(PROMPTS)}`;
  return prompts.includes('none') && prompts.length > 1
    ? 'prompt=none goes with no other prompt'
    : undefined;
}
